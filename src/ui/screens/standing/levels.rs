//! Levels of factors and modules as a list, and below it what would raise the one under the cursor.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{TALL, reset::Target};
use crate::{
    model::{
        dates, history,
        mastery::{Level, Mastery},
        standing::{self, Band, Score, Tests},
        text::Lang,
    },
    ui::{
        cx::Cx,
        frame, prose,
        theme::Theme,
        widgets::{
            cursor::{self, Cursor},
            lines,
        },
    },
};

/// From this width on each step of a level has two marks.
const WIDE: u16 = 84;
/// The list is not drawn wider than the longest titles need.
const WIDEST: u16 = 92;
/// Columns of the word for a level, of the items and of their mean.
const WORD: usize = 12;
const ITEMS: usize = 8;
const MEAN: usize = 8;
/// Steps above the lowest level.
const STEPS: usize = Level::ALL.len() - 1;

/// What a row is about.
enum Of {
    Factor,
    /// A module, by its place from 0.
    Module(usize),
    All,
}

/// One row that the cursor visits.
struct Row {
    of: Of,
    name: String,
    mastery: Mastery,
}

/// Factors, then modules, then everything; none while nothing was answered.
fn rows(cx: &Cx) -> Vec<Row> {
    let standing = cx.standing();
    if standing.memories.is_empty() && history::reflected(cx.work()).is_empty() {
        return Vec::new();
    }
    let lang = cx.lang();
    let masteries = &standing.masteries;
    let factors = masteries.factors.iter().filter_map(|(key, mastery)| {
        let name = cx.course.factor(key)?.name.get(lang).clone();
        Some(Row { of: Of::Factor, name, mastery: *mastery })
    });
    let modules = masteries.modules.iter().filter_map(|(key, mastery)| {
        let (at, module) = cx.course.module(key)?;
        let name = format!("{}  {}", at + 1, module.title.get(lang));
        Some(Row { of: Of::Module(at), name, mastery: *mastery })
    });
    let mut rows: Vec<Row> = factors.chain(modules).collect();
    let name = lang.pick("Semua", "Everything").to_owned();
    rows.push(Row { of: Of::All, name, mastery: sum(&masteries.modules) });
    rows
}

/// Everything together; a level belongs to one topic, so there is none.
fn sum(modules: &[(String, Mastery)]) -> Mastery {
    let mut all = Mastery::default();
    let mut marks = 0.0;
    for (_, mastery) in modules {
        all.answered += mastery.answered;
        all.items += mastery.items;
        all.wrong += mastery.wrong;
        marks += mastery.mean * mastery.answered as f64;
    }
    if all.answered > 0 {
        all.mean = marks / all.answered as f64;
    }
    all
}

/// How many rows the cursor visits.
pub(super) fn count(cx: &Cx) -> usize {
    rows(cx).len()
}

/// What a reset of this row would begin anew; nothing on a factor, and nothing where none was
/// answered.
pub(super) fn target(at: usize, cx: &Cx) -> Option<Target> {
    let rows = rows(cx);
    let row = rows.get(at)?;
    let reflected = history::reflected(cx.work());
    match row.of {
        Of::Factor => None,
        Of::Module(place) => {
            let module = cx.course.modules.get(place)?;
            let mused = module.items.iter().filter(|item| reflected.contains(item.key.as_str()));
            let items = row.mastery.answered + mused.count();
            (items > 0).then(|| Target::module(&module.key, place, &module.title, items))
        }
        // Questions that left the course count as well: they are reset with the rest.
        Of::All => Some(Target::all(cx.standing().memories.len() + reflected.len())),
    }
}

/// Draws the list and what stands below it; false while there is nothing to show.
pub(super) fn draw(cursor: Cursor, cx: &Cx, area: Rect, buf: &mut Buffer) -> bool {
    let rows = rows(cx);
    if rows.is_empty() {
        return false;
    }
    let at = cursor.at(rows.len());
    let text = area.width.min(cx.text_width());
    let width = area.width.min(WIDEST);
    let room = name_width(width, cx.lang()).saturating_sub(1);
    let notes = rows.iter().map(|row| note(row, row.name.width() > room, text, cx));
    let notes: Vec<_> = notes.collect();
    // The longest one has room, so that nothing jumps when the cursor moves.
    let longest = notes.iter().map(Vec::len).max().unwrap_or(0);
    let mut below = notes.into_iter().nth(at).unwrap_or_default();
    below.resize(longest, Line::raw(""));
    below.extend(tests(text, cx));
    below.extend(names(area.height >= TALL, text, cx));
    let height = u16::try_from(below.len() + 1).unwrap_or(u16::MAX).min(area.height / 2);
    let list = Rect { height: area.height - height, ..area };
    let (table, here) = table(&rows, at, width, cx);
    cursor::draw(&table, here, list, buf, &cx.theme);
    let rest = Rect { y: list.bottom() + 1, height: height.saturating_sub(1), ..area };
    lines::draw_top(&below, rest, buf);
    true
}

/// The rows with a heading above each sort, and where the cursor stands among them.
fn table(rows: &[Row], at: usize, width: u16, cx: &Cx) -> (Vec<Line<'static>>, usize) {
    let lang = cx.lang();
    let mut lines: Vec<Line<'static>> = Vec::new();
    let (mut here, mut before) = (0, "");
    for (place, row) in rows.iter().enumerate() {
        let group = match row.of {
            Of::Factor => lang.pick("Faktor", "Factors"),
            Of::Module(_) => lang.pick("Modul", "Modules"),
            Of::All => before,
        };
        if group != before {
            // What the columns hold is said once, above them.
            let columns = if lines.is_empty() { columns(width, lang) } else { String::new() };
            let room = usize::from(width).saturating_sub(columns.width());
            lines.push(Line::styled(format!("{group:<room$}{columns}"), cx.theme.quiet));
            before = group;
        }
        if place == at {
            here = lines.len();
        }
        lines.push(cursor::row(place == at, cells(row, width, cx), &cx.theme));
    }
    // The first row's heading stays in sight above it.
    (lines, if at == 0 { 0 } else { here })
}

/// Marks for each step of a level.
const fn marks(width: u16) -> usize {
    if width < WIDE { 1 } else { 2 }
}

fn columns(width: u16, lang: Lang) -> String {
    let bar = STEPS * marks(width) + 2;
    let [level, items, mean] = lang.pick(["Tingkat", "Soal", "Rerata"], ["Level", "Items", "Mean"]);
    format!("{level:<WORD$}{:bar$}{items:>ITEMS$}{mean:>MEAN$}", "")
}

/// Columns of a name and the gap after it.
fn name_width(width: u16, lang: Lang) -> usize {
    usize::from(width).saturating_sub(2 + columns(width, lang).width())
}

fn cells(row: &Row, width: u16, cx: &Cx) -> Vec<Span<'static>> {
    let lang = cx.lang();
    let mastery = row.mastery;
    let room = name_width(width, lang);
    let name = frame::fit(&row.name, room.saturating_sub(1), &cx.theme);
    let gap = " ".repeat(room.saturating_sub(name.width()));
    let (word, bar) = match row.of {
        Of::All => ("", " ".repeat(STEPS * marks(width))),
        _ => (mastery.level.name().say(lang), bar(mastery.level, marks(width), &cx.theme)),
    };
    let items = format!("{}/{}", mastery.answered, mastery.items);
    let mean = if mastery.answered == 0 { f64::NAN } else { mastery.mean };
    let style = match mastery.level {
        Level::NotStarted => cx.theme.quiet,
        Level::Mastered => cx.theme.right,
        _ => cx.theme.accent,
    };
    vec![
        Span::raw(format!("{name}{gap}{word:<WORD$}")),
        Span::styled(bar, style),
        Span::raw(format!("  {items:>ITEMS$}{:>MEAN$}", dates::percent(mean, lang))),
    ]
}

/// The level as steps: full ones and empty ones, told apart by their marks.
pub(super) fn bar(level: Level, marks: usize, theme: &Theme) -> String {
    let full = level.height();
    let part = |mark: &str, steps: usize| mark.repeat(steps * marks);
    part(theme.marks.block, full) + &part(theme.marks.shade, STEPS.saturating_sub(full))
}

/// What would raise the level of a row, after the whole name where the row has no room for it.
fn note(row: &Row, is_cut: bool, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let Mastery { answered, items, wrong, .. } = row.mastery;
    let words = match (&row.of, row.mastery.way_up()) {
        (Of::All, _) => match lang {
            Lang::Id => {
                format!("{answered} dari {items} soal pernah dijawab; {wrong} belum tepat.")
            }
            Lang::En => format!("{answered} of {items} items answered; {wrong} not right."),
        },
        (_, Some(way)) => way.get(lang).clone(),
        (_, None) => lang
            .pick(
                "Tingkat tertinggi; ulangan menjaganya tetap di sana.",
                "The highest level; reviews keep it there.",
            )
            .to_owned(),
    };
    let before = match row.of {
        Of::All => String::new(),
        _ if is_cut => format!("{}: ", row.name.replace("  ", " ")),
        _ => format!("{}: ", lang.pick("Langkah berikut", "Next step")),
    };
    let spans = [Span::styled(before, cx.theme.strong), Span::raw(words)];
    prose::wrap(&spans, width, &cx.theme)
}

/// What the tests before and after the course said; nothing while none was taken.
fn tests(width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let standing = cx.standing();
    let Tests { pre, post } = &standing.tests;
    if pre.is_none() && post.is_none() {
        return Vec::new();
    }
    let mark = |score: &Option<Score>| match score {
        Some(score) => dates::percent(score.mean, lang),
        None => lang.pick("belum", "not yet").to_owned(),
    };
    let (before, after) = (mark(pre), mark(post));
    let words = match lang {
        Lang::Id => format!("Tes awal {before} · tes akhir {after}"),
        Lang::En => format!("Test before {before} · after {after}"),
    };
    let gain = pre.as_ref().zip(post.as_ref()).map(|(pre, post)| {
        let name = lang.pick("kenaikan ternormalisasi", "normalised gain");
        match standing::gain(pre.mean, post.mean) {
            None => format!(" · {name} {}", lang.pick("tidak terdefinisi", "undefined")),
            Some(gain) if gain < 0.0 => String::new(),
            Some(gain) => {
                let band = Band::of(gain).name().say(lang);
                format!(" · {name} {} ({band})", dates::number(gain, 2, lang))
            }
        }
    });
    let words = words + &gain.unwrap_or_default();
    prose::wrap(&[Span::raw(words)], width, &cx.theme)
}

/// What the names of the levels mean.
fn names(is_tall: bool, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let words = if is_tall {
        lang.pick(
            "Mencoba: di bawah 70 % atau kurang dari 5 soal. Mengenal: mulai 70 %. Cakap: semua \
             benar. Menguasai: juga tanpa salah dalam putaran campuran; salah di situ menurunkan \
             satu tingkat.",
            "Attempted: under 70% or fewer than 5 items. Familiar: from 70%. Proficient: all right. \
             Mastered: no mistake in a mixed round either; a mistake there costs one level.",
        )
    } else {
        lang.pick(
            "Mengenal: 70 %. Cakap: 100 %. Menguasai: juga campuran.",
            "Familiar: 70%. Proficient: 100%. Mastered: mixed too.",
        )
    };
    prose::wrap(&[Span::styled(words, cx.theme.quiet)], width, &cx.theme)
}
