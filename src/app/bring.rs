//! A plan taken in from a file on a screen: what `pandu plan --import` does. What would happen is
//! shown first, and nothing that is there is replaced unless the person says so.

use super::{
    App,
    commands::plan::import::{Arrival, fresh},
    door::{self, way},
};
use crate::{
    model::{
        plan::{
            changes::Undo,
            merge::{self, Differing},
        },
        text::{Lang, Said, Text},
    },
    ui::{
        cx::Save,
        screen::Effect,
        screens::{
            choice::{Choice, Does, Way},
            plan::Planner,
        },
    },
};

const BACK: Way = way(Text::new("Batal", "Cancel"), Does::GoOn);

impl App {
    /// Reads the file that was typed and asks, or takes it once that was answered.
    pub(super) fn bring_plan(
        &mut self,
        from: &str,
        into: Option<&str>,
        replace: Option<bool>,
    ) -> Result<(), Said> {
        let now = self.cx.now;
        let id = self.cx.fresh_id(128);
        let fresh = fresh(&id, self.cx.profile(), now);
        let file = door::meant(from);
        let plans = &self.cx.profile().plans;
        let arrival = Arrival::of(&file, plans, into, &fresh, &self.cx.course, now)?;
        match replace {
            None => {
                let choice = self.asked(&arrival, from, into);
                self.open(choice);
            }
            Some(replace) => self.take_plan(&arrival, replace),
        }
        Ok(())
    }

    fn asked(&self, arrival: &Arrival, from: &str, into: Option<&str>) -> Choice {
        let mut story = self.story(arrival, Differing::Open);
        let take = |replace| {
            let (from, into) = (from.to_owned(), into.map(str::to_owned));
            Does::Effect(Effect::BringPlan { from, into, replace: Some(replace) })
        };
        let new = if arrival.differs() {
            Text::new("Ambil yang baru saja", "Take only what is new")
        } else {
            Text::new("Ambil", "Take it")
        };
        let new = arrival.is_new().then(|| way(new, take(false)));
        let all = arrival.differs().then(|| {
            let all = if new.is_some() {
                Text::new(
                    "Ganti juga yang berbeda dengan isi berkas",
                    "Also replace what is different with what the file holds",
                )
            } else {
                Text::new(
                    "Ganti yang berbeda dengan isi berkas",
                    "Replace what is different with what the file holds",
                )
            };
            way(all, take(true))
        });
        if new.is_none() && all.is_none() {
            story.push(Said::both(|lang| nothing(lang).to_owned()));
        }
        // Enter alone never replaces anything.
        let ways = if new.is_some() { [new, all, Some(BACK)] } else { [Some(BACK), all, None] };
        let ways = ways.into_iter().flatten().collect();
        Choice::new(Text::new("Ambil rencana dari berkas?", "Take this plan in?"), story, ways)
    }

    fn story(&self, arrival: &Arrival, differing: Differing) -> Vec<Said> {
        let of = |lang| arrival.say(differing, &self.cx.course, lang);
        of(Lang::Id).into_iter().zip(of(Lang::En)).map(|(id, en)| Said::new(id, en)).collect()
    }

    fn take_plan(&mut self, arrival: &Arrival, replace: bool) {
        // The question, then the table that asked; its place takes the plan that was brought.
        self.back();
        self.screens.pop();
        let before = self.cx.profile().plans.clone();
        let now = self.cx.now;
        let merged = &arrival.merged;
        self.cx.edit(Save::Now, |profile| merge::take(&mut profile.plans, merged, replace, now));
        for merge in merged.iter().filter(|merge| merge.result(replace).is_some()) {
            let id = merge.plan().id.clone();
            let was = before.iter().find(|plan| plan.id == id);
            let undo = was.map_or(Undo::Arrived(now), |was| Undo::Whole(Box::new(was.clone())));
            self.cx.redos.remove(&id);
            self.cx.undos.entry(id).or_default().push(undo);
        }
        let shown =
            merged.first().and_then(|merge| Planner::standing(&merge.plan().id, None, &self.cx));
        let planner = shown.unwrap_or_else(|| Planner::new(&self.cx));
        self.screens.push(Box::new(planner));
        let differing = if replace { Differing::Replaced } else { Differing::Stays };
        let mut story = self.story(arrival, differing);
        story.push(Said::both(|lang| way_back(lang).to_owned()));
        self.open(door::told(Text::new("Sudah diambil", "Taken in"), story));
    }
}

fn nothing(lang: Lang) -> &'static str {
    lang.pick(
        "Semua isi berkas ini sudah ada di sini; tidak ada yang perlu diambil.",
        "Everything in this file is here already; there is nothing to take.",
    )
}

fn way_back(lang: Lang) -> &'static str {
    lang.pick("Di tabel rencana, u mengurungkannya.", "On the plan’s table, u takes it back.")
}
