//! `pandu profile`: what a person does to a whole profile. Path, list and show read only and make
//! nothing; no text from a file or a name reaches the terminal but through `safe_text`.

mod diagnosis;
mod erase;
mod list;
mod notes;
mod progress;
mod show;

use std::{
    io::{self, IsTerminal},
    path::{MAIN_SEPARATOR, Path, PathBuf},
    sync::Arc,
};

use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{dates, moment::Moment, safe_text::safe, text::Lang},
    store::{
        disk::RealDisk,
        paths::{Layout, Name},
        profile::{
            Trouble,
            care::{self, Carried},
            look::{self, Look},
        },
    },
};

pub use erase::erase;
pub use list::list;
pub(in crate::app) use list::{all, state};
pub use show::show;

/// A profile that a command is about, as it lies there.
struct Subject {
    layout: Layout,
    name: Name,
    look: Result<Look, Trouble>,
    lang: Lang,
}

impl Subject {
    /// The profile asked for; speaks the language asked for, else the profile's own.
    fn of(settings: &Settings) -> Result<Self, Failure> {
        let (layout, name) = (settings.layout()?, settings.name()?);
        let look = look::look(&RealDisk, &layout, &name);
        let own = look.as_ref().ok().and_then(Look::decoded);
        let own = own.map(|decoded| decoded.profile.settings.lang);
        let lang = settings.asked_lang().or(own).unwrap_or_default();
        Ok(Self { layout, name, look, lang })
    }

    fn failed(&self, trouble: &Trouble) -> Failure {
        shown(&trouble.say(self.lang))
    }
}

/// A failure that is safe to show.
fn shown(say: &str) -> Failure {
    safe(say).into_owned().into()
}

/// Prints where the profile's file is or would be, for scripts.
///
/// # Errors
/// When the path cannot be written as text.
pub fn path(settings: &Settings) -> Answer {
    let path = settings.layout()?.profile(&settings.name()?);
    let path = std::path::absolute(&path).unwrap_or(path);
    path.to_str().map(str::to_owned).ok_or_else(|| {
        let path = path.display();
        shown(&settings.lang().pick(
            format!("Jalur {path} bukan teks UTF-8. Pilih folder data lain dengan --data."),
            format!("The path {path} is not UTF-8 text. Choose another data folder with --data."),
        ))
    })
}

/// Copies the last saved state into one file; a folder gets a file named after profile and day.
///
/// # Errors
/// What keeps the profile from being read or the copy from being written.
pub fn backup(settings: &Settings, file: &Path, is_forced: bool) -> Answer {
    let subject = Subject::of(settings)?;
    let (name, lang) = (&subject.name, subject.lang);
    let now = settings.clock()?.now();
    let carried = carry(&subject.layout, name, file, is_forced, now)
        .map_err(|trouble| subject.failed(&trouble))?;
    let (to, rev, size) = (carried.path.display(), carried.rev, size(carried.bytes as u64, lang));
    let said = lang.pick(
        format!("Profil “{name}” disalin ke {to} (rev {rev}, {size}).\nSimpan di tempat aman: isinya jawaban, catatan, dan rencana Anda. Kembalikan dengan: pandu profile restore"),
        format!("The profile “{name}” was copied to {to} (rev {rev}, {size}).\nKeep it safe: it holds your answers, notes and plans. Restore it with: pandu profile restore"),
    );
    Ok(safe(&said).into_owned())
}

/// Copies a profile into a file, or into a folder under a name of its own.
pub(in crate::app) fn carry(
    layout: &Layout,
    name: &Name,
    file: &Path,
    is_forced: bool,
    now: Moment,
) -> Result<Carried, Trouble> {
    let to = if file.is_dir() {
        file.join(backup_name(name, now))
    } else if ends_like_a_folder(file) {
        return Err(Trouble::NoFolder(file.to_owned()));
    } else {
        file.to_owned()
    };
    care::backup(&RealDisk, layout, name, &to, is_forced)
}

fn ends_like_a_folder(file: &Path) -> bool {
    let text = file.to_string_lossy();
    text.ends_with('/') || text.ends_with(MAIN_SEPARATOR)
}

/// The longest path component of the usual file systems, in bytes.
const LONGEST: usize = 255;

/// `pandu-<profile>-<day>.json`; a name too long for a file is cut, the day stays.
pub(in crate::app) fn backup_name(name: &Name, now: Moment) -> PathBuf {
    let (front, end) = ("pandu-", format!("-{}.json", now.date()));
    let room = LONGEST.saturating_sub(front.len() + end.len());
    let mut name = name.as_str();
    while name.len() > room {
        let last = name.char_indices().next_back().map_or(0, |(at, _)| at);
        name = name.get(..last).unwrap_or_default();
    }
    PathBuf::from(format!("{front}{name}{end}"))
}

/// Makes the profile in a file the profile of this name.
///
/// # Errors
/// When the file is no good profile, a window holds the profile, or the disk refuses.
pub fn restore(settings: &Settings, file: &Path) -> Answer {
    let subject = Subject::of(settings)?;
    let (name, lang) = (&subject.name, subject.lang);
    let whose = look::read(&RealDisk, file).ok().flatten().and_then(|file| file.decoded.ok());
    let whose = whose.map(|decoded| (decoded.profile.person.title(lang), decoded.profile.saved_at));
    let now = settings.clock()?.now();
    let carried = care::restore(Arc::new(RealDisk), &subject.layout, name, file, now)
        .map_err(|trouble| subject.failed(&trouble))?;
    let (who, saved) = whose.unwrap_or_else(|| (String::new(), None));
    let (file, rev, saved) = (file.display(), carried.rev, when(saved, lang));
    let mut said = lang.pick(
        format!(
            "Profil “{name}” kini berisi {file}: {who}, disimpan {saved} (sekarang rev {rev})."
        ),
        format!("The profile “{name}” now holds {file}: {who}, saved {saved} (now rev {rev})."),
    );
    if let Some(former) = carried.former {
        let former = former.display();
        said += &lang.pick(
            format!("\nIsi sebelumnya disimpan di {former}."),
            format!("\nWhat was there before is kept in {former}."),
        );
    }
    for notice in carried.notices {
        said = format!("{said}\n{}", notice.say(lang));
    }
    Ok(safe(&said).into_owned())
}

/// Day and minute, as people say them.
pub(in crate::app) fn when(moment: Option<Moment>, lang: Lang) -> String {
    moment.map_or_else(
        || lang.pick("waktu tak tercatat", "time not recorded").to_owned(),
        |at| format!("{}, {}", dates::date(at.date(), lang), dates::clock(at, lang)),
    )
}

/// `12,3 KB` / `12.3 KB`, in units of 1024.
pub(in crate::app) fn size(bytes: u64, lang: Lang) -> String {
    const UNIT: f64 = 1024.0;
    let kilo = bytes as f64 / UNIT;
    if kilo < UNIT {
        format!("{} KB", dates::number(kilo, 1, lang))
    } else {
        format!("{} MB", dates::number(kilo / UNIT, 1, lang))
    }
}

/// Columns of the terminal that is printed on; `None` where the output goes elsewhere.
fn columns() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|&it| it > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_backup_fits_every_file_system_and_keeps_its_day() {
        let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
        let usual = backup_name(&Name::default(), now);
        assert_eq!(usual, Path::new("pandu-utama-2026-11-24.json"));
        for name in ["é".repeat(120), "x".repeat(120), "🙂".repeat(60), "標".repeat(85)] {
            let file = backup_name(&Name::new(&name).unwrap(), now);
            let file = file.to_str().unwrap();
            assert!(file.len() <= LONGEST && file.ends_with("-2026-11-24.json"), "{file}");
            assert!(file.len() > 120, "{file}");
        }
    }

    #[test]
    fn sizes_are_written_as_each_language_does() {
        for (bytes, id, en) in [
            (0, "0,0 KB", "0.0 KB"),
            (1536, "1,5 KB", "1.5 KB"),
            (16 * 1024 * 1024, "16,0 MB", "16.0 MB"),
        ] {
            assert_eq!((size(bytes, Lang::Id), size(bytes, Lang::En)), (id.into(), en.into()));
        }
    }
}
