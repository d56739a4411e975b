//! The command line. It only says what was asked for; `main` does it.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Teman belajar bimtek SOP di terminal · the workshop companion in the terminal.
#[derive(Debug, Parser)]
#[command(name = "pandu", version)]
pub struct Cli {
    /// Folder kursus · course folder.
    #[arg(long, env = "PANDU_COURSE", global = true)]
    pub course: Option<PathBuf>,
    /// Folder data · data folder.
    #[arg(long, env = "PANDU_HOME", global = true)]
    pub data: Option<PathBuf>,
    /// Nama profil · profile name.
    #[arg(long, global = true, default_value = "utama")]
    pub profile: String,
    /// Bahasa · language: id, en.
    #[arg(long, env = "PANDU_LANG", global = true, value_parser = ["id", "en"])]
    pub lang: Option<String>,
    /// Waktu yang dianggap sekarang · the time taken as now (RFC 3339).
    #[arg(long, env = "PANDU_NOW", global = true, value_name = "RFC3339")]
    pub now: Option<String>,
    /// Benih untuk yang acak · seed of all that is left to chance.
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
    /// Tanda biasa saja · plain characters only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// What to do; the app when nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Memeriksa folder kursus · checks a course folder.
    #[command(alias = "periksa")]
    Check {
        /// Folder; the built-in course when left out.
        dir: Option<PathBuf>,
        /// Saran pun dihitung salah · advice fails, too.
        #[arg(long)]
        strict: bool,
    },
    /// Kursus bawaan · the built-in course.
    Course {
        /// What to do with it.
        #[command(subcommand)]
        action: CourseAction,
    },
    /// Profil: jawaban dan rencana seseorang · a person's answers and plans.
    #[command(alias = "profil")]
    Profile {
        /// What to do with it.
        #[command(subcommand)]
        action: ProfileAction,
    },
}

/// What can be done with a profile.
#[derive(Debug, Subcommand)]
pub enum ProfileAction {
    /// Letak berkas profil · where the profile's file lies.
    Path,
    /// Semua profil dalam folder data · all profiles in the data folder.
    List,
    /// Isi dan keadaan profil · what the profile holds and how it stands.
    Show {
        /// Bentuk · form: text, json.
        #[arg(long, default_value = "text", value_parser = ["text", "json"])]
        format: String,
    },
    /// Menyalin profil untuk dibawa pulang · copies the profile, to take home.
    Backup {
        /// Berkas baru, atau folder yang sudah ada · a new file, or a folder that exists.
        file: PathBuf,
        /// Mengganti berkas yang sudah ada · replaces a file that exists.
        #[arg(long)]
        force: bool,
    },
    /// Mengembalikan profil dari salinannya · brings a profile back from its copy.
    Restore {
        /// Berkas hasil backup · the file that backup wrote.
        file: PathBuf,
    },
    /// Menghapus profil beserta semua salinan di foldernya · erases the profile and all copies beside it.
    Erase {
        /// Tanpa bertanya · without asking.
        #[arg(long)]
        yes: bool,
    },
}

/// What can be done with the built-in course.
#[derive(Debug, Subcommand)]
pub enum CourseAction {
    /// Menulis kursus bawaan ke folder kosong · writes it out, ready to edit.
    Export {
        /// An empty or new folder.
        dir: PathBuf,
    },
}
