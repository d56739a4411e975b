//! The screens, one file each. A new one costs two lines here, its module and its row in the list
//! of all keys, and the key that opens it where it is opened.

pub mod choice;
pub mod confirm;
pub mod contents;
mod desk;
pub mod diagnosis;
pub mod erase;
pub mod exams;
pub mod glossary;
pub mod handouts;
pub mod help;
pub mod home;
pub mod note;
pub mod notes;
pub mod people;
pub mod plan;
pub mod printed;
pub mod question;
pub mod reader;
pub mod result;
pub mod search;
pub mod settings;
pub mod sheet;
pub mod standing;
pub mod tour;
pub mod welcome;
pub mod words;

use ratatui::layout::Rect;

use super::{
    cx::Cx,
    keys::{self, Binding, HelpRow},
    screen::AnyScreen,
};
use crate::model::text::Text;

/// Where somebody begins who was here before: home, or the middle of the first minutes.
pub fn first_screen(cx: &Cx) -> Box<dyn AnyScreen> {
    match cx.work().desk.last() {
        Some(spot) if spot.screen == welcome::SPOT => Box::new(welcome::Welcome::new(cx)),
        Some(spot) if spot.screen == tour::SPOT => Box::new(tour::Tour::from(spot.at)),
        _ => Box::new(home::Home::new(cx)),
    }
}

/// The keys of one screen, for the list of all keys.
pub struct KeyPage {
    /// What people call the screen.
    pub name: Text,
    /// Its rows.
    pub rows: Vec<HelpRow>,
}

/// Every screen with its keys.
pub fn key_pages() -> Vec<KeyPage> {
    vec![
        page(Text::new("Layar pembuka", "First screen"), welcome::KEYS),
        page(Text::new("Perkenalan", "Tour"), tour::KEYS),
        page(Text::new("Peta modul", "Home screen"), home::KEYS),
        page(Text::new("Isi modul", "Contents of a module"), contents::KEYS),
        page(Text::new("Halaman", "Page"), reader::KEYS),
        page(Text::new("Istilah di halaman", "Words of a page"), words::KEYS),
        page(Text::new("Daftar istilah", "Glossary"), glossary::KEYS),
        page(Text::new("Isian catatan", "Writing a note"), note::KEYS),
        page(notes::NAME, notes::KEYS),
        page(Text::new("Soal", "Question"), question::KEYS),
        page(exams::NAME, exams::KEYS),
        page(Text::new("Lembar jawaban", "Answer sheet"), sheet::KEYS),
        page(Text::new("Hasil soal", "Result"), result::KEYS),
        page(Text::new("Pembahasan", "Explanations"), question::explained::KEYS),
        page(standing::NAME, standing::KEYS),
        page(Text::new("Rencana tindak lanjut", "Follow-up plan"), plan::KEYS),
        page(Text::new("Isian rencana", "Filling in the plan"), plan::FORM_KEYS),
        page(Text::new("Pilih rencana", "Choose a plan"), plan::LIST_KEYS),
        page(Text::new("Rencana langkah demi langkah", "The plan step by step"), plan::GUIDE_KEYS),
        page(Text::new("Jika–maka dari ingatan", "If–then from memory"), plan::REHEARSAL_KEYS),
        page(Text::new("Tinjauan rencana", "Check-ins"), plan::CHECKINS_KEYS),
        page(Text::new("Mengisi tinjauan", "A check-in"), plan::HOLDING_KEYS),
        page(diagnosis::NAME, diagnosis::KEYS),
        page(Text::new("Diagnosis baru", "A new diagnosis"), diagnosis::BEGIN_KEYS),
        page(Text::new("Pernyataan diagnosis", "Statement of the diagnosis"), diagnosis::RATE_KEYS),
        page(Text::new("Hasil diagnosis", "Result of the diagnosis"), diagnosis::OUTCOME_KEYS),
        page(handouts::NAME, handouts::KEYS),
        page(
            Text::new("Rencana selengkapnya, lembar cetak", "The whole plan, a handout"),
            printed::KEYS,
        ),
        page(Text::new("Pencarian", "Search"), search::KEYS),
        page(Text::new("Orang di laptop ini", "People on this laptop"), people::KEYS),
        page(Text::new("Hapus dari laptop ini", "Erase from this laptop"), erase::KEYS),
        page(Text::new("Setelan", "Settings"), settings::KEYS),
        page(Text::new("Bantuan", "Help"), help::KEYS),
        page(Text::new("Pastikan dahulu", "Please confirm"), confirm::KEYS),
        page(Text::new("Keputusan", "Decision"), choice::KEYS),
    ]
}

fn page<M: Copy>(name: Text, rows: &[Binding<M>]) -> KeyPage {
    KeyPage { name, rows: keys::help(rows, |_| true) }
}

/// A body with one empty row above and one column at each side; the right one is for the marks that
/// say there is more.
pub(crate) const fn padded(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    }
}

/// Rows of a padded body.
pub(crate) fn padded_height(cx: &Cx) -> usize {
    usize::from(padded(cx.body).height)
}
