//! What differs in this office: the four challenges of taking over what worked elsewhere. Questions
//! and moves are the course's; these are asked where it has none.

use super::{Question, Source, question, text};
use crate::{
    model::{
        plan::{Adaptation, CHALLENGES, Plan},
        text::Text,
    },
    ui::widgets::form::Field,
};

const DIFFERS: Text = Text::new("Yang berbeda", "What differs");
const CHANGES: Text = Text::new("Yang diubah", "What changes");
const WHY: Text = Text::new(
    "Tulis yang berbeda dari kantor yang berhasil, lalu apa yang karena itu Anda ubah.",
    "Write what differs from the office that succeeded, then what you therefore change.",
);

fn read<const AT: usize>(plan: &Plan, of: fn(&Adaptation) -> &String) -> String {
    let part = CHALLENGES.get(AT).and_then(|key| plan.adaptation_to(key));
    part.map(of).cloned().unwrap_or_default()
}

fn write<const AT: usize>(plan: &mut Plan, change: impl FnOnce(&mut Adaptation)) {
    if let Some(key) = CHALLENGES.get(AT) {
        plan.adapt(key, change);
    }
}

const fn differs<const AT: usize>(hint: Text) -> Field<Plan> {
    text(
        DIFFERS,
        hint,
        |plan| read::<AT>(plan, |part| &part.differs),
        |plan, text| write::<AT>(plan, |part| part.differs = text),
    )
}

const fn changes<const AT: usize>(hint: Text) -> Field<Plan> {
    text(
        CHANGES,
        hint,
        |plan| read::<AT>(plan, |part| &part.change),
        |plan, text| write::<AT>(plan, |part| part.change = text),
    )
}

const fn of_challenge(key: &'static str, name: Text, ask: Text) -> Question {
    Question { challenge: Some(key), ..question(key, name, ask, WHY) }
}

static SDM: Question = Question {
    fields: &[
        differs::<0>(Text::new(
            "Contoh: hanya 3 petugas; di sana 9.",
            "Example: only 3 staff; they have 9.",
        )),
        changes::<0>(Text::new(
            "Contoh: dua peran digabung, pemeriksaan tetap oleh orang lain.",
            "Example: two roles in one person, the check stays with another.",
        )),
    ],
    sources: &[None, Some(Source::Moves("sdm"))],
    ..of_challenge(
        "sdm",
        Text::new("SDM", "people"),
        Text::new(
            "Berapa orang, dengan keahlian apa, dan siapa menggantikan siapa?",
            "How many people, with what skills, and who stands in for whom?",
        ),
    )
};

static BUDGET: Question = Question {
    fields: &[
        differs::<1>(Text::new(
            "Contoh: tidak ada anggaran aplikasi tahun ini.",
            "Example: there is no budget for an application this year.",
        )),
        changes::<1>(Text::new(
            "Contoh: mulai dari urutan langkah dan formulir, tanpa biaya.",
            "Example: begin with the order of steps and the forms, at no cost.",
        )),
    ],
    sources: &[None, Some(Source::Moves("anggaran"))],
    ..of_challenge(
        "anggaran",
        Text::new("anggaran", "budget"),
        Text::new(
            "Langkah mana yang memerlukan biaya, dan mana yang hanya kebiasaan?",
            "Which step costs money, and which is only a habit?",
        ),
    )
};

static RESISTANCE: Question = Question {
    fields: &[
        differs::<2>(Text::new(
            "Contoh: petugas senior merasa cara lama lebih cepat.",
            "Example: senior staff feel that the old way is faster.",
        )),
        changes::<2>(Text::new(
            "Contoh: mereka ikut menyusun, lalu uji coba dua minggu.",
            "Example: they help to draft it, then a trial of two weeks.",
        )),
    ],
    sources: &[None, Some(Source::Moves("resistensi"))],
    ..of_challenge(
        "resistensi",
        Text::new("resistensi", "resistance"),
        Text::new(
            "Siapa yang kehilangan apa: waktu, kedudukan, atau kenyamanan?",
            "Who loses what: time, status or comfort?",
        ),
    )
};

static LOAD: Question = Question {
    fields: &[
        differs::<3>(Text::new(
            "Contoh: 80 berkas sehari pada awal bulan; di sana 30.",
            "Example: 80 files a day early in the month; they have 30.",
        )),
        changes::<3>(Text::new(
            "Contoh: jalur cepat untuk berkas sederhana.",
            "Example: a fast lane for simple files.",
        )),
    ],
    sources: &[None, Some(Source::Moves("beban"))],
    ..of_challenge(
        "beban",
        Text::new("beban kerja", "workload"),
        Text::new(
            "Berapa berkas sehari, kapan puncaknya, dan seberapa berbeda dari contoh?",
            "How many files a day, when is the peak, and how different is the model?",
        ),
    )
};

/// The walk through what differs.
pub(in crate::ui::screens::plan::guide) static ADAPTATION: &[&Question] =
    &[&SDM, &BUDGET, &RESISTANCE, &LOAD];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_challenge_is_asked_in_its_order_and_writes_into_its_own_entry() {
        let asked: Vec<&str> = ADAPTATION.iter().filter_map(|step| step.challenge).collect();
        assert_eq!(asked, CHALLENGES);
        let mut plan = crate::model::plan::tests::full();
        for step in ADAPTATION {
            for field in step.fields {
                (field.set)(&mut plan, step.key.to_owned() + field.label.id);
            }
        }
        for step in ADAPTATION {
            for field in step.fields {
                assert_eq!((field.get)(&plan), step.key.to_owned() + field.label.id);
            }
            assert!(matches!(step.sources[1], Some(Source::Moves(key)) if key == step.key));
        }
        assert_eq!(plan.adaptation.len(), 4);
    }
}
