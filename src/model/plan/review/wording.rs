//! Words that the rules look for, in small letters. Indonesian first, then English; a plan may mix
//! the two. A word belongs here only when it is wrong in nearly every plan.

/// Words with blanks between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static str);

impl Words {
    /// Whether a word is one of them.
    pub(super) fn contains(self, word: &str) -> bool {
        self.0.split(' ').any(|known| known == word)
    }
}

/// Nouns that actions are often begun with, and the verb (with what follows it) to say instead. The
/// rest of the sentence stays as it was written.
pub(super) const NOUNS: &[(&str, &str)] = &[
    ("bimtek", "Menggelar bimtek"),
    ("briefing", "Menggelar briefing"),
    ("diskusi", "Menggelar diskusi"),
    ("fgd", "Menggelar FGD"),
    ("rapat", "Menggelar rapat"),
    ("lokakarya", "Menggelar lokakarya"),
    ("simulasi", "Menggelar simulasi"),
    ("workshop", "Menggelar workshop"),
    ("survei", "Menggelar survei"),
    ("digitalisasi", "Mendigitalkan"),
    ("dokumentasi", "Mendokumentasikan"),
    ("evaluasi", "Mengevaluasi"),
    ("identifikasi", "Mengidentifikasi"),
    ("inventarisasi", "Mendata"),
    ("koordinasi", "Berkoordinasi"),
    ("monev", "Memantau dan mengevaluasi"),
    ("monitoring", "Memantau"),
    ("publikasi", "Memublikasikan"),
    ("revisi", "Merevisi"),
    ("sosialisasi", "Menyosialisasikan"),
    ("verifikasi", "Memverifikasi"),
    ("pelatihan", "Melatih"),
    ("pemantauan", "Memantau"),
    ("pemasangan", "Memasang"),
    ("pembagian", "Membagikan"),
    ("pembahasan", "Membahas"),
    ("pembaruan", "Memperbarui"),
    ("pembentukan", "Membentuk"),
    ("pembuatan", "Membuat"),
    ("pemeriksaan", "Memeriksa"),
    ("pemetaan", "Memetakan"),
    ("pencatatan", "Mencatat"),
    ("pendampingan", "Mendampingi"),
    ("pendataan", "Mendata"),
    ("penempelan", "Menempel"),
    ("penerapan", "Menerapkan"),
    ("penetapan", "Menetapkan"),
    ("pengadaan", "Mengadakan"),
    ("pengecekan", "Mengecek"),
    ("pengesahan", "Mengesahkan"),
    ("pengukuran", "Mengukur"),
    ("pengumpulan", "Mengumpulkan"),
    ("pengusulan", "Mengusulkan"),
    ("peninjauan", "Meninjau"),
    ("penugasan", "Menugasi"),
    ("penunjukan", "Menunjuk"),
    ("penyampaian", "Menyampaikan"),
    ("penyederhanaan", "Menyederhanakan"),
    ("penyediaan", "Menyediakan"),
    ("penyusunan", "Menyusun"),
    ("perbaikan", "Memperbaiki"),
    ("training", "Train"),
];

/// Nouns without a verb of their own: what is done with the thing only its writer knows.
pub(super) const THINGS: Words = Words(
    "\
    alur apel banner berkas buku daftar formulir jadwal kesadaran komitmen kotak laporan \
    mekanisme media papan pegawai petugas poster sk sop spanduk standar surat tim awareness \
    commitment staff",
);

/// Words after a noun that would not follow its verb.
pub(super) const LOOSE: Words = Words(
    "\
    bagi untuk tentang mengenai terhadap kepada atas dari oleh dan serta atau of for on to \
    about and",
);

/// Words that end like nouns and are none, or are verbs as well.
pub(super) const NOT_NOUNS: Words = Words(
    "\
    kemudian perlahan keseluruhan lintasi batasi antisipasi implement document supplement \
    complement mention position question comment experiment augment segment petition caution \
    condition witness harness",
);

/// Verbs that say that something becomes more, together with one of [`STATES`].
pub(super) const RAISING: Words = Words(
    "\
    meningkatkan tingkatkan memperkuat perkuat menguatkan memantapkan mengoptimalkan \
    optimalkan memaksimalkan maksimalkan menumbuhkan tumbuhkan membangun bangun mendorong \
    dorong mewujudkan wujudkan menciptakan membangkitkan memelihara raise increase improve \
    strengthen boost enhance promote build foster encourage",
);

/// What nobody can see happen.
pub(super) const STATES: Words = Words(
    "\
    kesadaran komitmen pemahaman kinerja kualitas mutu semangat motivasi kedisiplinan disiplin \
    kepedulian budaya sinergi sinergitas koordinasi kompetensi kepatuhan integritas \
    profesionalisme pengawasan keterlibatan partisipasi efektivitas efisiensi awareness \
    commitment understanding performance quality motivation discipline culture synergy \
    compliance coordination cooperation involvement participation efficiency",
);

/// Verbs that are vague whatever follows, unless it is said how.
pub(super) const TRYING: Words = Words(
    "\
    mengoptimalkan optimalkan memaksimalkan maksimalkan mengupayakan upayakan mengusahakan \
    usahakan berupaya berusaha menyukseskan optimise optimize maximise maximize strive \
    endeavour endeavor",
);

/// Phrases that say nothing about how well or how often.
pub(super) const EMPTY: &[&str] = &[
    "dengan baik",
    "dengan sebaik",
    "sebaik-baiknya",
    "sebaik mungkin",
    "secara optimal",
    "secara maksimal",
    "semaksimal mungkin",
    "seoptimal mungkin",
    "terus-menerus",
    "terus menerus",
    "secara berkesinambungan",
    "as well as possible",
    "as much as possible",
    "continuously",
];

/// Words after which it is said how.
pub(super) const HOW: Words = Words(
    "\
    melalui lewat dengan by through via",
);

/// Words that mean everybody.
pub(super) const EVERYONE: Words = Words(
    "\
    semua semuanya seluruh seluruhnya segenap setiap masing-masing kita kami para bersama-sama \
    everyone everybody all each every we us",
);

/// Words that a group's name begins with. One who leads it has another first word.
pub(super) const GROUPS: Words = Words(
    "\
    tim panitia pokja kelompok satgas team committee group",
);

/// Words that the name of a post begins with.
pub(super) const POSTS: Words = Words(
    "\
    kepala kadis kadin kaban kabid kabag kasubbag kasubag kasubbid kasubid kasi kasie \
    sekretaris sekdis sekda sekcam camat lurah ketua koordinator subkoordinator bupati asisten \
    direktur manajer analis arsiparis pranata operator petugas staf inspektur verifikator \
    bendahara head secretary director manager chair coordinator officer analyst",
);

/// Words that compare without a figure, or name a state of mind.
pub(super) const UNMEASURED: Words = Words(
    "\
    meningkat meningkatnya ditingkatkan menurun menurunnya berkurang berkurangnya bertambah \
    bertambahnya membaik lebih memadai optimal maksimal dioptimalkan efektif efisien lancar \
    baik cepat paham memahami mengerti sadar peduli terampil disiplin better faster improved \
    increased decreased reduced improves effective efficient smooth smoother good aware \
    understand understood",
);

/// Words that answer with yes or no.
pub(super) const YES_OR_NO: Words = Words(
    "\
    ada sudah selesai terbit sah berlaku aktif lengkap exists signed issued done published \
    installed approved yes finished nilai predikat kategori skm indeks peringkat akreditasi \
    opini grade rating",
);

/// Numbers in words, and what counts like one.
pub(super) const NUMBERS: Words = Words(
    "\
    nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus setengah \
    separuh semua seluruh setiap tiap tidak tanpa nihil sekali sehari seminggu sebulan sejam \
    sebuah zero one two three four five six seven eight nine ten half all every each no none \
    never once twice",
);

/// The same, but only what can stand before a unit.
pub(super) const COUNTS: Words = Words(
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus one two three four \
     five six seven eight nine ten",
);

/// Words for a present state that has not been measured, which is honest and no fault.
pub(super) const NOT_YET: Words = Words(
    "\
    belum not unknown nothing",
);

/// Units of time.
pub(super) const TIMES: Words = Words(
    "\
    detik menit jam hari minggu pekan bulan tahun second seconds minute minutes hour hours day \
    days week weeks month months year years",
);

/// Before a number that only names something: "SK Nomor 12 Tahun 2019".
pub(super) const NAMED: Words = Words(
    "\
    nomor no tahun pasal ayat sk perda perbup perwali pergub perkada permenpan permendagri perpres \
    pp uu versi number year article version decree regulation",
);

/// Months, after a day of a date.
pub(super) const MONTHS: Words = Words(
    "\
    januari februari maret april mei juni juli agustus september oktober november desember jan \
    feb mar apr jun jul agu agt agus sep sept okt nov des january february march may june july \
    august october december aug oct dec",
);

/// Before a time within which, or how often, something happens.
pub(super) const WITHIN: Words = Words(
    "\
    dalam selama setiap tiap per within in every each during for",
);

/// Words and signs of a share.
pub(super) const SHARES: Words = Words(
    "\
    % persen percent",
);

/// Between the two numbers of a share: "2 dari 6".
pub(super) const OF: Words = Words(
    "\
    dari of",
);

/// Words of money.
pub(super) const MONEY: Words = Words(
    "\
    rp rupiah idr",
);

/// States of mind, which leave no trace that could be shown.
pub(super) const UNSHOWN: Words = Words(
    "\
    kesadaran pemahaman komitmen semangat kepedulian sadar paham memahami mengerti merasa \
    peduli awareness understanding commitment aware understand feel",
);

/// Things that can be laid on a table; with one of them any evidence is fine.
pub(super) const SHOWN: Words = Words(
    "\
    absen arsip berita berkas bukti buku catatan daftar data disposisi dokumen dokumentasi file \
    foto formulir grafik hasil jadwal kuesioner kuis laporan lembar memo nilai nota notulen notula papan \
    peta pernyataan presensi rekaman rekap rekapitulasi register risalah sertifikat sk skor sop \
    surat survei tabel tangkapan tes undangan video attendance certificate chart copy decree \
    document documents form forms letter list log minutes notes photo photos record records \
    recording report results schedule score scores sheet sheets survey table test",
);
