//! What the tour says, step by step: a title, a sketch of the screen, two short paragraphs.
//! All of a step fits the smallest window.

use crate::model::text::Text;

/// One step of the tour.
pub(super) struct Step {
    /// What it is about.
    pub(super) title: Text,
    /// Rows of the screen, as it will look.
    pub(super) sketch: &'static [(Sign, Text)],
    /// What to know, in short paragraphs.
    pub(super) say: &'static [Text],
}

/// The mark in front of a row of a sketch.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    None,
    Here,
    Done,
    Begun,
    Open,
}

const fn row(sign: Sign, id: &'static str, en: &'static str) -> (Sign, Text) {
    (sign, Text::new(id, en))
}

pub(super) const STEPS: [Step; 4] = [
    Step {
        title: Text::new("Peta modul: satu tombol cukup", "The home screen: one key is enough"),
        sketch: &[
            row(
                Sign::Here,
                "Lanjutkan: Modul 2, halaman 4 dari 9",
                "Continue: Module 2, page 4 of 9",
            ),
            row(Sign::Done, "1  tuntas", "1  done"),
            row(Sign::Begun, "2  sedang dibaca", "2  being read"),
            row(Sign::Open, "3  belum dimulai", "3  not begun"),
        ],
        say: &[
            Text::new(
                "Baris paling atas selalu menunjuk langkah berikutnya. Tekan Enter, dan Anda \
                 melanjutkan tepat di tempat terakhir.",
                "The top row always points at the next step. Press Enter and you go on exactly \
                 where you were.",
            ),
            Text::new(
                "Panah atas dan bawah memilih modul lain; urutannya bebas.",
                "The up and down arrows choose another module; any order will do.",
            ),
        ],
    },
    Step {
        title: Text::new("Membaca", "Reading"),
        sketch: &[
            row(Sign::None, "Sebelum dan sesudah: loket perizinan", "Before and after: a counter"),
            row(
                Sign::None,
                "Lama layanan tercantum di loket dan ditepati.",
                "Waiting times are posted at the counter and kept.",
            ),
            row(Sign::None, "", ""),
            row(
                Sign::None,
                "Spasi lanjut   b balik   Esc kembali",
                "Space next   b back a page   Esc back",
            ),
        ],
        say: &[
            Text::new(
                "Spasi membuka bagian berikutnya, b membalik ke halaman sebelumnya. Halaman yang \
                 sudah dibaca diberi tanda.",
                "Space shows the next part, b turns back a page. Pages that you have read are \
                 marked.",
            ),
            Text::new(
                "Tombol yang berlaku selalu tertulis di baris terbawah.",
                "The keys that work are always written on the bottom line.",
            ),
        ],
    },
    Step {
        title: Text::new("Soal, dan apa yang tersimpan", "Questions, and what is saved"),
        sketch: &[
            row(Sign::None, "Siapa yang harus menulis SOP loket?", "Who should write the SOP?"),
            row(Sign::Here, "A  Petugas loket", "A  The counter staff"),
            row(Sign::None, "B  Konsultan", "B  A consultant"),
            row(Sign::Done, "tersimpan 09.14", "saved 09:14"),
        ],
        say: &[
            Text::new(
                "Pilih dengan huruf atau panah, lalu Enter. pandu bertanya seberapa yakin Anda \
                 dan memberi alasannya.",
                "Choose with a letter or the arrows, then Enter. pandu asks how sure you are, \
                 then gives the reason.",
            ),
            Text::new(
                "Jawaban langsung disimpan; baris bawah mengatakannya. \
                 Keliru tidak apa-apa: ada percobaan kedua.",
                "Every answer is saved on this laptop at once; the line below says so. Being \
                 wrong is fine: there is a second try.",
            ),
        ],
    },
    Step {
        title: Text::new("Rencana untuk kantor Anda, dan bantuan", "Your office’s plan, and help"),
        sketch: &[
            row(
                Sign::Here,
                "1  Mengukur waktu tiap langkah   14 Des   Kasubbag",
                "1  Time each step            14 Dec   Section head",
            ),
            row(
                Sign::Open,
                "2  Menggelar simulasi di loket   21 Des   Analis",
                "2  Rehearse at the counter   21 Dec   Analyst",
            ),
        ],
        say: &[
            Text::new(
                "Di peta modul, r membuka rencana tindak lanjut (RTL). Isilah sedikit demi sedikit \
                 selama pelatihan; Anda pulang membawa rencana yang siap dijalankan.",
                "On the home screen, r opens the follow-up plan. Fill it in bit by bit during the \
                 training; you go home with a plan that is ready to be carried out.",
            ),
            Text::new(
                "Di setiap layar, ? menampilkan semua tombol (F1 saat mengetik) dan, lewat t, \
                 perkenalan ini. F2 mengganti bahasa.",
                "On every screen, ? shows all its keys (F1 while typing) and, through t, this \
                 tour. F2 switches the language.",
            ),
        ],
    },
];
