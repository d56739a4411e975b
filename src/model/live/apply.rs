//! What a command does to the state. Total: whatever the state holds and whatever the course has
//! become, there is a next state, and a command that came too late changes nothing.

use super::{
    Command, Cover, CoverKind, Day, Frozen, Groups, Live, Poll, Show, Sight, Timer, course_id,
    options,
    walk::{click, hall_pages, instead, parts_of, place, stand, stand_at},
};
use crate::model::{
    course::{Course, Item},
    moment::Moment,
    profile::Unknown,
};

/// Most pages that are marked.
const MOST_BOOKMARKS: usize = 500;
/// Most pages with stops of their own, and most stops of one of them.
const MOST_STOPS: usize = 1000;

/// The state after a command given now. `seq` is left to the store.
pub fn apply(state: &Live, command: &Command, course: &Course, now: Moment) -> Live {
    let mut next = settled(state, course);
    if !command.is_of_window() {
        next.at = Some(now);
    }
    let covered_by = next.covered_by();
    change(&mut next, command, course, now);
    if next.covered_by() != covered_by {
        (next.cover_part, next.cover_parts) = (0, 1);
    }
    next
}

/// The state as this course has it: a page that is gone gives way to the one in its place.
fn settled(state: &Live, course: &Course) -> Live {
    let mut next = state.clone();
    next.course = course_id(course);
    next.parts = next.parts.max(1);
    if course.page(&next.page).is_some() {
        next.place = place(course, &next.page);
    } else if let Some(page) = instead(course, next.place.as_ref()) {
        stand(&mut next, course, page, false);
    }
    if next.frozen.as_ref().is_some_and(|frozen| course.page(&frozen.page).is_none()) {
        next.frozen = None;
    }
    let is_gone = |poll: &Poll| course.item(&poll.item).is_none();
    next.poll.take_if(|poll| is_gone(poll));
    next.cover.take_if(|cover| !is_known(cover, course));
    if let Some(frozen) = &mut next.frozen {
        frozen.cover.take_if(|cover| !is_known(cover, course));
    }
    next.cover_parts = next.cover_parts.clamp(1, super::MOST_PARTS);
    next.cover_part = next.cover_part.min(next.cover_parts - 1);
    next
}

/// Whether the course still has what the cover is about.
fn is_known(cover: &Cover, course: &Course) -> bool {
    let is_its = |key: &str| course.activity(key).is_some();
    cover.kind == CoverKind::Agenda || cover.activity.as_deref().is_some_and(is_its)
}

fn change(state: &mut Live, command: &Command, course: &Course, now: Moment) {
    match command {
        Command::Begin => _ = begin(state, now),
        Command::Next | Command::Back => walk(state, *command == Command::Back, course, now),
        Command::First | Command::Last | Command::GoTo(_) | Command::At(_) | Command::Return => {
            jump(state, command, course, now);
        }
        Command::Black(is_black) => state.black = *is_black,
        Command::Freeze => freeze(state),
        Command::Thaw => state.frozen = None,
        Command::Uncover => uncover(state),
        Command::TimerStart { minutes, activity } => {
            let task = activity.as_deref().map(Cover::task);
            if let Some(task) = task.filter(|task| is_known(task, course)) {
                lay_over(state, Some(task));
            }
            let is_bare = state.poll.is_none() && state.cover.is_none();
            state.timer = Some(Timer::start(*minutes, activity.clone(), is_bare, now));
        }
        Command::Cover(cover) => {
            if cover.as_ref().is_none_or(|cover| is_known(cover, course)) {
                lay_over(state, cover.clone());
            }
        }
        Command::TimerClear => state.timer = None,
        Command::TimerPause
        | Command::TimerResume
        | Command::TimerAdd(_)
        | Command::TimerBig(_) => time(state, command, now),
        Command::Ask(item) => ask(state, item, course),
        Command::Counts { item, vote, counts } => {
            if let Some((_, known)) = course.item(item)
                && let Some(poll) = poll_about(state, item)
            {
                poll.count(known, *vote, counts);
            }
        }
        Command::Show { item, show } => with_open_poll(state, item, |poll| poll.show = *show),
        Command::VoteAgain { item } => with_open_poll(state, item, Poll::again),
        Command::ClosePoll => _ = close_poll(state),
        Command::Parts { page, parts } => {
            if *page == state.page && !state.stops.contains_key(page) {
                lay(state, (*parts).clamp(1, super::MOST_PARTS));
            }
        }
        Command::Window(window) => state.window = Some(window.clone()),
        Command::Laid(spot) => {
            if spot.page == state.page {
                stand_at(state, course, spot);
            }
        }
        Command::CoverParts { of, parts } => {
            if *of == state.covered_by() {
                state.cover_parts = (*parts).clamp(1, super::MOST_PARTS);
                state.cover_part = state.cover_part.min(state.cover_parts - 1);
            }
        }
        Command::Stops(_) | Command::Bookmark { .. } => keep(state, command, course),
        Command::Groups(_) | Command::Draw(_) | Command::Turn(_) => group(state, command),
        Command::StartDay { schedule, day, start } => {
            let (schedule, unknown) = (schedule.clone(), Unknown::new());
            state.agenda = Some(Day { schedule, day: (*day).max(1), start: *start, unknown });
        }
        Command::Resume => resume(state, now),
        Command::Fresh { run, rehearsal, born } => {
            fresh(state, run, *rehearsal, course);
            state.born = *born;
        }
        Command::Restore { .. } => restore(state, command, course),
    }
}

/// Leaves the start page; whether it was there.
fn begin(state: &mut Live, now: Moment) -> bool {
    let was_at_start = state.begun.is_none();
    state.begun.get_or_insert(now);
    was_at_start
}

fn walk(state: &mut Live, is_back: bool, course: &Course, now: Moment) {
    if state.begun.is_none() {
        if !turn_over(state, is_back) && !is_back {
            begin(state, now);
        }
        return;
    }
    // One click is one change that the hall sees: the page comes back before it moves on.
    if std::mem::take(&mut state.black) {
        return;
    }
    if !shrink(state) && !turn_over(state, is_back) && !bare(state) {
        let before = state.page.clone();
        click(state, course, is_back);
        if before != state.page {
            state.timer.take_if(|timer| timer.is_over(now));
        }
    }
}

/// One part further in what covers the page, or back; whether there was one.
fn turn_over(state: &mut Live, is_back: bool) -> bool {
    let parts = if state.covered_by().is_empty() { 1 } else { state.cover_parts };
    let next =
        if is_back { state.cover_part.checked_sub(1) } else { state.cover_part.checked_add(1) };
    let next = next.filter(|part| *part < parts);
    state.cover_part = next.unwrap_or(state.cover_part);
    next.is_some()
}

/// Takes away what covers the page besides a countdown; whether anything did.
fn bare(state: &mut Live) -> bool {
    close_poll(state) || state.cover.take().is_some()
}

/// Lays something over the page in place of what lies there.
fn lay_over(state: &mut Live, cover: Option<Cover>) {
    if cover.is_some() {
        close_poll(state);
        shrink(state);
    }
    state.cover = cover;
}

/// A countdown goes on at the edge of the page; whether it filled the screen.
fn shrink(state: &mut Live) -> bool {
    state.timer.as_mut().is_some_and(|timer| std::mem::take(&mut timer.big))
}

fn jump(state: &mut Live, command: &Command, course: &Course, now: Moment) {
    let here = state.spot();
    let mut pages = hall_pages(course);
    let target = match command {
        Command::First => pages.next().map(|(_, page)| page),
        Command::Last => pages.next_back().map(|(_, page)| page),
        Command::GoTo(key) => course.page(key).map(|(.., page)| page),
        Command::At(spot) => course.page(&spot.page).map(|(.., page)| page),
        _ => state.before.as_ref().and_then(|spot| course.page(&spot.page)).map(|(.., page)| page),
    };
    let Some(target) = target else { return };
    let spot = match command {
        Command::At(spot) => Some(spot.clone()),
        Command::Return => state.before.clone(),
        _ => None,
    };
    begin(state, now);
    bare(state);
    match spot {
        Some(spot) => stand_at(state, course, &spot),
        None => stand(state, course, target, false),
    }
    if here.page != state.page {
        shrink(state);
        state.before = Some(here);
    }
}

fn freeze(state: &mut Live) {
    // What is under black is frozen, too.
    let black = std::mem::take(&mut state.black);
    if let Sight::Page(scene) = state.sight()
        && !scene.is_frozen
    {
        state.frozen = Some(Frozen {
            page: scene.page.to_owned(),
            step: scene.step,
            part: scene.part,
            poll: scene.poll.cloned(),
            timer: scene.timer.cloned(),
            cover: scene.cover.cloned(),
            cover_part: scene.cover_part,
            unknown: Unknown::new(),
        });
    }
    state.black = black;
}

fn uncover(state: &mut Live) {
    if state.black {
        state.black = false;
    } else if state.frozen.is_some() {
        state.frozen = None;
    } else if !shrink(state) {
        bare(state);
    }
}

fn time(state: &mut Live, command: &Command, now: Moment) {
    let Some(timer) = &mut state.timer else { return };
    match command {
        Command::TimerPause => timer.pause(now),
        Command::TimerResume => timer.resume(now),
        Command::TimerAdd(minutes) => timer.add(*minutes, now),
        Command::TimerBig(big) => timer.big = *big,
        _ => {}
    }
}

fn ask(state: &mut Live, key: &str, course: &Course) {
    let is_open = state.poll.as_ref().is_some_and(|poll| poll.item == key);
    let can_be_asked = |item: &Item| options(item) > 0;
    if is_open || !course.item(key).is_some_and(|(_, item)| can_be_asked(item)) {
        return;
    }
    bare(state);
    shrink(state);
    let at = state.polled.iter().position(|poll| poll.item == key);
    let mut poll = at.map_or_else(|| Poll::new(key), |at| state.polled.remove(at));
    poll.show = Show::Question;
    state.poll = Some(poll);
}

/// The poll about a question, open or closed.
fn poll_about<'a>(state: &'a mut Live, item: &str) -> Option<&'a mut Poll> {
    state.poll.iter_mut().chain(&mut state.polled).find(|poll| poll.item == item)
}

fn with_open_poll(state: &mut Live, item: &str, change: impl FnOnce(&mut Poll)) {
    if let Some(poll) = state.poll.as_mut().filter(|poll| poll.item == item) {
        change(poll);
    }
}

/// Closes the poll, kept with its counts; whether one was open.
fn close_poll(state: &mut Live) -> bool {
    let Some(poll) = state.poll.take() else { return false };
    state.polled.retain(|known| known.item != poll.item);
    state.polled.push(poll);
    true
}

/// Takes in how many parts the page that stands has.
fn lay(state: &mut Live, parts: usize) {
    state.parts = parts;
    state.part = state.part.min(parts - 1);
}

/// Takes in what the audience window and the facilitator want kept about pages.
fn keep(state: &mut Live, command: &Command, course: &Course) {
    match command {
        Command::Stops(stops) => {
            let known = stops.iter().filter(|(page, _)| course.page(page).is_some());
            let own = |stops: &[(usize, usize)]| stops.iter().take(MOST_STOPS).copied().collect();
            let known = known.take(MOST_STOPS).map(|(page, stops)| (page.clone(), own(stops)));
            state.stops = known.collect();
            let here = state.spot();
            state.parts = parts_of(state, &here.page);
            stand_at(state, course, &here);
        }
        Command::Bookmark { page, is_set } => {
            let is_known = course.page(page).is_some();
            let has = state.bookmarks.contains(page);
            if !*is_set {
                state.bookmarks.retain(|known| known != page);
            } else if is_known && !has && state.bookmarks.len() < MOST_BOOKMARKS {
                state.bookmarks.push(page.clone());
            }
        }
        _ => {}
    }
}

fn group(state: &mut Live, command: &Command) {
    match (command, &mut state.groups) {
        (Command::Groups(names), groups) => {
            let wanted = Groups::new(names);
            let names = |groups: &Option<Groups>| groups.as_ref().map(|it| it.names.clone());
            if names(&wanted) != names(groups) {
                *groups = wanted;
            }
        }
        (Command::Draw(seed), Some(groups)) => (groups.seed, groups.turn) = (Some(*seed), 0),
        (Command::Turn(turn), Some(groups)) => {
            groups.turn = (*turn).min(groups.names.len().saturating_sub(1));
        }
        _ => {}
    }
}

fn resume(state: &mut Live, now: Moment) {
    bare(state);
    state.begun = None;
    state.black = false;
    state.frozen = None;
    state.timer = None;
    // What was set today, perhaps in the other window, is about today.
    state.agenda.take_if(|day| day.start.learning_day() != now.learning_day());
}

fn fresh(state: &mut Live, run: &str, rehearsal: bool, course: &Course) {
    let old = std::mem::replace(state, Live::new(run, course));
    state.seq = old.seq;
    state.at = old.at;
    state.unknown = old.unknown;
    // How pages are laid out is about the window, not about the run.
    (state.stops, state.window) = (old.stops, old.window);
    state.parts = parts_of(state, &state.page);
    state.place = place(course, &state.page);
    state.rehearsal = rehearsal;
}

/// What is known of the run, put back as far as the course still has it.
fn restore(state: &mut Live, command: &Command, course: &Course) {
    let Command::Restore { polled, bookmarks, spot } = command else { return };
    let is_known = |poll: &&Poll| course.item(&poll.item).is_some();
    state.polled = polled.iter().filter(is_known).cloned().collect();
    let is_page = |page: &&String| course.page(page).is_some();
    state.bookmarks = bookmarks.iter().filter(is_page).take(MOST_BOOKMARKS).cloned().collect();
    if let Some(spot) = spot {
        stand_at(state, course, spot);
    }
}
