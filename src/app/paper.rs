//! A plan or handout written into a file from its screen: what `-o` does, and nothing is replaced
//! without asking.

use std::path::Path;

use super::{
    App,
    commands::{handout, plan},
    door,
};
use crate::{
    model::text::{Lang, Said, Text},
    report::{
        self, Format,
        paper::{self, Paper, Refused},
    },
    store::{disk::RealDisk, out},
    ui::{
        screen::{Effect, Printed},
        screens::printed::{file_name, on_paper},
    },
};

impl App {
    /// Writes it into the file that was typed and says where it lies.
    pub(super) fn write(
        &mut self,
        what: &Printed,
        to: &str,
        width: usize,
        replace: bool,
    ) -> Result<(), Said> {
        if replace {
            // The question whether the file may be replaced.
            self.back();
        }
        let lang = self.cx.lang();
        let Some(name) = file_name(what, &self.cx) else { return Ok(()) };
        let mut file = door::meant(to);
        if file.is_dir() {
            file.push(name);
        }
        if matches!(what, Printed::Plan(_)) && file.extension().is_none() {
            // Without an ending no program would open it.
            file.set_extension("docx");
        }
        let by_ending = |lang| form(what, &file, lang);
        let format = by_ending(lang)
            .map_err(|_| Said::both(|lang| by_ending(lang).err().unwrap_or_default()))?;
        if !replace && out::is_there(&RealDisk, &file) {
            let to = file.display().to_string();
            let again = Effect::Write { what: what.clone(), to, width, replace: true };
            self.open(door::exists(&file, again));
            return Ok(());
        }
        let Some(bytes) = self.bytes_of(what, format, width, lang) else { return Ok(()) };
        let bytes = bytes.map_err(|refused| Said::both(|lang| refused.say(lang)))?;
        out::write(&RealDisk, &file, &bytes).map_err(|fault| {
            Said::both(|lang| {
                let other = lang.pick("Silakan pilih tempat lain.", "Please choose another place.");
                format!("{} {other}", fault.say(lang))
            })
        })?;
        let said = Said::both(|lang| match what {
            Printed::Plan(_) => {
                plan::said(&file, lang) + plan::told_with(format, self.cx.profile(), lang)
            }
            Printed::Handout { .. } => handout::said(&file, lang),
        });
        self.open(door::told(Text::new("Sudah ditulis", "Written"), vec![said]));
        Ok(())
    }

    /// `None` where what was meant is no longer there.
    fn bytes_of(
        &self,
        what: &Printed,
        format: Format,
        width: usize,
        lang: Lang,
    ) -> Option<Result<Vec<u8>, Refused>> {
        let profile = self.cx.profile();
        if let Printed::Plan(id) = what {
            let plan = Some(profile.plans.iter().find(|plan| plan.id == *id)?);
            let (course, diagnoses) = (&*self.cx.course, profile.diagnoses.as_slice());
            return Some(paper::write(Paper { plan, course, diagnoses, width, lang }, format));
        }
        let document = on_paper(what, &self.cx, lang)?;
        Some(Ok(report::documents(&[document], format, width, lang).into_bytes()))
    }
}

/// The form that a file's ending asks for.
fn form(what: &Printed, file: &Path, lang: Lang) -> Result<Format, String> {
    match what {
        Printed::Plan(_) => plan::by_ending(file, lang),
        Printed::Handout { .. } => handout::by_ending(file, lang),
    }
}
