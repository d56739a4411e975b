//! What is written in each language, what is read from the keyboard, and that the two agree.

use proptest::prelude::*;

use super::*;

const TODAY: Date = Date::constant(2026, 11, 24);

fn read(text: &str) -> Result<String, DateFault> {
    parse_date(text, TODAY).map(|date| date.to_string())
}

#[test]
fn dates_and_times_follow_the_language() {
    let day = Date::constant(2026, 12, 4);
    let moment: Moment = "2026-12-04T09:02:31+07:00".parse().unwrap();
    for (lang, long, short, wall) in [
        (Lang::Id, "4 Desember 2026", "4 Des 2026", "09.02"),
        (Lang::En, "4 December 2026", "4 Dec 2026", "09:02"),
    ] {
        assert_eq!(date(day, lang), long);
        assert_eq!(short_date(day, lang), short);
        assert_eq!(clock(moment, lang), wall);
    }
    assert_eq!(date(Date::constant(2026, 8, 17), Lang::Id), "17 Agustus 2026");
    assert_eq!(short_date(Date::constant(2026, 8, 17), Lang::Id), "17 Agu 2026");
    assert_eq!(day_month(Date::constant(2026, 8, 17), Lang::En), "17 Aug");
}

#[test]
fn numbers_follow_the_language() {
    for (value, decimals, id, en) in [
        (78.33, 2, "78,33", "78.33"),
        (0.0, 0, "0", "0"),
        (-0.001, 2, "0,00", "0.00"),
        (999.0, 0, "999", "999"),
        (1000.0, 0, "1.000", "1,000"),
        (1_234_567.891, 1, "1.234.567,9", "1,234,567.9"),
        (-1234.5, 1, "-1.234,5", "-1,234.5"),
        (0.125, 2, "0,13", "0.13"),
        (2.5, 0, "3", "3"),
        (f64::NAN, 2, "–", "–"),
        (f64::INFINITY, 0, "–", "–"),
    ] {
        assert_eq!(number(value, decimals, Lang::Id), id);
        assert_eq!(number(value, decimals, Lang::En), en);
    }
    assert_eq!((percent(0.294, Lang::Id), percent(0.125, Lang::En)), ("29 %".into(), "13%".into()));
    assert_eq!(percent(f64::NAN, Lang::Id), "–");
}

#[test]
fn a_date_is_read_as_people_type_it() {
    for text in [
        "2026-12-24",
        "2026/12/24",
        "24/12/2026",
        "24-12-2026",
        "24.12.2026",
        "24 12 2026",
        "24/12/26",
        " 24 / 12 / 2026 ",
        "24 Des 2026",
        "24 des. 2026",
        "24-DES-26",
        "24des2026",
        "24  desember   2026",
        "24 Dec 2026",
        "24 December, 2026",
        "2026 Desember 24",
        "24/12",
        "24-12",
        "24 Des",
        "24 december",
    ] {
        assert_eq!(read(text).as_deref(), Ok("2026-12-24"), "{text}");
    }
}

#[test]
fn without_a_year_the_next_such_day_is_meant() {
    for (text, date) in [
        ("24/11", "2026-11-24"),
        ("25 Nov", "2026-11-25"),
        ("23/11", "2027-11-23"),
        ("1 Jan", "2027-01-01"),
        ("29/2", "2028-02-29"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(date), "{text}");
    }
    let late = Date::constant(2096, 3, 1);
    assert_eq!(parse_date("29/02", late), Ok(Date::constant(2104, 2, 29)));
}

#[test]
fn every_month_is_known_by_its_names_and_their_beginnings() {
    for (number, name) in (1i8..).zip(MONTHS) {
        for name in [name.id, name.en] {
            for length in SHORTEST_MONTH..=name.len() {
                let text = format!("1 {name:.length$} 2027");
                assert_eq!(parse_date(&text, TODAY), Ok(Date::constant(2027, number, 1)), "{text}");
            }
        }
    }
    for (text, month) in [("1 peb 2027", 2), ("1 agt 2027", 8), ("1 nop 2027", 11)] {
        assert_eq!(parse_date(text, TODAY), Ok(Date::constant(2027, month, 1)), "{text}");
    }
}

#[test]
fn what_is_no_date_says_why_and_gives_an_example() {
    let day = |day, month, year| DateFault::Day { day, month, year };
    for (text, fault, id) in [
        ("", DateFault::Empty, "Tanggal belum diisi."),
        (" / ", DateFault::Empty, "Tanggal belum diisi."),
        ("besok", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("24", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("24/12/026", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("24/123/2026", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("1/2/3/4", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("24:12:2026", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("99999999999/1", DateFault::Shape, "Ini belum terbaca sebagai tanggal."),
        ("24 dsb 2026", DateFault::MonthName("dsb".into()), "“dsb” bukan nama bulan."),
        ("24 ma 2026", DateFault::MonthName("ma".into()), "“ma” bukan nama bulan."),
        ("12/24/2026", DateFault::Month(24), "Bulan 24 tidak ada;"),
        ("1/0", DateFault::Month(0), "Bulan 0 tidak ada;"),
        ("31/02/2026", day(31, 2, Some(2026)), "Tanggal 31 Februari 2026 tidak ada."),
        ("29 feb 2027", day(29, 2, Some(2027)), "Tanggal 29 Februari 2027 tidak ada."),
        ("31/02", day(31, 2, None), "Tanggal 31 Februari tidak ada."),
        ("0 Mei", day(0, 5, None), "Tanggal 0 Mei tidak ada."),
        ("24/12/0026", DateFault::Year(26), "Tahun 26 di luar jangkauan."),
        ("24/12/9999", DateFault::Year(9999), "Tahun 9999 di luar jangkauan."),
    ] {
        assert_eq!(read(text), Err(fault.clone()), "{text}");
        assert!(fault.say(Lang::Id).starts_with(id), "{}", fault.say(Lang::Id));
        assert!(fault.say(Lang::Id).ends_with("Contoh: 24/12/2026 atau 24 Des."));
        assert!(fault.say(Lang::En).ends_with("For example: 24/12/2026 or 24 Dec."));
        assert_ne!(fault.say(Lang::Id), fault.say(Lang::En));
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900i16..=2199, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

proptest! {
    #[test]
    fn a_date_that_was_written_reads_back(day in any_date(), today in any_date()) {
        for lang in Lang::ALL {
            for text in [date(day, lang), short_date(day, lang), day.to_string()] {
                prop_assert_eq!(parse_date(&text, today), Ok(day), "{}", text);
                prop_assert_eq!(parse_date(&text.to_uppercase(), today), Ok(day));
            }
        }
    }

    #[test]
    fn a_day_without_a_year_is_never_past(day in any_date(), today in any_date()) {
        let text = format!("{}/{}", day.day(), day.month());
        let found = parse_date(&text, today).unwrap();
        prop_assert!(found >= today);
        prop_assert_eq!((found.day(), found.month()), (day.day(), day.month()));
    }

    #[test]
    fn any_typed_text_is_a_date_or_a_fault_in_words(text in "[0-9a-z/. -]{0,14}|.{0,9}") {
        if let Err(fault) = parse_date(&text, TODAY) {
            prop_assert!(!fault.say(Lang::Id).is_empty());
        }
    }

    #[test]
    fn a_number_reads_back_within_half_of_its_last_digit(value in -1e9..1e9, places in 0u8..5) {
        for (lang, group, point) in [(Lang::Id, '.', ','), (Lang::En, ',', '.')] {
            let plain = number(value, places.into(), lang).replace(group, "").replace(point, ".");
            let back: f64 = plain.parse().unwrap();
            // So many digits before the point leave few for what comes after it.
            let blur = value.abs() * f64::EPSILON;
            prop_assert!((back - value).abs() <= 0.500_001 / 10f64.powi(places.into()) + blur);
        }
    }

    #[test]
    fn any_number_at_all_is_written(value in any::<f64>(), places in 0usize..400) {
        let text = number(value, places, Lang::Id);
        prop_assert!(!text.contains(char::is_alphabetic), "{text}");
    }
}
