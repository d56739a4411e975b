//! A moment with the offset it was lived at: `2026-11-24T09:12:31+07:00`.
//!
//! The offset is kept because the learning day starts at 04:00 *where the answer was given*.

use std::{fmt, str::FromStr};

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime,
    civil::{Date, DateTime},
    fmt::temporal::Pieces,
    tz::{Offset, TimeZone},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// When the learning day begins, after midnight.
const LEARNING_DAY_BEGINS: SignedDuration = SignedDuration::from_hours(4);

/// A point in time and the local offset there and then, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    at: Timestamp,
    offset: Offset,
}

impl Moment {
    /// A timestamp seen at an offset; fractions of a second are dropped, as the file drops them.
    pub fn new(at: Timestamp, offset: Offset) -> Self {
        Self { at: Timestamp::from_second(at.as_second()).unwrap_or(at), offset }
    }

    /// The moment of a zoned time.
    pub fn of(zoned: &ZonedDateTime) -> Self {
        Self::new(zoned.timestamp(), zoned.offset())
    }

    /// So much later, at the same offset; the last moment there is when that is too far.
    pub fn later(self, by: SignedDuration) -> Self {
        let at = self.at.checked_add(by).unwrap_or(Timestamp::MAX);
        Self::new(at, self.offset)
    }

    /// The point in time without its offset.
    pub const fn timestamp(self) -> Timestamp {
        self.at
    }

    /// The clock on the wall there and then.
    pub fn wall(self) -> DateTime {
        self.offset.to_datetime(self.at)
    }

    /// The calendar day there and then.
    pub fn date(self) -> Date {
        self.wall().date()
    }

    /// The learning day: it begins at 04:00 there and then, so that an evening that goes past
    /// midnight is one day.
    pub fn learning_day(self) -> Date {
        let wall = self.wall();
        wall.checked_sub(LEARNING_DAY_BEGINS).unwrap_or(wall).date()
    }

    /// The same as a zoned time with a fixed offset.
    pub fn zoned(self) -> ZonedDateTime {
        self.at.to_zoned_datetime(TimeZone::fixed(self.offset))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.zoned().strftime("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

impl FromStr for Moment {
    type Err = String;

    /// Reads RFC 3339, `Z` or an offset in minutes.
    fn from_str(text: &str) -> Result<Self, String> {
        let at: Timestamp = text.parse().map_err(|error: jiff::Error| error.to_string())?;
        let pieces = Pieces::parse(text).map_err(|error| error.to_string())?;
        Ok(Self::new(at, pieces.to_numeric_offset().unwrap_or(Offset::UTC)))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_as_it_was_written() {
        for text in
            ["2026-11-24T09:12:31+07:00", "2026-01-01T00:00:00-03:30", "1999-12-31T23:59:59+00:00"]
        {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(moment.to_string(), text);
        }
    }

    #[test]
    fn the_wall_clock_is_that_of_the_place() {
        let moment: Moment = "2026-11-24T23:30:00+07:00".parse().unwrap();
        assert_eq!(moment.date().to_string(), "2026-11-24");
        assert_eq!(moment.timestamp().to_string(), "2026-11-24T16:30:00Z");
    }

    #[test]
    fn the_learning_day_begins_at_four_where_the_answer_was_given() {
        for (text, day) in [
            ("2026-11-24T03:59:59+07:00", "2026-11-23"),
            ("2026-11-24T04:00:00+07:00", "2026-11-24"),
            ("2026-11-24T23:59:59+09:00", "2026-11-24"),
            ("2026-01-01T00:00:00+07:00", "2025-12-31"),
        ] {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(moment.learning_day().to_string(), day, "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "yesterday", "2026-11-24", "2026-13-01T00:00:00Z"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
