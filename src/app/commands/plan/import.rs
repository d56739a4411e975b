//! `pandu plan --import`: takes a plan from a file into the profile, by the full protocol of saving.
//! What is there already is replaced only with a yes.

use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    path::Path,
    sync::Arc,
};

use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{
        course::Course,
        moment::Moment,
        plan::{
            Plan,
            incoming::{self, Incoming, told},
            merge::{self, Differing, Merge},
        },
        profile::{LARGEST, Profile},
        safe_text::safe,
        text::{Lang, Said},
    },
    store::{
        disk::RealDisk,
        given,
        profile::{self, Access, Found, Opened, Trouble, look},
    },
};

/// Longest line that is read as an answer, in bytes.
const LONGEST: u64 = 4096;

/// What a file does to the plans of a profile.
pub(in crate::app) struct Arrival {
    incoming: Incoming,
    /// What each plan becomes.
    pub(in crate::app) merged: Vec<Merge>,
}

impl Arrival {
    /// Reads a file beside the plans that are there. `fresh` is a plan that is begun for rows that
    /// belong to none.
    ///
    /// # Errors
    /// Why nothing can be taken of it.
    pub(in crate::app) fn of(
        file: &Path,
        plans: &[Plan],
        into: Option<&str>,
        fresh: &Plan,
        course: &Course,
        now: Moment,
    ) -> Result<Self, Said> {
        let bytes = given::read(&RealDisk, file, LARGEST)
            .map_err(|fault| Said::both(|lang| fault.say(lang)))?;
        let bad = |faults: Vec<incoming::Fault>| Said::both(|lang| told(&faults, lang));
        let incoming = incoming::read(&bytes, course, now.date()).map_err(bad)?;
        let merged = merge::merge(plans, &incoming, into, fresh).map_err(bad)?;
        Ok(Self { incoming, merged })
    }

    /// Whether something that is there could be replaced.
    pub(in crate::app) fn differs(&self) -> bool {
        self.merged.iter().any(Merge::differs)
    }

    /// Whether anything is new.
    pub(in crate::app) fn is_new(&self) -> bool {
        self.merged.iter().any(|merge| merge.result(false).is_some())
    }

    /// One sentence for each plan, then what else a person should know.
    pub(in crate::app) fn say(
        &self,
        differing: Differing,
        course: &Course,
        lang: Lang,
    ) -> Vec<String> {
        let plans = self.merged.iter().map(|merge| merge.say(differing, lang));
        plans.chain(merge::notices(&self.incoming, &self.merged, course, lang)).collect()
    }
}

/// A plan for rows that belong to none, with what is known of the person and its check-ins. Its period
/// is for the person to set: the rows have days of their own.
pub(in crate::app) fn fresh(id: &str, profile: &Profile, now: Moment) -> Plan {
    // Only within the plan do these names have to differ.
    let mut names = (1..).map(|number| format!("{}{number}", id.get(..12).unwrap_or_default()));
    let mut plan = Plan::new(id.to_owned(), now);
    plan.plan_checkins(|| names.next().unwrap_or_default());
    plan.head.name.clone_from(&profile.person.name);
    plan.head.unit.clone_from(&profile.person.office);
    plan
}

/// Takes the plans of a file into the profile and says what that did. Without `is_agreed` what
/// differs is replaced only after a yes on the terminal.
///
/// # Errors
/// The profile cannot be written now, or the file holds what cannot be understood. Nothing is
/// changed then.
pub fn import(settings: &Settings, file: &Path, into: Option<&str>, is_agreed: bool) -> Answer {
    let course = settings.load_course()?;
    let now = settings.clock()?.now();
    let Opened { mut profile, mut keeper, .. } = opened(settings)?;
    let lang = settings.asked_lang().unwrap_or(profile.settings.lang);
    if let Some(id) = into {
        super::chosen(&profile.plans, Some(id), lang)?;
    }
    let newest = crate::model::plan::latest(&profile.plans).map(|plan| plan.id.clone());
    let fresh = fresh(&settings.fresh_id(), &profile, now);
    let into = into.or(newest.as_deref());
    let arrival = Arrival::of(file, &profile.plans, into, &fresh, &course, now)
        .map_err(|why| why.get(lang).clone())?;
    let replace = arrival.differs() && (is_agreed || agrees(&arrival, &course, lang));
    let differing = if replace { Differing::Replaced } else { Differing::Stays };
    let mut said = arrival.say(differing, &course, lang);
    if arrival.differs() && !replace {
        let yes = lang.pick(
            "Tambahkan --yes untuk mengganti yang berbeda.",
            "Add --yes to replace what is different.",
        );
        said.push(yes.to_owned());
    }
    if merge::take(&mut profile.plans, &arrival.merged, replace, now) {
        profile.rev = profile.rev.saturating_add(1);
        profile.saved_at = Some(now);
        keeper.save(&profile).map_err(|fault| fault.say(lang))?;
    } else {
        said.push(lang.pick("Tidak ada yang diubah.", "Nothing was changed.").to_owned());
    }
    Ok(safe(&said.join("\n")).into_owned())
}

/// The profile under its lock, if it can be saved.
fn opened(settings: &Settings) -> Result<Opened, Failure> {
    let (layout, name) = (settings.layout()?, settings.name()?);
    let lang = settings.lang();
    if !look::is_there(&RealDisk, &layout, &name) {
        return Err(lang
            .pick(
                format!("Belum ada profil “{name}”. Buka dahulu dengan: pandu --profile {name}, lalu ulangi."),
                format!("There is no profile “{name}” yet. Open it first with: pandu --profile {name}, then try again."),
            )
            .into());
    }
    let opened = profile::open(Arc::new(RealDisk), &layout, &name, settings.fresh_id())
        .map_err(|trouble| safe(&trouble.say(lang)).into_owned())?;
    let lang = settings.asked_lang().unwrap_or(opened.profile.settings.lang);
    match &opened.access {
        Access::Writable => {}
        Access::Held(holder) => {
            return Err(safe(&Trouble::Held(holder.clone()).say(lang)).into_owned().into());
        }
        Access::NotWritable(_) => {
            let why = opened.access.say(lang).unwrap_or_default();
            return Err(safe(&why).into_owned().into());
        }
    }
    if opened.found == Found::Good {
        return Ok(opened);
    }
    Err(lang
        .pick(
            "Tidak ada yang diubah: profil ini perlu Anda lihat dahulu. Buka pandu, ikuti petunjuknya, lalu ulangi.",
            "Nothing was changed: this profile needs a look first. Open pandu, follow what it says, then try again.",
        )
        .to_owned()
        .into())
}

/// Asks on the terminal whether what differs is replaced; without one the answer is no.
fn agrees(arrival: &Arrival, course: &Course, lang: Lang) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    let said = arrival.say(Differing::Open, course, lang).join("\n");
    let asked = lang.pick(
        "Ganti yang berbeda dengan isi berkas? y/T: ",
        "Replace what is different with what the file holds? y/N: ",
    );
    let mut typed = String::new();
    let heard = write!(io::stderr(), "{}\n{asked}", safe(&said))
        .and_then(|()| io::stderr().flush())
        .and_then(|()| io::stdin().lock().take(LONGEST).read_line(&mut typed));
    heard.is_ok() && matches!(typed.trim().to_lowercase().as_str(), "y" | "ya" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_begun_for_rows_alone_is_asked_after_too() {
        let now = "2026-11-24T09:00:00+07:00".parse().unwrap();
        let plan = fresh("0123456789abcdef0123456789abcdef", &Profile::new("p".to_owned()), now);
        let ids: Vec<&str> = plan.checkins.iter().map(|checkin| checkin.id.as_str()).collect();
        assert_eq!(ids, ["0123456789ab1", "0123456789ab2", "0123456789ab3"]);
        assert_eq!((plan.head.from, plan.head.to), (None, None));
    }
}
