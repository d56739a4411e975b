//! Good sentences are left alone and bad ones are told, as people in offices write them. What is
//! told wrongly counts for more than what is missed.

mod words;

use super::*;
use crate::model::plan::Row;

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

#[test]
fn an_action_that_begins_with_a_verb_is_left_alone() {
    for action in [
        "Mengukur waktu tiap langkah selama dua minggu",
        "Menggelar simulasi SOP 45 menit di loket setiap Senin pertama",
        "Memasang bagan alur di depan loket",
        "Menyusun ulang daftar periksa berkas bersama petugas loket",
        "Melatih 6 petugas loket memakai SOP baru",
        "Membahas data antrean dalam apel Senin",
        "Berkoordinasi dengan Bagian Organisasi tentang format SOP",
        "Meminta paraf Kabid pada setiap kartu kendali",
        "Mencatat jam masuk dan jam keluar berkas",
        "Menunjuk satu petugas pengganti untuk tiap loket",
        "Menempelkan SOP satu halaman di meja petugas",
        "Bagikan salinan SOP kepada petugas jaga malam",
        "Susun jadwal pengganti petugas yang cuti",
        "Buat kotak saran di ruang tunggu",
        "Uji coba SOP baru di satu loket selama seminggu",
        "Kumpulkan keluhan pemohon setiap Jumat",
        "Pertahankan giliran jaga yang sudah berjalan",
        "Perbarui formulir permohonan di laman dinas",
        "Kerjakan rekap waktu layanan tiap akhir bulan",
        "Mengusulkan anggaran printer loket ke Bappeda",
        "Memeriksa silang lima berkas tiap minggu",
        "Membangun sistem antrean sederhana dengan nomor kertas",
        "Meningkatkan kepatuhan petugas melalui pemeriksaan silang tiap Jumat",
        "Memperkuat pengawasan lewat kartu kendali di tiap meja",
        "Menjaga kebersihan ruang tunggu",
        "Meningkatkan kinerja loket dari 12 menjadi 20 berkas sehari",
        "1. Memasang papan alur",
        "• Menetapkan SOP lewat keputusan kepala dinas",
        "Mendampingi petugas baru pada minggu pertama",
        "Atasi antrean pagi dengan loket tambahan pukul 8 sampai 10",
        "Tetapkan petugas piket",
        "Dilaksanakan simulasi setiap Senin",
        "Data ulang pemegang izin yang belum melapor",
        "Percepat pengiriman berkas dengan kurir harian",
        "Sosialisasikan SOP dalam apel pagi",
        "Memfasilitasi rapat penyusunan SOP lintas bidang",
        "Perlihatkan papan waktu layanan di ruang tunggu",
        "Hold a 45-minute SOP simulation at the counter every first Monday",
        "Implement the new checklist at counter 2",
        "Document the waiting time each Friday",
        "Train six staff on the new form",
        "Measure the time of each step for two weeks",
    ] {
        assert_eq!(verb::of_action(action), None, "{action}");
    }
}

#[test]
fn a_noun_at_the_beginning_is_told_with_the_sentence_as_it_could_be() {
    for (action, better) in [
        ("Sosialisasi SOP baru di loket", Some("Menyosialisasikan SOP baru di loket")),
        ("penyusunan SOP pelayanan", Some("Menyusun SOP pelayanan")),
        ("Rapat evaluasi tiap bulan", Some("Menggelar rapat evaluasi tiap bulan")),
        ("Koordinasi dengan Dinas Kominfo", Some("Berkoordinasi dengan Dinas Kominfo")),
        ("Pelatihan petugas loket", Some("Melatih petugas loket")),
        ("2) Evaluasi pelaksanaan SOP", Some("Mengevaluasi pelaksanaan SOP")),
        ("Pelatihan bagi petugas loket", None),
        ("Monitoring dan evaluasi", None),
        ("Simulasi", None),
        ("Kesadaran pegawai terhadap SOP", None),
        ("Peningkatan disiplin", None),
        ("Papan alur di ruang tunggu", None),
        ("Keterlibatan seluruh pegawai", None),
        ("Standardisasi formulir", None),
        ("Improvement of the queue", None),
        ("Training staff at the counter", Some("Train staff at the counter")),
    ] {
        match verb::of_action(action) {
            Some(Advice::Noun(_, found)) => assert_eq!(found.as_deref(), better, "{action}"),
            other => panic!("{action}: {other:?}"),
        }
    }
}

#[test]
fn an_action_that_nobody_can_see_is_told() {
    for (action, words) in [
        ("Meningkatkan kesadaran pegawai", "meningkatkan kesadaran"),
        ("Meningkatkan kesadaran semua pegawai secara terus-menerus", "meningkatkan kesadaran"),
        ("Membangun komitmen bersama", "membangun komitmen"),
        ("Memperkuat budaya kerja", "memperkuat budaya"),
        ("Meningkatkan kualitas pelayanan publik", "meningkatkan kualitas"),
        ("Mengoptimalkan loket", "mengoptimalkan"),
        ("Berupaya menaati SOP", "berupaya"),
        ("Melaksanakan SOP dengan baik", "dengan baik"),
        ("Menjalankan SOP secara optimal", "secara optimal"),
        ("Mendorong partisipasi pegawai", "mendorong partisipasi"),
        ("Improve the awareness of staff", "improve the awareness"),
    ] {
        let expected = Some(Advice::Vague(words.to_owned()));
        assert_eq!(verb::of_action(action), expected, "{action}");
    }
}

#[test]
fn one_post_is_left_alone_whatever_its_name_holds() {
    for post in [
        "Kepala Subbagian Umum",
        "Kasubbag Perencanaan, Evaluasi, dan Pelaporan",
        "Kepala Bidang Data dan Informasi",
        "Kepala Seksi Umum, Kepegawaian dan Keuangan",
        "Sekretaris Dinas",
        "Ketua Tim Kerja Perizinan",
        "Analis Kebijakan Ahli Muda",
        "Petugas loket 2",
        "Camat",
        "Kepala Bidang Pembinaan Guru dan Tenaga Kependidikan",
        "Siti Rahmawati, S.Sos., M.Si.",
        "Bagian Organisasi",
        "Kasi Pelayanan (dibantu operator)",
        "Team leader, counter services",
        "Head of Planning and Evaluation",
    ] {
        assert_eq!(post::of_responsible(post), None, "{post}");
    }
    for post in ["semua", "Seluruh pegawai", "Para kepala seksi", "kita bersama", "All staff"] {
        assert!(matches!(post::of_responsible(post), Some(Advice::Everyone(_))), "{post}");
    }
    for post in [
        "Kepala Bidang Perizinan dan Kasubbag Umum",
        "Sekretaris/Kasubbag Umum",
        "Kepala Dinas, Sekretaris, Kabid",
        "Kasi Pelayanan; operator",
    ] {
        assert_eq!(post::of_responsible(post), Some(Advice::Several), "{post}");
    }
    for post in ["Tim Penyusun SOP", "pokja pelayanan"] {
        assert!(matches!(post::of_responsible(post), Some(Advice::Group(_))), "{post}");
    }
}

#[test]
fn a_measure_that_can_be_compared_is_left_alone() {
    for (today, wanted) in [
        ("2 dari 6 petugas", "6 dari 6 petugas"),
        ("2 dari 6 petugas", "100%"),
        ("rata-rata 9 hari", "paling lama 5 hari"),
        ("9 hari", "48 jam"),
        ("rata-rata 9 hari; 40% lewat batas", "90% tepat waktu"),
        ("belum ada", "SOP ditandatangani kepala dinas"),
        ("belum diukur", "5 hari"),
        ("", "90 persen berkas lengkap"),
        ("12 keluhan sebulan", "paling banyak 3 keluhan"),
        ("12 keluhan sebulan", "tidak ada keluhan"),
        ("tidak ada papan alur", "2 papan alur terpasang"),
        ("sering", "papan alur terpasang"),
        ("", "Semua petugas memakai daftar periksa"),
        ("", "Daftar periksa yang baik tersedia di tiap loket"),
        ("", "Waktu layanan tidak lebih dari satu hari"),
        ("", "Kotak saran di ruang tunggu"),
        ("Rp5.000.000", "Rp 3 juta"),
        ("5 kali seminggu", "paling banyak 1 kali per bulan"),
        ("", ""),
        ("9 hari", ""),
        ("9 hari", "izin cepat terbit"),
        ("keluhan setiap hari", "paling banyak 10% pemohon mengeluh"),
        ("nilai SKM 74,2", "nilai SKM berpredikat baik"),
        ("9 days on average", "5 days at most"),
        // Years, dates and the numbers of decrees count nothing.
        ("SK Nomor 12 Tahun 2019 masih dipakai", "SK baru"),
        ("SOP tahun 2017", "SOP yang ditinjau ulang"),
        ("masih memakai SOP lama", "SOP baru berjalan 1 Maret 2027"),
        ("masih memakai SOP lama", "SOP baru berjalan 01/03/2027"),
        ("masih memakai SOP lama", "SOP baru berjalan 2027-03-01"),
        ("0 dari 4 loket", "4 loket dalam 30 hari"),
        ("0% desa", "1 laporan setiap 3 bulan"),
        ("60 keluhan dalam 3 bulan", "paling banyak 5% permohonan"),
        ("not measured", "5 days"),
    ] {
        let found = measure::compare(&level(today), &level(wanted));
        assert_eq!(found, None, "{today} | {wanted}");
    }
}

#[test]
fn a_measure_that_says_nothing_or_something_else_is_told() {
    let unmeasured = |word: &str| Advice::Unmeasured(word.to_owned());
    for (today, wanted, expected) in [
        ("", "Pelayanan lebih cepat", (true, unmeasured("lebih"))),
        ("9 hari", "Waktu layanan menurun", (true, unmeasured("menurun"))),
        ("", "Pegawai paham isi SOP", (true, unmeasured("paham"))),
        ("", "SOP berjalan lancar", (true, unmeasured("lancar"))),
        ("9 hari", "pemohon puas", (true, Advice::NoFigure)),
        ("loket ramai", "paling lama 5 hari", (false, Advice::NoPresentFigure)),
        ("9 hari", "90%", (true, Advice::OtherSort(Sort::Time, Sort::Share))),
        ("2 dari 6", "5 hari", (true, Advice::OtherSort(Sort::Share, Sort::Time))),
    ] {
        let found = measure::compare(&level(today), &level(wanted));
        assert_eq!(found, Some(expected), "{today} | {wanted}");
    }
}

#[test]
fn evidence_that_can_be_shown_is_left_alone() {
    for evidence in [
        "daftar hadir",
        "Foto papan alur",
        "notulen",
        "rekap kesadaran petugas",
        "SK",
        "",
        "rekaman wawancara: petugas memahami langkahnya",
    ] {
        assert_eq!(measure::of_evidence(&level(evidence)), None, "{evidence}");
    }
    for evidence in ["kesadaran pegawai", "Petugas sudah paham", "komitmen"] {
        let found = measure::of_evidence(&level(evidence));
        assert!(matches!(found, Some(Advice::NotShown(_))), "{evidence}");
    }
}

fn good() -> Plan {
    let mut plan = Plan::new("1".to_owned(), "2026-11-24T09:00:00+07:00".parse().unwrap());
    plan.head.sop.title = "Penerbitan Izin Praktik Bidan".to_owned();
    plan.head.baseline.text = "rata-rata 9 hari dari berkas lengkap sampai izin terbit".to_owned();
    plan.head.goal = "izin terbit paling lama 5 hari sejak berkas lengkap".to_owned();
    plan.head.superior.name = "Dra. Ani".to_owned();
    plan.head.from = "2026-11-24".parse().ok();
    plan.head.to = "2027-02-22".parse().ok();
    plan.if_then.situation = "berkas datang tidak lengkap".to_owned();
    plan.if_then.then = "memakai daftar periksa di loket".to_owned();
    plan.rows.push(Row {
        action: "Menggelar simulasi SOP 45 menit di loket setiap Senin pertama".to_owned(),
        factor: Some(MONITORING.to_owned()),
        baseline: "2 dari 6 petugas".to_owned(),
        target: "6 dari 6 petugas".to_owned(),
        responsible: "Kepala Subbagian Umum".to_owned(),
        start: "2026-12-01".parse().ok(),
        finish: "2026-12-14".parse().ok(),
        resources: "ruang rapat, 2 jam, tanpa anggaran".to_owned(),
        evidence: "daftar hadir dan lembar simulasi".to_owned(),
        ..Row::new("r".to_owned())
    });
    plan
}

#[test]
fn the_examples_that_are_shown_have_no_remark_themselves() {
    assert_eq!(review(&good(), today(), None), Vec::new());
}

#[test]
fn a_plan_that_was_only_begun_has_no_remark() {
    let mut plan = Plan::new("1".to_owned(), good().edited);
    plan.head.name = "Siti".to_owned();
    plan.head.from = Some(today());
    plan.rows.push(Row::new("1".to_owned()));
    assert_eq!(review(&plan, today(), None), Vec::new());
    plan.rows.push(Row { status: Status::Dropped, ..good().rows.remove(0) });
    let found = review(&plan, today(), None);
    assert!(found.iter().all(|remark| remark.row_at().is_none()), "{found:?}");
}

/// Each line of LEARNING §5 is broken alone and told alone.
#[test]
fn each_check_tells_what_is_broken_where_it_is_broken() {
    type Break = fn(&mut Plan);
    let row = |part| Place::Row(0, part);
    let cases: &[(Break, Place)] = &[
        (|plan| plan.rows[0].action = "Simulasi SOP".to_owned(), row(RowPart::Action)),
        (|plan| plan.rows[0].action = "Meningkatkan kesadaran".to_owned(), row(RowPart::Action)),
        (|plan| plan.rows[0].responsible = "semua".to_owned(), row(RowPart::Responsible)),
        (|plan| plan.rows[0].responsible.clear(), row(RowPart::Responsible)),
        (|plan| plan.rows[0].target = "meningkat".to_owned(), row(RowPart::Target)),
        (|plan| plan.rows[0].baseline.clear(), row(RowPart::Baseline)),
        (|plan| plan.rows[0].target = "5 hari".to_owned(), row(RowPart::Target)),
        (|plan| plan.rows[0].finish = "2026-11-30".parse().ok(), row(RowPart::Finish)),
        (|plan| plan.rows[0].start = "2026-11-20".parse().ok(), row(RowPart::Start)),
        (|plan| plan.head.to = "2026-12-10".parse().ok(), row(RowPart::Finish)),
        (
            |plan| {
                plan.head.from = None;
                plan.rows[0].start = "2026-11-20".parse().ok();
            },
            row(RowPart::Start),
        ),
        (|plan| plan.rows[0].resources.clear(), row(RowPart::Resources)),
        (|plan| plan.rows[0].evidence.clear(), row(RowPart::Evidence)),
        (|plan| plan.rows[0].evidence = "kesadaran".to_owned(), row(RowPart::Evidence)),
        (|plan| plan.rows[0].factor = Some("komitmen".to_owned()), Place::Plan),
        (
            |plan| {
                let row = plan.rows[0].clone();
                plan.rows.resize(MOST_ROWS + 1, row);
            },
            Place::Plan,
        ),
        (|plan| plan.if_then.then.clear(), Place::Head(HeadPart::Then)),
        (|plan| plan.head.superior.name.clear(), Place::Head(HeadPart::Superior)),
        (|plan| plan.head.goal = "lebih cepat".to_owned(), Place::Head(HeadPart::Goal)),
    ];
    for (number, (change, place)) in cases.iter().enumerate() {
        let mut plan = good();
        change(&mut plan);
        let found = review(&plan, today(), None);
        let places: Vec<Place> = found.iter().map(|remark| remark.place).collect();
        assert_eq!(places, [*place], "{number}: {found:?}");
    }
}

#[test]
fn the_weakest_factor_is_told_until_a_row_serves_it() {
    let factor = |key: &str| Factor { key: key.to_owned(), name: Said::default() };
    let weak = factor("komitmen");
    let mut plan = good();
    let found = review(&plan, today(), Some(&weak));
    assert!(matches!(found.as_slice(), [Remark { advice: Advice::WeakestWaits(_), .. }]));
    plan.rows.push(Row { factor: Some(weak.key.clone()), ..plan.rows[0].clone() });
    assert_eq!(review(&plan, today(), Some(&weak)), Vec::new());
}

#[test]
fn only_the_newest_finished_diagnosis_of_this_course_tells_the_weakest_factor() {
    use crate::model::{
        course::Factor,
        diagnosis::{Rating, Statement},
    };
    let factor = |key: &str| Factor { key: key.to_owned(), name: Said::default() };
    let statement = |key: &str| Statement {
        key: key.to_owned(),
        factor: key.to_owned(),
        ..Statement::default()
    };
    let course = Course {
        key: "c".to_owned(),
        factors: vec![factor("a"), factor("b")],
        statements: vec![statement("a"), statement("b")],
        ..Course::default()
    };
    let diagnosis = |course: &str, scores: [u32; 2], ended: &str| {
        let begun = "2026-11-01T09:00:00+07:00".parse().unwrap();
        let mut made = Diagnosis::new("1".to_owned(), course, begun);
        made.ended = ended.parse().ok();
        for (key, score) in ["a", "b"].into_iter().zip(scores) {
            let rating =
                Rating { score: Some(score), evidence: "foto".to_owned(), ..Rating::default() };
            made.ratings.insert(key.to_owned(), rating);
        }
        made
    };
    let key = |all: &[Diagnosis]| weakest(all, &course).map(|factor| factor.key.clone());
    let (old, new) = ("2026-11-02T09:00:00+07:00", "2026-11-03T09:00:00+07:00");
    let all = [
        diagnosis("c", [2, 1], new),
        diagnosis("c", [1, 2], old),
        diagnosis("c", [0, 3], ""),
        diagnosis("other", [0, 3], "2026-11-09T09:00:00+07:00"),
    ];
    assert_eq!(key(&all).as_deref(), Some("b"));
    assert_eq!(key(&[diagnosis("c", [3, 3], new)]), None, "everything is at its best");
    assert_eq!(key(&[]), None);
}
