//! Before a profile leaves this laptop for good: exactly what will be erased, what will not, and the
//! offer to take it home first. Only a typed word erases; no single key ever does.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::people::Who;
use crate::{
    model::{
        safe_text,
        text::{Said, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Effect, Head, Input, Screen, Step},
        widgets::{
            cursor::{self, Cursor, MOVE, Move},
            prompt::{Prompt, Typed},
        },
    },
};

/// What must be typed, in whichever language.
const WORD: Text = Text::new("hapus", "erase");

/// What can be done, the safest first.
const WAYS: [Text; 3] = [
    Text::new("Bawa pulang dahulu (disalin ke satu berkas)", "Take it home first (into one file)"),
    Text::new("Kembali, jangan hapus apa pun", "Back, erase nothing"),
    Text::new("Hapus dari laptop ini (ketik: hapus)", "Erase it from this laptop (type: erase)"),
];

/// What is asked before a profile is erased.
pub struct Erase {
    who: Who,
    /// Whatever goes, a line each.
    goes: Vec<Said>,
    cursor: Cursor,
    asked: Option<Prompt>,
    /// What was typed last as a path.
    path: Option<String>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Do what is under the cursor.
    Take,
    /// Move the cursor.
    Move(Move),
    /// Back; nothing is erased.
    Back,
    /// Shown only: the line being typed takes these keys first.
    Typing,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Take, Text::new("jalankan", "do this")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// While a line is being typed.
const ASK_KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Typing, Text::new("lanjut", "go on")),
    bind(&[keys::ESC], Msg::Typing, Text::new("batal", "cancel")),
];

impl Erase {
    /// Asks about a profile; `goes` says what will be gone, a line each.
    pub const fn new(who: Who, goes: Vec<Said>) -> Self {
        Self { who, goes, cursor: Cursor::new(0), asked: None, path: None }
    }

    fn at(&self) -> usize {
        self.cursor.at(WAYS.len())
    }

    fn take(&mut self) -> Step {
        match self.at() {
            0 => {
                let path = self.path.as_ref().unwrap_or(&self.who.carry_to);
                let hint = Text::new(
                    "Di laptop bersama, ketik folder stik USB Anda.",
                    "On a shared laptop, type the folder of your USB stick.",
                );
                let label = Text::new("Salin ke berkas", "Copy into the file");
                self.asked = Some(Prompt::new(label, hint, path));
            }
            2 => {
                let label = Text::new("Ketik hapus, lalu Enter", "Type erase, then Enter");
                let hint =
                    Text::new("Tindakan ini tidak dapat diurungkan.", "This cannot be undone.");
                self.asked = Some(Prompt::new(label, hint, ""));
            }
            _ => return Step::Back,
        }
        Step::Stay
    }

    fn answered(&mut self, text: String, cx: &mut Cx) -> Step {
        let name = self.who.name.clone();
        if self.at() == 0 {
            self.path = Some(text.clone());
            return Step::Do(Effect::TakeHome { name, to: text, replace: false });
        }
        let typed = text.to_lowercase();
        if typed == WORD.id || typed == WORD.en {
            return Step::Do(Effect::Erase(name));
        }
        cx.notice = Some(Said::new(
            "tidak ada yang dihapus: yang diketik bukan “hapus”".to_owned(),
            "nothing was erased: what was typed is not “erase”".to_owned(),
        ));
        Step::Stay
    }

    fn story(&self, cx: &Cx, width: u16) -> Vec<Line<'static>> {
        let (lang, theme) = (cx.lang(), &cx.theme);
        let wrap = |words: String, style| prose::wrap(&[Span::styled(words, style)], width, theme);
        let (who, size) = (self.who.title(lang), self.who.size(lang));
        let whose = frame::fit(&format!("{who}: {size}"), usize::from(width), theme);
        let heading =
            lang.pick("Yang dihapus dari laptop ini:", "What will be erased from this laptop:");
        let mut rows = wrap(heading.to_owned(), theme.strong);
        rows.extend(wrap(whose, theme.text));
        for goes in &self.goes {
            let words = safe_text::safe_line(goes.get(lang)).into_owned();
            let first = Span::raw(format!("{} ", theme.marks.bullet));
            rows.extend(prose::hanging(&first, &Span::raw("  "), width, |room| {
                prose::wrap(&[Span::styled(words.clone(), theme.text)], room, theme)
            }));
        }
        rows.extend(wrap(
            lang.pick(
                "Tidak dihapus: berkas yang sudah dibawa pulang, dan profil orang lain.",
                "Not erased: files that were taken home, and other people’s profiles.",
            )
            .to_owned(),
            theme.text,
        ));
        rows.push(Line::raw(""));
        rows
    }
}

impl Screen for Erase {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        if self.asked.is_some() { ASK_KEYS } else { KEYS }
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Selesai, hapus dari laptop ini", "Done: erase from this laptop");
        Head { left: left.to_owned(), right: safe_text::safe_line(&self.who.name).into_owned() }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.asked.is_some()
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        match self.asked.as_mut()?.typed(&input) {
            Typed::Nothing => None,
            Typed::More => Some(Step::Stay),
            Typed::Cancel => {
                self.asked = None;
                Some(Step::Stay)
            }
            Typed::Done(text) => {
                self.asked = None;
                Some(self.answered(text, cx))
            }
        }
    }

    fn update(&mut self, msg: Msg, _: &mut Cx) -> Step {
        match msg {
            Msg::Take => return self.take(),
            Msg::Move(to) => self.cursor.go(to, WAYS.len()),
            Msg::Back => return Step::Back,
            Msg::Typing => {}
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let width = area.width.min(cx.text_width());
        let below = self.asked.as_ref().map_or(0, |prompt| prompt.height(cx, width));
        let below = below.min(area.height);
        let list = Rect { height: area.height - below, ..area };
        let mut rows = self.story(cx, width);
        let here = rows.len() + self.at();
        for (place, way) in WAYS.iter().enumerate() {
            let words = vec![Span::raw(way.say(cx.lang()))];
            rows.push(cursor::row(place == self.at(), words, &cx.theme));
        }
        cursor::draw(&rows, here, list, buf, &cx.theme);
        self.asked.as_ref()?.draw(cx, Rect { y: list.bottom(), height: below, width, ..area }, buf)
    }
}
