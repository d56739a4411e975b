//! Where each screen is found: a name and the keys that lead there.

/// A name and the keys that lead there from the first start.
pub struct Place {
    /// Name of its picture.
    pub name: &'static str,
    /// Keys that follow the first start.
    pub keys: &'static str,
}

pub const fn place(name: &'static str, keys: &'static str) -> Place {
    Place { name, keys }
}

/// From the first start to home.
pub const BEGIN: &str = "enter text:Siti_Rahmawati enter text:DPMPTSP enter esc";

/// What follows [`BEGIN`], except on the first screen.
pub const SCREENS: &[Place] = &[
    place("home", ""),
    place("contents", "down enter"),
    place("reader", "enter"),
    place("reader_table", "down enter down enter space"),
    place("reader_drawing", "down*2 enter enter space"),
    place("reader_marked", NOTED),
    place("note_empty", "enter c"),
    place("note", "enter c text:Arsip_aktif_di_rak_dekat_loket. enter*2 text:-_tanya_Bagian_Umum"),
    place("notes_none", "c"),
    place("notes", NOTES),
    place("notes_deleted", NOTES_DELETED),
    place("contents_noted", CONTENTS_NOTED),
    place("words", "down enter down enter g"),
    place("words_none", "down enter enter g"),
    place("glossary", "g"),
    place("glossary_narrowed", "g text:ret"),
    place("glossary_nothing", "g text:zzz"),
    place("search", "/"),
    place("search_results", "/ text:map_kode down"),
    place("search_mistyped", "/ text:catatn"),
    place("search_nothing", "/ text:kodi"),
    place("search_page", "/ text:map_kode enter"),
    place("search_again", "/ text:retensi esc /"),
    place("question_single", "down enter s p"),
    place("question_how_sure", "down enter s b enter"),
    place("question_wrong", "down enter s b enter 3"),
    place("question_settled", "down enter s b enter 3 enter a enter 2"),
    place("question_truth", "down enter s a enter 2 enter b enter"),
    place("question_multiple", "down*2 enter s a c"),
    place("question_order", "down*2 enter s a b c enter 2 enter c b"),
    place(
        "question_recall",
        "down*2 enter s a b c enter 2 enter c b d a enter 3 enter text:jadwal_retensi",
    ),
    place("question_lacking", "down*2 enter s a b c enter 2 enter c b enter"),
    place("question_match", "down*3 enter s p"),
    place("question_match_half", "down*3 enter s a c enter"),
    place("question_match_wrong", "down*3 enter s a b c d enter 3"),
    place("question_match_settled", "down*3 enter s a b c d enter 3 enter b a c d enter 2"),
    place("question_classify", "down*3 enter s a d c b enter 3 pgdn enter"),
    place("question_classify_half", "down*3 enter s a d c b enter 3 pgdn enter b a left"),
    place("question_classify_wrong", "down*3 enter s a d c b enter 3 pgdn enter b b b b enter 1"),
    place(
        "question_classify_settled",
        "down*3 enter s a d c b enter 3 pgdn enter b b b b enter 1 enter b b a a enter 3",
    ),
    place(
        "question_reflect",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter",
    ),
    place(
        "question_reflect_half",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter text:Kemarin_rekan_dari_bidang_sebelah_meminta_map_izin",
    ),
    place(
        "question_reflect_ticks",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter text:Kemarin_rekan_meminta_map_izin enter a down",
    ),
    place(
        "question_reflect_settled",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter text:Kemarin_rekan_meminta_map_izin enter a enter",
    ),
    place(
        "result_reflected",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter text:Kemarin_rekan_meminta_map_izin enter a enter*2",
    ),
    place(
        "contents_reflected",
        "down*3 enter s a d c b enter 3 pgdn enter b b a a enter 3 pgdn enter text:Kemarin enter a enter*2 esc enter",
    ),
    place("home_repeat", REPEAT),
    place("contents_result", CONTENTS_AGAIN),
    place("result", "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter"),
    place("standing_none", "t"),
    place("standing", STANDING),
    place("standing_days", STANDING_DAYS),
    place("standing_ahead", STANDING_AHEAD),
    place("standing_sure", STANDING_SURE),
    place("standing_weak", STANDING_WEAK),
    place("standing_ask", STANDING_ASK),
    place("standing_reset", STANDING_RESET),
    place("standing_undone", STANDING_UNDONE),
    place("plan_none", "r"),
    place("plan_head", "r enter text:Penerbitan_Izin_Praktik_Bidan enter*5 text:1/12/2026"),
    place("plan_row", "r enter esc t text:Menggelar_simulasi_di_loket enter right enter"),
    place("plan", ROWS),
    place("plan_undo", "r enter esc t text:Mengukur_waktu esc t text:Menggelar_simulasi esc x"),
    place("plan_copied", "r enter esc t text:Mengukur_waktu esc s c"),
    place("plan_calendar", "r enter enter*5 f5 down pgdn"),
    place("plan_whole", "r enter text:Izin esc t text:Mengukur_waktu esc v end"),
    place("plan_printed", "r enter text:Izin esc t text:Mengukur_waktu esc v c end"),
    place("plan_list", "r enter text:Izin esc n text:Akta esc p"),
    place(
        "plan_odd_row",
        "r enter text:Izin esc t text:Mengukur enter*7 text:14/12/2026 enter text:1/12/2026",
    ),
    place(
        "plan_odd",
        "r enter text:Izin esc t text:Mengukur enter*7 text:14/12/2026 enter text:1/12/2026 esc i esc",
    ),
    place(
        "plan_list_copied",
        "r enter text:Izin_praktik esc t text:Mengukur_waktu esc p c text:Akta esc p",
    ),
    place("plan_guide", "r g text:Penerbitan_Izin_Praktik_Bidan"),
    place("plan_guide_wish", "r g text:Izin pgdn*2 text:Semua_petugas_memakai_alur_yang_sama"),
    place("plan_guide_drafts", "r g text:Izin pgdn*3 enter f6 down"),
    place("plan_guide_office", "r g text:Izin pgdn*4 enter text:Hanya_3_petugas esc"),
    place(
        "plan_guide_when",
        "r g text:Izin pgdn*9 text:Analis enter text:14/12/2026 enter text:1/12/2026",
    ),
    place(
        "plan_guide_memory",
        "r g text:Izin pgdn*6 text:berkas_kurang enter text:memeriksa enter",
    ),
    place("plan_adaptation", "r enter text:Izin esc a text:Hanya_3_petugas;_di_sana_9. enter"),
    place("plan_adaptation_moves", "r enter text:Izin esc a text:Hanya_3_petugas enter f6"),
    place("plan_memory", MEMORY),
    place("plan_memory_differs", MEMORY_DIFFERS),
    place("plan_memory_same", MEMORY_SAME),
    place("plan_checkins", "r enter text:Izin esc b"),
    place("plan_checkin_rows", "r enter text:Izin esc t text:Mengukur_waktu esc b enter s"),
    place("plan_checkin", HELD_TO_BE),
    place("plan_checkin_last", "r enter text:Izin esc b enter text:Simulasi enter*5"),
    place("plan_checkin_held", "r enter text:Izin esc b enter text:Simulasi enter*6"),
    place("plan_checkin_read", "r enter text:Izin esc b enter text:Simulasi enter*6 enter"),
    place("plan_checkin_due", "r enter text:Izin esc b d"),
    place("home_due", "r enter text:Izin esc b t text:Bertemu_atasan esc*3"),
    place("plan_better", BETTER),
    place("plan_better_none", "r enter esc e"),
    place("plan_better_field", "r enter text:Izin esc t text:Sosialisasi_SOP_di_loket"),
    place("plan_weeks", WEEKS),
    place("plan_bring", "r enter text:Izin esc m"),
    place("confirm", "r enter text:Izin esc p x"),
    place("diagnosis_none", "d"),
    place("diagnosis_begin", "d enter text:Peminjaman_map"),
    place("diagnosis_rate", "d enter text:Peminjaman_map enter right enter"),
    place("diagnosis_capped", "d enter text:Peminjaman_map enter right enter pgdn 3"),
    place(
        "diagnosis_evidence",
        "d enter text:Peminjaman_map enter right enter 2 text:lembar_pinjam",
    ),
    place("diagnosis_lacking", "d enter enter enter pgdn*6"),
    place("diagnosis_open", "d enter text:Peminjaman_map enter right enter 1 pgdn 0 esc"),
    place("diagnosis_result", DIAGNOSED),
    place("diagnosis_row", DIAGNOSED_ROW),
    place("diagnosis_changed", DIAGNOSED_AGAIN),
    place("diagnosis_changed_below", DIAGNOSED_AGAIN_BELOW),
    place("diagnosis_list", DIAGNOSED_LIST),
    place("home_diagnosis_due", DIAGNOSED_LATER),
    place("handouts", "b"),
    place("handout", "b down*3 enter"),
    place("handout_book", "b enter"),
    place("handout_printed", "b down enter c"),
    place("handout_to_write", "b down*3 enter w end ctrl+u text:lembar.txt"),
    place("help", "?"),
    place("exams", "down*5 enter"),
    place("exams_skipped", "down*5 enter x end"),
    place("exam", "down*5 enter down*4 enter"),
    place("exam_flagged", "down*5 enter down*4 enter a enter t"),
    place("exam_sheet", "down*5 enter down*4 enter a enter 2 t v"),
    place("exam_sheet_lacking", "down*5 enter down*4 enter a enter 2 t v end enter"),
    place("exam_result", "down*5 enter down*4 enter a enter 2 t v end enter*2"),
    place("exam_explained", "down*5 enter down*4 enter a enter 2 t v end enter*2 p"),
    place("exam_other", "down*5 enter down*4 enter esc down enter"),
    place("question_sure_and_wrong", "down enter s b enter 3 enter b enter 3"),
    place("settings", "s"),
    place("settings_changed", "s down right*3 down right down*2 left down left*3"),
    place(
        "people",
        "p t text:Budi_Santoso enter down*2 text:Disdukcapil esc*2 r enter text:Akta esc*2 p",
    ),
    place("people_add", "p t text:Budi"),
    place("people_bring_back", "p i"),
    place("people_rename_other", "p t text:Budi_Santoso enter esc*2 p down e"),
    place("tour_again", "? t"),
];

/// An if-then sentence, being typed from memory.
const MEMORY: &str = "r enter text:Izin enter*7 text:berkas_datang_tidak_lengkap enter \
    text:memakai_daftar_periksa esc h text:berkas_tidak";

/// Something else was typed.
const MEMORY_DIFFERS: &str = "r enter text:Izin enter*7 text:berkas_datang_tidak_lengkap enter \
    text:memakai_daftar_periksa esc h text:berkas_tidak_lengkap enter text:memakai_formulir enter";

/// The same was typed.
const MEMORY_SAME: &str = "r enter text:Izin enter*7 text:berkas_datang_tidak_lengkap enter \
    text:memakai_daftar_periksa esc h text:Berkas_datang_tidak_lengkap enter \
    text:saya_memakai_daftar-periksa. enter";

/// A check-in half filled in.
const HELD_TO_BE: &str = "r enter text:Izin esc t text:Mengukur_waktu esc b enter enter \
    text:Simulasi_dua_kali_dengan_enam_petugas enter text:daftar_hadir enter text:60";

/// Screens that name the data folder, which is another one in every run; they have no picture.
pub const ELSEWHERE: &[Place] = &[
    place("take_home", "p b"),
    place("erase", "p x"),
    place("erase_word", "p x down*2 enter text:hapus"),
    place("erased", "p x down*2 enter text:hapus enter"),
    place("next_person", "p x down*2 enter text:hapus enter*2"),
    place("neighbours", "p t text:Budi_Santoso enter"),
];

/// A page with a mark and a note, read to its end.
const NOTED: &str = "enter t c text:Arsip_aktif_di_rak_dekat_loket. enter text:-_tanya esc end";

/// Two modules with notes and marks.
const NOTES: &str = "enter t c text:Arsip_aktif_di_rak_dekat_loket. esc esc \
    down*2 enter*2 c text:Jadwal_retensi_belum_ada_di_kantor_kami;_minta_salinannya_ke_Bagian_Umum_minggu_ini. \
    esc end space t esc*2 c";

/// One of them deleted.
const NOTES_DELETED: &str = "enter t esc down*2 enter*2 c text:Jadwal_retensi esc*3 c down x";

/// The contents of a module with notes and marks.
const CONTENTS_NOTED: &str = "enter t c text:Arsip esc end space t esc down enter";

/// A module read to its end, with questions half right, and home again.
const REPEAT: &str = "enter end pgdn end pgdn \
    a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc";

/// A module answered, half right, and where that leads to.
const STANDING: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t";

/// The same, a leaf on.
const STANDING_DAYS: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t right";

/// Another leaf on.
const STANDING_AHEAD: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t right*2";

/// Another one.
const STANDING_SURE: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t right*3";

/// The last one.
const STANDING_WEAK: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t right*4";

/// A question before a reset.
const STANDING_ASK: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t down*2 x";

/// The reset.
const STANDING_RESET: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t down*2 x y";

/// The reset taken back on another leaf.
const STANDING_UNDONE: &str = "down enter s a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc \
    t down*2 x y pgdn u";

/// The contents of that module.
const CONTENTS_AGAIN: &str = "enter end pgdn end pgdn \
    a enter 2 enter a enter a enter 2 enter a enter a enter 2 enter esc down enter";

/// A diagnosis with two statements left out.
const DIAGNOSED: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter";

/// The draft of a row that comes of it.
const DIAGNOSED_ROW: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter enter";

/// Another one ninety days later.
const DIAGNOSED_AGAIN: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter esc wait:7776000000 \
    n enter enter 2 text:foto enter 1 enter 2 text:kode enter 3 text:nama enter 1 enter enter";

/// What changed since, below.
const DIAGNOSED_AGAIN_BELOW: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter esc wait:7776000000 \
    n enter enter 2 text:foto enter 1 enter 2 text:kode enter 3 text:nama enter 1 enter enter pgdn";

/// Both in the list.
const DIAGNOSED_LIST: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter esc wait:7776000000 \
    n enter enter 2 text:foto enter 1 enter 2 text:kode enter 3 text:nama enter 1 enter enter esc";

/// Home ninety days later.
const DIAGNOSED_LATER: &str = "d enter text:Peminjaman_map enter right enter \
    3 text:foto enter 1 enter enter 3 enter 0 enter enter esc*2 wait:7776000000";

/// What the rows lack, the cursor on the third remark.
const BETTER: &str = "r enter text:Penerbitan_Izin_Praktik_Bidan esc \
    t text:Sosialisasi_SOP_baru enter*5 text:lebih_cepat enter text:semua enter text:1/12/2026 enter text:14/12/2026 esc \
    t text:Meningkatkan_kesadaran_pegawai enter*6 text:Kabid_dan_Sekretaris esc e home down*3";
/// Rows early and late, done and given up, and one without a date.
const WEEKS: &str = "r enter text:Penerbitan_Izin_Praktik_Bidan esc \
    t text:Mengukur_waktu_tiap_langkah enter*7 text:9/11/2026 enter text:18/11/2026 esc s \
    t text:Menggelar_simulasi_SOP enter*7 text:7/12/2026 enter text:15/1/2027 esc \
    t text:Menetapkan_SOP enter*7 text:23/11/2026 enter text:27/11/2026 esc s*2 \
    t text:Membeli_printer enter*8 text:20/2/2027 esc s*3 t text:Menyusun_daftar_periksa esc l";
const ROWS: &str = "r enter text:Penerbitan_Izin_Praktik_Bidan esc \
    t text:Mengukur_waktu_tiap_langkah enter*6 text:Kasubbag_Umum enter text:1/12/2026 enter text:14/12/2026 esc \
    t text:Menggelar_simulasi_SOP_45_menit_di_loket_setiap_Senin_pertama esc s";
