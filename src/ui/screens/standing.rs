//! Progress: where a person stands, on five leaves that are turned with the arrows, and the way to
//! begin a module, a question or everything anew. All numbers come from [`Standing`]; nothing that is
//! reset here leaves the record.
//!
//! [`Standing`]: crate::model::standing::Standing

mod ahead;
mod chart;
mod days;
#[cfg(test)]
mod laws;
mod levels;
mod reset;
mod sure;
mod weak;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use self::reset::Target;
use super::{padded, reader::Reader};
use crate::{
    model::{
        history,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step, of},
        widgets::{
            cursor::{Cursor, ENDS, MOVE, Move},
            lines,
        },
    },
};

/// What people call this screen.
pub const NAME: Text = Text::new("Kemajuan", "Progress");

/// From this height of a padded body on there is room for long explanations.
const TALL: u16 = 16;

/// One leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaf {
    /// Levels of factors and modules.
    Levels,
    /// Answers of the last days.
    Days,
    /// What falls due.
    Ahead,
    /// Confidence against results.
    Sure,
    /// The weakest questions.
    Weak,
}

impl Leaf {
    const ALL: [Self; 5] = [Self::Levels, Self::Days, Self::Ahead, Self::Sure, Self::Weak];

    const fn name(self) -> Text {
        match self {
            Self::Levels => Text::new("faktor dan modul", "factors and modules"),
            Self::Days => Text::new("jawaban", "answers"),
            Self::Ahead => Text::new("ulangan 30 hari", "reviews of 30 days"),
            Self::Sure => Text::new("keyakinan", "confidence"),
            Self::Weak => Text::new("soal terlemah", "weakest questions"),
        }
    }

    const fn place(self) -> usize {
        self as usize
    }
}

/// Where a person stands.
pub struct Progress {
    leaf: Leaf,
    levels: Cursor,
    weak: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// The leaf before.
    Before,
    /// The leaf after.
    After,
    /// Open the page that the question under the cursor rests on.
    Open,
    /// Begin anew what is under the cursor, after a question.
    Reset,
    /// Take the newest reset back.
    Undo,
    /// Move the cursor.
    Move(Move),
    /// Back.
    Back,
}

const TURN: Text = Text::new("bagian lain", "other part");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::LEFT, Key::char('h'), keys::PAGE_UP], Msg::Before, TURN),
    bind(&[keys::RIGHT, Key::char('l'), keys::PAGE_DOWN], Msg::After, TURN),
    bind(&[keys::ENTER, keys::SPACE], Msg::Open, Text::new("buka halaman", "open page")),
    bind(&[Key::char('x')], Msg::Reset, Text::new("atur ulang", "reset")),
    bind(&[Key::char('u')], Msg::Undo, Text::new("urungkan", "undo")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME], Msg::Move(Move::First), ENDS),
    also(&[keys::END], Msg::Move(Move::Last), ENDS),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Progress {
    /// The first leaf, the cursor on its first row.
    pub fn new() -> Self {
        Self { leaf: Leaf::Levels, levels: Cursor::default(), weak: Cursor::default() }
    }

    /// The list of this leaf: its cursor and its rows; none where there is nothing to choose.
    fn list(&self, cx: &Cx) -> Option<(Cursor, usize)> {
        match self.leaf {
            Leaf::Levels => Some((self.levels, levels::count(cx))),
            Leaf::Weak => Some((self.weak, cx.standing().weakest.len())),
            Leaf::Days | Leaf::Ahead | Leaf::Sure => None,
        }
        .filter(|(_, count)| *count > 0)
    }

    fn go(&mut self, to: Move, cx: &Cx) {
        let Some((_, count)) = self.list(cx) else { return };
        let cursor = if self.leaf == Leaf::Weak { &mut self.weak } else { &mut self.levels };
        cursor.go(to, count);
    }

    fn turn(&mut self, to: Option<usize>) {
        if let Some(leaf) = to.and_then(|at| Leaf::ALL.get(at)) {
            self.leaf = *leaf;
        }
    }

    /// What a reset would begin anew; `None` where there is nothing to begin anew.
    fn target(&self, cx: &Cx) -> Option<Target> {
        let (cursor, count) = self.list(cx)?;
        let at = cursor.at(count);
        if self.leaf == Leaf::Weak { weak::target(at, cx) } else { levels::target(at, cx) }
    }

    /// The page that the question under the cursor rests on, if it is still in the course.
    fn page<'a>(&self, cx: &'a Cx) -> Option<&'a str> {
        let (cursor, count) = self.list(cx).filter(|_| self.leaf == Leaf::Weak)?;
        weak::page(cursor.at(count), cx)
    }

    fn undo(&mut self, cx: &mut Cx) {
        let back = reset::undo(cx);
        if let Some(history::Scope::Item(key)) = back
            && let Some(at) = cx.standing().weakest.iter().position(|weak| weak.item == key)
        {
            self.weak = Cursor::new(at);
        }
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for Progress {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Before => self.leaf.place() > 0,
            Msg::After => self.leaf.place() + 1 < Leaf::ALL.len(),
            Msg::Open => self.page(cx).is_some(),
            Msg::Reset => self.target(cx).is_some(),
            Msg::Undo => history::has_reset(cx.work()),
            Msg::Move(_) => self.list(cx).is_some_and(|(_, count)| count > 1),
            Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        Head {
            left: format!("{} · {}", NAME.say(lang), self.leaf.name().say(lang)),
            right: of(self.leaf.place() + 1, Leaf::ALL.len(), lang),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Before => self.turn(self.leaf.place().checked_sub(1)),
            Msg::After => self.turn(Some(self.leaf.place() + 1)),
            Msg::Open => {
                return self.page(cx).map_or(Step::Stay, |page| Step::open(Reader::visit(page)));
            }
            Msg::Reset => {
                return self.target(cx).map_or(Step::Stay, |target| Step::open(target.ask()));
            }
            Msg::Undo => self.undo(cx),
            Msg::Move(to) => self.go(to, cx),
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let is_drawn = match self.leaf {
            Leaf::Levels => levels::draw(self.levels, cx, area, buf),
            Leaf::Days => days::draw(cx, area, buf),
            Leaf::Ahead => ahead::draw(cx, area, buf),
            Leaf::Sure => sure::draw(cx, area, buf),
            Leaf::Weak => weak::draw(self.weak, cx, area, buf),
        };
        if !is_drawn {
            lines::draw(&none(self.leaf, cx, area.width), 0, area, buf, &cx.theme);
        }
        None
    }
}

/// Why a leaf is empty, and what would fill it.
fn none(leaf: Leaf, cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let width = width.min(cx.text_width());
    let (first, how) = match leaf {
        // Everything that was asked is known: a reason to be glad.
        Leaf::Weak if cx.standing().retention.is_some() => (
            Text::new(
                "Tidak ada soal yang lemah: semua jawaban pertama Anda benar.",
                "No question is weak: every first answer of yours was right.",
            ),
            Text::new(
                "Soal yang pernah belum tepat akan tampak di sini, yang terlemah lebih dahulu.",
                "Questions that were not right will show here, the weakest first.",
            ),
        ),
        Leaf::Sure if !cx.standing().memories.is_empty() => (
            Text::new(
                "Belum ada jawaban terhitung yang disertai keyakinan Anda.",
                "No answer that counts says yet how sure you were.",
            ),
            Text::new(
                "Bila pertanyaan itu menyala di Setelan (s pada peta modul), sesudah setiap jawaban \
                 Anda ditanya seberapa yakin. Di sini lalu tampak apakah Anda tahu apa yang Anda \
                 tahu.",
                "While that question is on in the settings (s on the home screen), you are asked \
                 after each answer how sure you are. This then shows whether you know what you know.",
            ),
        ),
        _ => (
            if cx.standing().tests.pre.is_some() {
                Text::new(
                    "Belum ada jawaban yang dihitung; tes awal tidak termasuk.",
                    "No answers count yet; the test before the course does not.",
                )
            } else {
                Text::new("Belum ada jawaban yang dihitung.", "No answers count yet.")
            },
            Text::new(
                "Jawablah soal sebuah modul: pilih modul pada peta, tekan Enter, lalu s. Tingkat \
                 penguasaan, ingatan, dan ulangan Anda kemudian terkumpul di sini.",
                "Answer the questions of a module: choose one on the home screen, press Enter, then \
                 s. Your levels, what you remember and your reviews are then collected here.",
            ),
        ),
    };
    let mut text = prose::wrap(&[Span::styled(first.say(lang), cx.theme.strong)], width, &cx.theme);
    text.push(Line::raw(""));
    text.extend(prose::wrap(&[Span::raw(how.say(lang))], width, &cx.theme));
    if history::has_reset(cx.work()) {
        let back = lang.pick(
            "Yang terakhir diatur ulang dapat dikembalikan dengan u.",
            "What was reset last comes back with u.",
        );
        text.push(Line::raw(""));
        text.extend(prose::wrap(&[Span::raw(back)], width, &cx.theme));
    }
    text
}

/// "Modul 2, hal. 4": where a page stands.
fn place_words(module: usize, page: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("Modul {}, hal. {}", module + 1, page + 1),
        Lang::En => format!("Module {}, page {}", module + 1, page + 1),
    }
}
