//! What a question says around its own text: what to do, what is missing, how it went.

use unicode_width::UnicodeWidthStr;

use super::Question;
use crate::{
    model::{
        course::{Item, Kind},
        dates,
        profile::Answer,
        quiz::Ask,
        text::{Lang, Text},
    },
    ui::{cx::Cx, screens::contents::module_title},
};

impl Question {
    /// What is still missing from an answer.
    pub(super) fn lacking(&self, kind: Kind, cx: &Cx) -> String {
        let lang = cx.lang();
        match (kind, self.open_rows(cx).len(), lang) {
            (Kind::Match | Kind::Classify, open, Lang::Id) => {
                format!("Masih {open} baris belum terisi. Silakan lengkapi dahulu.")
            }
            (Kind::Match | Kind::Classify, 1, Lang::En) => {
                "One row is still empty. Please fill it in first.".to_owned()
            }
            (Kind::Match | Kind::Classify, open, Lang::En) => {
                format!("{open} rows are still empty. Please fill them in first.")
            }
            _ => lacking(kind, lang).to_owned(),
        }
    }
}

/// What is missing, for kinds where it needs no number.
const fn lacking(kind: Kind, lang: Lang) -> &'static str {
    let text = match kind {
        Kind::Reflect => Text::new(
            "Silakan tulis dahulu, walau hanya satu kalimat.",
            "Please write something first, even a single sentence.",
        ),
        Kind::Order => Text::new(
            "Belum semua langkah diurutkan. Silakan lengkapi dahulu.",
            "Some steps have no place yet. Please complete the order first.",
        ),
        Kind::Recall => {
            Text::new("Silakan ketik jawabannya dahulu.", "Please type your answer first.")
        }
        _ => Text::new(
            "Silakan tandai sedikitnya satu jawaban dahulu.",
            "Please mark at least one answer first.",
        ),
    };
    text.say(lang)
}

/// The question about confidence, on one line where it fits and else on two.
pub(super) fn how_sure(width: u16, lang: Lang) -> Vec<String> {
    let question = lang.pick("Seberapa yakin Anda?", "How sure are you?");
    let levels =
        lang.pick("1 menebak   2 cukup yakin   3 yakin", "1 a guess   2 fairly sure   3 sure");
    let line = format!("{question}   {levels}");
    if line.width() <= usize::from(width) {
        vec![line]
    } else {
        vec![question.to_owned(), levels.to_owned()]
    }
}

/// What to do with a question of this kind, in a line.
pub(super) fn task(item: &Item, lang: Lang) -> &'static str {
    match item.kind {
        Kind::Single => "",
        Kind::Truth => lang.pick(
            "Benar atau salah? Lalu pilih alasannya.",
            "True or false? Then choose the reason.",
        ),
        Kind::Multiple => lang.pick(
            "Tandai dengan huruf atau Spasi, lalu Enter.",
            "Mark by letter or Space, then Enter.",
        ),
        Kind::Order => lang.pick(
            "Tekan huruf menurut urutannya, lalu Enter. Backspace menarik kembali yang terakhir.",
            "Press the letters in order, then Enter. Backspace takes the last one back.",
        ),
        Kind::Recall => lang.pick("Ketik jawabannya, lalu Enter.", "Type the answer, then Enter."),
        Kind::Match => lang.pick(
            "Tekan huruf pasangan untuk tiap baris, lalu Enter.",
            "Press the letter of its partner for each row, then Enter.",
        ),
        Kind::Classify => lang.pick(
            "Tekan huruf kelompok untuk tiap baris, lalu Enter.",
            "Press the letter of its group for each row, then Enter.",
        ),
        Kind::Reflect => lang.pick(
            "Tulis dengan kata-kata sendiri, lalu Enter. Tulisan ini tidak dinilai.",
            "Write in your own words, then Enter. This text is not marked.",
        ),
    }
}

fn verdict_name(verdict: bool, lang: Lang) -> &'static str {
    if verdict { lang.pick("benar", "true") } else { lang.pick("salah", "false") }
}

/// What a statement is in fact.
pub(super) fn in_fact(verdict: bool, lang: Lang) -> String {
    let name = verdict_name(verdict, lang);
    match lang {
        Lang::Id => format!("Yang tepat: {name}"),
        Lang::En => format!("In fact: {name}"),
    }
}

/// That somebody was sure and not right, which is worth a moment.
pub(super) fn sure_but_wrong(is_settled: bool, lang: Lang) -> &'static str {
    if is_settled {
        lang.pick(
            "Anda yakin, tetapi belum tepat. Luangkan waktu sebentar: baca alasan setiap pilihan. \
             Soal ini kembali pada putaran berikutnya.",
            "You were sure, but not right. Take a moment and read why for every option. This \
             question comes back in the next round.",
        )
    } else {
        lang.pick(
            "Anda yakin, tetapi belum tepat. Periksa sekali lagi sebelum mencoba.",
            "You were sure, but not right. Look again before you try once more.",
        )
    }
}

pub(super) fn verdict_words(verdict: bool, lang: Lang) -> &'static str {
    if verdict {
        lang.pick("Anda menilai pernyataan ini benar", "You say this is true")
    } else {
        lang.pick("Anda menilai pernyataan ini salah", "You say this is false")
    }
}

/// That a reflection was kept, and how much of the list was ticked.
pub(super) fn mused(ticked: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("Direnungkan: {ticked} dari {all} butir dicentang. Tidak dinilai."),
        Lang::En => format!("Reflected on: {ticked} of {all} points ticked. Not marked."),
    }
}

/// That a text is as long as it can be.
pub(super) fn full(longest: usize, lang: Lang) -> String {
    let longest = dates::number(longest as f64, 0, lang);
    match lang {
        Lang::Id => {
            format!("Tulisan ini paling panjang {longest} karakter; selebihnya tidak dimasukkan.")
        }
        Lang::En => {
            format!("This text holds at most {longest} characters; the rest was left out.")
        }
    }
}

pub(super) fn why_ask(lang: Lang) -> &'static str {
    lang.pick("Mengapa?", "Why?")
}

pub(super) fn did_you_mean(form: &str, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("Maksud Anda “{form}”? Enter: ya. Atau perbaiki ketikannya."),
        Lang::En => format!("Did you mean “{form}”? Enter: yes. Or correct what you typed."),
    }
}

pub(super) fn verdict_on(answer: &Answer, is_settled: bool, lang: Lang) -> String {
    let share = dates::percent(answer.mark, lang);
    match (answer.mark >= 1.0, answer.mark > 0.0, is_settled, lang) {
        (true, _, _, Lang::Id) if answer.attempt == 1 => "Benar.".to_owned(),
        (true, _, _, Lang::Id) => "Benar pada percobaan kedua.".to_owned(),
        (true, _, _, Lang::En) if answer.attempt == 1 => "Right.".to_owned(),
        (true, _, _, Lang::En) => "Right on the second try.".to_owned(),
        (false, true, false, Lang::Id) => {
            format!("Sebagian tepat ({share}). Enter: coba sekali lagi.")
        }
        (false, true, false, Lang::En) => format!("Partly right ({share}). Enter: try once more."),
        (false, false, false, Lang::Id) => "Belum tepat. Enter: coba sekali lagi.".to_owned(),
        (false, false, false, Lang::En) => "Not quite. Enter: try once more.".to_owned(),
        (false, true, true, Lang::Id) => format!("Sebagian tepat ({share})."),
        (false, true, true, Lang::En) => format!("Partly right ({share})."),
        (false, false, true, Lang::Id) => "Belum tepat; silakan baca alasannya.".to_owned(),
        (false, false, true, Lang::En) => "Not quite; please read why.".to_owned(),
    }
}

/// What a round is called: "Modul 2 · Studi kasus", "Ujian · Modul 2", "Ulang".
pub fn title(ask: &Ask, cx: &Cx) -> String {
    let lang = cx.lang();
    let module = ask.module().and_then(|key| cx.course.module(key));
    let name = name(ask).say(lang);
    match (ask, module) {
        (Ask::Module(_), Some((number, module))) => module_title(number, module, lang),
        (_, Some((number, _))) => match lang {
            Lang::Id => format!("{name} · Modul {}", number + 1),
            Lang::En => format!("{name} · Module {}", number + 1),
        },
        (_, None) => name.to_owned(),
    }
}

/// What a mode is called.
pub const fn name(ask: &Ask) -> Text {
    match ask {
        Ask::Module(_) => Text::new("Latihan", "Practice"),
        Ask::Test(_) => Text::new("Ujian", "Test"),
        Ask::Pre => Text::new("Tes awal", "Test before the course"),
        Ask::Post => Text::new("Tes akhir", "Test after the course"),
        Ask::Mistakes(_) => Text::new("Ulang yang salah", "Repeat mistakes"),
        Ask::Review => Text::new("Ulang", "Review"),
    }
}
