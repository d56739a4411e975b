//! Keeps the record of the run that is shown. One window of a show does, the other takes over when
//! that one is gone. It is written in a thread, so that no click waits for the disk.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
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
    /// The run as of the last change; time since then is added to it anew at each tick, so that a hall
    /// that was left takes nothing with it.
    base: Run,
    /// The same with that time.
    run: Run,
    /// Since when this window is awake: nothing before is its own to count.
    since: Option<Moment>,
    writer: Option<Writer>,
    /// When the right was asked for last.
    asked: Option<Instant>,
    is_well: bool,
    is_closed: bool,
}

impl Keep {
    pub(super) fn new(
        (disk, layout): (Arc<dyn Disk>, Layout),
        post: Sender<Happening>,
        state: &Live,
        course: &Course,
    ) -> Self {
        let run = Run::of(state, course);
        Self {
            disk,
            layout,
            post,
            base: run.clone(),
            run,
            since: None,
            writer: None,
            asked: None,
            is_well: true,
            is_closed: false,
        }
    }

    /// Whether this window writes it down.
    pub(super) const fn keeps(&self) -> bool {
        self.writer.is_some()
    }

    /// The show went from one state to another, or stayed the same until now.
    pub(super) fn record(&mut self, before: &Live, after: &Live, course: &Course, now: Moment) {
        let since = *self.since.get_or_insert(now);
        if !self.base.is_of(after) {
            if self.keeps() && self.base.is_of(before) {
                self.put(record(&self.base, before, before, now), now);
            }
            self.is_well &= self.end();
            self.base = Run::of(after, course);
            self.run = self.base.clone();
            self.asked = None;
        }
        if !self.keeps() && !self.is_closed {
            self.begin(after, since);
        }
        if self.keeps() {
            let next = record(&self.base, before, after, now);
            if before != after {
                self.base = next.clone();
            }
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
    fn begin(&mut self, state: &Live, since: Moment) {
        if self.asked.is_some_and(|asked| asked.elapsed() < PATIENCE) {
            return;
        }
        self.asked = Some(Instant::now());
        let name = file_name(&self.base.name);
        match RunKeeper::open(Arc::clone(&self.disk), &self.layout, &name, None) {
            Ok(mut keeper) => {
                // Read under the lock: nobody writes there any more.
                let runs = runs::list(&*self.disk, &self.layout).unwrap_or_default();
                if let Some(known) = runs.of(state) {
                    keeper.go_on(known);
                    self.base = known.run.clone();
                }
                let counted = self.base.until.filter(|until| until.timestamp() > since.timestamp());
                self.base.until = Some(counted.unwrap_or(since));
                self.run = self.base.clone();
                self.writer = Writer::start(keeper, self.post.clone());
            }
            Err(runs::NotSaved::Held) => {}
            Err(why) => drop(self.post.send(Happening::Kept(Err(why)))),
        }
    }

    /// The process stands still for a while: another window may write, and no time is counted here.
    pub(super) fn pause(&mut self) {
        self.is_well &= self.end();
        (self.since, self.asked) = (None, None);
    }

    /// Waits until what was put is written, or for as long as one waits for a disk.
    pub(super) fn flush(&self) {
        if let Some(writer) = &self.writer {
            writer.flush(LAST_WAIT);
        }
    }

    /// Gives the right back for good; whether all was written.
    pub(super) fn close(&mut self) -> bool {
        self.is_closed = true;
        self.is_well &= self.end();
        self.is_well
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
struct Writer {
    tell: Sender<Word>,
    thread: JoinHandle<()>,
}

impl Writer {
    /// `None` where the system gives no thread.
    fn start(keeper: RunKeeper, post: Sender<Happening>) -> Option<Self> {
        let (tell, told) = channel();
        let run = move || write(keeper, &told, &post);
        let thread = thread::Builder::new().name("run".to_owned()).spawn(run).ok()?;
        Some(Self { tell, thread })
    }

    fn put(&self, run: Run, now: Moment) {
        // A thread that broke is seen when it is asked to end.
        let _ = self.tell.send(Word::Save(Box::new(run), now));
    }

    /// Whether everything is written; `None` when that is not known in time.
    fn flush(&self, limit: Duration) -> Option<bool> {
        let (tell, told) = channel();
        self.tell.send(Word::Flush(tell)).ok()?;
        told.recv_timeout(limit).ok()
    }

    /// Whether everything was written. The right to write is given back before it answers.
    fn end(self) -> bool {
        let flushed = self.flush(LAST_WAIT);
        let Self { tell, thread } = self;
        drop(tell);
        // A thread that waits for a disk is not waited for.
        flushed.is_some_and(|is_well| thread.join().is_ok() && is_well)
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
