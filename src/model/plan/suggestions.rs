//! Drafts for the fields of a plan, drawn from what is known of the person: the weakest factor of the
//! diagnosis, the adaptation, the questions missed. It only offers; what is taken, the person takes.

mod drafts;

use super::{CHALLENGES, Plan, challenge};
use crate::model::{
    course::Course,
    diagnosis::{self, Diagnosis},
    safe_text::safe_line,
    text::{Lang, Text},
};

/// Which field a draft is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What is wished for.
    Wish,
    /// How one sees that it worked.
    Indicator,
    /// What may stand in the way.
    Obstacle,
    /// The situation of the if-then sentence.
    If,
    /// What is done then.
    Then,
    /// The first action.
    Action,
    /// What can be shown for it.
    Evidence,
    /// Who is responsible.
    Responsible,
}

/// A draft, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Where it comes from, in a few words.
    pub why: String,
    /// The draft.
    pub text: String,
    /// The factor that it serves.
    pub factor: Option<String>,
}

/// What the drafts are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The course, for its factors and questions.
    pub course: &'a Course,
    /// Diagnoses, the oldest first.
    pub diagnoses: &'a [Diagnosis],
    /// Questions that were answered wrong last.
    pub missed: &'a [String],
}

impl Ground<'_> {
    /// Drafts for a field, those that rest on the person's own work first. Never two of one text.
    pub fn drafts(&self, about: About, lang: Lang) -> Vec<Suggestion> {
        let mut all = match about {
            About::Wish => self.of_factors(lang, |drafts| &drafts.wishes),
            About::Indicator => plain(&drafts::INDICATORS, lang),
            About::Obstacle => self.obstacles(lang),
            About::If => self.situations(lang),
            About::Then => self.answers(lang),
            About::Action => self.actions(lang),
            About::Evidence => self.of_factors(lang, |drafts| &drafts.evidence),
            About::Responsible => self.posts(lang),
        };
        let mut known = Vec::new();
        all.retain(|draft| {
            let is_new = !draft.text.trim().is_empty() && !known.contains(&draft.text);
            known.push(draft.text.clone());
            is_new
        });
        all
    }

    /// Factors that matter most here with the reason for each: the weakest, then the most missed, then
    /// the one that the first row serves.
    fn factors(&self, lang: Lang) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        let weakest = diagnosis::weakest(self.diagnoses, self.course);
        let weakest = weakest.and_then(|low| Some((low.factor, low.mean?)));
        let weakest = weakest.map(|(factor, mean)| {
            let mean = crate::model::dates::number(mean, 1, lang);
            let why = match lang {
                Lang::Id => format!("terendah pada diagnosis: {mean} dari 3"),
                Lang::En => format!("lowest in the diagnosis: {mean} of 3"),
            };
            (factor, why)
        });
        let row = self.plan.rows.first().and_then(|row| row.factor.clone());
        let row = row.map(|factor| (factor, lang.pick("faktor baris ini", "this row’s factor")));
        let row = row.map(|(factor, why)| (factor, why.to_owned()));
        for found in weakest.into_iter().chain(self.most_missed(lang)).chain(row) {
            if !all.iter().any(|(known, _)| *known == found.0) {
                all.push(found);
            }
        }
        all
    }

    /// The factor with the most questions missed, and the page to read again.
    fn most_missed(&self, lang: Lang) -> Option<(String, String)> {
        let items = self.missed.iter().filter_map(|key| Some(self.course.item(key)?.1));
        let items: Vec<_> =
            items.filter_map(|item| Some((item.factor.as_deref()?, item.page.as_str()))).collect();
        let count = |factor: &str| items.iter().filter(|(known, _)| *known == factor).count();
        let in_order = self.course.factors.iter().rev();
        let factor = in_order.max_by_key(|factor| count(&factor.key))?;
        let missed = count(&factor.key);
        let (_, page) = items.iter().find(|(known, _)| *known == factor.key)?;
        let page = self.course.page(page).map(|(m, p, _)| (m + 1, p + 1));
        let place = match (page, lang) {
            (Some((m, p)), Lang::Id) => format!("; baca lagi Modul {m}, hal. {p}"),
            (Some((m, p)), Lang::En) => format!("; read again module {m}, p. {p}"),
            (None, _) => String::new(),
        };
        let why = match (lang, missed) {
            (Lang::Id, missed) => format!("{missed} soalnya terakhir dijawab keliru{place}"),
            (Lang::En, 1) => format!("1 question on it missed last time{place}"),
            (Lang::En, missed) => format!("{missed} questions on it missed last time{place}"),
        };
        Some((factor.key.clone(), why))
    }

    fn name(&self, factor: &str, lang: Lang) -> String {
        let known = self.course.factor(factor);
        known.map_or_else(|| factor.to_owned(), |factor| factor.name.get(lang).clone())
    }

    /// Drafts of the factors that matter here, then one of each other.
    fn of_factors(
        &self,
        lang: Lang,
        which: fn(&'static drafts::Drafts) -> &'static [Text; 2],
    ) -> Vec<Suggestion> {
        let mut all = Vec::new();
        let mattering = self.factors(lang);
        for (factor, why) in &mattering {
            let why = format!("{} ({why})", self.name(factor, lang));
            let texts = drafts::of(factor).map(which).into_iter().flatten();
            all.extend(texts.map(|text| Suggestion {
                why: why.clone(),
                text: text.say(lang).to_owned(),
                factor: Some(factor.clone()),
            }));
        }
        let others = self.course.factors.iter();
        for other in others.filter(|one| !mattering.iter().any(|(known, _)| *known == one.key)) {
            let Some([text, _]) = drafts::of(&other.key).map(which) else { continue };
            all.push(Suggestion {
                why: other.name.get(lang).clone(),
                text: text.say(lang).to_owned(),
                factor: Some(other.key.clone()),
            });
        }
        all
    }

    /// What the person wrote about each challenge.
    fn own(&self, lang: Lang, is_change: bool) -> impl Iterator<Item = Suggestion> + '_ {
        self.plan.adaptation.iter().map(move |part| {
            let name = challenge(&part.challenge, lang).unwrap_or(&part.challenge);
            let why = match lang {
                Lang::Id => format!("penyesuaian Anda: {name}"),
                Lang::En => format!("your adaptation: {name}"),
            };
            let text = if is_change { &part.change } else { &part.differs };
            Suggestion { why, text: line(text), factor: None }
        })
    }

    fn actions(&self, lang: Lang) -> Vec<Suggestion> {
        let mattering = self.factors(lang);
        let matters = |draft: &Suggestion| {
            mattering.iter().any(|(factor, _)| Some(factor) == draft.factor.as_ref())
        };
        let drafts = self.of_factors(lang, |drafts| &drafts.actions);
        let (near, others): (Vec<_>, Vec<_>) = drafts.into_iter().partition(matters);
        near.into_iter().chain(self.own(lang, true)).chain(others).collect()
    }

    fn obstacles(&self, lang: Lang) -> Vec<Suggestion> {
        let outer = CHALLENGES.into_iter().zip(drafts::OBSTACLES).map(|(key, text)| Suggestion {
            why: match lang {
                Lang::Id => format!("dari luar: {}", challenge(key, lang).unwrap_or(key)),
                Lang::En => format!("outer: {}", challenge(key, lang).unwrap_or(key)),
            },
            text: text.say(lang).to_owned(),
            factor: None,
        });
        let inner = drafts::INNER.into_iter().map(|text| Suggestion {
            why: lang.pick("dari diri sendiri", "inner").to_owned(),
            text: text.say(lang).to_owned(),
            factor: None,
        });
        self.own(lang, false).chain(inner).chain(outer).collect()
    }

    fn situations(&self, lang: Lang) -> Vec<Suggestion> {
        let obstacle = self.plan.rows.first().map(|row| Suggestion {
            why: lang.pick("hambatan yang Anda tulis", "the obstacle you wrote").to_owned(),
            text: line(&row.obstacle),
            factor: None,
        });
        obstacle.into_iter().chain(plain(&drafts::SITUATIONS, lang)).collect()
    }

    fn answers(&self, lang: Lang) -> Vec<Suggestion> {
        let answer = self.plan.rows.first().map(|row| Suggestion {
            why: lang.pick("cara mengatasi pada baris ini", "this row’s response").to_owned(),
            text: line(&row.answer),
            factor: None,
        });
        answer
            .into_iter()
            .chain(self.own(lang, true))
            .chain(plain(&drafts::ANSWERS, lang))
            .collect()
    }

    fn posts(&self, lang: Lang) -> Vec<Suggestion> {
        let head = &self.plan.head;
        let own = lang.pick("jabatan Anda", "your post");
        let superior = lang.pick("jabatan atasan", "your superior’s post");
        let post = |why: &str, text: &str| Suggestion {
            why: why.to_owned(),
            text: line(text),
            factor: None,
        };
        vec![post(own, &head.post), post(superior, &head.superior.post)]
    }
}

/// A text on one line, without a full stop at its end: it may become part of a sentence.
fn line(text: &str) -> String {
    safe_line(text).trim().trim_end_matches('.').to_owned()
}

fn plain(texts: &'static [Text], lang: Lang) -> Vec<Suggestion> {
    let why = lang.pick("contoh", "example");
    let texts = texts.iter().map(|text| text.say(lang).to_owned());
    texts.map(|text| Suggestion { why: why.to_owned(), text, factor: None }).collect()
}

#[cfg(test)]
mod tests;
