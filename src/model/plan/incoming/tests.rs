//! What is read is what was written; what cannot be understood is told with its place and never
//! taken in part.

use proptest::prelude::*;

use super::*;
use crate::model::{
    course::Factor,
    plan::{
        FORMAT, Row, SCHEMA, Status,
        columns::{Column, factor_name},
        guard::guard,
        tests::full,
    },
    text::{Lang, Said},
};

fn course() -> Course {
    let factor = |key: &str, id: &str, en: &str| Factor {
        key: key.to_owned(),
        name: Said::new(id.to_owned(), en.to_owned()),
    };
    let factors = vec![
        factor("monev", "Monitoring dan evaluasi", "Monitoring and evaluation"),
        factor("komitmen", "Komitmen pimpinan", "Commitment of leaders"),
    ];
    Course { factors, ..Course::default() }
}

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

fn read_text(text: &str) -> Result<Incoming, Vec<Fault>> {
    read(text.as_bytes(), &course(), today())
}

fn rows_of(text: &str) -> Vec<Row> {
    match read_text(text) {
        Ok(Incoming::Rows(table)) => {
            let fill = |line: &Line| {
                let mut row = Row::new(line.id.clone());
                line.fill(&mut row);
                row
            };
            table.lines.iter().map(fill).collect()
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn fault_of(text: &str) -> Fault {
    let mut faults = read_text(text).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

/// A plain writer, as spreadsheets do it: every cell in quotation marks.
fn written(rows: &[Row], between: &str, lang: Lang, columns: &[Column]) -> String {
    let quoted = |text: &str| format!("\"{}\"", guard(text).replace('"', "\"\""));
    let course = course();
    let head: Vec<String> = columns.iter().map(|it| quoted(it.header().say(lang))).collect();
    let mut out = vec![head.join(between)];
    for (number, row) in (1..).zip(rows) {
        let cell = |column: &Column| {
            let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
            let text = match column {
                Column::Number => number.to_string(),
                Column::Factor => {
                    let key = row.factor.as_deref().unwrap_or_default();
                    factor_name(&course, key, lang).to_owned()
                }
                Column::Start => day(row.start),
                Column::Finish => day(row.finish),
                Column::Status => row.status.say(lang).to_owned(),
                Column::Id => row.id.clone(),
                text => text.text(row).cloned().unwrap_or_default(),
            };
            quoted(&text)
        };
        out.push(columns.iter().map(cell).collect::<Vec<_>>().join(between));
    }
    out.join("\r\n") + "\r\n"
}

#[test]
fn a_table_is_read_whatever_its_separator_language_order_and_first_mark() {
    let rows = full().rows;
    let mut turned = Column::ALL;
    turned.reverse();
    for between in [";", ",", "\t"] {
        for lang in Lang::ALL {
            for columns in [Column::ALL, turned] {
                for front in ["", "\u{feff}"] {
                    let text = front.to_owned() + &written(&rows, between, lang, &columns);
                    assert_eq!(rows_of(&text), rows, "{text}");
                }
            }
        }
    }
    let hint = "sep=;\r\n".to_owned() + &written(&rows, ";", Lang::Id, &Column::ALL);
    assert_eq!(rows_of(&hint), rows);
}

#[test]
fn a_table_made_by_hand_is_read_as_people_write_it() {
    let text = "No;Kegiatan;PJ;Tanggal mulai;Selesai;Faktor;Status;Catatan\n\
                1;Mengukur waktu;Kasubbag Umum;1/12/2026;14 Des 2026;komitmen pimpinan;berjalan;x\n\
                ;;;;;;;\n\
                2;\"Memasang bagan;\nalur\";;2026-12-07;–;;;\n";
    let rows = rows_of(text);
    assert_eq!(rows.len(), 2);
    let first = &rows[0];
    assert_eq!(first.action, "Mengukur waktu");
    assert_eq!(first.responsible, "Kasubbag Umum");
    assert_eq!((first.start, first.finish), ("2026-12-01".parse().ok(), "2026-12-14".parse().ok()));
    assert_eq!(first.factor.as_deref(), Some("komitmen"));
    assert_eq!(first.status, Status::Started);
    assert_eq!(rows[1].action, "Memasang bagan;\nalur");
    assert_eq!((rows[1].finish, rows[1].factor.clone()), (None, None));
    let Ok(Incoming::Rows(table)) = read_text(text) else { panic!("a table") };
    assert_eq!(table.left_out, ["Catatan"]);
}

#[test]
fn a_row_without_a_name_gets_the_same_one_each_time_and_one_of_its_own() {
    let text = "Rencana aksi\nMengukur\nMengukur\nMemasang\n";
    let names = |text: &str| rows_of(text).into_iter().map(|row| row.id).collect::<Vec<_>>();
    let first = names(text);
    assert_eq!(first, names(text));
    assert!(first.iter().all(|id| is_id(id)));
    assert_eq!(first.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    // A row that was copied in a spreadsheet has the name of the first.
    let copied = names("Rencana aksi;ID baris\nMengukur;ab\nMemasang;ab\n");
    assert_eq!(copied[0], "ab");
    assert_ne!(copied[1], "ab");
}

#[test]
fn a_fault_of_a_table_names_line_column_what_and_what_to_do() {
    let long = format!("Rencana aksi\n{}\n", "x".repeat(4097));
    let many = "Rencana aksi\n".to_owned() + &"Mengukur\n".repeat(MOST_ROWS + 1);
    for (text, place, words) in [
        ("Rencana aksi;Mulai\nMengukur;31/02/2026\n", "Baris 2, “Mulai”", "31 Februari 2026 tidak"),
        ("Rencana aksi;Mulai\nA;1/1/2026\nB;besok\n", "Baris 3, “Mulai”", "2026-12-24"),
        ("Rencana aksi;Mulai\nMengukur;1 Des\n", "Baris 2, “Mulai”", "tanpa tahun"),
        ("Rencana aksi;Mulai\nMengukur;12/31/2026\n", "Baris 2, “Mulai”", "Bulan 31"),
        ("sep=;\nRencana aksi;Mulai\nMengukur;x\n", "Baris 3, “Mulai”", "belum terbaca"),
        ("Rencana aksi;ID baris\nMengukur;=cmd\n", "Baris 2, “ID baris”", "bukan ID"),
        ("Rencana aksi;Target\nMengukur;5;6\n", "Baris 2", "3 sel"),
        ("Rencana aksi\n\"Mengukur\nwaktu\n", "Baris 2", "tidak ditutup"),
        ("Rencana aksi;Aksi\nMengukur;x\n", "Baris 1, “Aksi”", "dua kali"),
        ("nama;umur\nSiti;30\n", "Baris 1", "“nama”, “umur”"),
        ("Rencana aksi\n\n", "", "Tidak ada baris"),
        ("", "", "kosong"),
        (&long, "Baris 2, “Rencana aksi”", "4097"),
        (&many, "", "201 baris"),
    ] {
        let fault = fault_of(text);
        let said = fault.say(Lang::Id);
        assert!(said.starts_with(place) && said.contains(words), "{said}");
        assert!(!fault.say(Lang::En).is_empty());
    }
    assert_eq!(read_text("Rencana aksi;Mulai\nA;x\nB;y\n").unwrap_err().len(), 2, "each is told");
    let latin = read(b"Rencana aksi\nMengukur 5\x96 hari\n", &course(), today()).unwrap_err();
    assert!(latin[0].say(Lang::Id).starts_with("Baris 2: Bukan teks UTF-8"), "{latin:?}");
    let large = read(&vec![b' '; LARGEST + 1], &course(), today()).unwrap_err();
    assert!(large[0].say(Lang::En).contains("16 MB"), "{large:?}");
}

#[test]
fn a_fault_of_json_names_its_place_and_what_to_do() {
    let plan = serde_json::to_string(&full()).unwrap();
    let value = || serde_json::to_value(full()).unwrap();
    let change = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = value();
        change(&mut value);
        value.to_string()
    };
    let cut = plan.get(..plan.len() / 2).unwrap();
    for (text, words) in [
        (cut.to_owned(), "terpotong"),
        ("{\"format\": nol}".to_owned(), "JSON yang utuh"),
        ("{}".to_owned(), "bukan rencana"),
        ("{\"format\":\"pandu-profile\"}".to_owned(), "profile restore"),
        (change(&|it| it["schema"] = 99.into()), "lebih baru"),
        (change(&|it| it["rows"][0]["action"] = 5.into()), "invalid type"),
        (change(&|it| drop(it.as_object_mut().unwrap().remove("edited"))), "edited"),
        (change(&|it| it["rows"][0]["id"] = "../x".into()), "rows[0].id"),
        (change(&|it| it["id"] = "".into()), "bukan ID"),
        (change(&|it| it["head"]["goal"] = "x".repeat(4097).into()), "head.goal"),
        (change(&|it| it["rows"][0]["action"] = "x".repeat(5000).into()), "rows[0].action"),
        (format!("[{plan},{plan}]"), "sudah dipakai"),
        ("[]".to_owned(), "0 rencana"),
        ("[".repeat(500), "diharapkan"),
    ] {
        let said = fault_of(&text).say(Lang::Id);
        assert!(said.contains(words), "{words}: {said}");
    }
    let twice = change(&|it| {
        let row = it["rows"][0].clone();
        it["rows"].as_array_mut().unwrap().push(row);
    });
    assert!(fault_of(&twice).say(Lang::En).contains("rows[1].id"));
    let nameless = change(&|it| it["checkins"] = serde_json::json!([{ "due": "2026-12-24" }]));
    assert!(fault_of(&nameless).say(Lang::En).contains("checkins[0].id"));
    let twice = change(&|it| it["checkins"] = serde_json::json!([{ "id": "c" }, { "id": "c" }]));
    assert!(fault_of(&twice).say(Lang::En).contains("checkins[1].id"));
}

#[test]
fn plans_come_back_from_json_as_they_were_with_what_this_version_does_not_know() {
    let mut plan = full();
    plan.unknown.insert("later".to_owned(), 1.into());
    plan.rows[0].unknown.insert("later".to_owned(), "x".into());
    let mut other = plan.clone();
    other.id = "ff".to_owned();
    let text = serde_json::to_string_pretty(&[&plan, &other]).unwrap();
    let both = Incoming::Plans(vec![plan.clone(), other]);
    assert_eq!(read_text(&("\u{feff}\n".to_owned() + &text)).unwrap(), both);
    let one = serde_json::to_string(&plan).unwrap();
    assert_eq!(read_text(&one).unwrap(), Incoming::Plans(vec![plan]));
    assert!(one.contains(FORMAT) && SCHEMA == 1);
}

prop_compose! {
    fn row(at: usize)(
        texts in proptest::collection::vec("[-=+@';,\"a \t\n\r\u{200b}é🙂]{0,6}", 10),
        days in (0..4000i32, 0..4000i32),
        factor in proptest::option::of(0..2usize),
        status in 0..4usize,
    ) -> Row {
        let mut row = Row::new(format!("r{at}"));
        let mut texts = texts.into_iter();
        for column in Column::ALL {
            if let Some(field) = column.text_mut(&mut row) {
                *field = texts.next().unwrap_or_default();
            }
        }
        let day = |days: i32| today().checked_add(jiff::ToSpan::days(days)).ok();
        (row.start, row.finish) = (day(days.0), day(days.1));
        row.factor = factor.map(|at| ["monev", "komitmen"][at].to_owned());
        row.status = Status::KNOWN[status].clone();
        // A row in which nothing is written is no row.
        row.action = format!("Mengukur {}", row.action);
        row
    }
}

proptest! {
    #[test]
    fn rows_come_back_from_a_table_as_they_were(
        rows in (row(0), row(1), row(2)).prop_map(|(a, b, c)| vec![a, b, c]),
        is_english: bool, between in 0..3usize,
    ) {
        let lang = if is_english { Lang::En } else { Lang::Id };
        let text = written(&rows, [";", ",", "\t"][between], lang, &Column::ALL);
        prop_assert_eq!(rows_of(&text), rows);
    }

    #[test]
    fn no_file_breaks_the_reader(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        text in "(Rencana aksi|Mulai|ID baris|[;,\"\n\r\t'=1a/–{}\\[\\]:])*",
    ) {
        drop(read(&bytes, &course(), today()));
        for text in [text.clone(), format!("Rencana aksi;Mulai;ID baris\n{text}")] {
            if let Err(faults) = read_text(&text) {
                prop_assert!(!faults.is_empty());
                for lang in Lang::ALL {
                    prop_assert!(!told(&faults, lang).is_empty());
                }
            }
        }
    }

    #[test]
    fn a_changed_sign_in_json_gives_a_plan_or_a_fault(at in any::<prop::sample::Index>(), sign: u8) {
        let mut bytes = serde_json::to_vec(&full()).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = sign;
        if let Err(faults) = read(&bytes, &course(), today()) {
            prop_assert!(!faults.is_empty());
        }
    }
}
