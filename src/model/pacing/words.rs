//! How a day goes, in words.

use super::{Pace, Slot};
use crate::model::{dates::clock, text::Lang};

/// "4 menit di belakang", "tepat waktu", "3 menit lebih cepat".
pub fn behind(minutes: i64, lang: Lang) -> String {
    match (minutes.signum(), lang) {
        (0, _) => lang.pick("tepat waktu", "on time").to_owned(),
        (1, Lang::Id) => format!("{} di belakang", length(minutes, lang)),
        (1, Lang::En) => format!("{} behind", length(minutes, lang)),
        (_, Lang::Id) => format!("{} lebih cepat", length(minutes, lang)),
        (_, Lang::En) => format!("{} ahead", length(minutes, lang)),
    }
}

/// "sisa sesi 38 menit", "sesi lewat 5 menit".
pub fn left(minutes: i64, lang: Lang) -> String {
    let length = length(minutes, lang);
    match (minutes < 0, lang) {
        (false, Lang::Id) => format!("sisa sesi {length}"),
        (false, Lang::En) => format!("{length} left in the session"),
        (true, Lang::Id) => format!("sesi lewat {length}"),
        (true, Lang::En) => format!("{length} over the session"),
    }
}

/// "rehat 10.40", with the name that the agenda gives it.
pub fn rest(pace: &Pace, slots: &[Slot<'_>], lang: Lang) -> Option<String> {
    let (at, when) = pace.rest?;
    let title = slots.get(at)?.session.title.get(lang);
    Some(format!("{title} {}", clock(when, lang)))
}

/// "3 dari 8 JP".
pub fn hours((done, all): (u32, u32), lang: Lang) -> String {
    format!("{done} {} {all} JP", lang.pick("dari", "of"))
}

/// "38 menit", "1 jam 5 menit", whatever the sign.
pub fn length(minutes: i64, lang: Lang) -> String {
    let minutes = minutes.unsigned_abs();
    let (hours, rest) = (minutes / 60, minutes % 60);
    let some = |count: u64, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    let hour = some(hours, lang.pick("jam", "hour"), lang.pick("jam", "hours"));
    let minute = some(rest, lang.pick("menit", "minute"), lang.pick("menit", "minutes"));
    match (hours, rest) {
        (0, _) => minute,
        (_, 0) => hour,
        _ => format!("{hour} {minute}"),
    }
}
