//! What somebody was in the middle of when they left: its words for home, and the way back into it.

use super::{
    diagnosis,
    note::{self, NoteField},
    plan::opened,
    question::{self, Question},
    reader::{self, Reader},
    search::{self, Search},
};
use crate::{
    model::{profile::Spot, quiz, safe_text::safe_line, text::Lang},
    ui::{
        cx::Cx,
        screen::{AnyScreen, Step},
    },
};

/// What was left in the middle, and a line about it; `None` when reading or answering comes next.
pub(super) fn words(cx: &Cx) -> Option<(String, String)> {
    let spot = last(cx)?;
    let lang = cx.lang();
    match spot.screen.as_str() {
        search::SPOT => {
            let typed = cx.work().search.trim();
            let what = lang.pick("pencarian", "searching").to_owned();
            (!typed.is_empty()).then(|| (what, format!("“{}”", safe_line(typed))))
        }
        reader::VISIT => {
            let (m, p, page) = cx.course.page(&spot.key)?;
            let what = match lang {
                Lang::Id => format!("Modul {}, halaman {}", m + 1, p + 1),
                Lang::En => format!("Module {}, page {}", m + 1, p + 1),
            };
            Some((what, page.title(lang).to_owned()))
        }
        note::SPOT => {
            let (.., page) = cx.course.page(&spot.key)?;
            Some((lang.pick("catatan Anda", "your note").to_owned(), page.title(lang).to_owned()))
        }
        diagnosis::BEGIN | diagnosis::RATE => diagnosis::left_words(spot, cx),
        _ => opened::words(spot, cx),
    }
}

/// Opens it where it was left, with what lay below it.
pub(super) fn reopen(cx: &mut Cx) -> Option<Step> {
    words(cx)?;
    let desk = cx.work().desk.clone();
    let screens: Vec<_> = desk.iter().filter_map(|spot| screens(spot, cx)).flatten().collect();
    (!screens.is_empty()).then(|| Step::OpenAll(screens))
}

fn last(cx: &Cx) -> Option<&Spot> {
    cx.work().desk.last()
}

fn screens(spot: &Spot, cx: &mut Cx) -> Option<Vec<Box<dyn AnyScreen>>> {
    let screen: Box<dyn AnyScreen> = match spot.screen.as_str() {
        reader::SPOT => {
            let page = cx.work().place.as_ref()?.page.clone();
            cx.course.page(&page)?;
            Box::new(Reader::resume(&page, cx))
        }
        reader::VISIT => {
            cx.course.page(&spot.key)?;
            Box::new(Reader::visit(&spot.key))
        }
        question::SPOT => {
            quiz::open(&cx.course, cx.work())?;
            Box::new(Question::resumed(cx))
        }
        note::SPOT => {
            Box::new(NoteField::new(&spot.key, Some(Reader::below_note(&spot.key, cx)), cx))
        }
        search::SPOT => Box::new(Search::new(cx)),
        diagnosis::BEGIN | diagnosis::RATE => return diagnosis::reopen(spot, cx),
        _ => return opened::reopen(spot, cx),
    };
    Some(vec![screen])
}
