//! The rows of home: modules, what is due, tests, the plan.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    model::{
        dates, plan,
        progress::{self, ModuleProgress, ModuleState},
        quiz::Ask,
        text::Lang,
    },
    ui::{
        cx::Cx,
        frame,
        screens::{diagnosis, exams},
    },
};

const PAGES: usize = 8;
const STATE: usize = 13;
const LABEL: usize = 7;
/// The map is not drawn wider than the longest titles need.
pub(super) const WIDEST: u16 = 92;

/// Columns of the questions, as wide as their heading.
const fn items_width(lang: Lang) -> usize {
    match lang {
        Lang::Id => 8,
        Lang::En => 11,
    }
}

/// From this width on there is room for the state in words; below, its mark and the counts tell it.
const WITH_STATE: usize = 68;

const fn state_width(width: usize) -> usize {
    if width < WITH_STATE { 0 } else { STATE }
}

pub(super) fn columns_head(width: usize, lang: Lang, style: Style) -> Line<'static> {
    let items_width = items_width(lang);
    let title = width.saturating_sub(PAGES + items_width + state_width(width));
    let pages = lang.pick("Halaman", "Pages");
    let items = lang.pick("Soal", "Questions");
    Line::styled(format!("{:title$}{pages:>PAGES$}{items:>items_width$}", ""), style)
}

pub(super) fn module_row(
    number: usize,
    title: &str,
    numbers: &ModuleProgress,
    width: usize,
    cx: &Cx,
) -> Vec<Span<'static>> {
    let (mark, style) = match numbers.state {
        ModuleState::NotBegun => (cx.theme.marks.empty, cx.theme.quiet),
        ModuleState::Done => (cx.theme.marks.check, cx.theme.right),
        _ => (cx.theme.marks.full, cx.theme.accent),
    };
    let items_width = items_width(cx.lang());
    let room = width.saturating_sub(2 + 5 + PAGES + items_width + state_width(width));
    let title = frame::fit(title, room, &cx.theme);
    let gap = " ".repeat(room - title.width().min(room));
    let pages = format!("{}/{}", numbers.read, numbers.pages);
    let items = format!("{}/{}", numbers.answered, numbers.items);
    let mut row = vec![
        Span::styled(mark, style),
        Span::raw(format!(" {number}  {title}{gap}{pages:>PAGES$}{items:>items_width$}")),
    ];
    if state_width(width) > 0 {
        row.push(Span::styled(format!("   {}", state_word(numbers.state, cx.lang())), style));
    }
    row
}

/// The plan: how much there is, and when it was last touched.
pub(super) fn plan_row(width: usize, cx: &Cx) -> Vec<Span<'static>> {
    let lang = cx.lang();
    let name = lang.pick("RTL", "Plan");
    let words = match plan::latest(&cx.profile().plans) {
        None => lang
            .pick(
                "belum ada; tekan r untuk memulai rencana Anda",
                "none yet; press r to begin a plan for your office",
            )
            .to_owned(),
        Some(plan) => {
            let day = dates::short_date(plan.edited.date(), lang);
            match (lang, plan.rows.len()) {
                (Lang::Id, rows) => format!("{rows} baris; terakhir disunting {day}"),
                (Lang::En, 1) => format!("1 row; last edited {day}"),
                (Lang::En, rows) => format!("{rows} rows; last edited {day}"),
            }
        }
    };
    labelled(name, &words, width, cx)
}

/// The office: its diagnosis, or that it is time for another one.
pub(super) fn office_row(width: usize, cx: &Cx) -> Vec<Span<'static>> {
    labelled(cx.lang().pick("Kantor", "Office"), &diagnosis::home_words(cx), width, cx)
}

/// A label and quiet words beside it.
pub(super) fn labelled(name: &str, words: &str, width: usize, cx: &Cx) -> Vec<Span<'static>> {
    let words = frame::fit(words, width.saturating_sub(2 + LABEL), &cx.theme);
    vec![Span::raw(format!("{name:<LABEL$}")), Span::styled(words, cx.theme.quiet)]
}

/// What is due today, or when something will be.
pub(super) fn review_row(width: usize, cx: &Cx) -> Vec<Span<'static>> {
    labelled(cx.lang().pick("Ulang", "Review"), &exams::due_words(cx), width, cx)
}

/// The tests: the one before the course while it is offered, else what there is.
pub(super) fn tests_row(width: usize, cx: &Cx) -> Vec<Span<'static>> {
    let lang = cx.lang();
    let is_new = cx.work().answers.is_empty();
    let words = if is_new && progress::is_offered(&cx.course, cx.work(), &Ask::Pre) {
        lang.pick(
            "tes awal sebelum mulai (boleh dilewati)",
            "a test before you begin (may be skipped)",
        )
        .to_owned()
    } else {
        let wrong = cx.standing().mistakes.len();
        match (lang, wrong) {
            (Lang::Id, 0) => "per modul atau semua modul".to_owned(),
            (Lang::En, 0) => "in a module, or over all".to_owned(),
            (Lang::Id, wrong) => format!("per modul atau semua; salah terakhir kali: {wrong} soal"),
            (Lang::En, wrong) => format!("in a module or over all; wrong last time: {wrong}"),
        }
    };
    labelled(lang.pick("Ujian", "Tests"), &words, width, cx)
}

/// The word for a module's state.
pub fn state_word(state: ModuleState, lang: Lang) -> &'static str {
    match state {
        ModuleState::NotBegun => lang.pick("belum", "not yet"),
        ModuleState::Reading => lang.pick("berjalan", "reading"),
        ModuleState::ToAnswer => lang.pick("jawab soal", "to answer"),
        ModuleState::ToRepeat => lang.pick("ulangi", "repeat"),
        ModuleState::Done => lang.pick("tuntas", "done"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_for_a_state_fits_its_column() {
        use ModuleState::{Done, NotBegun, Reading, ToAnswer, ToRepeat};
        for state in [NotBegun, Reading, ToAnswer, ToRepeat, Done] {
            for lang in Lang::ALL {
                assert!(
                    3 + state_word(state, lang).width() <= STATE,
                    "{}",
                    state_word(state, lang)
                );
            }
        }
    }
}
