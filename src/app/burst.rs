//! Keys faster than fingers are a paste. Where the terminal does not bracket a paste it arrives key by
//! key, and an Enter inside it must submit nothing.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Fewest characters that no fingers type at once.
const FEWEST: usize = 4;

/// The same events, each run of typing among them as one paste.
pub(super) fn joined(events: Vec<Event>) -> Vec<Event> {
    let mut out = Vec::new();
    let mut run: Vec<(Event, char)> = Vec::new();
    for event in events {
        match typed(&event) {
            Typed::Character(c) => run.push((event, c)),
            Typed::Release => {}
            Typed::Other => {
                close(&mut run, &mut out);
                out.push(event);
            }
        }
    }
    close(&mut run, &mut out);
    out
}

/// What an event means for a run of typing.
enum Typed {
    /// It is part of one.
    Character(char),
    /// It says nothing: Windows tells of every key twice.
    Release,
    /// It ends one.
    Other,
}

fn typed(event: &Event) -> Typed {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return Typed::Other };
    if *kind == KeyEventKind::Release {
        return Typed::Release;
    }
    let (ctrl, alt) =
        (modifiers.contains(KeyModifiers::CONTROL), modifiers.contains(KeyModifiers::ALT));
    match code {
        // Both at once are AltGr, which types.
        KeyCode::Char(c) if ctrl == alt => Typed::Character(*c),
        KeyCode::Enter => Typed::Character('\n'),
        KeyCode::Tab => Typed::Character('\t'),
        _ => Typed::Other,
    }
}

fn close(run: &mut Vec<(Event, char)>, out: &mut Vec<Event>) {
    let is_visible = |(_, c): &&(Event, char)| !c.is_whitespace();
    if run.iter().filter(is_visible).count() < FEWEST {
        out.extend(run.drain(..).map(|(event, _)| event));
    } else {
        out.push(Event::Paste(run.drain(..).map(|(_, c)| c).collect()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Event> {
        let pressed = |c| {
            let code = match c {
                '\n' => KeyCode::Enter,
                '<' => KeyCode::Left,
                c => KeyCode::Char(c),
            };
            [KeyEventKind::Press, KeyEventKind::Release]
                .map(|kind| Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)))
        };
        text.chars().flat_map(pressed).collect()
    }

    fn presses(text: &str) -> Vec<Event> {
        let is_press =
            |event: &Event| matches!(event, Event::Key(key) if key.kind == KeyEventKind::Press);
        keys(text).into_iter().filter(is_press).collect()
    }

    #[test]
    fn a_paste_is_one_event_and_its_enter_submits_nothing() {
        for text in ["Kepala Seksi\nLoket", "satu\n", "\n\nabcd\n"] {
            assert_eq!(joined(keys(text)), [Event::Paste(text.to_owned())]);
        }
    }

    #[test]
    fn what_fingers_can_do_stays_keys() {
        for text in ["\n\n\n\n\n\n", "a\n", "ya\n", "abc", "   \n"] {
            assert_eq!(joined(keys(text)), presses(text), "{text:?}");
        }
    }

    #[test]
    fn other_keys_stand_where_they_stood() {
        let out = joined(keys("satu<dua tiga"));
        let left = presses("<").remove(0);
        assert_eq!(
            out,
            [Event::Paste("satu".to_owned()), left, Event::Paste("dua tiga".to_owned())]
        );
    }
}
