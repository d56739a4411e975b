//! All pages of the hall with the questions and activities that stand on them, looked through by
//! typing.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::press::{ENTER, is_esc};
use crate::{
    model::{
        course::{Course, Module},
        live::{Command, Live, hall_pages, options},
        text::Lang,
    },
    ui::{
        keys::{self, Key},
        prose,
        theme::Theme,
        widgets::{
            cursor::{Cursor, Move},
            edit::Edit,
            lines,
        },
    },
};

/// Longest search, in characters.
const LONGEST: usize = 60;
/// Rows that one screen key moves by.
const SCREEN: usize = 10;

/// What is looked for, and where one stands among what is found.
#[derive(Debug)]
pub struct Find {
    edit: Edit,
    cursor: Cursor,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    Nothing,
    More,
    Close,
    Go(Vec<Command>),
}

/// One line of the list.
struct Entry<'a> {
    module: &'a Module,
    /// The number of the page.
    page: usize,
    /// The same; none for what stands on it.
    number: Option<usize>,
    text: String,
    /// Said at its right.
    note: String,
    go: Vec<Command>,
    is_here: bool,
}

impl Find {
    /// All pages, on the one that stands.
    pub(super) fn new(course: &Course, live: &Live, lang: Lang) -> Self {
        let at = entries(course, live, lang).iter().position(|entry| entry.is_here);
        Self { edit: Edit::new("", LONGEST), cursor: Cursor::new(at.unwrap_or(0)) }
    }

    fn found<'a>(&self, course: &'a Course, live: &Live, lang: Lang) -> Vec<Entry<'a>> {
        let wanted = self.edit.value().to_lowercase();
        let mut entries = entries(course, live, lang);
        entries.retain(|entry| {
            let number = entry.number.map(|number| number.to_string()).unwrap_or_default();
            let module = entry.module.title.get(lang);
            let all = format!("{number} {} {} {module}", entry.text, entry.note).to_lowercase();
            wanted.split_whitespace().all(|word| all.contains(word))
        });
        entries
    }

    pub(super) fn typed(&mut self, text: &str) {
        self.edit.insert(text);
        self.cursor = Cursor::default();
    }

    pub(super) fn pressed(&mut self, key: Key, course: &Course, live: &Live, lang: Lang) -> Chosen {
        let found = self.found(course, live, lang);
        let count = found.len();
        let at = self.cursor.at(count);
        match key {
            key if is_esc(key) => return Chosen::Close,
            ENTER => {
                return found.get(at).map_or(Chosen::More, |entry| Chosen::Go(entry.go.clone()));
            }
            keys::UP => self.cursor.go(Move::Up, count),
            keys::DOWN => self.cursor.go(Move::Down, count),
            keys::PAGE_UP => self.cursor = Cursor::new(at.saturating_sub(SCREEN)),
            keys::PAGE_DOWN => self.cursor = Cursor::new(at + SCREEN),
            keys::HOME => self.cursor.go(Move::First, count),
            keys::END => self.cursor.go(Move::Last, count),
            // A clicker's black, unless it belongs to what is being typed.
            key if key == Key::char('.') && self.edit.value().is_empty() => return Chosen::Nothing,
            key => {
                let before = self.edit.value().to_owned();
                if !self.edit.press(key) {
                    return Chosen::Nothing;
                }
                if before != self.edit.value() {
                    self.cursor = Cursor::default();
                }
            }
        }
        Chosen::More
    }

    pub(super) fn draw(
        &self,
        (course, live, lang): (&Course, &Live, Lang),
        theme: &Theme,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let label = lang.pick("Cari halaman: ", "Look for a page: ");
        let line = [
            Span::styled(label, theme.text.patch(theme.strong)),
            Span::styled(self.edit.value(), theme.text),
        ];
        lines::draw_top(&[prose::clip(&line, area.width, theme)], area, buf);
        let list =
            Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(2), ..area };
        let found = self.found(course, live, lang);
        let at = self.cursor.at(found.len());
        let is_filtered = !self.edit.value().trim().is_empty();
        let (rows, here) = rows(&found, (at, is_filtered), lang, list.width, theme);
        let scroll = lines::keep_in_sight(0, here, here + 1, usize::from(list.height));
        lines::draw(&rows, scroll, list, buf, theme);
        let column = prose::cells(label) as usize + self.edit.rows(usize::MAX).cursor.1;
        let x = area.x.saturating_add(u16::try_from(column).ok()?);
        (x < area.right() && !area.is_empty()).then_some(Position { x, y: area.y })
    }
}

/// The list with a heading before each module, and the row of the cursor.
fn rows(
    found: &[Entry<'_>],
    (at, is_filtered): (usize, bool),
    lang: Lang,
    width: u16,
    theme: &Theme,
) -> (Vec<Line<'static>>, usize) {
    if found.is_empty() {
        let none = lang.pick(
            "Tidak ditemukan. Hapus sebagian kata, atau Esc untuk kembali.",
            "Nothing found. Delete some of it, or press Esc to go back.",
        );
        return (prose::wrap(&[Span::styled(none, theme.text)], width, theme), 0);
    }
    let (mut rows, mut here, mut module) = (Vec::new(), 0, None);
    for (index, entry) in found.iter().enumerate() {
        if module != Some(entry.module.key.as_str()) {
            module = Some(entry.module.key.as_str());
            let title = Span::styled(entry.module.title.get(lang), theme.text.patch(theme.quiet));
            rows.push(prose::clip(&[title], width, theme));
        }
        if index == at {
            here = rows.len();
        }
        rows.push(row(entry, (index == at, is_filtered), width, theme));
    }
    (rows, here)
}

fn row(
    entry: &Entry<'_>,
    (is_at, is_filtered): (bool, bool),
    width: u16,
    theme: &Theme,
) -> Line<'static> {
    let style = match () {
        () if is_at => theme.text.patch(theme.cursor),
        () if entry.is_here => theme.text.patch(theme.strong),
        () => theme.text,
    };
    // Torn from its page, a question says which one it stands on.
    let number = entry.number.or(is_filtered.then_some(entry.page));
    let number = number.map_or_else(|| "   ".to_owned(), |number| format!("{number:>3}"));
    let mark = if is_at { theme.marks.cursor } else { " " };
    let front = format!("{mark} {number}  ");
    let note = if entry.note.is_empty() { String::new() } else { format!("  {}", entry.note) };
    let room = width.saturating_sub(prose::cells(&front) + prose::cells(&note));
    let text = prose::clip(&[Span::styled(entry.text.as_str(), style)], room, theme);
    let mut spans = vec![Span::styled(front, style)];
    spans.extend(text.spans);
    spans.push(Span::styled(note, theme.text.patch(theme.quiet)));
    Line::from(spans)
}

fn entries<'a>(course: &'a Course, live: &Live, lang: Lang) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (index, (module, page)) in hall_pages(course).enumerate() {
        let parts = live.stops.get(&page.key).and_then(|stops| stops.iter().map(|it| it.1).max());
        let mut notes = Vec::new();
        if live.bookmarks.contains(&page.key) {
            notes.push(lang.pick("bertanda", "marked").to_owned());
        }
        if let Some(last) = parts {
            notes.push(format!("{} {}", last + 1, lang.pick("bagian", "parts")));
        }
        entries.push(Entry {
            module,
            page: index + 1,
            number: Some(index + 1),
            text: page.title(lang).to_owned(),
            note: notes.join(", "),
            go: vec![Command::GoTo(page.key.clone())],
            is_here: live.page == page.key,
        });
        let goes = |last: Command| {
            let to = (live.page != page.key).then(|| Command::GoTo(page.key.clone()));
            to.into_iter().chain([Command::Begin, last]).collect::<Vec<_>>()
        };
        let polls = module
            .items
            .iter()
            .filter(|item| item.page == page.key && item.is_poll() && options(item) > 0);
        entries.extend(polls.map(|item| Entry {
            module,
            page: index + 1,
            number: None,
            text: format!("{}: {}", lang.pick("jajak", "poll"), item.prompt.get(lang)),
            note: asked(live, &item.key, lang),
            go: goes(Command::Ask(item.key.clone())),
            is_here: false,
        }));
        let activities = course.activities.iter().filter(|activity| activity.page == page.key);
        entries.extend(activities.map(|activity| Entry {
            module,
            page: index + 1,
            number: None,
            text: format!("{}: {}", lang.pick("kegiatan", "activity"), activity.title.get(lang)),
            note: format!("{} {}", activity.minutes, lang.pick("menit", "min")),
            go: goes(Command::TimerStart {
                minutes: activity.minutes,
                activity: Some(activity.key.clone()),
            }),
            is_here: false,
        }));
    }
    entries
}

/// Whether the hall was asked already.
fn asked(live: &Live, item: &str, lang: Lang) -> String {
    let mut all = live.polled.iter().chain(&live.poll);
    let is_counted = all.any(|poll| poll.item == item && poll.is_counted(1));
    if is_counted { lang.pick("sudah dihitung", "counted").to_owned() } else { String::new() }
}
