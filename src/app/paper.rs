//! A plan written into a file from its screen: what `pandu plan -o` does, and nothing is replaced
//! without asking.

use super::{App, commands::plan, door};
use crate::{
    model::text::{Said, Text},
    store::{disk::RealDisk, out},
    ui::{screen::Effect, screens::plan::file_name},
};

impl App {
    /// Writes a plan into the file that was typed and says where it lies.
    pub(super) fn write_plan(
        &mut self,
        id: &str,
        to: &str,
        width: usize,
        replace: bool,
    ) -> Result<(), Said> {
        if replace {
            // The question whether the file may be replaced.
            self.back();
        }
        let lang = self.cx.lang();
        let Some(found) = self.cx.profile().plans.iter().find(|plan| plan.id == id) else {
            return Ok(());
        };
        let mut file = door::meant(to);
        if file.is_dir() {
            file.push(file_name(found, &self.cx));
        }
        let why = |lang| plan::by_ending(&file, lang).err().unwrap_or_default();
        let format = plan::by_ending(&file, lang).map_err(|_| Said::both(why))?;
        if !replace && file.is_file() {
            let again = Effect::WritePlan {
                plan: id.to_owned(),
                to: file.display().to_string(),
                width,
                replace: true,
            };
            self.open(door::exists(&file, again));
            return Ok(());
        }
        let text = plan::written(found, &self.cx.course, format, width, lang);
        out::write(&RealDisk, &file, text.as_bytes()).map_err(|fault| {
            Said::both(|lang| {
                let other = lang.pick("Silakan pilih tempat lain.", "Please choose another place.");
                format!("{} {other}", fault.say(lang))
            })
        })?;
        self.open(door::told(
            Text::new("Sudah ditulis", "Written"),
            vec![Said::both(|lang| plan::said(&file, lang))],
        ));
        Ok(())
    }
}
