//! `pandu profile erase`: removes a profile and every copy beside it, after the person typed its name.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use super::{Look, Subject, Trouble, shown};
use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{safe_text::safe, text::Lang},
    store::{disk::RealDisk, paths::Name, profile::care},
};

/// Longest line that is read as a confirmation, in bytes.
const LONGEST: u64 = 4096;

/// Removes a profile; without `is_agreed` its name must be typed first.
///
/// # Errors
/// When there is none, a window holds it, nobody agreed, or something could not be removed.
pub fn erase(settings: &Settings, is_agreed: bool) -> Answer {
    let subject = Subject::of(settings)?;
    let (name, lang) = (&subject.name, subject.lang);
    let folder = subject.layout.folder(name);
    if folder.symlink_metadata().is_err() {
        return Err(subject.failed(&Trouble::NoProfile(folder)));
    }
    if let Some(holder) = subject.look.as_ref().ok().and_then(|look| look.holder.clone()) {
        return Err(subject.failed(&Trouble::Held(holder)));
    }
    if !is_agreed {
        agree(&subject)?;
    }
    let erased = care::erase(&RealDisk, &subject.layout, name)
        .map_err(|trouble| subject.failed(&trouble))?;
    let told = erased.say(lang);
    let elsewhere = lang.pick(
        "Cadangan yang Anda simpan di tempat lain tidak ikut terhapus.",
        "Backups that you keep elsewhere were not touched.",
    );
    if !erased.left.is_empty() {
        return Err(shown(&lang.pick(
            format!("Profil “{name}” belum terhapus seluruhnya: {told} Periksa izinnya, lalu ulangi. {elsewhere}"),
            format!("The profile “{name}” was not erased completely: {told} Check the permissions, then try again. {elsewhere}"),
        )));
    }
    let said = lang.pick(
        format!("Profil “{name}”: {told} {elsewhere}"),
        format!("Profile “{name}”: {told} {elsewhere}"),
    );
    Ok(safe(&said).into_owned())
}

/// Asks on the terminal for the profile's name.
fn agree(subject: &Subject) -> Result<(), Failure> {
    let (name, lang) = (&subject.name, subject.lang);
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(lang
            .pick(
                "Tidak ada yang dihapus: tanpa terminal, pandu tidak dapat meminta persetujuan Anda. Tambahkan --yes bila Anda yakin.",
                "Nothing was erased: without a terminal, pandu cannot ask for your consent. Add --yes if you are sure.",
            )
            .to_owned()
            .into());
    }
    let asked = question(subject);
    let mut typed = String::new();
    let heard = write!(io::stderr(), "{}", safe(&asked))
        .and_then(|()| io::stderr().flush())
        .and_then(|()| io::stdin().lock().take(LONGEST).read_line(&mut typed));
    if heard.is_ok() && Name::new(typed.trim()).as_ref() == Ok(name) {
        return Ok(());
    }
    Err(lang
        .pick(
            "Tidak ada yang dihapus: yang diketik bukan nama profil ini.",
            "Nothing was erased: what was typed is not the name of this profile.",
        )
        .to_owned()
        .into())
}

fn question(subject: &Subject) -> String {
    let (name, lang) = (&subject.name, subject.lang);
    let profile = subject.look.as_ref().ok().and_then(Look::decoded);
    let whose = profile
        .map_or_else(String::new, |decoded| format!(" ({})", decoded.profile.person.title(lang)));
    match lang {
        Lang::Id => format!(
            "Profil “{name}”{whose} akan dihapus dari komputer ini: jawaban, rencana, dan semua salinan di foldernya.\nTindakan ini tidak dapat diurungkan. Cadangan di tempat lain tidak ikut terhapus.\nKetik nama profil ({name}) lalu Enter untuk menghapus: "
        ),
        Lang::En => format!(
            "The profile “{name}”{whose} will be erased from this computer: answers, plans and all copies in its folder.\nThis cannot be undone. Backups elsewhere are not touched.\nType the profile's name ({name}) and press Enter to erase it: "
        ),
    }
}
