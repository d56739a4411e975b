//! Questions on paper: the forms of the test as participants fill them in, their keys, and the
//! polls that a facilitator reads out.

use super::page_title;
use crate::model::{
    course::{Choice, Course, Item, Kind},
    document::{Document, plain, strong},
    markdown::{Block, Span},
    quiz,
    text::{Lang, Text},
};

/// Options stand in this order on paper, the same in a form and in its key.
const SEED: u64 = 0;
/// Where a word or a letter is written.
const SHORT: &str = "____";
/// Where more is written.
pub(super) const LONG: &str = "______________________________";

/// One form of the test for a participant; `form` is `a` or `b`.
pub(super) fn test(course: &Course, form: &str, lang: Lang, document: &mut Document) {
    let items: Vec<&Item> = course.test(form).collect();
    document.paragraph(vec![plain(course.title.get(lang).as_str())]);
    document.pairs([
        (lang.pick("Nama", "Name"), LONG.to_owned()),
        (lang.pick("Unit kerja", "Work unit"), LONG.to_owned()),
        (lang.pick("Tanggal", "Date"), LONG.to_owned()),
        (
            lang.pick("Nilai", "Mark"),
            format!("{SHORT} {} {}", lang.pick("dari", "of"), items.len()),
        ),
    ]);
    document.paragraph(vec![plain(lang.pick(
        "Kerjakan sendiri. Lingkari huruf jawaban Anda; tulis di garis bila ada garis. Bila ragu, tetap jawab. Hanya pada soal dengan beberapa jawaban benar, pilihan yang salah mengurangi nilai soal itu.",
        "Work alone. Circle the letter of your answer; write where there is a line. Answer even when unsure. Only where several answers are right, a wrong one takes off from that question.",
    ))]);
    for (number, item) in (1..).zip(items) {
        question(number, item, lang, document);
    }
}

/// The key of one form: answer, why, and the page to read again.
pub(super) fn key(course: &Course, form: &str, lang: Lang, document: &mut Document) {
    document.paragraph(vec![plain(lang.pick(
        "Hanya untuk fasilitator. Setiap soal bernilai 1; nilai sebagian menurut petunjuk di bawah.",
        "For the facilitator only. Each item counts 1; parts of a mark as said below.",
    ))]);
    document.blocks.push(Block::List {
        start: None,
        items: RULES.iter().map(|rule| line(rule.say(lang))).collect(),
    });
    for (number, item) in (1..).zip(course.test(form)) {
        document.heading(format!("{number}. {}", answer(item, lang)));
        document.paragraph(vec![plain(item.prompt.get(lang).as_str())]);
        reasons(item, lang, document);
        let page = page_title(course, &item.page, lang);
        document
            .paragraph(vec![plain(format!("{}: {page}", lang.pick("Baca lagi", "Read again")))]);
    }
}

/// How a part of a mark is counted on paper.
const RULES: [Text; 3] = [
    Text::new(
        "Benar–salah: setengah untuk putusannya, setengah untuk alasannya; alasan hanya dihitung bila putusannya benar.",
        "True or false: half for the verdict, half for the reason; the reason counts only with the right verdict.",
    ),
    Text::new(
        "Pilihan ganda lebih dari satu: (pilihan benar − pilihan salah) dibagi banyaknya jawaban benar, tidak kurang dari 0.",
        "Several right answers: (right ones chosen − wrong ones chosen) divided by all right ones, not below 0.",
    ),
    Text::new(
        "Menjodohkan dan memilah: bagian baris yang benar. Urutan: bagian pasangan bersebelahan yang benar.",
        "Matching and sorting: the share of right rows. Order: the share of right neighbours.",
    ),
];

/// The questions that are put to the whole room, each with its key.
pub(super) fn polls(course: &Course, lang: Lang, document: &mut Document) {
    document.paragraph(vec![plain(lang.pick(
        "Bacakan soalnya dan minta peserta mengangkat tangan untuk setiap huruf. Hitung. Bila 30 sampai 70 persen benar, minta mereka berdiskusi dengan teman di sebelahnya dua menit, lalu hitung lagi. Baru sesudah itu buka kuncinya.",
        "Read the question out and ask for a show of hands for each letter. Count. If 30 to 70 per cent are right, let neighbours talk for two minutes and count again. Only then give the key.",
    ))]);
    for (number, item) in (1..).zip(course.items().filter(|item| item.is_poll())) {
        question(number, item, lang, document);
        document.paragraph(vec![
            strong(lang.pick("Kunci", "Key")),
            plain(format!(": {}", answer(item, lang))),
        ]);
        reasons(item, lang, document);
    }
}

/// One question with room for its answer.
fn question(number: usize, item: &Item, lang: Lang, document: &mut Document) {
    document.paragraph(vec![strong(format!("{number}. ")), plain(item.prompt.get(lang).as_str())]);
    document.blocks.extend(room(item, lang));
}

/// What can be chosen, and where the answer is written.
pub(super) fn room(item: &Item, lang: Lang) -> Vec<Block> {
    let how = |text: Text| Block::Paragraph(vec![Span { emphasis: true, ..plain(text.say(lang)) }]);
    let long = |text: String| Block::Paragraph(vec![plain(text)]);
    let options = lettered(item, lang);
    match item.kind {
        Kind::Single => vec![options],
        Kind::Truth => vec![
            how(Text::new(
                "Benar / Salah (lingkari satu), karena:",
                "True / False (circle one), because:",
            )),
            options,
        ],
        Kind::Multiple => {
            vec![
                how(Text::new("Lingkari semua yang benar.", "Circle all that are right.")),
                options,
            ]
        }
        Kind::Order => vec![
            options,
            how(Text::new("Urutan hurufnya:", "The letters in order:")),
            long(LONG.to_owned()),
        ],
        Kind::Recall => vec![long(format!("{}: {LONG}", lang.pick("Jawaban", "Answer")))],
        Kind::Match | Kind::Classify => {
            let rows = quiz::rows(item, SEED);
            let rows = rows.iter().filter_map(|key| item.option(key));
            let items = rows.map(|row| line(&format!("{SHORT} {}", row.text.get(lang)))).collect();
            let how = how(Text::new(
                "Tulis hurufnya di depan setiap baris.",
                "Write the letter in front of each row.",
            ));
            vec![how, Block::List { start: Some(1), items }, options]
        }
        Kind::Reflect => vec![long(LONG.to_owned())],
    }
}

/// What can be chosen, with its letters, in the order of the paper. A poll has the letters that the
/// hall sees on the screen: those of the file.
fn letters(item: &Item) -> Vec<(char, String)> {
    let keys = match item.kind {
        Kind::Single | Kind::Multiple if item.is_poll() => {
            item.options.iter().map(|option| option.key.clone()).collect()
        }
        _ if item.has_rows() => quiz::choices(item, SEED),
        _ => quiz::shown(item, SEED),
    };
    ('A'..='Z').zip(keys).collect()
}

fn lettered(item: &Item, lang: Lang) -> Block {
    let text = |key: &str| {
        let text = if item.has_rows() {
            item.choice(key)
        } else {
            item.option(key).map(|option| &option.text)
        };
        text.map_or_else(String::new, |text| text.get(lang).clone())
    };
    let rows = letters(item)
        .into_iter()
        .map(|(letter, key)| vec![vec![strong(letter.to_string())], vec![plain(text(&key))]])
        .collect();
    Block::Table { header: vec![Vec::new(), Vec::new()], rows }
}

fn line(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![plain(text)])]
}

/// The right answer in the letters of the paper.
fn answer(item: &Item, lang: Lang) -> String {
    let letters = letters(item);
    let letter = |key: &str| {
        letters.iter().find(|(_, known)| known == key).map_or('?', |(letter, _)| *letter)
    };
    match item.kind {
        Kind::Single => item.right_keys().map(letter).collect(),
        Kind::Multiple => {
            let mut right: Vec<String> =
                item.right_keys().map(|key| letter(key).to_string()).collect();
            right.sort();
            right.join(", ")
        }
        Kind::Truth => {
            let verdict =
                if item.verdict { lang.pick("Benar", "True") } else { lang.pick("Salah", "False") };
            let reason: String = item.right_keys().map(letter).collect();
            format!("{verdict}, {reason}")
        }
        Kind::Order => item.options.iter().map(|option| letter(&option.key)).collect(),
        Kind::Recall => item.accept.get(lang).join(" / "),
        Kind::Match | Kind::Classify => {
            let rows = quiz::rows(item, SEED);
            let rows = (1..).zip(rows.iter().filter_map(|key| item.option(key)));
            let pair = |(number, row): (usize, &Choice)| {
                format!("{number} {}", letter(item.right_choice(row)))
            };
            rows.map(pair).collect::<Vec<_>>().join(", ")
        }
        Kind::Reflect => "–".to_owned(),
    }
}

/// Why the right answer is right; what is wrong about the others where there is only one.
fn reasons(item: &Item, lang: Lang, document: &mut Document) {
    if item.kind == Kind::Recall {
        document.paragraph(vec![plain(item.why.get(lang).as_str())]);
        return;
    }
    let letters = letters(item);
    let said: Vec<(char, &Choice)> = if item.has_rows() {
        Vec::new()
    } else {
        letters.iter().filter_map(|(letter, key)| Some((*letter, item.option(key)?))).collect()
    };
    if !said.is_empty() {
        let row = |(letter, option): (char, &Choice)| {
            vec![vec![strong(letter.to_string())], vec![plain(option.why.get(lang).as_str())]]
        };
        let rows = said.into_iter().map(row).collect();
        document.blocks.push(Block::Table { header: vec![Vec::new(), Vec::new()], rows });
    }
}
