//! What a key does: the commands that it wishes, and the lines that it opens.

mod polls;
mod typed;

use super::{
    About, Asked, Find, Msg, Over, Prompt, Role, Way, Window, Wish, asked::Does,
    console::last_scroll, line::For, told::day_name,
};
use crate::{
    model::{
        course::Activity,
        live::{Command, Cover, HallWindow, Live, apply, hall_pages},
        moment::Moment,
        pacing,
        text::{Lang, Said},
    },
    ui::hall::Density,
};

/// Minutes that are proposed for a countdown.
const USUAL_MINUTES: &str = "5";

impl Window {
    /// Whether a key means something now.
    pub(super) fn allows(&self, msg: Msg) -> bool {
        let live = &self.live;
        match msg {
            Msg::Pause | Msg::More | Msg::Less | Msg::Big | Msg::Clear => live.timer.is_some(),
            Msg::Draw | Msg::Turn => live.groups.is_some(),
            // The notes tell all of it already.
            Msg::Info => self.role == Role::Hall,
            Msg::Return => live.before.is_some(),
            Msg::NextMark => !live.bookmarks.is_empty(),
            _ => true,
        }
    }

    pub(super) fn act(&mut self, msg: Msg) -> Vec<Wish> {
        match msg {
            Msg::Next => self.next(),
            Msg::Back => send(Command::Back),
            Msg::First => send(Command::First),
            Msg::Last => send(Command::Last),
            Msg::Return => send(Command::Return),
            Msg::Black => send(Command::Black(!self.live.black)),
            Msg::Start => send(self.live.start_key()),
            Msg::Number(digit) => {
                self.type_in(Prompt::number(For::Page, &digit.to_string(), false))
            }
            Msg::Mark => {
                let page = self.live.page.clone();
                let is_set = !self.live.bookmarks.contains(&page);
                send(Command::Bookmark { page, is_set })
            }
            Msg::NextMark => self.next_mark(),
            Msg::Uncover => self.uncover(),
            Msg::Ask | Msg::Count | Msg::Bars | Msg::Key | Msg::Again | Msg::Discuss => {
                self.act_on_poll(msg)
            }
            Msg::Timer | Msg::Pause | Msg::More | Msg::Less | Msg::Big | Msg::Clear => {
                self.act_on_timer(msg)
            }
            Msg::Task | Msg::Groups | Msg::Draw | Msg::Turn => self.act_on_groups(msg),
            Msg::Agenda | Msg::Day => self.act_on_agenda(msg),
            Msg::Denser => self.lay(self.density().smaller()),
            Msg::Roomier => self.lay(self.density().bigger()),
            Msg::Find | Msg::Info | Msg::Up | Msg::Down | Msg::Help | Msg::Leave => {
                self.act_here(msg);
                Vec::new()
            }
        }
    }

    /// What changes this window alone.
    fn act_here(&mut self, msg: Msg) {
        match msg {
            Msg::Find => {
                self.over = Over::Find(Find::new(&self.course, &self.live, self.lang));
            }
            Msg::Info => self.has_info = !self.has_info,
            // From where it is shown: the notes may have become shorter.
            Msg::Up => self.scroll = self.scroll.min(last_scroll(self)).saturating_sub(1),
            Msg::Down => self.scroll = self.scroll.saturating_add(1).min(last_scroll(self)),
            Msg::Help => self.over = Over::Help(0),
            Msg::Leave => {
                self.is_leaving = true;
                self.say(Said::new(
                    "Tekan q sekali lagi untuk keluar.".to_owned(),
                    "Press q once more to leave.".to_owned(),
                ));
            }
            _ => {}
        }
    }

    fn type_in(&mut self, prompt: Prompt) -> Vec<Wish> {
        self.prompt = Some(prompt);
        Vec::new()
    }

    fn refuse(&mut self, id: &str, en: &str) -> Vec<Wish> {
        self.say(Said::new(id.to_owned(), en.to_owned()));
        Vec::new()
    }

    /// A clicker sends Esc in turn with F5: it never leaves the show.
    fn uncover(&mut self) -> Vec<Wish> {
        if std::mem::take(&mut self.has_info) { Vec::new() } else { send(Command::Uncover) }
    }

    fn next_mark(&self) -> Vec<Wish> {
        let pages: Vec<&str> =
            hall_pages(&self.course).map(|(_, page)| page.key.as_str()).collect();
        let here = pages.iter().position(|page| *page == self.live.page).unwrap_or(0);
        let (before, after) = pages.split_at((here + 1).min(pages.len()));
        let is_marked = |page: &&&str| self.live.bookmarks.iter().any(|mark| mark == **page);
        let next = after.iter().chain(before).find(is_marked);
        next.map_or_else(Vec::new, |page| send(Command::GoTo((*page).to_owned())))
    }

    /// On; at the end the facilitator is told that there is no more.
    fn next(&mut self) -> Vec<Wish> {
        let after = apply(&self.live, &Command::Next, &self.course, self.now);
        let stays = Live { at: self.live.at, ..after } == self.live;
        if stays && self.role == Role::Notes {
            return self.refuse("Ini halaman terakhir.", "This is the last page.");
        }
        send(Command::Next)
    }

    fn act_on_timer(&mut self, msg: Msg) -> Vec<Wish> {
        let Some(timer) = self.live.timer.as_ref().filter(|_| msg != Msg::Timer) else {
            return self.type_in(Prompt::number(For::Minutes, USUAL_MINUTES, true));
        };
        let command = match msg {
            Msg::Pause if timer.is_paused() => Command::TimerResume,
            Msg::Pause => Command::TimerPause,
            Msg::More => Command::TimerAdd(1),
            Msg::Less => Command::TimerAdd(-1),
            Msg::Big => Command::TimerBig(!timer.big),
            _ => Command::TimerClear,
        };
        send(command)
    }

    /// The activity of the page that stands.
    pub fn activity(&self) -> Option<&Activity> {
        self.course.activities.iter().find(|activity| activity.page == self.live.page)
    }

    fn act_on_groups(&mut self, msg: Msg) -> Vec<Wish> {
        match msg {
            Msg::Task => self.start_task(),
            Msg::Groups => {
                let names = self.live.groups.as_ref().map(|groups| groups.names.join(", "));
                self.type_in(Prompt::text(For::Groups, &names.unwrap_or_default()))
            }
            Msg::Draw => send(Command::Draw(self.chance.bits() >> 11)),
            _ => {
                let Some(groups) = &self.live.groups else { return Vec::new() };
                let count = groups.names.len().max(1);
                send(Command::Turn((groups.turn + 1) % count))
            }
        }
    }

    /// Shows the task of this page; with its countdown, unless that runs already.
    fn start_task(&mut self) -> Vec<Wish> {
        let running = self.live.timer.as_ref().and_then(|timer| timer.activity.clone());
        let shown = self.live.cover.as_ref().and_then(|cover| cover.activity.clone());
        if shown.is_some() {
            return send(Command::Cover(None));
        }
        let here = self.activity().map(|activity| (activity.key.clone(), activity.minutes));
        match (here, running) {
            (Some((key, _)), Some(running)) if key == running => {
                send(Command::Cover(Some(Cover::task(&key))))
            }
            (None, Some(running)) => send(Command::Cover(Some(Cover::task(&running)))),
            (Some((key, minutes)), _) => vec![
                Wish::Send(Command::Begin),
                Wish::Send(Command::TimerStart { minutes, activity: Some(key) }),
            ],
            (None, None) => self.refuse(
                "Halaman ini tidak memuat kegiatan. Pilih satu dari ikhtisar (o).",
                "This page has no activity. Choose one in the overview (o).",
            ),
        }
    }

    fn act_on_agenda(&mut self, msg: Msg) -> Vec<Wish> {
        if msg == Msg::Agenda && self.live.agenda.is_some() {
            let is_shown = self.live.cover.as_ref() == Some(&Cover::agenda());
            let cover = (!is_shown).then(Cover::agenda);
            return vec![Wish::Send(Command::Begin), Wish::Send(Command::Cover(cover))];
        }
        let days = pacing::days(&self.course);
        if days.is_empty() {
            return self.refuse("Bahan ini tidak memuat agenda.", "This course has no agenda.");
        }
        let now = digits(self.now);
        let title = |schedule: Option<&str>, lang: Lang| {
            let mut known = self.course.schedules.iter();
            let found = known.find(|known| Some(&*known.key) == schedule);
            found.map_or_else(String::new, |schedule| schedule.title.get(lang).clone())
        };
        let way = |(schedule, day): (Option<&str>, u32)| Way {
            say: Said::both(|lang| day_name(day, &title(schedule, lang), lang)),
            does: Does::Type(For::Time { schedule: schedule.map(str::to_owned), day }, now.clone()),
        };
        let ways: Vec<Way> = days.into_iter().map(way).collect();
        let title = Said::new("Hari yang mana?".to_owned(), "Which day is it?".to_owned());
        self.ask(Asked::new(title, ways, About::Key).closes());
        Vec::new()
    }

    /// The hall shows more or less on one screen from now on.
    fn lay(&mut self, density: Density) -> Vec<Wish> {
        let own = || (self.role == Role::Hall).then(|| self.own_window());
        let open = self.live.window.clone().filter(|window| !window.closed);
        match own().or(open) {
            Some(window) => {
                let density = density.code().to_owned();
                send(Command::Window(HallWindow { density, ..window }))
            }
            None => self.refuse(
                "Layar utama belum dibuka: pandu present.",
                "The hall’s window is not open yet: pandu present.",
            ),
        }
    }
}

fn send(command: Command) -> Vec<Wish> {
    vec![Wish::Send(command)]
}

/// A time of the day as four digits.
fn digits(now: Moment) -> String {
    let wall = now.wall();
    format!("{:02}{:02}", wall.hour(), wall.minute())
}
