//! Sentences about prose files.

use std::ops::Range;

use crate::model::{faults::Log, markdown::Strange, text::Text};

type Place = Range<usize>;

pub(super) const BEFORE_PAGE: Text =
    Text::new("ini berada sebelum halaman pertama", "this stands before the first page");
pub(super) const BEFORE_PAGE_REMEDY: Text = Text::new(
    "Awali dengan <!-- page: kunci-halaman -->.",
    "Put <!-- page: page-key --> before it.",
);
pub(super) const BEFORE_TITLE: Text =
    Text::new("isi halaman mendahului judulnya", "the page's text comes before its heading");
pub(super) const BEFORE_TITLE_REMEDY: Text = Text::new(
    "Tulis satu judul “## …” tepat sesudah baris page.",
    "Write one heading “## …” right after the page line.",
);

/// Tells of something that is not shown as its author meant it.
pub(super) fn report(strange: Strange, is_comment: bool, place: Place, log: &mut Log<'_>) {
    match strange {
        Strange::Html if is_comment => log.error(
            place,
            Text::new(
                "komentar ini tidak berdiri sendiri di barisnya",
                "this comment does not stand alone on its line",
            ),
            Text::new(
                "Pindahkan ke baris tersendiri dengan baris kosong di atas dan di bawahnya.",
                "Move it to a line of its own with an empty line above and below.",
            ),
        ),
        Strange::Html => log.advice(
            place,
            Text::new("HTML tampil apa adanya", "HTML is shown as it is written"),
            Text::new("Pakai Markdown biasa.", "Use plain Markdown."),
        ),
        Strange::Image => log.advice(
            place,
            Text::new("gambar tidak ditampilkan", "images are not shown"),
            Text::new(
                "Ganti dengan kalimat, tabel, atau gambar dari huruf dalam blok kode.",
                "Use a sentence, a table, or a drawing in letters in a code block.",
            ),
        ),
        Strange::Footnote => log.advice(
            place,
            Text::new("catatan kaki tampil apa adanya", "footnotes are shown as they are written"),
            Text::new("Masukkan ke dalam kalimat.", "Put it into the sentence."),
        ),
        Strange::Heading => log.error(
            place,
            Text::new(
                "judul sebesar ini hanya untuk halaman",
                "a heading of this size is for pages only",
            ),
            Text::new("Pakai ### untuk judul kecil.", "Use ### for a small heading."),
        ),
        Strange::Wide => log.advice(
            place,
            Text::new("tabel ini terlalu lebar", "this table is too wide"),
            Text::new("Pakai dua atau tiga kolom.", "Use two or three columns."),
        ),
        Strange::Deep => log.advice(
            place,
            Text::new("daftar ini bertingkat terlalu dalam", "this list is nested too deeply"),
            Text::new("Pakai paling banyak dua tingkat.", "Use two levels at most."),
        ),
    }
}
