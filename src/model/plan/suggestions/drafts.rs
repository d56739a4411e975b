//! The drafts themselves: for each key factor, each challenge, and for sentences. Each is a beginning
//! that people change; none names a place or a figure of somebody else.

use crate::model::text::Text;

/// Drafts that serve one factor.
pub(super) struct Drafts {
    factor: &'static str,
    pub(super) wishes: [Text; 2],
    pub(super) actions: [Text; 2],
    pub(super) evidence: [Text; 2],
}

/// Those of a factor; a course of somebody else may have factors without any.
pub(super) fn of(factor: &str) -> Option<&'static Drafts> {
    FACTORS.iter().find(|drafts| drafts.factor == factor)
}

static FACTORS: [Drafts; 5] = [
    Drafts {
        factor: "komitmen",
        wishes: [
            Text::new(
                "Pimpinan memakai data SOP ini saat mengambil keputusan",
                "Leaders use the data of this SOP when they decide",
            ),
            Text::new(
                "SOP tetap berjalan ketika pimpinan berhalangan",
                "The SOP keeps running when the leader is away",
            ),
        ],
        actions: [
            Text::new(
                "Menyajikan data pelaksanaan SOP dalam rapat pimpinan setiap Senin pertama",
                "Present the data of the SOP in the leaders’ meeting every first Monday",
            ),
            Text::new(
                "Mencatat setiap pengecualian dari alur SOP dan melaporkannya setiap bulan",
                "Record every exception from the SOP and report it every month",
            ),
        ],
        evidence: [
            Text::new("notulen rapat dengan keputusannya", "minutes with what was decided"),
            Text::new("buku catatan pengecualian", "the record of exceptions"),
        ],
    },
    Drafts {
        factor: "keterlibatan",
        wishes: [
            Text::new(
                "Setiap petugas dapat menjelaskan langkahnya tanpa membaca",
                "Everyone can explain their step without reading",
            ),
            Text::new(
                "Layanan tetap berjalan ketika seorang petugas cuti",
                "The service goes on when one of the staff is on leave",
            ),
        ],
        actions: [
            Text::new(
                "Menyusun ulang langkah SOP bersama petugas yang menjalankannya",
                "Rewrite the steps together with the staff who carry them out",
            ),
            Text::new(
                "Menuliskan petugas pengganti untuk setiap langkah",
                "Write down who stands in for each step",
            ),
        ],
        evidence: [
            Text::new(
                "daftar hadir dan naskah hasil kerja bersama",
                "attendance list and the draft",
            ),
            Text::new(
                "daftar petugas pengganti per langkah",
                "list of who stands in, step by step",
            ),
        ],
    },
    Drafts {
        factor: "kebutuhan",
        wishes: [
            Text::new(
                "Langkah di SOP sama dengan yang sungguh terjadi di loket",
                "The steps of the SOP are what really happens at the counter",
            ),
            Text::new(
                "Waktu yang dijanjikan kepada warga ditepati",
                "The time promised to citizens is kept",
            ),
        ],
        actions: [
            Text::new("Mengukur waktu setiap langkah pada 20 berkas", "Time each step on 20 files"),
            Text::new(
                "Menguji coba SOP selama dua minggu sebelum ditandatangani",
                "Try the SOP out for two weeks before it is signed",
            ),
        ],
        evidence: [
            Text::new("lembar ukur waktu 20 berkas", "timing sheets of 20 files"),
            Text::new(
                "catatan uji coba beserta perbaikannya",
                "notes of the trial and what changed",
            ),
        ],
    },
    Drafts {
        factor: "sosialisasi",
        wishes: [
            Text::new(
                "Petugas baru dilatih sebelum bertugas",
                "New staff are trained before they begin",
            ),
            Text::new(
                "Warga mengetahui syarat, waktu, dan biaya sebelum datang",
                "Citizens know requirements, time and cost before they come",
            ),
        ],
        actions: [
            Text::new(
                "Menggelar simulasi SOP 45 menit di loket setiap Senin pertama",
                "Hold a 45-minute SOP simulation at the counter every first Monday",
            ),
            Text::new(
                "Memasang alur, syarat, waktu, dan biaya di depan loket",
                "Post steps, requirements, time and cost in front of the counter",
            ),
        ],
        evidence: [
            Text::new("daftar hadir dan lembar simulasi", "attendance list and simulation sheets"),
            Text::new("foto papan informasi di loket", "photograph of the notice at the counter"),
        ],
    },
    Drafts {
        factor: "monev",
        wishes: [
            Text::new(
                "Kami tahu setiap bulan berapa lama layanan ini dan di mana tersendat",
                "We know every month how long this service takes and where it is held up",
            ),
            Text::new(
                "Setiap pengaduan dikaitkan dengan satu langkah SOP",
                "Every complaint is traced to one step of the SOP",
            ),
        ],
        actions: [
            Text::new(
                "Mencatat waktu masuk dan selesai setiap berkas di register loket",
                "Record when each file comes in and is done in the counter register",
            ),
            Text::new(
                "Memeriksa 20 berkas setiap bulan terhadap langkah wajib SOP",
                "Check 20 files every month against the mandatory steps",
            ),
        ],
        evidence: [
            Text::new("register loket", "the counter register"),
            Text::new("lembar periksa 20 berkas", "check sheets of 20 files"),
        ],
    },
];

/// How the five signs of success are measured.
pub(super) static INDICATORS: [Text; 5] = [
    Text::new(
        "median lama layanan dalam hari kerja, dari register loket",
        "median time of the service in working days, from the counter register",
    ),
    Text::new("pengaduan per 1.000 permohonan", "complaints per 1,000 applications"),
    Text::new(
        "persentase berkas contoh yang mengikuti semua langkah wajib",
        "share of sampled files that follow all mandatory steps",
    ),
    Text::new("nilai unsur terendah pada SKM", "lowest element of the satisfaction survey"),
    Text::new(
        "persentase pemohon yang datang sendiri tanpa perantara",
        "share of applicants who come themselves, without a broker",
    ),
];

/// One for each challenge, in their order.
pub(super) static OBSTACLES: [Text; 4] = [
    Text::new(
        "hanya satu orang menguasai langkah ini",
        "only one person knows how to do this step",
    ),
    Text::new("tidak ada anggaran tahun ini", "there is no budget this year"),
    Text::new("rekan merasa cara lama lebih cepat", "colleagues feel that the old way is faster"),
    Text::new("loket penuh pada jam sibuk", "the counter is crowded at peak hours"),
];

/// Those that lie in oneself.
pub(super) static INNER: [Text; 2] = [
    Text::new(
        "saya menunda pencatatan ketika pekerjaan menumpuk",
        "I put off recording when work piles up",
    ),
    Text::new(
        "saya sungkan mengingatkan rekan yang melewati langkah",
        "I am reluctant to remind colleagues who skip a step",
    ),
];

pub(super) static SITUATIONS: [Text; 3] = [
    Text::new("berkas datang tidak lengkap", "a file arrives incomplete"),
    Text::new("loket penuh sebelum pukul 10.00", "the counter is full before 10:00"),
    Text::new("seorang rekan melewati satu langkah", "a colleague skips a step"),
];

pub(super) static ANSWERS: [Text; 3] = [
    Text::new("memakai daftar periksa di loket", "use the checklist at the counter"),
    Text::new("membuka jalur cepat untuk berkas sederhana", "open the fast lane for simple files"),
    Text::new(
        "menanyakan sebabnya dan mencatatnya hari itu juga",
        "ask why and write it down the same day",
    ),
];
