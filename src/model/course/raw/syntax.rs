//! What the reader of TOML complains about, in our words.

use crate::model::text::{Said, Text};

/// Complaints by words that occur in them: what is wrong, what to do. The first that fits is told.
const COMPLAINTS: [(&[&str], Text, Text); 9] = [
    (
        &["duplicate key"],
        Text::new(
            "nama ini sudah ditulis di tabel yang sama",
            "this name is already written in the same table",
        ),
        Text::new(
            "Hapus salah satunya. Bila ini daftar, tulis [[…]] pada setiap bagiannya, juga yang pertama.",
            "Delete one of the two. In a list, write [[…]] above each part, the first one too.",
        ),
    ),
    (
        &["recurs"],
        Text::new("isinya bertingkat terlalu dalam", "this is nested too deeply"),
        Text::new("Tulis dengan tingkat yang lebih sedikit.", "Write it with fewer levels."),
    ),
    (
        &["unclosed table", "unclosed array table", "missing table open"],
        Text::new(
            "kurung siku judul tabel ini tidak lengkap",
            "the brackets of this table's head are not complete",
        ),
        Text::new("Tulis misalnya [[item]].", "Write [[item]], for example."),
    ),
    (
        &["escaped value", "escape"],
        Text::new(
            "garis miring \\ di dalam tanda kutip berarti lain",
            "a backslash \\ within quotation marks means something else",
        ),
        Text::new(
            "Tulis \\\\, atau pakai garis miring biasa: /.",
            "Write \\\\, or use a plain slash: /.",
        ),
    ),
    (
        &["boolean"],
        Text::new("ini bukan true atau false", "this is neither true nor false"),
        Text::new("Tulis dengan huruf kecil.", "Write it in small letters."),
    ),
    (
        &["array", "inline table"],
        Text::new(
            "daftar di sini atau di atasnya kurang koma atau kurung penutup",
            "the list here or above lacks a comma or its closing bracket",
        ),
        Text::new("Lengkapi koma dan kurungnya.", "Complete its commas and brackets."),
    ),
    (
        &["unexpected key or value"],
        Text::new(
            "sesudah isi baris ini masih ada tulisan",
            "there is something more after the value on this line",
        ),
        Text::new(
            "Tanda kutip di dalam teks ditulis “ dan ”, atau \\\".",
            "Write quotation marks within a text as “ and ”, or as \\\".",
        ),
    ),
    (
        &["quot", "string"],
        Text::new(
            "teks ini tidak diapit tanda kutip dengan benar",
            "this text is not put in quotation marks properly",
        ),
        Text::new("Awali dan akhiri teksnya dengan \".", "Begin and end the text with \"."),
    ),
    (
        &["key with no value", "missing value", "assignment", "`=`", "key-value"],
        Text::new("baris ini bukan “nama = isi”", "this line is not “name = value”"),
        Text::new(
            "Tulis nama, tanda sama dengan, lalu isinya.",
            "Write a name, an equals sign and the value.",
        ),
    ),
];

/// What is wrong and what to do, from the reader's own message.
pub(super) fn said(message: &str) -> (Said, Said) {
    let known = COMPLAINTS.iter().find(|(words, ..)| has(message, words));
    if let Some((_, what, remedy)) = known {
        return ((*what).into(), (*remedy).into());
    }
    let message = message.split(", expected").next().unwrap_or_default();
    let what = Said::new(
        format!("TOML tidak dapat dibaca di sini ({message})"),
        format!("TOML cannot be read here ({message})"),
    );
    let remedy = Text::new(
        "Periksa tanda kutip, kurung, dan tanda sama dengan di sekitarnya.",
        "Check the quotation marks, brackets and equals signs around it.",
    );
    (what, remedy.into())
}

/// Whether what follows this complaint in the file is nonsense because of it.
pub(super) fn spoils_the_rest(message: &str) -> bool {
    has(message, &["array", "inline table", "recurs"])
}

fn has(message: &str, words: &[&str]) -> bool {
    words.iter().any(|word| message.contains(word))
}
