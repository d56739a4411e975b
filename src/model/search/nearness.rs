//! How near one levelled word is to another.

use strsim::osa_distance;

/// Fewest letters of a word that is also found in the middle of a longer one.
const MIDDLE: usize = 3;
/// Most letters of a word that is thought of as mistyped.
const LONGEST: usize = 40;
/// Score of the same word; all others are below.
pub(super) const SAME: u32 = 100;

/// How well a levelled word answers what was typed, without any mistyping: 0 is not at all.
pub(super) fn nearness(typed: &str, word: &str) -> u32 {
    if word == typed {
        SAME
    } else if word.starts_with(typed) {
        70
    } else if typed.chars().count() >= MIDDLE && word.contains(typed) {
        40
    } else {
        0
    }
}

/// A typed word that stands nowhere, ready to be compared with many others.
pub(super) struct Mistyped<'typed> {
    typed: &'typed str,
    letters: usize,
    set: u32,
    /// How many mistyped letters it forgives.
    most: u32,
}

impl<'typed> Mistyped<'typed> {
    /// One that forgives as much as its length allows.
    pub(super) fn new(typed: &'typed str) -> Self {
        let letters = typed.chars().count();
        let most = match letters {
            5..9 => 1,
            9..=LONGEST => 2,
            _ => 0,
        };
        Self { typed, letters, set: set(typed), most }
    }

    /// How well a levelled word answers it where a letter was wrong, missing, too many, or swapped
    /// with its neighbour: 0 is not at all. Also the beginning of a longer word answers, since people
    /// look while they still type.
    pub(super) fn nearness(&self, word: &str, known: u32) -> u32 {
        // Cheap and true: a forgiven letter is at most one that the word lacks.
        if self.most == 0 || (self.set & !known).count_ones() > self.most {
            return 0;
        }
        let end = word.char_indices().nth(self.letters).map_or(word.len(), |(at, _)| at);
        let beginning = word.get(..end).unwrap_or(word);
        let near = osa_distance(self.typed, beginning);
        let near = match word.chars().count().abs_diff(self.letters) {
            apart if apart <= self.most as usize && end < word.len() => {
                near.min(osa_distance(self.typed, word))
            }
            _ => near,
        };
        match near {
            1 => 20,
            2 if self.most >= 2 => 10,
            _ => 0,
        }
    }

    /// Letters between it and a word, if that is at most so many.
    pub(super) fn distance(&self, word: &str, known: u32, most: usize) -> Option<usize> {
        if (self.set & !known).count_ones() as usize > most
            || word.chars().count().abs_diff(self.letters) > most
            || self.letters > LONGEST
        {
            return None;
        }
        Some(osa_distance(self.typed, word)).filter(|distance| *distance <= most)
    }
}

/// The letters of a levelled word as a set; all that are not a–z count as one.
pub(super) fn set(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        _ => set | 1 << 26,
    })
}
