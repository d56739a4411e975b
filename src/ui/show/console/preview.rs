//! What the show stands on, as the hall sees it or would: the same words, with a bar beside what is
//! visible in the hall, a mark where the newest step begins, and later steps without either.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{head, joined, say, start};
use crate::{
    model::live::{CoverKind, Scene, Show, Sight},
    ui::{
        hall::{Density, Hall, Part, clock as digits},
        show::{Window, seen::Seen},
        widgets::lines,
    },
};

/// Columns of the mark.
const MARK: u16 = 2;
/// Rows of a window in which everything stands on one part.
const ENDLESS: u16 = 2_000;
/// Columns of the margins of a hall.
const MARGINS: u16 = 4;

/// What the show stands on, laid out for the hall; `None` on the start page.
pub(super) fn seen(window: &Window) -> Option<Seen> {
    Some(window.scene(&window.hall(), window.live().standing()?))
}

/// "langkah 2/3", "bagian 1/2", with how important they are in the head.
pub(super) fn steps(window: &Window) -> Vec<(u8, String)> {
    let lang = window.lang();
    let mut steps = Vec::new();
    let (at, all) = window.step();
    if all > 1 {
        steps.push((6, format!("{} {at}/{all}", lang.pick("langkah", "step"))));
    }
    if let Some(seen) = seen(window).filter(|seen| seen.parts.len() > 1) {
        let word = lang.pick("bagian", "part");
        steps.push((5, format!("{word} {}/{}", seen.stop.part + 1, seen.parts.len())));
    }
    steps
}

/// Whether it is there for the hall to see, or what brings it there.
pub(super) fn heading(window: &Window, room: u16) -> String {
    let (lang, live) = (window.lang(), window.live());
    let Some(scene) = window.live().standing() else {
        return lang.pick("Sebelum mulai", "Before the beginning").to_owned();
    };
    let when = match (live.black, live.frozen.is_some()) {
        (false, false) => lang.pick("Tampak sekarang", "In sight now"),
        (true, false) => lang.pick("Tampak setelah b", "In sight after b"),
        (false, true) => lang.pick("Tampak setelah F5", "In sight after F5"),
        (true, true) => lang.pick("Tampak setelah b dan F5", "In sight after b and F5"),
    };
    let mut parts = vec![(9, when.to_owned())];
    if window.hidden().is_some() {
        parts.push((8, head::page(window)));
        parts.extend(steps(window));
    }
    parts.extend(cover(window, scene).map(|cover| (7, cover)));
    joined(parts, room)
}

/// What lies over the page, in a word or two.
fn cover(window: &Window, scene: Scene<'_>) -> Option<String> {
    let lang = window.lang();
    if scene.timer.is_some_and(|timer| timer.big) {
        return Some(lang.pick("hitung mundur", "countdown").to_owned());
    }
    if let Some(poll) = scene.poll {
        let view = match poll.show {
            Show::Question => lang.pick("soal jajak", "poll"),
            Show::Bars => lang.pick("grafik jajak", "graph of the poll"),
            Show::Key => lang.pick("kunci jajak", "key of the poll"),
        };
        return Some(view.to_owned());
    }
    let word = match scene.cover?.kind {
        CoverKind::Task => lang.pick("kegiatan", "activity"),
        CoverKind::Agenda => lang.pick("agenda", "agenda"),
    };
    Some(word.to_owned())
}

/// The title of what the show stands on.
pub(super) fn title(window: &Window) -> String {
    window.live().standing().map_or_else(
        || window.course().title.get(window.lang()).clone(),
        |scene| title_of(window, scene),
    )
}

/// The title of what the hall goes on seeing while the show is frozen.
pub(super) fn frozen_title(window: &Window) -> Option<String> {
    window.live().frozen.as_ref()?;
    let mut live = window.live().clone();
    live.black = false;
    match live.sight() {
        Sight::Page(scene) => Some(title_of(window, scene)),
        _ => None,
    }
}

fn title_of(window: &Window, scene: Scene<'_>) -> String {
    let seen = window.scene(&window.hall(), scene);
    let title = seen.parts.get(seen.stop.part).map(|part| part.title.clone());
    let words = || cover(window, scene).unwrap_or_default();
    title.filter(|title| !title.is_empty()).unwrap_or_else(words)
}

/// One row of the preview, ready but for its mark.
struct Laid {
    line: Line<'static>,
    step: usize,
    /// The steps of its runs, where columns come one after the other; empty where all come at once.
    runs: Vec<usize>,
}

impl Laid {
    const fn of(line: Line<'static>, step: usize) -> Self {
        Self { line, step, runs: Vec::new() }
    }

    fn brings(&self, step: usize) -> bool {
        self.step == step || self.runs.contains(&step)
    }
}

/// Draws it, the newest step in sight.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) {
    let (Some(scene), Some(seen)) = (window.live().standing(), seen(window)) else {
        let all = start::lines(window, area.width);
        lines::draw(&all, 0, area, buf, window.theme());
        return;
    };
    let width = area.width.saturating_sub(MARK).max(1);
    let title = titled(window, &seen, width);
    let room = usize::from(area.height).saturating_sub(title.len());
    let rows = laid(window, scene, &seen, (width, room));
    let step = seen.stop.step;
    let before = title.len();
    let first = rows.iter().map(|row| row.step).min();
    let newest = rows.iter().position(|row| row.brings(step) && row.line.width() > 0);
    let newest = newest.filter(|_| first != Some(step));
    let all = title.into_iter().map(|line| Laid::of(line, 0)).chain(rows);
    let all: Vec<Laid> = all.collect();
    let newest = newest.map(|at| at + before);
    let last = all.iter().rposition(|row| row.step <= step).map_or(0, |at| at + 1);
    let scroll = lines::keep_in_sight(0, newest.unwrap_or(0), last, usize::from(area.height));
    let marked: Vec<Line<'static>> = all
        .into_iter()
        .enumerate()
        .map(|(at, row)| marked(window, row, step, newest == Some(at)))
        .collect();
    lines::draw(&marked, scroll, area, buf, window.theme());
}

fn marked(window: &Window, row: Laid, step: usize, is_newest: bool) -> Line<'static> {
    let theme = window.theme();
    let is_there = row.step <= step;
    let mark = match () {
        () if !is_there || window.hidden().is_some() => " ",
        () if is_newest => theme.marks.cursor,
        () => theme.marks.bar,
    };
    let mut line = Line::from(Span::styled(format!("{mark} "), theme.text.patch(theme.accent)));
    let runs = row.runs.into_iter().map(Some).chain(std::iter::repeat(None));
    line.spans.extend(row.line.spans.into_iter().zip(runs).map(|(span, run)| {
        let is_there = is_there && run.is_none_or(|run| run <= step);
        let style = if is_there { span.style } else { span.style.patch(theme.quiet) };
        Span::styled(span.content, style)
    }));
    line
}

fn titled(window: &Window, seen: &Seen, width: u16) -> Vec<Line<'static>> {
    let theme = window.theme();
    let title = seen.parts.get(seen.stop.part).map_or("", |part| part.title.as_str());
    if title.is_empty() {
        return Vec::new();
    }
    say(title, theme.text.patch(theme.strong).patch(theme.accent), width, window)
}

/// The lines of the part that stands: as in the hall where they fit here, else laid out anew.
fn laid(window: &Window, scene: Scene<'_>, seen: &Seen, (width, rows): (u16, usize)) -> Vec<Laid> {
    let theme = window.theme();
    if let Some(timer) = scene.timer.filter(|timer| timer.big) {
        let (seconds, pace) = window.time(timer);
        let text = format!("{}  {}", pace.word(window.lang()), digits(seconds));
        let lines = say(&text, theme.text.patch(theme.strong), width, window);
        return lines.into_iter().map(|line| Laid::of(line, 0)).collect();
    }
    // Big digits would take the room of the task; the time stands above.
    let is_task = scene.poll.is_none() && scene.cover.is_some() && seen.parts.len() == 1;
    let scene = if is_task { Scene { timer: None, ..scene } } else { scene };
    let bare = is_task.then(|| window.scene(&window.hall(), scene));
    let seen = bare.as_ref().unwrap_or(seen);
    let Some(part) = seen.parts.get(seen.stop.part) else { return Vec::new() };
    let own = rows_of(part, |_, _| true);
    let fits = own.iter().all(|row| row.line.width() <= usize::from(width));
    if fits && own.len() <= rows {
        return own;
    }
    let size = (width.saturating_add(MARGINS), ENDLESS);
    let pane = Hall { size, density: Density::Dense, ..window.hall() };
    let from = part.begin();
    let until = seen.parts.get(seen.stop.part + 1).map(Part::begin);
    let anew = window.scene(&pane, scene);
    let anew = anew.parts.iter().flat_map(|part| {
        rows_of(part, |begin, end| {
            until.is_none_or(|until| begin < until) && end.is_none_or(|end| end > from)
        })
    });
    let mut anew: Vec<Laid> = anew.collect();
    if anew.len() > rows {
        anew.retain(|row| row.line.width() > 0);
    }
    anew
}

/// The lines of a part that are wanted, at most one empty line between two of them. It is asked with
/// where a line begins and where the next one does.
fn rows_of(
    part: &Part,
    is_wanted: impl Fn(crate::ui::hall::Place, Option<crate::ui::hall::Place>) -> bool,
) -> Vec<Laid> {
    let all: Vec<_> = part.shown().collect();
    let edge = all.iter().map(|row| row.at.0).min().unwrap_or(0);
    let nexts = all.iter().skip(1).map(|row| Some(row.place)).chain([None]);
    let mut rows: Vec<Laid> = Vec::new();
    let mut above = None;
    for (row, next) in all.iter().zip(nexts) {
        if !is_wanted(row.place, next) {
            continue;
        }
        let (x, y) = row.at;
        if above.is_some_and(|above| y > above + 1) {
            rows.push(Laid::of(Line::default(), row.step));
        }
        above = Some(y);
        let mut laid = Laid::of(Line::default(), row.step);
        if x > edge {
            laid.line.spans.push(Span::raw(" ".repeat(usize::from(x - edge))));
            laid.runs.push(row.step);
        }
        for (step, piece) in row.pieces() {
            laid.runs.extend(piece.spans.iter().map(|_| step));
            laid.line.spans.extend(piece.spans);
        }
        rows.push(laid);
    }
    rows
}
