//! The first half of the walk: the SOP, how it is today, what one wishes, and what stands in the way.

use super::{Door, Question, Source, in_row, of_row, question, text};
use crate::model::{plan::suggestions::About, text::Text};

pub(super) static SOP: Question = Question {
    fields: &[text(
        Text::new("Judul SOP", "SOP title"),
        Text::new(
            "Contoh: Penerbitan Izin Praktik Bidan.",
            "Example: Issuing midwife practice permits.",
        ),
        |plan| plan.head.sop.title.clone(),
        |plan, text| plan.head.sop.title = text,
    )],
    sources: &[None],
    ..question(
        "sop",
        Text::new("SOP", "the SOP"),
        Text::new(
            "SOP mana yang ingin Anda perbaiki lebih dahulu?",
            "Which SOP would you like to mend first?",
        ),
        Text::new(
            "Satu SOP yang paling sering dikeluhkan lebih berarti daripada sepuluh yang \
             disentuh sedikit.",
            "One SOP that is complained about often is worth more than ten touched a little.",
        ),
    )
};

pub(super) static STATE: Question = Question {
    fields: &[
        text(
            Text::new("Keadaan sekarang", "Present state"),
            Text::new(
                "Contoh: rata-rata 9 hari dari berkas lengkap sampai izin terbit.",
                "Example: 9 days on average from complete file to permit.",
            ),
            |plan| plan.head.baseline.text.clone(),
            |plan, text| plan.head.baseline.text = text,
        ),
        text(
            Text::new("Sumber data", "Data source"),
            Text::new(
                "Contoh: register loket, September–Oktober.",
                "Example: counter register, September–October.",
            ),
            |plan| plan.head.baseline.source.clone(),
            |plan, text| plan.head.baseline.source = text,
        ),
    ],
    sources: &[None, None],
    ..question(
        "state",
        Text::new("keadaan sekarang", "present state"),
        Text::new(
            "Bagaimana keadaannya hari ini, dan dari mana Anda tahu?",
            "How is it today, and how do you know?",
        ),
        Text::new(
            "Tanpa angka awal, tidak ada yang dapat mengatakan bahwa sesuatu membaik.",
            "Without a first figure nobody can say that anything got better.",
        ),
    )
};

pub(super) static WISH: Question = Question {
    fields: &[text(
        Text::new("Harapan", "Wish"),
        Text::new(
            "Contoh: semua petugas loket memakai alur yang sama. Disimpan sebagai tujuan baris 1.",
            "Example: all counter staff follow the same steps. Kept as the purpose of row 1.",
        ),
        |plan| of_row(plan, |row| row.purpose.clone()),
        |plan, text| in_row(plan, |row| row.purpose = text),
    )],
    sources: &[Some(Source::About(About::Wish))],
    is_row: true,
    ..question(
        "wish",
        Text::new("harapan", "the wish"),
        Text::new(
            "Apa yang paling Anda harapkan dari SOP ini dalam 90 hari?",
            "What do you wish for most from this SOP within 90 days?",
        ),
        Text::new(
            "Harapan yang penting bagi Anda dan masih terjangkau memberi tenaga ketika \
             pekerjaan menumpuk.",
            "A wish that matters to you and is within reach carries you when work piles up.",
        ),
    )
};

pub(super) static OUTCOME: Question = Question {
    fields: &[
        text(
            Text::new("Sasaran 90 hari", "90-day goal"),
            Text::new(
                "Contoh: izin terbit paling lama 5 hari sejak berkas lengkap.",
                "Example: permits issued within 5 days of a complete file.",
            ),
            |plan| plan.head.goal.clone(),
            |plan, text| plan.head.goal = text,
        ),
        text(
            Text::new("Indikator", "Indicator"),
            Text::new(
                "Contoh: median lama layanan dalam hari, dari register loket.",
                "Example: median time of the service in days, from the register.",
            ),
            |plan| of_row(plan, |row| row.indicator.clone()),
            |plan, text| in_row(plan, |row| row.indicator = text),
        ),
        text(
            Text::new("Data dasar", "Baseline"),
            Text::new(
                "Indikator itu hari ini. Contoh: 9 hari; atau “belum diukur”.",
                "That indicator today. Example: 9 days; or “not measured yet”.",
            ),
            |plan| of_row(plan, |row| row.baseline.clone()),
            |plan, text| in_row(plan, |row| row.baseline = text),
        ),
        text(
            Text::new("Target", "Target"),
            Text::new("Contoh: 5 hari.", "Example: 5 days."),
            |plan| of_row(plan, |row| row.target.clone()),
            |plan, text| in_row(plan, |row| row.target = text),
        ),
    ],
    sources: &[None, Some(Source::About(About::Indicator)), None, None],
    is_row: true,
    ..question(
        "outcome",
        Text::new("hasil terbaik", "the best outcome"),
        Text::new(
            "Bila berhasil, apa hasil terbaiknya, dan bagaimana orang lain melihatnya?",
            "If it works, what is the best that comes of it, and how will others see it?",
        ),
        Text::new(
            "Hasil yang terbayang jelas, dengan satuan yang sama seperti data awal, dapat \
             ditagih kemudian.",
            "An outcome seen clearly, in the unit of your first figure, can be asked for later.",
        ),
    )
};

pub(super) static OFFICE: Question = Question {
    door: Some(Door::Adaptation),
    ..question(
        "office",
        Text::new("yang berbeda", "what differs"),
        Text::new(
            "Kerjakan dahulu: apa yang berbeda di kantor Anda?",
            "Do this first: what differs in your office?",
        ),
        Text::new(
            "Yang berhasil di tempat lain jarang cocok begitu saja; perbedaannya menunjukkan \
             apa yang perlu diubah.",
            "What worked elsewhere seldom fits as it is; the differences show what must change.",
        ),
    )
};

pub(super) static OBSTACLE: Question = Question {
    fields: &[
        text(
            Text::new("Hambatan", "Obstacle"),
            Text::new(
                "Contoh: loket penuh pada jam simulasi; saya menunda pencatatan.",
                "Example: the counter is crowded at that hour; I put off recording.",
            ),
            |plan| of_row(plan, |row| row.obstacle.clone()),
            |plan, text| in_row(plan, |row| row.obstacle = text),
        ),
        text(
            Text::new("Cara mengatasi", "Response"),
            Text::new(
                "Contoh: simulasi digeser ke pukul 14.00.",
                "Example: the simulation moves to 14:00.",
            ),
            |plan| of_row(plan, |row| row.answer.clone()),
            |plan, text| in_row(plan, |row| row.answer = text),
        ),
    ],
    sources: &[Some(Source::About(About::Obstacle)), Some(Source::About(About::Then))],
    is_row: true,
    ..question(
        "obstacle",
        Text::new("hambatan", "the obstacle"),
        Text::new(
            "Apa yang paling mungkin menghalangi: dalam diri Anda atau dari luar?",
            "What is most likely to stand in the way: in yourself, or from outside?",
        ),
        Text::new(
            "Harapan saja melenakan. Hambatan yang disebut lebih dahulu tidak lagi datang \
             sebagai kejutan.",
            "Wishing alone makes one idle. An obstacle named beforehand comes as no surprise.",
        ),
    )
};
