//! Diagnoses one after another: which was the last, which came before it on the same SOP, and what
//! changed between them.

use jiff::civil::Date;

use super::{Diagnosis, FactorMean, HIGHEST, Statement};
use crate::model::course::Course;

/// Days after which a diagnosis is worth repeating.
pub const AGAIN_AFTER: i32 = 90;

/// The diagnosis of a course that was finished last.
pub fn latest<'d>(all: &'d [Diagnosis], course: &str) -> Option<&'d Diagnosis> {
    let of_it = all.iter().filter(|known| known.course == course);
    of_it
        .filter_map(|known| Some((known.ended?.timestamp(), known)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, known)| known)
}

/// The factor to begin with: the lowest of the diagnosis of this course that was finished last, unless
/// everything is at its best.
pub fn weakest(all: &[Diagnosis], course: &Course) -> Option<FactorMean> {
    let lowest = latest(all, &course.key)?.lowest(course)?;
    lowest.mean.is_some_and(|mean| mean < f64::from(HIGHEST)).then_some(lowest)
}

/// The finished one that was begun last before this one, on the same SOP.
pub fn before<'d>(all: &'d [Diagnosis], this: &Diagnosis) -> Option<&'d Diagnosis> {
    let earlier = all.iter().take_while(|known| known.id != this.id);
    let is_alike = |known: &&Diagnosis| {
        known.ended.is_some() && known.course == this.course && is_same_sop(&known.sop, &this.sop)
    };
    earlier.filter(is_alike).last()
}

/// Whether two titles name the same SOP: capitals and spaces do not matter.
pub fn is_same_sop(one: &str, other: &str) -> bool {
    let level =
        |title: &str| -> Vec<String> { title.split_whitespace().map(str::to_lowercase).collect() };
    level(one) == level(other)
}

/// How one factor stood and stands, by the statements rated both times: a statement that came, went
/// or was passed over would move a mean although nothing changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Key of the factor.
    pub factor: String,
    /// Statements rated both times.
    pub both: usize,
    /// Their mean before and after; `None` while there are none.
    pub means: Option<(f64, f64)>,
}

impl Change {
    /// By how much it rose, in tenths as it is shown; `None` where nothing can be compared.
    pub fn tenths(&self) -> Option<i32> {
        let (before, after) = self.means?;
        // Means lie within 0 to 3.
        #[expect(clippy::cast_possible_truncation, reason = "at most thirty tenths")]
        let tenths = ((after - before) * 10.0).round() as i32;
        Some(tenths)
    }
}

/// What changed in each factor from one diagnosis to a later one.
pub fn changes(course: &Course, before: &Diagnosis, after: &Diagnosis) -> Vec<Change> {
    let counted = |of: &Diagnosis, statement: &Statement| {
        of.ratings.get(&statement.key).and_then(super::Rating::counted).map(f64::from)
    };
    let change = |factor: &str| {
        let of_it = course.statements.iter().filter(|statement| statement.factor == factor);
        let pairs: Vec<(f64, f64)> = of_it
            .filter_map(|statement| Some((counted(before, statement)?, counted(after, statement)?)))
            .collect();
        let mean = |sum: f64| sum / pairs.len() as f64;
        let means = (!pairs.is_empty()).then(|| {
            let sum = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum();
            (mean(sum(|pair| pair.0)), mean(sum(|pair| pair.1)))
        });
        Change { factor: factor.to_owned(), both: pairs.len(), means }
    };
    course.factors.iter().map(|factor| change(&factor.key)).collect()
}

impl Diagnosis {
    /// Days since it was finished; `None` while it is open.
    pub fn age(&self, today: Date) -> Option<i32> {
        let days = today.since(self.ended?.date()).ok()?;
        Some(days.get_days())
    }

    /// Whether it is old enough to be repeated.
    pub fn is_due_again(&self, today: Date) -> bool {
        self.age(today).is_some_and(|days| days >= AGAIN_AFTER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{course::Factor, diagnosis::Rating, moment::Moment, text::Said};

    fn course() -> Course {
        let statement = |key: &str| Statement {
            key: key.to_owned(),
            factor: "a".to_owned(),
            ..Statement::default()
        };
        Course {
            key: "c".to_owned(),
            factors: vec![Factor { key: "a".to_owned(), name: Said::default() }],
            statements: ["a1", "a2", "a3"].map(statement).into(),
            ..Course::default()
        }
    }

    fn finished(id: &str, day: &str, sop: &str, ratings: &[(&str, u32)]) -> Diagnosis {
        let at: Moment = format!("{day}T09:00:00+07:00").parse().unwrap();
        let mut diagnosis = Diagnosis::new(id.to_owned(), "c", at);
        diagnosis.ended = Some(at);
        diagnosis.sop = sop.to_owned();
        for (key, score) in ratings {
            let evidence = "foto".to_owned();
            let rating = Rating { score: Some(*score), evidence, ..Rating::default() };
            diagnosis.ratings.insert((*key).to_owned(), rating);
        }
        diagnosis
    }

    #[test]
    fn only_statements_rated_both_times_tell_a_change() {
        let before = finished("1", "2026-08-24", "Izin", &[("a1", 0), ("a2", 2), ("gone", 3)]);
        let after = finished("2", "2026-11-24", "Izin", &[("a1", 1), ("a3", 0), ("a2", 3)]);
        let change = &changes(&course(), &before, &after)[0];
        assert_eq!((change.both, change.means), (2, Some((1.0, 2.0))));
        assert_eq!(change.tenths(), Some(10));
        // A statement that came into the course moves nothing; one that left it neither.
        let mut shorter = course();
        shorter.statements.remove(0);
        assert_eq!(changes(&shorter, &before, &after)[0].means, Some((2.0, 3.0)));
        let nothing = finished("3", "2026-11-24", "Izin", &[("a3", 3)]);
        let none = &changes(&course(), &before, &nothing)[0];
        assert_eq!((none.both, none.means, none.tenths()), (0, None, None));
    }

    #[test]
    fn the_one_before_is_finished_and_about_the_same_sop() {
        let mut open = finished("3", "2026-09-01", "Izin", &[]);
        open.ended = None;
        let mut elsewhere = finished("4", "2026-10-01", "Izin", &[]);
        elsewhere.course = "other".to_owned();
        let all = [
            finished("1", "2026-08-01", "  izin   PRAKTIK ", &[]),
            finished("2", "2026-08-02", "Akta", &[]),
            open,
            elsewhere,
            finished("5", "2026-11-24", "Izin praktik", &[]),
            finished("6", "2026-11-25", "Izin praktik", &[]),
        ];
        assert_eq!(before(&all, &all[4]).unwrap().id, "1");
        assert_eq!(before(&all, &all[5]).unwrap().id, "5");
        assert_eq!(before(&all, &all[0]), None);
        assert_eq!(latest(&all, "c").unwrap().id, "6");
        assert_eq!(latest(&all[..4], "c").unwrap().id, "2");
        assert_eq!(latest(&all[2..3], "c"), None);
    }

    #[test]
    fn a_diagnosis_is_due_again_after_ninety_days_and_never_while_it_is_open() {
        let mut known = finished("1", "2026-08-26", "", &[]);
        let day = |text: &str| text.parse().unwrap();
        assert!(!known.is_due_again(day("2026-11-23")));
        assert!(known.is_due_again(day("2026-11-24")));
        known.ended = None;
        assert!(!known.is_due_again(day("2027-11-24")));
    }
}
