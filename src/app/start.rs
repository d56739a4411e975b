//! From settings to a running app: what must be at hand before the first frame.

use std::{
    io::{self, IsTerminal},
    panic::resume_unwind,
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
};

use super::{
    App, Happening,
    door::Door,
    effects::no_thread,
    first::First,
    headless,
    settings::{self, Answer, Failure, Settings},
    system, terminal,
};
use crate::{
    model::{course::Course, text::Lang},
    store::profile::Found,
};

/// What must hold before anything is written, whatever is asked for.
///
/// # Errors
/// When the system refuses.
pub fn prepare() -> Result<(), Failure> {
    Ok(system::prepare().map_err(|error| error.to_string())?)
}

/// Starts the app in this terminal and stays until the person leaves.
///
/// # Errors
/// Where there is no terminal, the course or the profile cannot be opened, or the terminal breaks.
pub fn start(settings: &Settings) -> Answer {
    if let Some(script) = &settings.print {
        return headless::print(settings, script, |post| open(settings, post));
    }
    if let Some(why) = no_terminal(settings.lang()) {
        return Err(why.into());
    }
    let (post, mailbox) = channel();
    let clock = settings.clock()?;
    let first = First::of(settings, clock.now());
    let open = || open(settings, post.clone());
    terminal::run(first, open, &post, &mailbox, &clock)
}

/// Everything that must be at hand before the first key.
pub(super) fn open(settings: &Settings, post: Sender<Happening>) -> Result<App, Failure> {
    let reading = read_course(settings)?;
    let clock = settings.clock()?;
    let door = Door { layout: settings.layout()?, name: settings.name()? };
    let mut opened =
        door.open(settings.fresh_id()).map_err(|trouble| trouble.say(settings.lang()))?;
    if let (Found::New, Some(lang)) = (&opened.found, settings.asked_lang()) {
        opened.profile.settings.lang = lang;
    }
    let lang = settings.asked_lang().unwrap_or(opened.profile.settings.lang);
    // A panic there goes on here, where it is answered like any other.
    let course = reading.join().unwrap_or_else(|panic| resume_unwind(panic))?;
    let mut app = App::new(course, door, opened, (clock.now(), settings.seed()), post)
        .map_err(|error| no_thread(&error).get(lang).clone())?;
    if settings.asked_lang().is_some() {
        app.cx.speak(lang);
    }
    app.cx.draw_for(settings.terminal());
    Ok(app)
}

/// Reads the course while the profile is opened. A folder is read at once: what is wrong with it
/// must be told before anything else happens.
fn read_course(settings: &Settings) -> Result<JoinHandle<Result<Course, Failure>>, Failure> {
    let here = settings.course.as_ref().map(|_| settings.load_course()).transpose()?;
    let settings = settings.clone();
    let read = move || here.map_or_else(|| settings.load_course(), Ok);
    let reading = thread::Builder::new().name("course".to_owned()).spawn(read);
    Ok(reading.map_err(|error| error.to_string())?)
}

/// What to do instead, where nothing can be drawn.
pub(super) fn no_terminal(lang: Lang) -> Option<String> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Some(
            lang.pick(
                "pandu memerlukan terminal. Jalankan langsung di jendela terminal, tanpa pipe (|). Untuk mencetak rencana saja: pandu plan.",
                "pandu needs a terminal. Start it in a terminal window, without pipes. To print only the plan: pandu plan.",
            )
            .to_owned(),
        );
    }
    settings::is_dumb_terminal().then(|| {
        lang.pick(
            "Terminal ini (TERM=dumb) tidak dapat menggambar layar. Buka jendela terminal biasa, atau atur TERM=xterm. Untuk mencetak rencana saja: pandu plan.",
            "This terminal (TERM=dumb) cannot draw screens. Open an ordinary terminal window, or set TERM=xterm. To print only the plan: pandu plan.",
        )
        .to_owned()
    })
}
