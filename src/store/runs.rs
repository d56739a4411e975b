//! Facilitated runs on the disk: `<data>/runs/<date>-<name>.json`, one writer each, replaced whole
//! with the previous copy kept. It never writes over what it did not read or write itself.

mod code;
#[cfg(test)]
mod laws;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use self::code::encode;
pub use self::code::{Damage, decode};
use super::{
    cause::Refusal,
    disk::{Disk, Guard, Kind, Lock},
    paths::{Layout, Name},
    profile::whole::{at, ensure_folder, replace, settle, twin},
};
use crate::model::{
    live::{Live, course_key},
    moment::Moment,
    run::Run,
    text::{Lang, Text},
};

/// Largest file in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// Where the copy before the last one lies.
const PREVIOUS: &str = "previous";
const TRIES: u32 = 1000;

/// A run that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct RunFile {
    /// Its file.
    pub path: PathBuf,
    /// What it holds.
    pub run: Run,
    bytes: Vec<u8>,
}

/// What lies in the folder of runs.
#[derive(Debug, Default)]
pub struct Runs {
    /// The runs that can be read, the newest first.
    pub runs: Vec<RunFile>,
    /// The files that cannot, and why.
    pub refused: Vec<(PathBuf, Damage)>,
}

/// Why a run was not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    /// The disk refused; the next save tries again.
    #[error(transparent)]
    Disk(#[from] Refusal),
    /// Another window keeps this run.
    #[error("another window keeps this run")]
    Held,
    /// It does not read back as it was: a fault of pandu.
    #[error("the run does not read back as it was")]
    Unequal,
}

impl NotSaved {
    /// A plain sentence. No path is told: the hall may read along.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::Disk(refusal) => {
                let (why, remedy) = (refusal.cause.say(lang), refusal.cause.remedy(lang));
                return match lang {
                    Lang::Id => format!("Catatan pelaksanaan belum tersimpan: {why}. {remedy}"),
                    Lang::En => format!("The record of the run is not saved yet: {why}. {remedy}"),
                };
            }
            Self::Held => Text::new(
                "Jendela lain yang menyimpan catatan pelaksanaan ini.",
                "Another window saves the record of this run.",
            ),
            Self::Unequal => Text::new(
                "Catatan pelaksanaan tidak tersimpan: isinya tidak terbaca kembali dengan benar.",
                "The record of the run was not saved: it does not read back as it was.",
            ),
        };
        text.say(lang).to_owned()
    }
}

/// Reads all runs.
///
/// # Errors
/// When the folder cannot be read; one that is missing holds none.
pub fn list(disk: &dyn Disk, layout: &Layout) -> Result<Runs, Refusal> {
    let folder = layout.runs();
    let names = match disk.list(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Runs::default()),
        names => at(&folder, names)?,
    };
    let mut paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    // Their names begin with the date.
    paths.sort_by(|a, b| b.cmp(a));
    let mut runs = Runs::default();
    for path in paths {
        match read(disk, &path) {
            Ok((run, bytes)) => runs.runs.push(RunFile { path, run, bytes }),
            Err(damage) => runs.refused.push((path, damage)),
        }
    }
    Ok(runs)
}

impl RunFile {
    /// The name of its file without the ending: it tells runs of one name apart.
    pub fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What decides which of two runs is the newer one: the last day that was counted, then the last
    /// save. A show that stands at its start page counts no time, yet it is saved.
    fn age(&self) -> impl Ord + use<> {
        let run = &self.run;
        let at = |moment: Option<Moment>| moment.map(Moment::timestamp);
        (run.days.last().map(|day| day.date), at(run.saved_at), at(run.until))
    }
}

impl Runs {
    /// The newest run that a state belongs to.
    pub fn of(&self, state: &Live) -> Option<&RunFile> {
        self.runs.iter().filter(|file| file.run.is_of(state)).max_by_key(|file| file.age())
    }

    /// The newest run of this name that is no rehearsal, or is one, of this course.
    pub fn known(&self, name: &str, rehearsal: bool, course: &str) -> Option<&RunFile> {
        let its = |file: &&RunFile| {
            let run = &file.run;
            run.name == name && run.rehearsal == rehearsal && course_key(&run.course) == course
        };
        self.runs.iter().filter(its).max_by_key(|file| file.age())
    }

    /// The newest run of this name, whatever its case where none is spelled so.
    pub fn newest(&self, name: &str) -> Option<&RunFile> {
        let exact = self.runs.iter().filter(|file| file.run.name == name);
        let low = name.to_lowercase();
        let alike = || self.runs.iter().filter(|file| file.run.name.to_lowercase() == low);
        let age = |file: &&RunFile| file.age();
        exact.max_by_key(age).or_else(|| alike().max_by_key(age))
    }

    /// The newest run of all.
    pub fn last(&self) -> Option<&RunFile> {
        self.runs.iter().max_by_key(|file| file.age())
    }

    /// How many runs have this name.
    pub fn count(&self, name: &str) -> usize {
        self.runs.iter().filter(|file| file.run.name == name).count()
    }
}

fn read(disk: &dyn Disk, path: &Path) -> Result<(Run, Vec<u8>), Damage> {
    if !disk.meta(path).is_ok_and(|found| found.kind == Kind::File) {
        return Err(Damage::Shape);
    }
    let bytes = disk.read(path, LARGEST).map_err(|_| Damage::Shape)?;
    Ok((decode(&bytes)?, bytes))
}

/// What stands under the name of a run.
enum There {
    Nothing,
    Bytes(Vec<u8>),
    /// No plain file, or one that is too large for a run.
    Other,
}

fn there(disk: &dyn Disk, path: &Path) -> Result<There, Refusal> {
    match disk.meta(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(error) => return Err(Refusal::new(path, &error)),
        Ok(found) if found.kind != Kind::File => return Ok(There::Other),
        Ok(_) => {}
    }
    match disk.read(path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(There::Other),
        bytes => at(path, bytes).map(There::Bytes),
    }
}

/// The only thing that saves a run.
pub struct RunKeeper {
    disk: Arc<dyn Disk>,
    layout: Layout,
    name: Name,
    /// Its file, once there is one.
    file: Option<PathBuf>,
    /// What may stand there and is ours: what was read or written last, and what a save that failed
    /// wanted to write.
    known: Vec<Vec<u8>>,
    #[expect(dead_code, reason = "kept for its drop")]
    guard: Option<Guard>,
}

impl RunKeeper {
    /// Takes the right to save a run of this name, in the file that is gone on with or a new one.
    ///
    /// # Errors
    /// [`NotSaved::Held`] while another window has it, [`NotSaved::Disk`]. A file system without
    /// locks refuses nobody.
    pub fn open(
        disk: Arc<dyn Disk>,
        layout: &Layout,
        name: &Name,
        resumed: Option<&RunFile>,
    ) -> Result<Self, NotSaved> {
        let folder = layout.runs();
        ensure_folder(&*disk, &folder)?;
        let path = folder.join(format!("{name}.lock"));
        let guard = match disk.lock(&path, "") {
            Ok(Lock::Taken(guard)) => Some(guard),
            Ok(Lock::Busy { .. }) => return Err(NotSaved::Held),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => None,
            Err(error) => return Err(Refusal::new(&path, &error).into()),
        };
        let file = resumed.map(|file| file.path.clone());
        let known = resumed.map(|file| file.bytes.clone()).into_iter().collect();
        Ok(Self { disk, layout: layout.clone(), name: name.clone(), file, known, guard })
    }

    /// Goes on in this file from now on.
    pub fn go_on(&mut self, file: &RunFile) {
        self.file = Some(file.path.clone());
        self.known = vec![file.bytes.clone()];
    }

    /// Saves; waits for the medium. A run in which nothing was shown yet has no file.
    ///
    /// # Errors
    /// [`NotSaved`]; the file is the old one, or the new one if only the last step failed.
    pub fn save(&mut self, run: &Run, now: Moment) -> Result<(), NotSaved> {
        if run.days.is_empty() {
            return Ok(());
        }
        let bytes = encode(run, now).ok_or(NotSaved::Unequal)?;
        let disk = &*self.disk;
        ensure_folder(disk, &self.layout.runs())?;
        let (path, known) = match &self.file {
            None => (self.free_path(run)?, Vec::new()),
            Some(path) => match there(disk, path)? {
                There::Nothing => (path.clone(), Vec::new()),
                There::Bytes(bytes) if self.known.contains(&bytes) => {
                    self.keep_previous(path, &bytes)?;
                    (path.clone(), vec![bytes])
                }
                // Somebody else wrote there: theirs stays, ours goes on beside it.
                There::Bytes(_) | There::Other => (self.free_path(run)?, Vec::new()),
            },
        };
        self.file = Some(path.clone());
        self.known = known;
        self.known.push(bytes.clone());
        replace(disk, &path, &bytes)?;
        Ok(())
    }

    /// The file, once there is one.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    fn keep_previous(&self, path: &Path, bytes: &[u8]) -> Result<(), NotSaved> {
        let shelf = self.layout.runs().join(PREVIOUS);
        ensure_folder(&*self.disk, &shelf)?;
        let (twin, _) = twin(&*self.disk, path, &shelf, bytes)?;
        let kept = shelf.join(path.file_name().unwrap_or_default());
        settle(&*self.disk, &twin, &kept)?;
        Ok(())
    }

    fn free_path(&self, run: &Run) -> Result<PathBuf, NotSaved> {
        let folder = self.layout.runs();
        let stem = run.date().map_or_else(String::new, |date| format!("{date}-"));
        let path = |number: u32| match number {
            1 => folder.join(format!("{stem}{}.json", self.name)),
            _ => folder.join(format!("{stem}{}-{number}.json", self.name)),
        };
        let is_free = |path: &PathBuf| match self.disk.meta(path) {
            Err(error) => error.kind() == io::ErrorKind::NotFound,
            Ok(_) => false,
        };
        let free = (1..TRIES).map(path).find(is_free);
        free.ok_or_else(|| Refusal::new(&folder, &io::ErrorKind::AlreadyExists.into()).into())
    }
}
