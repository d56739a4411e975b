//! The command line. It only says what was asked for; `main` does it.

mod fault;
pub mod manual;
mod tongue;

use std::{env, path::PathBuf};

use clap::{
    ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
    error::ErrorKind,
    value_parser,
};
use clap_complete::Shell;

pub use fault::Asked;

/// Headings in both languages, as all the rest of the help.
const HELP: &str = "\
{about}

Pemakaian · Usage: {usage}

{all-args}{after-help}";

/// Arguments that the environment may give instead.
const VARIABLES: [(&str, &str); 4] = [
    ("course", "PANDU_COURSE"),
    ("data", "PANDU_HOME"),
    ("lang", "PANDU_LANG"),
    ("now", "PANDU_NOW"),
];

/// Teman belajar bimtek SOP di terminal · the workshop companion in the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "pandu",
    version,
    help_template = HELP,
    subcommand_help_heading = "Perintah · Commands",
    next_help_heading = "Pilihan · Options",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// Folder bahan pelatihan · course folder.
    #[arg(long, env = "PANDU_COURSE", global = true)]
    pub course: Option<PathBuf>,
    /// Folder data · data folder.
    #[arg(long, env = "PANDU_HOME", global = true)]
    pub data: Option<PathBuf>,
    /// Nama profil · profile name.
    #[arg(long, global = true, default_value = "utama")]
    pub profile: String,
    /// Bahasa · language: id, en.
    #[arg(long, env = "PANDU_LANG", global = true, value_parser = ["id", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// Waktu yang dianggap sekarang · the time taken as now (RFC 3339).
    #[arg(long, env = "PANDU_NOW", global = true, value_name = "RFC3339")]
    pub now: Option<String>,
    /// Benih pengacakan · seed for everything left to chance.
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
    /// Karakter ASCII saja · plain characters only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Tanpa terminal: cetak layar terakhir · no terminal: print the last screen.
    #[arg(long, global = true)]
    pub print: bool,
    /// Ukuran layar untuk --print · screen size for --print.
    #[arg(long, global = true, requires = "print", value_name = "80x24")]
    pub size: Option<String>,
    /// Tombol untuk --print · keys for --print: "down*2 enter text:halo esc".
    #[arg(long, global = true, requires = "print", value_name = "SCRIPT")]
    pub keys: Option<String>,
    /// Bantuan ini · this help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    /// Versi · version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
    /// What to do; the app when nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Cli {
    /// Reads the command line of this process.
    ///
    /// # Errors
    /// What to print instead: help, version, or one sentence about what makes no sense.
    pub fn read() -> Result<Self, Asked> {
        let mut command = Self::command();
        for (argument, variable) in VARIABLES {
            // Set but empty is how scripts say that there is none.
            if env::var_os(variable).is_some_and(|value| value.is_empty()) {
                command = command.mut_arg(argument, |argument| argument.env(None::<&str>));
            }
        }
        let read = command.try_get_matches().and_then(|found| Self::from_arg_matches(&found));
        read.map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Asked::Help(error.to_string()),
            _ => Asked::Nonsense(fault::say(&error, fault::is_english())),
        })
    }
}

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Memeriksa folder bahan pelatihan · checks a course folder.
    #[command(alias = "periksa")]
    Check {
        /// Folder; bila kosong, bahan bawaan · a folder; the built-in course when left out.
        dir: Option<PathBuf>,
        /// Saran pun dianggap kesalahan · advice counts as an error, too.
        #[arg(long)]
        strict: bool,
        /// Juga susunan bahan: bagian, halaman, soal, faktor · also what the course is made up of.
        #[arg(long)]
        report: bool,
    },
    /// Menayangkan bahan di proyektor · shows the course on the projector.
    #[command(alias = "sajikan")]
    Present(PresentArgs),
    /// Catatan fasilitator: jendela kedua dari present · the facilitator's notes: the second window of present.
    #[command(alias = "catatan")]
    Notes,
    /// Semua tombol · all keys.
    Keys,
    /// Skrip pelengkap perintah untuk shell · a script that completes commands in a shell.
    Completions {
        /// Shell · which shell.
        shell: Shell,
    },
    /// Halaman manual, untuk man -l · the manual page, for man -l.
    Man,
    /// Mencetak rencana tindak lanjut · prints the follow-up plan.
    #[command(alias = "rtl")]
    Plan(PlanArgs),
    /// Bahan pelatihan: menyunting dan mencetak · the course: to edit and to print.
    #[command(alias = "kursus")]
    Course {
        /// What to do with it.
        #[command(subcommand)]
        action: CourseAction,
    },
    /// Profil: jawaban, catatan, dan rencana seseorang · a person's answers, notes and plans.
    #[command(alias = "profil")]
    Profile {
        /// What to do with it.
        #[command(subcommand)]
        action: ProfileAction,
    },
}

impl Command {
    /// Whether its output is read by programs and must stay as it is.
    pub fn is_data(&self) -> bool {
        match self {
            Self::Plan(PlanArgs { format, .. }) => format.as_deref() == Some("json"),
            Self::Present(PresentArgs { about, .. }) => about.format.as_deref() == Some("csv"),
            Self::Profile { action: ProfileAction::Show { format } } => format == "json",
            Self::Profile { action: ProfileAction::Path } | Self::Completions { .. } => true,
            _ => false,
        }
    }
}

/// How a show begins, or what is asked about one.
#[derive(Debug, Args)]
pub struct PresentArgs {
    /// Mulai dari modul dengan nomor atau kunci ini · begin with the module of this number or key.
    #[arg(long, value_name = "MODULE", conflicts_with = "report")]
    pub at: Option<String>,
    /// Nama kelas; hari kedua dengan nama yang sama melanjutkan, dan laporan menurut nama ini · name of the
    /// class; the second day with the same name goes on, and a report is about it.
    #[arg(long, value_name = "NAME")]
    pub run: Option<String>,
    /// Gladi: waktu dicatat sebagai latihan · a rehearsal: timed as such.
    #[arg(long, alias = "gladi", conflicts_with = "report")]
    pub rehearse: bool,
    /// Bunyi saat hitung mundur habis · a sound when a countdown ends.
    #[arg(long, conflicts_with = "report")]
    pub bell: bool,
    /// Ukuran layar dalam kolom x baris; halaman yang terbagi disebut · window in columns x rows; tells
    /// pages that are split.
    #[arg(
        long,
        value_name = "60x20",
        conflicts_with_all = ["at", "run", "rehearse", "bell", "report"]
    )]
    pub check: Option<String>,
    /// What is asked about a run that was.
    #[command(flatten)]
    pub about: RunArgs,
}

/// The report of a run: whether it is wanted, in which form, and where to.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Laporan pelaksanaan: menit dan jajak, jumlahnya saja · the report of a run: minutes and polls, totals
    /// only.
    #[arg(long)]
    pub report: bool,
    /// Bentuk laporan; bila kosong, menurut akhiran berkas atau text · form of the report; else by the file's
    /// ending, or text.
    #[arg(long, requires = "report", value_parser = ["text", "md", "csv"])]
    pub format: Option<String>,
    /// Tulis laporan ke berkas · write the report into a file.
    #[arg(short, long, requires = "report", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Mengganti berkas yang sudah ada · replaces a file that exists.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What can be done with a profile.
#[derive(Debug, Subcommand)]
pub enum ProfileAction {
    /// Letak berkas profil · where the profile's file lies.
    Path,
    /// Semua profil dalam folder data · all profiles in the data folder.
    List,
    /// Isi, keadaan, dan kemajuan profil · what the profile holds, its state and progress.
    Show {
        /// Bentuk keluaran · form: text, json.
        #[arg(long, default_value = "text", value_parser = ["text", "json"])]
        format: String,
    },
    /// Membuat cadangan profil, misalnya untuk dibawa pulang · backs the profile up, to take home.
    Backup {
        /// Berkas baru, atau folder yang sudah ada · a new file, or a folder that exists.
        file: PathBuf,
        /// Mengganti berkas yang sudah ada · replaces a file that exists.
        #[arg(long)]
        force: bool,
    },
    /// Mengembalikan profil dari cadangannya · restores a profile from its backup.
    Restore {
        /// Berkas cadangan dari backup · the file that backup wrote.
        file: PathBuf,
    },
    /// Menghapus profil beserta semua salinan di foldernya · erases the profile and all copies beside it.
    Erase {
        /// Tanpa bertanya · without asking.
        #[arg(long)]
        yes: bool,
    },
}

/// Which plan, in which form, and where to.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// Bentuk; bila kosong, menurut akhiran berkas atau text · form; else by the file's ending, or text.
    #[arg(long, value_parser = ["text", "md", "csv", "json", "html", "docx", "xlsx", "ics"])]
    pub format: Option<String>,
    /// Tulis ke berkas, hanya terbaca oleh Anda · write into a file that only you can read.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Mengganti berkas yang sudah ada · replaces a file that exists.
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Formulir kosong untuk diisi dengan tangan · an empty form to fill in by hand.
    #[arg(long, conflicts_with = "plan")]
    pub blank: bool,
    /// Lebar teks dalam kolom, 40 sampai 200; A4 tegak 76, rebah 116 · width of text in columns, 40 to 200; A4
    /// upright 76, on its side 116.
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(40..=200))]
    pub width: Option<u16>,
    /// Rencana dengan ID ini, bukan yang terakhir disunting · the plan with this ID, not the last edited.
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// Ambil rencana atau barisnya dari berkas JSON atau CSV ke profil ini · take a plan or its rows from
    /// a JSON or CSV file into this profile.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "output", "width", "blank"])]
    pub import: Option<PathBuf>,
    /// Ganti yang berbeda tanpa bertanya · replace what is different without asking.
    #[arg(long, requires = "import")]
    pub yes: bool,
}

/// What can be done with a course.
#[derive(Debug, Subcommand)]
pub enum CourseAction {
    /// Menulis bahan bawaan ke folder baru, siap disunting · writes it out, ready to edit.
    Export {
        /// Folder baru atau kosong · a new or empty folder.
        dir: PathBuf,
    },
    /// Mencetak buku peserta, panduan fasilitator, agenda, lembar kerja, tes dan kuncinya · prints the
    /// participants' book, the facilitator's guide, agenda, worksheets, tests with keys.
    Handout(HandoutArgs),
}

/// Which handout, in which form, and where to.
#[derive(Debug, Args)]
pub struct HandoutArgs {
    /// Jenis: buku (peserta), panduan (fasilitator), agenda, kegiatan, lembar, tes, kunci, jajak, sumber, atau
    /// semua · sort: book (of participants), guide (of the facilitator), agenda, activities, sheet, test, key,
    /// polls, sources, or all.
    #[arg(value_parser = handouts(), hide_possible_values = true)]
    pub sort: String,
    /// Yang mana: jadwal, lembar, bentuk a atau b; bila kosong, semuanya · which one: schedule, sheet, form a
    /// or b; all of them when left out.
    pub name: Option<String>,
    /// Bentuk; bila kosong, menurut akhiran berkas atau text · form; else by the file's ending, or text.
    #[arg(long, value_parser = ["text", "md", "html"])]
    pub format: Option<String>,
    /// Tulis ke berkas; untuk semua, folder baru atau kosong · write into a file; for all, a new or empty
    /// folder.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Mengganti berkas yang sudah ada · replaces a file that exists.
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Lebar teks dalam kolom, 40 sampai 200; A4 tegak 76, rebah 116 · width of text in columns, 40 to 200; A4
    /// upright 76, on its side 116.
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(40..=200))]
    pub width: Option<u16>,
}

/// The sorts of handouts: the name that is handed on, and the Indonesian one.
const SORTS: [(&str, &str); 10] = [
    ("book", "buku"),
    ("guide", "panduan"),
    ("agenda", "jadwal"),
    ("activities", "kegiatan"),
    ("sheet", "lembar"),
    ("test", "tes"),
    ("key", "kunci"),
    ("polls", "jajak"),
    ("sources", "sumber"),
    ("all", "semua"),
];

/// Takes a sort by either of its names.
fn handouts() -> impl TypedValueParser<Value = String> {
    // Both names are told where neither was typed.
    let sorts = SORTS
        .into_iter()
        .flat_map(|(name, indonesian)| [PossibleValue::new(indonesian), PossibleValue::new(name)]);
    PossibleValuesParser::new(sorts).map(|typed| {
        let known = SORTS.into_iter().find(|(_, indonesian)| typed == *indonesian);
        known.map_or(typed, |(name, _)| name.to_owned())
    })
}
