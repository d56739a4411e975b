//! The brief, part by part: what it says, the page that teaches it, and what it counts.

use pandu::model::text::Text;

/// Words in lower case.
pub type Words = &'static [&'static str];

/// A part of the brief, and the page that teaches it.
pub struct Part {
    /// What the brief says.
    pub named: &'static str,
    /// Its key.
    pub page: &'static str,
    /// A series on the page has just these members, in this order: list, table or headings. Words
    /// of a member are joined by `+`.
    pub shows: Text<Words>,
}

const fn part(named: &'static str, page: &'static str) -> Part {
    Part { named, page, shows: Text::new(&[], &[]) }
}

const fn counted(named: &'static str, page: &'static str, id: Words, en: Words) -> Part {
    Part { named, page, shows: Text::new(id, en) }
}

/// Every part of the brief.
pub const PARTS: &[Part] = &[
    counted(
        "the concept: a written guide to three things",
        "apa-itu-sop",
        &["alur kerja", "tanggung jawab", "standar pelaksanaan"],
        &["workflow", "responsible", "standard"],
    ),
    counted(
        "the 5 qualities of a process",
        "lima-kualitas",
        &["konsisten", "efisien", "transparan", "akuntabel", "sesuai peraturan"],
        &["consistent", "efficient", "transparent", "accountable", "lawful"],
    ),
    part("the pointer to the pillar topic", "mengapa-sop-penting"),
    part("SOP and what the public was promised", "sop-dan-standar-pelayanan"),
    counted(
        "why case studies: 4 reasons",
        "mengapa-belajar-dari-contoh",
        &["nyata", "sebelum+sesudah", "opd lain+rujukan", "pemahaman+terapan"],
        &["real", "before+after", "other opd+reference", "understanding+practical"],
    ),
    counted(
        "what a bimtek does: 4 things",
        "peran-bimtek",
        &["faktor kunci", "kesalahan umum", "budaya kerja", "tindak lanjut"],
        &["key factors", "common mistakes", "work culture", "follow-up plan"],
    ),
    counted(
        "the 5 signs of success",
        "tanda-keberhasilan",
        &["mutu layanan", "efisien", "keluhan turun", "kepatuhan", "kepercayaan"],
        &["better service", "efficient", "fewer complaints", "compliance", "trust"],
    ),
    counted(
        "the 5 signs of success, measured",
        "mengukur-tanda-keberhasilan",
        &["mutu layanan", "efisien", "keluhan turun", "patuh", "percaya"],
        &["service quality", "efficient", "fewer complaints", "comply", "trust"],
    ),
    counted(
        "case 1 before: 3 conditions",
        "perizinan-terpadu-awal",
        &["waktu tidak pasti", "tidak terdokumentasi", "keluhan"],
        &["uncertain time", "not documented", "complaints"],
    ),
    counted(
        "case 1: 4 steps",
        "perizinan-terpadu-langkah",
        &["proses bisnis", "melatih petugas", "masyarakat", "memantau+mengevaluasi"],
        &["business process", "train", "public", "monitor+evaluate"],
    ),
    counted(
        "case 1: 3 results",
        "perizinan-terpadu-hasil",
        &["waktu lebih singkat", "prosedur lebih jelas", "kepuasan meningkat"],
        &["shorter time", "clearer procedure", "higher satisfaction"],
    ),
    counted(
        "case 2: 3 effects",
        "adminduk-dampak",
        &["tertib", "kesalahan data berkurang", "cepat dan akurat"],
        &["orderly", "fewer data errors", "faster and more accurate"],
    ),
    counted(
        "case 2: 2 causes",
        "adminduk-dampak",
        &["komitmen pimpinan", "konsistensi aparatur"],
        &["commitment of regional leaders", "consistency of officers"],
    ),
    counted(
        "before and after: 4 aspects",
        "sebelum-sesudah",
        &[
            "waktu+tidak pasti+lebih terukur",
            "prosedur+tidak seragam+seragam, jelas",
            "kepatuhan+rendah+meningkat",
            "kepuasan+rendah+lebih tinggi",
        ],
        &[
            "time+uncertain+more measurable",
            "procedure+not uniform+uniform, clear",
            "compliance+low+rising",
            "satisfaction+low+higher",
        ],
    ),
    part("which SOP may be a case", "membaca-dengan-kritis"),
    counted(
        "the 5 key factors",
        "lima-kunci",
        &[
            "komitmen pimpinan",
            "seluruh aparatur",
            "kebutuhan lapangan",
            "sosialisasi dan pelatihan",
            "monitoring dan evaluasi",
        ],
        &[
            "commitment",
            "involvement of all",
            "fits the field",
            "outreach and training",
            "monitoring and evaluation",
        ],
    ),
    part("factor: commitment of leaders", "teladan-pimpinan"),
    part("factor: involvement of all personnel", "seluruh-aparatur"),
    part("factor: needs in the field", "kebutuhan-lapangan"),
    part("factor: continuous outreach and training", "sosialisasi-pelatihan"),
    part("factor: routine monitoring and evaluation", "pantau-dan-perbaiki"),
    part("supporting and inhibiting factors", "pendukung-penghambat"),
    counted(
        "the role of regulation",
        "landasan-regulasi",
        &["kebijakan nasional", "legitimasi", "konsistensi"],
        &["national policy", "legitimacy", "consistency"],
    ),
    counted(
        "the 6 topics",
        "enam-materi",
        &[
            "konsep dasar",
            "studi kasus",
            "faktor pendukung dan penghambat",
            "strategi implementasi",
            "monitoring, evaluasi, penyempurnaan",
            "rencana tindak lanjut",
        ],
        &[
            "basic concepts",
            "case studies",
            "supporting and inhibiting factors",
            "implementation strategy",
            "monitoring, evaluation, refinement",
            "follow-up plan",
        ],
    ),
    counted(
        "the 5 benefits",
        "manfaat-bimtek",
        &[
            "pemahaman praktis",
            "praktik baik",
            "kesalahan penerapan",
            "kinerja opd",
            "budaya kerja berbasis prosedur",
        ],
        &[
            "practical understanding",
            "good practice",
            "fewer mistakes",
            "opd performance",
            "procedure-based work culture",
        ],
    ),
    part("strategy: the order of work", "urutan-kerja"),
    part("strategy: the first SOP", "mulai-dari-satu"),
    part("strategy: a change of work culture", "mengubah-kebiasaan"),
    counted(
        "the 4 challenges of replication",
        "empat-tantangan",
        &["sdm", "anggaran", "resistensi", "beban kerja"],
        &["people", "budget", "resistance", "workload"],
    ),
    part("fitting an example to local conditions", "menyesuaikan-contoh"),
    part("who should attend", "siapa-yang-terlibat"),
    counted(
        "the 4 questions and answers",
        "tanya-jawab",
        &["mengapa+kasus", "sop mana saja", "siapa", "daerah lain"],
        &["why+cases", "any sop", "who", "another region"],
    ),
    part("monitoring: why", "mengapa-memantau"),
    part("monitoring: every six months", "pemantauan-enam-bulanan"),
    part("evaluation: the questions", "tujuh-pertanyaan"),
    part("evaluation: the survey of satisfaction", "survei-kepuasan"),
    part("refinement: from complaints", "keluhan-jadi-perbaikan"),
    part("refinement: keep, change or withdraw", "pertahankan-ubah-cabut"),
    part("the follow-up plan: what it is", "apa-itu-rtl"),
    part("the follow-up plan: what it holds", "isi-rencana"),
    part("the follow-up plan: strong rows", "baris-yang-kuat"),
    part("the follow-up plan: fitted to the office", "langkah-penyesuaian"),
    part("the follow-up plan: if and then", "jika-maka"),
    part("the follow-up plan: after coming home", "setelah-pulang"),
];

/// Words that a page must say, beyond its series.
pub const SAID: &[(&str, Text<Words>)] = &[
    (
        "mengapa-sop-penting",
        Text::new(&["pilar", "fondasi", "warga"], &["pillar", "foundation", "public"]),
    ),
    ("apa-itu-sop", Text::new(&["tertulis", "opd"], &["written", "opd"])),
    ("adminduk-dampak", Text::new(&["layanan dasar"], &["basic service"])),
    ("menyesuaikan-contoh", Text::new(&["prinsip"], &["principle"])),
    (
        "siapa-yang-terlibat",
        Text::new(&["manajerial", "fungsional"], &["managerial", "functional"]),
    ),
];

/// The six topics as modules, in the order of the brief.
pub const MODULES: [&str; 6] =
    ["konsep-dasar", "studi-kasus", "faktor", "strategi", "monev", "tindak-lanjut"];
