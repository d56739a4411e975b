//! What the status line called saved survives a kill at any moment.
//!
//! `PANDU_CYCLES=1000 cargo test --test it kill` is the long form.
#![cfg(unix)]

use std::{fs, path::Path, time::Duration};

use pandu::{model::chance::Chance, store::profile::decode};

use crate::pty::{LIMIT, Session};

const F2: &str = "\x1bOQ";

fn rev(data: &Path) -> u64 {
    match fs::read(data.join("profiles/utama/profile.json")) {
        Ok(bytes) => decode(&bytes).map_or(u64::MAX, |whole| whole.profile.rev),
        Err(_) => 0,
    }
}

/// Each F2 is one change, saved at once; the tick in the new language acknowledges it.
#[test]
fn what_was_acknowledged_is_never_lost() {
    let cycles = std::env::var("PANDU_CYCLES").ok().and_then(|count| count.parse().ok());
    let cycles: u32 = cycles.unwrap_or(100);
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance::new(2026, "kill");
    let (mut acknowledged_at_all, mut cut_short) = (0, 0);
    for cycle in 0..cycles {
        let before = rev(folder.path());
        let mut session = Session::start(folder.path());
        let starts = |text: &str| text.contains(" bantuan") || text.contains(" help");
        assert!(session.comes(LIMIT, starts), "{}", session.text());
        let mut is_english = session.text().contains(" help");
        let patience = Duration::from_micros(chance.bits() % 60_000);
        let begun = std::time::Instant::now();
        let mut acknowledged = 0;
        // Half of the kills follow right after a tick, the others come whenever they come.
        let most = if cycle % 2 == 0 { chance.bits() % 6 } else { u64::MAX };
        while acknowledged < most
            && let Some(left) = patience.checked_sub(begun.elapsed())
        {
            session.press(F2);
            is_english = !is_english;
            let tick = if is_english { "✓ saved" } else { "✓ tersimpan" };
            if !session.comes(left, |text| text.contains(tick)) {
                cut_short += 1;
                break;
            }
            acknowledged += 1;
        }
        session.kill();
        let after = rev(folder.path());
        assert_ne!(after, u64::MAX, "cycle {cycle} left half a file");
        assert!(
            after >= before + acknowledged,
            "cycle {cycle}: {before} + {acknowledged} > {after}"
        );
        acknowledged_at_all += acknowledged;
    }
    assert!(acknowledged_at_all > 0, "nothing was ever acknowledged: the test shows nothing");
    assert!(cut_short > 0, "no kill came in the middle of a save");
}
