//! What is asked for before something is done to a whole profile.

use super::Who;
use crate::{
    model::{profile::LONGEST_NAME, text::Text},
    ui::widgets::prompt::Prompt,
};

/// What is being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Add,
    Rename,
    TakeHome,
    BringBack,
}

/// The line that is asked for, with what stands there already; `before` was typed a moment ago.
pub(super) fn prompt(ask: Ask, here: Option<&Who>, before: Option<&str>) -> Prompt {
    match ask {
        Ask::Add => Prompt::new(
            Text::new("Nama panggilan orang baru", "Preferred name of the new person"),
            Text::new(
                "Bahasa dan kantornya ditanyakan sesudah ini. NIP tidak perlu.",
                "Language and office are asked for next. No NIP is needed.",
            ),
            "",
        )
        .at_most(LONGEST_NAME),
        Ask::Rename => Prompt::new(
            Text::new("Nama panggilan", "Preferred name"),
            Text::new(
                "Hanya nama yang tampil yang berubah; foldernya tetap.",
                "Only the name that is shown changes; its folder stays.",
            ),
            here.map_or("", |who| &who.person.name),
        )
        .at_most(LONGEST_NAME),
        Ask::TakeHome => Prompt::new(
            Text::new("Salin ke berkas", "Copy into the file"),
            Text::new(
                "Satu berkas berisi semua jawaban, catatan, dan rencana. Pada laptop bersama, sebaiknya \
                     ketik folder stik USB Anda.",
                "One file with all answers, notes and plans. On a shared laptop, better type the \
                     folder of your own USB stick.",
            ),
            before.or(here.map(|who| who.carry_to.as_str())).unwrap_or_default(),
        ),
        Ask::BringBack => Prompt::new(
            Text::new("Ambil dari berkas", "Bring back from the file"),
            Text::new(
                "Ketik letak berkas yang dibawa pulang. Belum ada yang berubah sebelum Anda \
                     memilih tujuannya.",
                "Type where the file that was taken home lies. Nothing changes before you \
                     choose where it goes.",
            ),
            before.unwrap_or_default(),
        ),
    }
}
