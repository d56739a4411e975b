//! Laws of what lies over the page.

use super::*;

fn parts(of: &str, parts: usize) -> Command {
    Command::CoverParts { of: of.to_owned(), parts }
}

fn seen(state: &Live) -> Scene<'_> {
    let Sight::Page(scene) = state.sight() else { panic!("no page: {state:?}") };
    scene
}

#[test]
fn one_thing_lies_over_the_page_and_each_click_takes_one_away() {
    let course = course();
    let work = Command::TimerStart { minutes: 20, activity: Some("kerja".to_owned()) };
    let shown = after(&begun(&course), std::slice::from_ref(&work), &course);
    assert_eq!(seen(&shown).cover, Some(&Cover::task("kerja")));
    assert!(!shown.timer.as_ref().unwrap().big, "the task shows the time itself");
    let big = after(&shown, &[Command::TimerBig(true), Command::Next], &course);
    assert!(!big.timer.as_ref().unwrap().big && big.cover.is_some(), "first the time");
    let asked = after(&shown, &[Command::Ask("qa".to_owned())], &course);
    assert!(asked.poll.is_some() && asked.cover.is_none(), "a question takes its place");
    let agenda = after(&asked, &[Command::Cover(Some(Cover::agenda()))], &course);
    assert!(agenda.poll.is_none() && agenda.polled.len() == 1, "{agenda:?}");
    let page = after(&agenda, &[Command::Next], &course);
    assert_eq!((page.cover.clone(), page.spot()), (None, shown.spot()), "the page came back");
    for away in [Command::Uncover, Command::Back, Command::Cover(None), go_to("a1")] {
        assert_eq!(after(&agenda, &[away], &course).cover, None);
    }
    let gone = after(&shown, &[Command::Cover(Some(Cover::task("gone")))], &course);
    assert_eq!(gone.cover, shown.cover, "what the course does not have is not shown");
}

#[test]
fn what_covers_the_page_is_walked_through_before_it_goes() {
    let course = course();
    let asked = after(&begun(&course), &[Command::Ask("qa".to_owned())], &course);
    let name = asked.covered_by();
    let laid = after(&asked, &[parts("agenda", 9), parts(&name, 3), Command::Next], &course);
    assert_eq!((seen(&laid).cover_part, laid.cover_parts), (1, 3));
    let back = after(&laid, &[Command::Back], &course);
    assert_eq!(seen(&back).cover_part, 0);
    let last = after(&laid, &[Command::Next], &course);
    assert!(last.poll.is_some() && last.cover_part == 2);
    assert!(after(&last, &[Command::Next], &course).poll.is_none());
    let bars = Command::Show { item: "qa".to_owned(), show: Show::Bars };
    let other = after(&last, &[bars], &course);
    assert_eq!((other.cover_part, other.cover_parts), (0, 1), "another thing begins anew");
    let smaller = after(&last, &[parts(&name, 2)], &course);
    assert_eq!(smaller.cover_part, 1, "a window that grew shows the end");
    let start = Live::new("kelas", &course);
    let start = after(&start, &[parts("start", 2), Command::Next], &course);
    assert!(start.begun.is_none() && after(&start, &[Command::Next], &course).begun.is_some());
}

#[test]
fn what_is_frozen_keeps_what_lay_over_it() {
    let course = course();
    let agenda = after(&begun(&course), &[Command::Cover(Some(Cover::agenda()))], &course);
    let laid = after(&agenda, &[parts("agenda", 2), Command::Next, Command::Freeze], &course);
    let on = after(&laid, &[Command::Next, Command::Next], &course);
    assert_eq!(on.cover, None);
    assert_eq!((seen(&on).cover, seen(&on).cover_part), (Some(&Cover::agenda()), 1));
}

#[test]
fn a_run_begun_anew_keeps_the_window_of_the_hall() {
    let course = course();
    let window = HallWindow {
        columns: 80,
        rows: 24,
        density: "usual".to_owned(),
        lang: "id".to_owned(),
        closed: false,
        unknown: Unknown::new(),
    };
    let fresh = Command::Fresh { run: "lain".to_owned(), rehearsal: false, born: None };
    let state = after(&begun(&course), &[Command::Window(window.clone()), fresh], &course);
    assert_eq!(state.window, Some(window));
}

#[test]
fn a_page_laid_out_anew_moves_no_other_page_and_takes_nothing_away() {
    let course = course();
    let laid = |page: &str, step| {
        Command::Laid(Spot { page: page.to_owned(), step, part: 0, unknown: Unknown::new() })
    };
    let asked = after(&begun(&course), &[go_to("a3"), Command::Ask("qa".to_owned())], &course);
    let other = after(&asked, &[laid("a1", 2)], &course);
    assert_eq!((other.spot(), other.poll.clone()), (asked.spot(), asked.poll.clone()));
    let here = after(&asked, &[laid("a3", 1)], &course);
    assert_eq!((here.page.as_str(), here.step, here.poll.clone()), ("a3", 1, asked.poll));
}
