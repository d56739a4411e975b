//! What the command line and the environment settle before anything opens: folders, profile,
//! course, language, time and chance.

use std::{
    hash::{BuildHasher, RandomState},
    path::PathBuf,
    time::Instant,
};

use jiff::SignedDuration;

use crate::{
    model::{course::Course, moment::Moment, text::Lang},
    store::{
        course::{self, Source},
        paths::{Layout, Name, data_dir},
    },
    ui::{
        plain::plain_text,
        theme::{Signs, Terminal},
    },
};

/// What holds everywhere.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Course folder; the built-in course when left out.
    pub course: Option<PathBuf>,
    /// Data folder; the usual one when left out.
    pub data: Option<PathBuf>,
    /// Name of the profile.
    pub profile: String,
    /// Language as typed: `id` or `en`.
    pub lang: Option<String>,
    /// RFC 3339 time that is taken as now.
    pub now: Option<String>,
    /// Seed of all that is left to chance.
    pub seed: Option<u64>,
    /// Plain characters only.
    pub ascii: bool,
    /// Run without a terminal and print the last screen.
    pub print: Option<Print>,
}

/// A run without a terminal, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// Columns and rows, `80x24` when left out.
    pub size: Option<String>,
    /// What is pressed.
    pub keys: Option<String>,
}

/// Why a command ended badly: one sentence, and the exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What, where, and what to do.
    pub say: String,
    /// 1, or 128 and the signal.
    pub code: u8,
}

impl Failure {
    /// A command line that makes no sense.
    pub const fn usage(say: String) -> Self {
        Self { say, code: 2 }
    }
}

impl From<String> for Failure {
    fn from(say: String) -> Self {
        Self { say, code: 1 }
    }
}

/// What a command prints, or why it failed.
pub type Answer = Result<String, Failure>;

impl Settings {
    /// The language asked for, if any.
    pub fn asked_lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::from_code)
    }

    /// The language of sentences that are said before a profile is open.
    pub fn lang(&self) -> Lang {
        self.asked_lang().unwrap_or_default()
    }

    /// Whether such sentences are English.
    pub fn is_english(&self) -> bool {
        self.lang() == Lang::En
    }

    /// Where profiles lie.
    ///
    /// # Errors
    /// When the system tells no home folder.
    pub fn layout(&self) -> Result<Layout, Failure> {
        let data = data_dir(self.data.as_deref()).map_err(|fault| fault.say(self.lang()))?;
        // A folder without a name of its own has no parent that could be synced.
        Ok(Layout::new(std::path::absolute(&data).unwrap_or(data)))
    }

    /// The profile's name.
    ///
    /// # Errors
    /// When it cannot be a file name everywhere.
    pub fn name(&self) -> Result<Name, Failure> {
        Ok(Name::new(&self.profile).map_err(|fault| fault.say(self.lang()))?)
    }

    /// The course.
    ///
    /// # Errors
    /// All faults of a folder that does not open.
    pub fn load_course(&self) -> Result<Course, Failure> {
        let loaded = course::load(&source(self.course.clone()))
            .map_err(|bad| course::render(&bad.faults, &bad.files, self.lang(), false))?;
        Ok(loaded.course)
    }

    /// The clock.
    ///
    /// # Errors
    /// When `--now` is no RFC 3339 time.
    pub fn clock(&self) -> Result<Clock, Failure> {
        let Some(text) = &self.now else { return Ok(Clock { from: None }) };
        match text.parse() {
            Ok(moment) => Ok(Clock { from: Some((moment, Instant::now())) }),
            Err(_) => Err(Failure::usage(self.lang().pick(
                format!("“{text}” bukan waktu. Tulis seperti 2026-11-24T09:00:00+07:00."),
                format!("“{text}” is not a time. Write it like 2026-11-24T09:00:00+07:00."),
            ))),
        }
    }

    /// What is known of the terminal (`NO_COLOR`: <https://no-color.org>, set and not empty).
    pub fn terminal(&self) -> Terminal {
        Terminal {
            is_plain: is_set("NO_COLOR"),
            is_light: is_light(),
            signs: match (self.ascii, is_linux_console(), is_foreign_locale()) {
                (true, ..) => Signs::Asked,
                (false, true, _) => Signs::Console,
                (false, false, true) => Signs::Locale,
                (false, false, false) => Signs::All,
            },
        }
    }

    /// An answer in plain characters where the person or the locale asks for them. Data stays as it is,
    /// and so does a screen, which is plain already.
    ///
    /// # Errors
    /// Those of the answer.
    pub fn plainly(&self, answer: Answer, is_data: bool) -> Answer {
        if self.terminal().signs == Signs::All {
            return answer;
        }
        let plain = |text: &str| plain_text(text);
        match answer {
            Ok(text) if is_data => Ok(text),
            Ok(text) => Ok(plain(&text)),
            Err(Failure { say, code }) => Err(Failure { say: plain(&say), code }),
        }
    }

    /// The seed asked for, or a fresh one.
    pub fn seed(&self) -> u64 {
        self.seed.unwrap_or_else(|| RandomState::new().hash_one("seed"))
    }

    /// A fresh name of 128 bits in hex; repeatable with `--seed`.
    pub fn fresh_id(&self) -> String {
        let word = |name: &str| match self.seed {
            Some(seed) => crate::model::chance::Chance::new(seed, name).bits(),
            None => RandomState::new().hash_one(name),
        };
        format!("{:016x}{:016x}", word("id-1"), word("id-2"))
    }
}

/// The built-in course, or this folder.
pub fn source(dir: Option<PathBuf>) -> Source {
    dir.map_or(Source::BuiltIn, Source::Folder)
}

/// Tells the time: the machine's, or one that began at `--now`.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    from: Option<(Moment, Instant)>,
}

impl Clock {
    /// Now.
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    pub fn now(&self) -> Moment {
        match self.from {
            None => Moment::of(&jiff::ZonedDateTime::now()),
            Some((moment, since)) => {
                let passed = i64::try_from(since.elapsed().as_secs()).unwrap_or(i64::MAX);
                moment.later(SignedDuration::from_secs(passed))
            }
        }
    }
}

/// Whether an environment variable is set and not empty.
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Whether the terminal says that it can do nothing.
pub fn is_dumb_terminal() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether this is the console of Linux itself, whose fonts lack most of our marks.
fn is_linux_console() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "linux")
}

/// Whether the locale names another encoding than UTF-8, or none. Without any locale nothing is known,
/// and terminals of today speak UTF-8; on Windows it is not told this way.
fn is_foreign_locale() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(std::env::var_os);
    let first = named.into_iter().find(|value| !value.is_empty());
    cfg!(unix) && first.is_some_and(|locale| !is_utf8(&locale.to_string_lossy()))
}

fn is_utf8(locale: &str) -> bool {
    let encoding = locale.split_once('.').map_or("", |(_, encoding)| encoding);
    let encoding = encoding.split('@').next().unwrap_or_default();
    encoding.eq_ignore_ascii_case("utf-8") || encoding.eq_ignore_ascii_case("utf8")
}

/// Whether the terminal says that its background is light: some set `COLORFGBG` to the numbers of
/// foreground and background among the 16 colours.
fn is_light() -> bool {
    let colours = std::env::var("COLORFGBG").unwrap_or_default();
    matches!(colours.rsplit(';').next(), Some("7" | "15"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_encoding_after_the_point() {
        for locale in ["id_ID.UTF-8", "en_US.utf8", "C.UTF-8", "id_ID.UTF-8@latin"] {
            assert!(is_utf8(locale), "{locale}");
        }
        for locale in ["C", "POSIX", "id_ID", "id_ID.ISO-8859-1", "en_US.UTF-16"] {
            assert!(!is_utf8(locale), "{locale}");
        }
    }
}
