//! Key scripts, the language of `--keys`: `down*2 (j k)*5 text:halo_dunia paste:x wait:1500
//! resize:120x40`. It only reads them.

use std::time::Duration;

use crate::{
    model::text::{Lang, Said},
    ui::{
        keys::{Code, Key},
        screen::Input,
    },
};

/// Most steps of one script, so that a slip like `(j*9999)*9999` is told and not run.
const MOST: usize = 1_000_000;
/// Deepest group.
const DEEPEST: usize = 16;

/// One step of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// A key or a paste.
    Input(Input),
    /// So much time passes.
    Wait(Duration),
    /// The window gets this many columns and rows.
    Resize(u16, u16),
}

/// What is wrong with a script or a size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScriptFault {
    /// This word is no step.
    Unknown(String),
    /// A bracket without its other half.
    Bracket,
    /// A count that is no number.
    Count(String),
    /// More steps than make sense.
    TooLong,
    /// Not a size.
    Size(String),
}

impl ScriptFault {
    /// What is wrong and what would be right.
    pub fn say(&self, lang: Lang) -> String {
        let said = match self {
            Self::Unknown(word) => Said::new(
                format!("“{word}” bukan langkah tombol. Contoh: down*2 enter text:halo esc."),
                format!("“{word}” is not a key step. Example: down*2 enter text:hello esc."),
            ),
            Self::Bracket => Said::new(
                "Tanda kurung pada --keys tidak berpasangan. Contoh: (j k)*5.".to_owned(),
                "A bracket in --keys lacks its other half. Example: (j k)*5.".to_owned(),
            ),
            Self::Count(count) => Said::new(
                format!("“{count}” bukan jumlah pengulangan. Contoh: down*10."),
                format!("“{count}” is not a number of times. Example: down*10."),
            ),
            Self::TooLong => Said::new(
                format!("--keys memuat lebih dari {MOST} langkah. Kurangi pengulangannya."),
                format!("--keys holds more than {MOST} steps. Repeat less."),
            ),
            Self::Size(text) => Said::new(
                format!("“{text}” bukan ukuran. Tulis kolom x baris, misalnya 80x24."),
                format!("“{text}” is not a size. Write columns x rows, as in 80x24."),
            ),
        };
        said.get(lang).clone()
    }
}

/// Reads a script.
///
/// # Errors
/// The first thing in it that makes no sense.
pub fn read(script: &str) -> Result<Vec<Press>, ScriptFault> {
    // The groups that are open, the outermost first.
    let mut open = vec![Vec::new()];
    for chunk in script.split_whitespace() {
        let step = chunk.trim_start_matches('(');
        let opened = chunk.len() - step.len();
        open.extend((0..opened).map(|_| Vec::new()));
        if open.len() > DEEPEST {
            return Err(ScriptFault::TooLong);
        }
        let (step, closing) = split_closing(step);
        if !step.is_empty() {
            let (presses, times) = step_of(step)?;
            repeat(&mut open, &presses, times)?;
        }
        for times in closing {
            let group = open.pop().unwrap_or_default();
            if open.is_empty() {
                return Err(ScriptFault::Bracket);
            }
            repeat(&mut open, &group, count(times)?)?;
        }
    }
    let steps = open.pop().unwrap_or_default();
    if open.is_empty() { Ok(steps) } else { Err(ScriptFault::Bracket) }
}

/// Adds the presses so many times to the innermost group.
fn repeat(open: &mut [Vec<Press>], presses: &[Press], times: usize) -> Result<(), ScriptFault> {
    let Some(group) = open.last_mut() else { return Err(ScriptFault::Bracket) };
    let more = presses.len().checked_mul(times).filter(|more| group.len() + more <= MOST);
    if more.is_none() {
        return Err(ScriptFault::TooLong);
    }
    for _ in 0..times {
        group.extend_from_slice(presses);
    }
    Ok(())
}

/// Reads `80x24`: columns and rows, 1 to 500 each.
///
/// # Errors
/// When it is no size.
pub fn size(text: &str) -> Result<(u16, u16), ScriptFault> {
    let sides = text.split_once('x').and_then(|(columns, rows)| {
        let side = |side: &str| side.parse().ok().filter(|side| (1..=500).contains(side));
        Some((side(columns)?, side(rows)?))
    });
    sides.ok_or_else(|| ScriptFault::Size(text.to_owned()))
}

/// Splits `k)*5)` into `k` and the counts of the brackets that close after it.
fn split_closing(chunk: &str) -> (&str, Vec<&str>) {
    let is_text = chunk.starts_with("text:") || chunk.starts_with("paste:");
    match chunk.find(')') {
        Some(at) if !is_text => {
            let (step, rest) = chunk.split_at_checked(at).unwrap_or((chunk, ""));
            (step, rest.split(')').skip(1).collect())
        }
        _ => (chunk, Vec::new()),
    }
}

fn count(text: &str) -> Result<usize, ScriptFault> {
    if text.is_empty() {
        return Ok(1);
    }
    let times = text.strip_prefix('*').and_then(|times| times.parse().ok());
    times.ok_or_else(|| ScriptFault::Count(text.to_owned()))
}

/// What one step presses, and how often.
fn step_of(word: &str) -> Result<(Vec<Press>, usize), ScriptFault> {
    if let Some(text) = word.strip_prefix("text:") {
        let keys = spaced(text).chars().map(|c| Press::Input(Input::Key(Key::char(c)))).collect();
        return Ok((keys, 1));
    }
    if let Some(text) = word.strip_prefix("paste:") {
        return Ok((vec![Press::Input(Input::Paste(spaced(text)))], 1));
    }
    let (name, times) = match word.find('*').filter(|at| *at > 0) {
        Some(at) => {
            let (name, times) = word.split_at_checked(at).unwrap_or((word, ""));
            (name, count(times)?)
        }
        None => (word, 1),
    };
    let press = press(name).ok_or_else(|| ScriptFault::Unknown(name.to_owned()))?;
    Ok((vec![press?], times))
}

/// `_` is a space, `__` an underscore.
fn spaced(text: &str) -> String {
    text.split("__").map(|part| part.replace('_', " ")).collect::<Vec<_>>().join("_")
}

fn press(name: &str) -> Option<Result<Press, ScriptFault>> {
    if let Some(span) = name.strip_prefix("wait:") {
        return span.parse().ok().map(|ms| Ok(Press::Wait(Duration::from_millis(ms))));
    }
    if let Some(sides) = name.strip_prefix("resize:") {
        return Some(size(sides).map(|(columns, rows)| Press::Resize(columns, rows)));
    }
    Some(Ok(Press::Input(Input::Key(key(name)?))))
}

fn key(name: &str) -> Option<Key> {
    if let Some(rest) = name.strip_prefix("ctrl+") {
        return Some(Key { ctrl: true, ..key(rest)? });
    }
    if let Some(rest) = name.strip_prefix("alt+") {
        return Some(Key { alt: true, ..key(rest)? });
    }
    let code = match name {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "space" => Code::Char(' '),
        "tab" => Code::Tab,
        "backtab" | "shift+tab" => Code::BackTab,
        "backspace" => Code::Backspace,
        "delete" | "del" => Code::Delete,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pageup" | "pgup" => Code::PageUp,
        "pagedown" | "pgdn" => Code::PageDown,
        _ => {
            let mut chars = name.chars();
            match (chars.next()?, chars.as_str()) {
                (only, "") => Code::Char(only),
                ('f', number) => Code::F(number.parse().ok().filter(|n| (1..=12).contains(n))?),
                _ => return None,
            }
        }
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Press> {
        text.chars().map(|c| Press::Input(Input::Key(Key::char(c)))).collect()
    }

    #[test]
    fn every_step_of_the_contract_is_read() {
        let key = |key| Press::Input(Input::Key(key));
        let cases = [
            ("down", vec![key(crate::ui::keys::DOWN)]),
            ("j k", keys("jk")),
            ("j*3", keys("jjj")),
            ("(j k)*2", keys("jkjk")),
            ("( j k )*2 l", keys("jkjkl")),
            ("(j (k)*2)*2", keys("jkkjkk")),
            ("((j k)*2 l)*2", keys("jkjkljkjkl")),
            ("ctrl+c", vec![key(Key::ctrl('c'))]),
            ("alt+b", vec![key(Key { alt: true, ..Key::char('b') })]),
            ("ctrl+up*2", vec![key(Key::ctrl_code(Code::Up)); 2]),
            (
                "f5 enter esc space",
                vec![
                    key(Key::plain(Code::F(5))),
                    key(crate::ui::keys::ENTER),
                    key(crate::ui::keys::ESC),
                    key(crate::ui::keys::SPACE),
                ],
            ),
            ("text:a_b__c(d)*2", keys("a b_c(d)*2")),
            ("paste:a_b", vec![Press::Input(Input::Paste("a b".into()))]),
            ("wait:1500", vec![Press::Wait(Duration::from_millis(1500))]),
            ("resize:120x40", vec![Press::Resize(120, 40)]),
            ("* ? [ ]", keys("*?[]")),
            ("", Vec::new()),
        ];
        for (script, steps) in cases {
            assert_eq!(read(script), Ok(steps), "{script}");
        }
    }

    #[test]
    fn nonsense_is_told_and_not_guessed() {
        let unknown = |word: &str| ScriptFault::Unknown(word.into());
        let cases = [
            ("donw", unknown("donw")),
            ("f13", unknown("f13")),
            ("ctrl+", unknown("ctrl+")),
            ("wait:x", unknown("wait:x")),
            ("(j", ScriptFault::Bracket),
            ("j)", ScriptFault::Bracket),
            ("j*x", ScriptFault::Count("*x".into())),
            ("(j)*", ScriptFault::Count("*".into())),
            ("((j*9999)*9999)*9999", ScriptFault::TooLong),
            ("resize:0x40", ScriptFault::Size("0x40".into())),
            ("resize:120", ScriptFault::Size("120".into())),
        ];
        for (script, fault) in cases {
            assert_eq!(read(script), Err(fault), "{script}");
        }
        assert_eq!(read(&"(".repeat(99)), Err(ScriptFault::TooLong));
    }
}
