//! What a show of hands says: shares, change between two votes, gain, and what to do next. Where
//! nobody voted there is no number.

use super::{
    course::{Item, Kind},
    dates::percent,
    live::Poll,
    standing::gain,
    text::{Lang, Text},
};

/// Share right below which a question is explained again (Mazur's bands as the issue of peer
/// instruction has them).
pub const EXPLAIN_BELOW: f64 = 0.3;
/// Share right above which one goes on.
pub const GO_ON_ABOVE: f64 = 0.7;

/// One vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally<'a> {
    /// Hands for each option.
    pub hands: &'a [u32],
    /// The right option, from 0; `None` where several are, or none.
    pub right: Option<usize>,
}

/// What to do after a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Too few are right for them to convince each other.
    Explain,
    /// Let neighbours talk, then vote again.
    Discuss,
    /// Most know it.
    GoOn,
}

/// The one right option of a question, from 0; of a truth, 0 is true and 1 false.
pub fn right_option(item: &Item) -> Option<usize> {
    match item.kind {
        Kind::Truth => Some(usize::from(!item.verdict)),
        Kind::Single => item.options.iter().position(|option| option.right),
        _ => None,
    }
}

/// A vote (1 or 2) of a poll; `None` where nobody voted.
pub fn tally<'a>(poll: &'a Poll, item: &Item, vote: usize) -> Option<Tally<'a>> {
    let tally = Tally { hands: poll.hands(vote), right: right_option(item) };
    (tally.all() > 0).then_some(tally)
}

impl Tally<'_> {
    /// All hands.
    pub fn all(&self) -> u64 {
        self.hands.iter().map(|hands| u64::from(*hands)).sum()
    }

    /// The share of an option, 0..=1; `None` where nobody voted.
    pub fn share(&self, option: usize) -> Option<f64> {
        let all = self.all();
        let hands = f64::from(*self.hands.get(option)?);
        (all > 0).then(|| hands / all as f64)
    }

    /// The share that is right, 0..=1.
    pub fn right_share(&self) -> Option<f64> {
        self.share(self.right?)
    }

    /// What to do next, by the share that is right.
    pub fn advice(&self) -> Option<Advice> {
        self.right_share().map(Advice::of)
    }
}

impl Advice {
    /// What a share right of 0..=1 calls for.
    pub fn of(share: f64) -> Self {
        if share < EXPLAIN_BELOW {
            Self::Explain
        } else if share > GO_ON_ABOVE {
            Self::GoOn
        } else {
            Self::Discuss
        }
    }

    /// The sentence for the console.
    pub const fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Explain => Text::new(
                "Sedikit yang benar: jelaskan lagi dengan contoh lain, lalu tanyakan kembali.",
                "Few are right: explain it again with another example, then ask once more.",
            ),
            Self::Discuss => Text::new(
                "Suara terbagi: minta peserta berdiskusi dengan sebelahnya, lalu ambil suara kedua.",
                "The room is split: let neighbours discuss, then vote a second time.",
            ),
            Self::GoOn => Text::new(
                "Sebagian besar benar: buka kunci dan alasannya, lalu lanjutkan.",
                "Most are right: show the key and why, then go on.",
            ),
        }
        .say(lang)
    }
}

/// Two votes on one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Share right in the first vote, 0..=1.
    pub first: f64,
    /// Share right in the second.
    pub second: f64,
}

impl Change {
    /// The change of a poll; `None` until both votes were counted.
    pub fn of(poll: &Poll, item: &Item) -> Option<Self> {
        let share = |vote| tally(poll, item, vote)?.right_share();
        Some(Self { first: share(1)?, second: share(2)? })
    }

    /// Difference in shares, −1..=1.
    pub fn difference(self) -> f64 {
        self.second - self.first
    }

    /// Normalised gain of the class (second − first) / (1 − first), as Hake (1998) computes it;
    /// `None` where all were right at first.
    pub fn gain(self) -> Option<f64> {
        gain(self.first, self.second)
    }

    /// "Benar: 29 % → 77 %".
    pub fn say(self, lang: Lang) -> String {
        let [first, second] = [self.first, self.second].map(|share| percent(share, lang));
        format!("{}: {first} → {second}", lang.pick("Benar", "Right"))
    }
}

#[cfg(test)]
mod laws {
    use super::*;
    use crate::model::profile::Unknown;

    fn poll(counts: &[&[u32]]) -> Poll {
        Poll {
            item: "k".to_owned(),
            vote: counts.len().max(1),
            counts: counts.iter().map(|hands| hands.to_vec()).collect(),
            show: crate::model::live::Show::Bars,
            unknown: Unknown::new(),
        }
    }

    fn single(right: usize) -> Item {
        let mut item = crate::model::live::samples::single("k", "p", 4);
        for (at, option) in item.options.iter_mut().enumerate() {
            option.right = at == right;
        }
        item
    }

    #[test]
    fn the_bands_are_closed_where_the_rule_says() {
        let table = [
            (0.0, Advice::Explain),
            (0.299, Advice::Explain),
            (0.3, Advice::Discuss),
            (0.5, Advice::Discuss),
            (0.7, Advice::Discuss),
            (0.701, Advice::GoOn),
            (1.0, Advice::GoOn),
        ];
        for (share, advice) in table {
            assert_eq!(Advice::of(share), advice, "{share}");
        }
        // Whole hands meet the bounds exactly.
        let three_of_ten = Tally { hands: &[3, 7], right: Some(0) };
        assert_eq!(three_of_ten.advice(), Some(Advice::Discuss));
        let seven_of_ten = Tally { hands: &[7, 3], right: Some(0) };
        assert_eq!(seven_of_ten.advice(), Some(Advice::Discuss));
    }

    #[test]
    fn where_nobody_voted_there_is_no_number() {
        let item = single(1);
        for counts in [&[][..], &[&[][..]], &[&[0, 0, 0, 0]], &[&[0, 0, 0, 0], &[0, 1, 0, 0]]] {
            let poll = poll(counts);
            assert_eq!(tally(&poll, &item, 1), None, "{counts:?}");
            assert_eq!(Change::of(&poll, &item), None, "{counts:?}");
        }
        assert!(tally(&poll(&[&[1, 0, 0, 0]]), &item, 0).is_none(), "there is no vote 0");
        assert_eq!(Tally { hands: &[0], right: Some(0) }.right_share(), None);
        assert_eq!(Tally { hands: &[4], right: Some(7) }.right_share(), None);
        assert_eq!(Tally { hands: &[4], right: None }.advice(), None);
    }

    #[test]
    fn two_votes_show_the_change_and_the_gain() {
        let item = single(1);
        let votes = poll(&[&[17, 9, 5, 0], &[6, 27, 2, 0]]);
        let change = Change::of(&votes, &item).unwrap();
        assert_eq!(change.say(Lang::Id), "Benar: 29 % → 77 %");
        assert_eq!(change.say(Lang::En), "Right: 29% → 77%");
        let expected = (27.0 / 35.0 - 9.0 / 31.0) / (1.0 - 9.0 / 31.0);
        assert!((change.gain().unwrap() - expected).abs() < 1e-12);
        let full = Change { first: 1.0, second: 0.5 };
        assert_eq!(full.gain(), None, "nothing was left to gain");
        assert!(Change { first: 0.5, second: 0.25 }.gain().unwrap() < 0.0, "a class may lose");
    }

    #[test]
    fn a_truth_has_two_options_and_a_set_no_single_right_one() {
        let mut item = single(0);
        item.kind = Kind::Truth;
        for (verdict, right) in [(true, 0), (false, 1)] {
            item.verdict = verdict;
            assert_eq!(right_option(&item), Some(right));
        }
        item.kind = Kind::Multiple;
        assert_eq!(right_option(&item), None);
    }
}
