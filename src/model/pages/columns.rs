//! Tables whose columns come one after the other: what `<!-- columns -->` asks of the table below it.

use std::ops::Range;

use toml::Spanned;

use crate::model::{
    faults::Log,
    markdown::{Block, WIDEST},
    text::{Said, Text},
};

type Place = Range<usize>;

/// What a line `<!-- columns -->` asks for, until its table is found.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// How many are there at once, where the author says so.
    pub(super) at_once: Option<usize>,
    /// Where it stands.
    pub(super) place: Place,
}

/// How many columns are there at once.
pub(super) fn number(value: &Spanned<String>, log: &mut Log<'_>) -> Option<usize> {
    let most = WIDEST - 1;
    let number = value.get_ref().parse::<usize>().ok().filter(|it| (1..=most).contains(it));
    if number.is_none() {
        let what = Said::new(
            format!("“columns” harus bilangan bulat 1 sampai {most}"),
            format!("“columns” must be a whole number from 1 to {most}"),
        );
        let remedy = Text::new(
            "Tulis banyaknya kolom yang langsung tampil.",
            "Write how many columns are there at once.",
        );
        log.error(value.span(), what, remedy);
    }
    number
}

impl Columns {
    /// How many columns of the table that these blocks begin with come later.
    pub(super) fn late(self, blocks: &[Block], log: &mut Log<'_>) -> usize {
        let Some(Block::Table { header, .. }) = blocks.first() else {
            self.without_table(log);
            return 0;
        };
        let count = header.len();
        // Of two columns the second is the news; of more, the first names the rows.
        let at_once = self.at_once.unwrap_or(if count > 2 { 2 } else { 1 });
        if at_once >= count {
            let what = Said::new(
                format!("tabel ini hanya {count} kolom; tidak ada yang menyusul"),
                format!("the table has {count} columns only; none is left to come later"),
            );
            let remedy = Text::new(
                "Kecilkan angkanya, atau hapus baris ini.",
                "Use a smaller number, or delete this line.",
            );
            log.error(self.place, what, remedy);
        }
        count.saturating_sub(at_once)
    }

    /// Notes that no table stands below it.
    pub(super) fn without_table(self, log: &mut Log<'_>) {
        let what = Text::new(
            "di bawah arahan columns tidak ada tabel",
            "no table stands below the directive columns",
        );
        let remedy = Text::new(
            "Pindahkan ke tepat di atas tabelnya, atau hapus baris ini.",
            "Move it to right above the table, or delete this line.",
        );
        log.error(self.place, what, remedy);
    }
}
