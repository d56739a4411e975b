//! The if-then sentence typed once more from memory, and what differs from what was planned. Case,
//! signs and the fixed words do not count; the person's own judgement is not taken away.

use super::IfThen;
use crate::model::words;

/// Words at the front of a half that people type or leave out.
const FIXED: [&[&str]; 2] = [&["jika", "if"], &["maka", "then", "saya", "i"]];

/// A word of the plan's sentence, and whether it was typed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written in the plan.
    pub text: String,
    /// Whether it came again, in its order.
    pub came: bool,
}

/// What differs between a planned sentence and the same from memory, half by half.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Words of both halves as planned.
    pub planned: [Vec<Word>; 2],
    /// Words that were typed and are not planned.
    pub more: Vec<String>,
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.more.is_empty() && self.planned.iter().flatten().all(|word| word.came)
    }

    /// How many words of the plan were missed.
    pub fn missed(&self) -> usize {
        self.planned.iter().flatten().filter(|word| !word.came).count()
    }
}

/// Compares what was typed with the sentence.
pub fn compare(if_then: &IfThen, typed: [&str; 2]) -> Comparison {
    let mut all = Comparison::default();
    let halves = [&if_then.situation, &if_then.then].into_iter().zip(typed).zip(FIXED);
    for (((planned, typed), fixed), half) in halves.zip(&mut all.planned) {
        let planned = parts(planned, fixed);
        let typed = parts(typed, fixed);
        let kept = common(&planned, &typed);
        *half = planned
            .into_iter()
            .enumerate()
            .map(|(at, (text, _))| Word { text, came: kept.iter().any(|(one, _)| *one == at) })
            .collect();
        let is_more = |at: &usize| !kept.iter().any(|(_, other)| other == at);
        all.more.extend(
            typed.into_iter().enumerate().filter(|(at, _)| is_more(at)).map(|(_, (text, _))| text),
        );
    }
    all
}

/// Words as written and levelled, without the fixed ones at the front.
fn parts(text: &str, fixed: &[&str]) -> Vec<(String, String)> {
    let mut front = fixed.iter();
    let mut is_front = true;
    words::words(text)
        .filter(|(_, word)| {
            is_front = is_front && front.any(|fixed| fixed == word);
            !is_front
        })
        .map(|(place, word)| (text.get(place).unwrap_or_default().to_owned(), word))
        .collect()
}

/// The longest common run of levelled words that keeps their order, as pairs of places.
fn common(one: &[(String, String)], other: &[(String, String)]) -> Vec<(usize, usize)> {
    // Only so many words are compared: a paste of thousands is no sentence from memory.
    const MOST: usize = 400;
    let (one, other) = (one.get(..MOST).unwrap_or(one), other.get(..MOST).unwrap_or(other));
    let width = other.len() + 1;
    let mut longest = vec![0usize; (one.len() + 1) * width];
    let at = |row: usize, column: usize| row * width + column;
    let read = |table: &[usize], place: usize| table.get(place).copied().unwrap_or(0);
    for (row, (_, word)) in one.iter().enumerate().rev() {
        for (column, (_, typed)) in other.iter().enumerate().rev() {
            let best = if word == typed {
                read(&longest, at(row + 1, column + 1)) + 1
            } else {
                read(&longest, at(row + 1, column)).max(read(&longest, at(row, column + 1)))
            };
            if let Some(cell) = longest.get_mut(at(row, column)) {
                *cell = best;
            }
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while let (Some((_, word)), Some((_, typed))) = (one.get(row), other.get(column)) {
        if word == typed {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if read(&longest, at(row + 1, column)) >= read(&longest, at(row, column + 1)) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_signs_accents_and_fixed_words_do_not_count_and_the_rest_is_told() {
        let sentence = IfThen {
            situation: "berkas datang tidak lengkap".to_owned(),
            then: "saya memakai daftar-periksa di loket.".to_owned(),
            ..IfThen::default()
        };
        for (situation, then, missed, more) in [
            ("berkas datang tidak lengkap", "memakai daftar periksa di loket", 0, ""),
            (
                "Jika berkas datang, TIDAK lengkap",
                "maka saya memakai daftar periksa di loket",
                0,
                "",
            ),
            ("berkas dàtang tidak  lengkap…", "Saya memakai daftar/periksa di loket!", 0, ""),
            ("berkas tidak lengkap", "memakai daftar periksa", 3, ""),
            ("berkas datang tidak lengkap", "memakai formulir di loket", 2, "formulir"),
            (
                "lengkap tidak datang berkas",
                "memakai daftar periksa di loket",
                3,
                "tidak datang berkas",
            ),
            ("", "", 9, ""),
        ] {
            let compared = compare(&sentence, [situation, then]);
            assert_eq!(compared.missed(), missed, "{situation} {then} {compared:?}");
            assert_eq!(compared.more.join(" "), more, "{situation}");
            assert_eq!(compared.is_same(), missed == 0 && more.is_empty());
        }
        let long = "a ".repeat(5000);
        assert!(!compare(&sentence, [&long, &long]).is_same());
    }

    #[test]
    fn a_sentence_that_changes_is_to_be_typed_from_memory_again() {
        let now = "2026-11-24T09:12:31+07:00".parse().ok();
        let mut sentence = IfThen { rehearsed: now, ..IfThen::default() };
        sentence.set_situation(String::new());
        assert_eq!(sentence.rehearsed, now, "the same");
        sentence.set_situation("a".to_owned());
        assert_eq!(sentence.rehearsed, None);
        sentence.rehearsed = now;
        sentence.set_then("b".to_owned());
        assert_eq!((sentence.rehearsed, sentence.then.as_str()), (None, "b"));
    }
}
