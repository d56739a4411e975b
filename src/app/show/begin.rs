//! How a window joins a show: with which run, from where, and what must be asked before.

use super::Show;
use crate::{
    app::settings::Failure,
    model::{
        course::Course,
        live::{Command, Live, Poll, hall_pages},
        moment::Moment,
        run::Run,
        safe_text::safe_line,
        text::{Lang, Said},
    },
    store::{live::Found, paths::Name, runs::Runs},
    ui::show::{About, Asked, Does, For, Role, Way},
};

/// The run of who names none.
const USUAL: &str = "kelas";
/// The rehearsal of who names none.
const REHEARSAL: &str = "gladi";

/// What is asked for on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Begin {
    /// Name of the run.
    pub run: Option<String>,
    /// Number or key of the module to begin with.
    pub at: Option<String>,
    /// Whether nobody is in the hall.
    pub is_rehearsal: bool,
    /// Whether a countdown ends with a sound.
    pub bell: bool,
}

impl Begin {
    /// The name of the run.
    pub(super) fn name(&self, lang: Lang) -> Result<Name, Failure> {
        let usual = if self.is_rehearsal { REHEARSAL } else { USUAL };
        let name = Name::new(self.run.as_deref().unwrap_or(usual));
        name.map_err(|_| {
            Failure::usage(
                lang.pick(
                    "Nama kelas untuk --run tidak dapat dipakai sebagai nama berkas. Pakai huruf, angka, atau spasi.",
                    "The name of the class in --run cannot be a file name. Use letters, digits or spaces.",
                )
                .to_owned(),
            )
        })
    }

    /// Key of the first page of the module to begin with.
    pub(super) fn module(&self, course: &Course, lang: Lang) -> Result<Option<String>, Failure> {
        let Some(asked) = &self.at else { return Ok(None) };
        let number = asked.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let module = match number {
            Some(at) => course.modules.get(at),
            None => course.module(asked).map(|(_, module)| module),
        };
        let page = module.and_then(|module| {
            hall_pages(course).find(|(its, _)| its.key == module.key).map(|(_, page)| page)
        });
        match page {
            Some(page) => Ok(Some(page.key.clone())),
            None => Err(Failure::usage(no_module(asked, course, lang))),
        }
    }
}

fn no_module(asked: &str, course: &Course, lang: Lang) -> String {
    let asked = safe_line(asked);
    let keys = (1..).zip(&course.modules).map(|(at, module)| format!("{at} ({})", module.key));
    let keys = keys.collect::<Vec<_>>().join(", ");
    lang.pick(
        format!("Tidak ada modul “{asked}” untuk --at. Yang ada: {keys}."),
        format!("There is no module “{asked}” for --at. Available: {keys}."),
    )
}

/// What the run that is asked for means for the state at hand.
enum Case {
    /// It goes on as it stands.
    GoOn,
    /// It stood still since another day.
    Stale,
    /// A run begins that was never there.
    New,
    /// One that was there before begins again.
    Known(Box<Run>),
    /// Another one runs today.
    Other,
}

impl Show {
    /// Joins the show: at once where nothing can be lost, else after asking.
    pub(super) fn greet(
        &mut self,
        begin: &Begin,
        (name, at): (&Name, Option<String>),
        found: &Found,
        runs: &Runs,
    ) {
        let then: Vec<Command> = at.into_iter().map(Command::GoTo).collect();
        let is_hall = self.window.role() == Role::Hall;
        let case = self.case(begin, name, found, runs);
        let fresh = Command::Fresh {
            run: name.as_str().to_owned(),
            rehearsal: begin.is_rehearsal,
            born: Some(self.now),
        };
        let live = self.shared.state().clone();
        match case {
            // The notes wait for the hall, or begin with the first key.
            Case::New | Case::Known(_) if !is_hall => {}
            Case::New => self.send_all(&with(vec![fresh], &then)),
            Case::GoOn => self.send_all(&then),
            Case::Stale => {
                let asked = stale(&live, &self.course, self.now, &then);
                self.window.ask(asked);
            }
            Case::Known(run) => {
                let back = resumed(&run);
                let ways = vec![
                    way(&go_on(name.as_str()), with(back, &then)),
                    way(&anew(name.as_str()), with(vec![fresh], &then)),
                ];
                self.window.ask(Asked::new(was_there(&run), ways, About::Start(live.begun)));
            }
            Case::Other => {
                let first = if live.is_of(&self.course) {
                    way(&stay(&live.run), then.clone())
                } else {
                    Way { say: close(), does: Does::Leave }
                };
                let ways = vec![
                    first,
                    way(&change(name.as_str(), &self.course), with(vec![fresh], &then)),
                ];
                self.window.ask(Asked::new(runs_now(&live.run), ways, About::Key));
            }
        }
    }

    fn case(&self, begin: &Begin, name: &Name, found: &Found, runs: &Runs) -> Case {
        let live = self.shared.state();
        let is_named = begin.run.is_some() || begin.is_rehearsal;
        let is_there = matches!(found, Found::State);
        let is_same = is_there
            && live.is_of(&self.course)
            && (!is_named || live.run == name.as_str() && live.rehearsal == begin.is_rehearsal);
        let is_stale = live.is_stale(self.now);
        if is_same {
            return if is_stale { Case::Stale } else { Case::GoOn };
        }
        if is_there && live.begun.is_some() && !is_stale {
            return Case::Other;
        }
        let known = runs.known(name.as_str(), begin.is_rehearsal, &self.course.key);
        match known.map(|file| &file.run).filter(|run| !run.days.is_empty() && !run.rehearsal) {
            Some(run) => Case::Known(Box::new(run.clone())),
            None => Case::New,
        }
    }

    fn send_all(&mut self, commands: &[Command]) {
        for command in commands {
            self.send(command);
        }
    }
}

fn with(mut commands: Vec<Command>, then: &[Command]) -> Vec<Command> {
    commands.extend(then.iter().cloned());
    commands
}

fn way(say: &Said, commands: Vec<Command>) -> Way {
    Way { say: say.clone(), does: Does::Send(commands) }
}

/// The run as it was left: its polls and marks, the page that it stood on, and the start page before it.
fn resumed(run: &Run) -> Vec<Command> {
    let (name, rehearsal) = (run.name.clone(), run.rehearsal);
    let polled: Vec<Poll> = (0..run.polls.len()).filter_map(|at| run.poll(at)).collect();
    let (bookmarks, spot) = (run.bookmarks.clone(), run.last.clone());
    vec![
        Command::Fresh { run: name, rehearsal, born: run.born },
        Command::Restore { polled, bookmarks, spot },
        Command::Resume,
    ]
}

/// What to do with a state that stood still since another day.
fn stale(live: &Live, course: &Course, now: Moment, then: &[Command]) -> Asked {
    let title = Said::both(|lang| {
        let page = course.page(&live.page).map_or("", |(.., page)| page.title(lang));
        lang.pick(
            format!("Kelas “{}” berhenti pada hari lain, di halaman “{page}”.", live.run),
            format!("The class “{}” stopped on another day, at the page “{page}”.", live.run),
        )
    });
    let (run, rehearsal) = (live.run.clone(), live.rehearsal);
    let again = Command::Fresh { run, rehearsal, born: Some(now) };
    let other = Said::new("Mulai kelas baru".to_owned(), "Begin a new class".to_owned());
    let ways = vec![
        way(&go_on(&live.run), with(vec![Command::Resume], then)),
        Way { say: other, does: Does::Type(For::Run, String::new()) },
        way(&anew(&live.run), with(vec![again], then)),
    ];
    Asked::new(title, ways, About::Stale)
}

fn go_on(run: &str) -> Said {
    Said::new(
        format!("Lanjutkan “{run}” dari halaman terakhirnya"),
        format!("Go on with “{run}” from its last page"),
    )
}

fn anew(run: &str) -> Said {
    Said::new(
        format!("Mulai “{run}” lagi dari halaman pertama"),
        format!("Begin “{run}” again from the first page"),
    )
}

fn was_there(run: &Run) -> Said {
    let date = run.days.last().map(|day| day.date);
    let name = &run.name;
    Said::both(|lang| {
        let date = date.map(|date| crate::model::dates::date(date, lang)).unwrap_or_default();
        lang.pick(
            format!("Kelas “{name}” sudah pernah berjalan, terakhir {date}."),
            format!("The class “{name}” has run before, last on {date}."),
        )
    })
}

fn runs_now(run: &str) -> Said {
    Said::new(
        format!("Kelas “{run}” sedang berjalan hari ini."),
        format!("The class “{run}” is running today."),
    )
}

fn stay(run: &str) -> Said {
    Said::new(format!("Tetap di “{run}”"), format!("Stay with “{run}”"))
}

/// Of another course: it cannot be shown here.
fn close() -> Said {
    Said::new(
        "Tutup jendela ini: bahannya lain".to_owned(),
        "Close this window: it has another course".to_owned(),
    )
}

fn change(run: &str, course: &Course) -> Said {
    let title = &course.title;
    Said::new(
        format!("Tinggalkan dan mulai “{run}” ({})", title.id),
        format!("Leave it and begin “{run}” ({})", title.en),
    )
}
