//! Confidence against results: whether a person knows what they know.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{LineGauge, Widget},
};

use super::{TALL, chart::number};
use crate::{
    model::{
        dates,
        history::Calibration,
        text::{Lang, Text},
    },
    ui::{cx::Cx, frame, prose, widgets::lines},
};

/// Levels of confidence, lowest first.
const LEVELS: [Text; 3] = [
    Text::new("menebak", "guess"),
    Text::new("cukup yakin", "fairly sure"),
    Text::new("yakin", "sure"),
];
/// Columns of a level, of its numbers and of their share.
const NAME: usize = 13;
const COUNT: usize = 23;
const SHARE: usize = 7;
/// Widest bar.
const WIDEST: u16 = 30;

/// Draws text and bars; false while there is nothing to show.
pub(super) fn draw(cx: &Cx, area: Rect, buf: &mut Buffer) -> bool {
    let standing = cx.standing();
    let calibration = &standing.calibration;
    if calibration.count() == 0 {
        return false;
    }
    let lang = cx.lang();
    let width = area.width.min(cx.text_width());
    let wrap = |words: &str| prose::wrap(&[Span::raw(words.to_owned())], width, &cx.theme);
    let mut text = wrap(lang.pick(
        "Makin yakin Anda, makin besar seharusnya bagian yang benar.",
        "The surer you are, the larger the share of right answers should be.",
    ));
    text.push(Line::raw(""));
    lines::draw_top(&text, area, buf);
    let from = u16::try_from(text.len()).unwrap_or(u16::MAX);
    // In a low window the rows stand close together.
    let step = if area.height >= TALL { 2 } else { 1 };
    for (place, (name, level)) in (0..).zip(LEVELS.iter().zip(calibration.levels)) {
        let row = frame::row(area, from.saturating_add(place * step));
        draw_level(*name, level, cx, row, buf);
    }
    let from = from.saturating_add(3 * step + 2 - step);
    let rest = Rect {
        y: area.y + from.min(area.height),
        height: area.height.saturating_sub(from),
        ..area
    };
    lines::draw_top(&wrap(&meaning(calibration, lang)), rest, buf);
    true
}

fn draw_level(name: Text, (right, all): (usize, usize), cx: &Cx, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang();
    let share = right as f64 / all as f64;
    let counts = match (all, lang) {
        (0, _) => lang.pick("belum ada", "none yet").to_owned(),
        (_, Lang::Id) => format!("{} dari {} benar", number(right, lang), number(all, lang)),
        (_, Lang::En) => format!("{} of {} right", number(right, lang), number(all, lang)),
    };
    let words = format!(
        "{:<NAME$}{counts:<COUNT$}{:>SHARE$}  ",
        name.say(lang),
        dates::percent(share, lang)
    );
    let line = prose::clip(&[Span::raw(words.clone())], area.width, &cx.theme);
    let used = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    line.render(area, buf);
    let rest = Rect { x: area.x + used, width: (area.width - used).min(WIDEST), ..area };
    if all > 0 && !rest.is_empty() {
        LineGauge::default()
            .label("")
            .ratio(share.clamp(0.0, 1.0))
            .filled_symbol(cx.theme.marks.block)
            .unfilled_symbol(cx.theme.marks.shade)
            .filled_style(cx.theme.accent)
            .unfilled_style(cx.theme.quiet)
            .render(rest.intersection(buf.area), buf);
    }
}

/// What the two ends say: what was thought to be known, and what was hit by luck.
fn meaning(calibration: &Calibration, lang: Lang) -> String {
    let [guess, _, sure] = calibration.levels;
    format!("{} {}", sure_words(sure, lang), guess_words(guess, lang))
}

fn sure_words((right, all): (usize, usize), lang: Lang) -> String {
    let wrong = number(all - right, lang);
    match (lang, all, all - right) {
        (Lang::Id, 0, _) => "Belum ada jawaban yang Anda yakini sepenuhnya.".to_owned(),
        (Lang::En, 0, _) => "You were not yet quite sure of any answer.".to_owned(),
        (Lang::Id, _, 0) => "Semua jawaban yang Anda yakini benar.".to_owned(),
        (Lang::En, _, 0) => "Whatever you were sure of was right.".to_owned(),
        (Lang::Id, ..) => format!(
            "Yakin tetapi belum tepat: {wrong}; di situlah pemahaman paling perlu diperiksa."
        ),
        (Lang::En, ..) => {
            format!("Sure but not right: {wrong}; that is where understanding needs a second look.")
        }
    }
}

fn guess_words((right, all): (usize, usize), lang: Lang) -> String {
    let lucky = number(right, lang);
    match (lang, all, right) {
        (Lang::Id, 0, _) => "Anda belum pernah menebak.".to_owned(),
        (Lang::En, 0, _) => "You never guessed so far.".to_owned(),
        (Lang::Id, _, 0) => "Belum ada tebakan yang ternyata benar.".to_owned(),
        (Lang::En, _, 0) => "No guess turned out right so far.".to_owned(),
        (Lang::Id, ..) => {
            format!("Menebak dan ternyata benar: {lucky}; jawaban itu belum tentu pengetahuan.")
        }
        (Lang::En, ..) => {
            format!("Guessed and right: {lucky}; such an answer is not yet knowledge.")
        }
    }
}
