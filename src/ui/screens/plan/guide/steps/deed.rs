//! The second half of the walk: what one does when it gets difficult, and the first step.

use super::{Door, Question, Source, in_row, of_row, question, text};
use crate::{
    model::{plan::suggestions::About, text::Text},
    ui::{
        screens::plan::row::{DATE, date, take},
        widgets::form::{Field, Kind},
    },
};

pub(super) static IF_THEN: Question = Question {
    fields: &[
        text(
            Text::new("Jika …", "If …"),
            Text::new(
                "Keadaan yang pasti Anda jumpai. Contoh: berkas datang tidak lengkap.",
                "A situation you are sure to meet. Example: a file arrives incomplete.",
            ),
            |plan| plan.if_then.situation.clone(),
            |plan, text| plan.if_then.set_situation(text),
        ),
        text(
            Text::new("maka saya …", "then I …"),
            Text::new(
                "Tindakan Anda sendiri. Contoh: memakai daftar periksa di loket.",
                "Your own action. Example: use the checklist at the counter.",
            ),
            |plan| plan.if_then.then.clone(),
            |plan, text| plan.if_then.set_then(text),
        ),
    ],
    sources: &[Some(Source::About(About::If)), Some(Source::About(About::Then))],
    ..question(
        "if-then",
        Text::new("jika–maka", "if–then"),
        Text::new(
            "Jika hambatan itu datang, apa yang Anda lakukan saat itu juga?",
            "When that obstacle comes, what do you do there and then?",
        ),
        Text::new(
            "Pola “Jika …, maka saya …” membuat tindakan muncul sendiri pada saatnya, tanpa \
             perlu ditimbang lagi.",
            "The pattern “If …, then I …” lets the action come by itself when it is time.",
        ),
    )
};

pub(super) static REHEARSAL: Question = Question {
    door: Some(Door::Rehearsal),
    ..question(
        "rehearsal",
        Text::new("dari ingatan", "from memory"),
        Text::new(
            "Dapatkah Anda mengulanginya sekali dari ingatan?",
            "Can you say it once from memory?",
        ),
        Text::new(
            "Sekali mengulang mengikat keadaan dengan tindakannya. Boleh dilewati.",
            "Saying it once ties the situation to the action. It may be skipped.",
        ),
    )
};

pub(super) static ACTION: Question = Question {
    fields: &[
        text(
            Text::new("Rencana aksi", "Action"),
            Text::new(
                "Diawali kata kerja. Contoh: Mengukur waktu setiap langkah pada 20 berkas.",
                "Begins with a verb. Example: Time each step on 20 files.",
            ),
            |plan| of_row(plan, |row| row.action.clone()),
            |plan, text| in_row(plan, |row| row.action = text),
        ),
        text(
            Text::new("Bukti", "Evidence"),
            Text::new(
                "Contoh: lembar ukur waktu 20 berkas.",
                "Example: timing sheets of 20 files.",
            ),
            |plan| of_row(plan, |row| row.evidence.clone()),
            |plan, text| in_row(plan, |row| row.evidence = text),
        ),
    ],
    sources: &[Some(Source::About(About::Action)), Some(Source::About(About::Evidence))],
    is_row: true,
    is_action: true,
    ..question(
        "action",
        Text::new("langkah pertama", "the first step"),
        Text::new(
            "Apa langkah pertama yang dapat dilihat orang lain?",
            "What is the first step that others can see?",
        ),
        Text::new(
            "Langkah kecil yang terlihat dalam 30 hari meyakinkan lebih banyak orang daripada \
             rencana besar.",
            "A small step seen within 30 days convinces more people than a large plan.",
        ),
    )
};

pub(super) static WHO_WHEN: Question = Question {
    fields: &[
        text(
            Text::new("Penanggung jawab", "Responsible"),
            Text::new(
                "Satu jabatan. Contoh: Kepala Subbagian Umum.",
                "One post. Example: Head of the General Affairs Subdivision.",
            ),
            |plan| of_row(plan, |row| row.responsible.clone()),
            |plan, text| in_row(plan, |row| row.responsible = text),
        ),
        Field {
            label: Text::new("Mulai", "Start"),
            hint: DATE,
            kind: Kind::Date,
            get: |plan| of_row(plan, |row| date(row.start, &row.unread.first)),
            set: |plan, text| {
                in_row(plan, |row| take(&mut row.start, &mut row.unread.first, text));
            },
        },
        Field {
            label: Text::new("Selesai", "Finish"),
            hint: DATE,
            kind: Kind::Date,
            get: |plan| of_row(plan, |row| date(row.finish, &row.unread.last)),
            set: |plan, text| {
                in_row(plan, |row| take(&mut row.finish, &mut row.unread.last, text));
            },
        },
        text(
            Text::new("Sumber daya", "Resources"),
            Text::new(
                "Contoh: 2 petugas selama 1 jam; atau “tanpa anggaran”.",
                "Example: 2 staff for an hour; or “no budget needed”.",
            ),
            |plan| of_row(plan, |row| row.resources.clone()),
            |plan, text| in_row(plan, |row| row.resources = text),
        ),
    ],
    sources: &[Some(Source::About(About::Responsible)), None, None, None],
    is_row: true,
    ..question(
        "who-when",
        Text::new("siapa dan kapan", "who and when"),
        Text::new(
            "Siapa yang bertanggung jawab, dari kapan sampai kapan, dan dengan apa?",
            "Who is responsible, from when until when, and with what?",
        ),
        Text::new(
            "Tugas milik “semua” tidak dikerjakan siapa pun. Baris lain ditambahkan nanti di \
             tabel.",
            "What belongs to “everyone” is done by no one. More rows are added on the table.",
        ),
    )
};

pub(super) static SUPERIOR: Question = Question {
    fields: &[
        text(
            Text::new("Nama atasan", "Superior’s name"),
            Text::new(
                "Atasan langsung yang menyetujui rencana ini.",
                "The direct superior who approves this plan.",
            ),
            |plan| plan.head.superior.name.clone(),
            |plan, text| plan.head.superior.name = text,
        ),
        text(
            Text::new("Jabatan atasan", "Superior’s post"),
            Text::new("Contoh: Kepala Bidang Perizinan.", "Example: Head of Permit Services."),
            |plan| plan.head.superior.post.clone(),
            |plan, text| plan.head.superior.post = text,
        ),
    ],
    sources: &[None, None],
    ..question(
        "superior",
        Text::new("atasan", "the superior"),
        Text::new(
            "Siapa atasan yang akan menyetujui dan menanyakannya kembali?",
            "Which superior will agree to it and ask about it again?",
        ),
        Text::new(
            "Kemajuan yang dicatat dan diketahui orang lain lebih sering tercapai.",
            "Progress that is recorded and known to somebody else is reached more often.",
        ),
    )
};
