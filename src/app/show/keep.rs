//! Keeps the record of the run that is shown. One window of a show does, the other takes over when
//! that one is gone. It is written in a thread, so that no click waits for the disk.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::{Happening, LAST_WAIT},
    model::{
        course::Course,
        live::Live,
        moment::Moment,
        run::{Run, record},
    },
    store::{
        disk::Disk,
        paths::{Layout, Name},
        runs::{self, RunKeeper},
    },
};

/// How long another window's right to keep the run is respected before it is asked for again.
pub(super) const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 5 });

/// The run, and whoever writes it down here.
pub(super) struct Keep {
    disk: Arc<dyn Disk>,
    layout: Layout,
    post: Sender<Happening>,
    run: Run,
    writer: Option<Writer>,
    /// When the right was asked for last.
    asked: Option<Instant>,
    is_well: bool,
}

impl Keep {
    pub(super) fn new(
        disk: Arc<dyn Disk>,
        layout: Layout,
        post: Sender<Happening>,
        name: &str,
        course: &Course,
    ) -> Self {
        let run = Run::new(name, course, false);
        Self { disk, layout, post, run, writer: None, asked: None, is_well: true }
    }

    /// Whether this window writes it down.
    pub(super) const fn keeps(&self) -> bool {
        self.writer.is_some()
    }

    /// The show went from one state to another, or stayed the same until now.
    pub(super) fn record(&mut self, before: &Live, after: &Live, course: &Course, now: Moment) {
        if before.run == self.run.name && after.run != before.run && self.keeps() {
            let last = record(&self.run, before, before, now);
            self.put(last, now);
            self.is_well &= self.end();
        }
        if after.run != self.run.name {
            self.run = Run::new(&after.run, course, after.rehearsal);
            self.asked = None;
        }
        if !self.keeps() {
            self.begin();
        }
        if self.keeps() {
            let next = record(&self.run, before, after, now);
            if next != self.run {
                self.put(next, now);
            }
        }
    }

    fn put(&mut self, run: Run, now: Moment) {
        self.run = run;
        if let Some(writer) = &self.writer {
            writer.put(self.run.clone(), now);
        }
    }

    /// Takes the right to write, unless another window has it, and goes on with what is written there.
    fn begin(&mut self) {
        if self.asked.is_some_and(|asked| asked.elapsed() < PATIENCE) {
            return;
        }
        self.asked = Some(Instant::now());
        let runs = runs::list(&*self.disk, &self.layout).unwrap_or_default();
        let known = runs.newest(&self.run.name);
        let name = file_name(&self.run.name);
        let keeper = RunKeeper::open(Arc::clone(&self.disk), &self.layout, &name, known);
        match keeper {
            Ok(keeper) => {
                if let Some(known) = known {
                    self.run = known.run.clone();
                }
                self.writer = Writer::start(keeper, self.post.clone());
            }
            Err(runs::NotSaved::Held) => {}
            Err(why) => drop(self.post.send(Happening::Kept(Err(why)))),
        }
    }

    /// Waits until what was put is written, or for as long as one waits for a disk.
    pub(super) fn flush(&self) {
        if let Some(writer) = &self.writer {
            writer.flush(LAST_WAIT);
        }
    }

    /// Gives the right back; whether all was written.
    pub(super) fn close(&mut self) -> bool {
        self.end() && self.is_well
    }

    fn end(&mut self) -> bool {
        self.writer.take().is_none_or(Writer::end)
    }
}

/// The name of a run as a part of a file name.
fn file_name(name: &str) -> Name {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    Name::new(name).or_else(|_| Name::new(plain)).unwrap_or_default()
}

/// What the thread is told.
enum Word {
    Save(Box<Run>, Moment),
    /// Answer when everything before is done.
    Flush(Sender<bool>),
}

/// The thread that writes.
struct Writer(Sender<Word>);

impl Writer {
    /// `None` where the system gives no thread.
    fn start(keeper: RunKeeper, post: Sender<Happening>) -> Option<Self> {
        let (tell, told) = channel();
        let run = move || write(keeper, &told, &post);
        thread::Builder::new().name("run".to_owned()).spawn(run).ok()?;
        Some(Self(tell))
    }

    fn put(&self, run: Run, now: Moment) {
        // A thread that broke is seen when it is asked to end.
        let _ = self.0.send(Word::Save(Box::new(run), now));
    }

    /// Whether everything is written.
    fn flush(&self, limit: Duration) -> bool {
        let (tell, told) = channel();
        self.0.send(Word::Flush(tell)).is_ok() && told.recv_timeout(limit).unwrap_or(false)
    }

    fn end(self) -> bool {
        self.flush(LAST_WAIT)
    }
}

fn write(mut keeper: RunKeeper, told: &Receiver<Word>, post: &Sender<Happening>) {
    let mut is_well = true;
    let mut next = None;
    while let Ok(word) = told.recv() {
        let mut asked = Vec::new();
        // Of what waits only the newest counts.
        for word in std::iter::once(word).chain(told.try_iter()) {
            match word {
                Word::Save(run, now) => next = Some((run, now)),
                Word::Flush(tell) => asked.push(tell),
            }
        }
        if let Some((run, now)) = next.take() {
            let result = keeper.save(&run, now);
            is_well = result.is_ok();
            if !is_well {
                // Tried again with whatever comes next.
                next = Some((run, now));
            }
            let _ = post.send(Happening::Kept(result));
        }
        for tell in asked {
            let _ = tell.send(is_well);
        }
    }
}
