//! The last row: what is being typed or said, else the keys that fit this moment.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::margin;
use crate::{
    model::text::Text,
    ui::{
        frame::{self, row},
        keys::{self, HelpRow},
        show::{KEYS, Msg, Over, Window, edge},
    },
};

/// Draws it.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let is_said = window.prompt().is_some() || window.said().is_some() || window.has_info;
    if is_said {
        return edge::draw_line(window, area, buf);
    }
    if area.height > 3 {
        let place = margin(row(area, area.height - 1));
        let bar = (window.lang(), window.theme());
        let is_typing = matches!(window.over(), Over::Find(_));
        frame::bar(&moment(window), is_typing, bar, place, buf);
    }
    None
}

/// The keys of this moment, the likeliest first.
fn moment(window: &Window) -> Vec<HelpRow> {
    let row =
        |on: &[keys::Key], say| HelpRow { keys: on.to_vec(), shown: on.len(), say, in_bar: true };
    let arrows = [keys::UP, keys::DOWN];
    let close = row(&[keys::ESC], Text::new("tutup", "close"));
    match window.over() {
        Over::Nothing => on_page(window),
        Over::Help(_) => vec![row(&arrows, Text::new("gulir", "scroll")), close],
        Over::Find(_) | Over::Asked(_) => {
            let mut rows = vec![
                row(&arrows, Text::new("pindah", "move")),
                row(&[keys::ENTER], Text::new("pilih", "choose")),
            ];
            // Esc answers a question that cannot be passed over.
            let answers = matches!(window.over(), Over::Asked(asked) if !asked.can_close);
            rows.extend((!answers).then_some(close));
            rows
        }
    }
}

/// The same where nothing lies over the window.
fn on_page(window: &Window) -> Vec<HelpRow> {
    let wanted: &[Msg] = match () {
        () if window.live().standing().is_none() => {
            &[Msg::Start, Msg::Day, Msg::Find, Msg::Black, Msg::Denser, Msg::Roomier]
        }
        () if window.poll().is_some() => {
            &[Msg::Count, Msg::Bars, Msg::Discuss, Msg::Again, Msg::Key, Msg::Ask, Msg::Black]
        }
        () if window.live().timer.is_some() => &[
            Msg::Pause,
            Msg::More,
            Msg::Less,
            Msg::Clear,
            Msg::Draw,
            Msg::Turn,
            Msg::Next,
            Msg::Black,
        ],
        () => &[
            Msg::Next,
            Msg::Black,
            Msg::Start,
            Msg::Find,
            Msg::Ask,
            Msg::Task,
            Msg::Turn,
            Msg::Timer,
            Msg::Mark,
        ],
    };
    let groups = window.live().groups.as_ref();
    let is_drawn = groups.map(|groups| groups.presenting().is_some());
    let is_here = |msg: Msg| match msg {
        Msg::Ask => window.poll().is_some() || !window.questions_here().is_empty(),
        Msg::Task => window.activity().is_some(),
        Msg::Draw => is_drawn == Some(false),
        Msg::Turn => is_drawn == Some(true),
        _ => window.allows(msg),
    };
    let wanted = wanted.iter().filter(|msg| is_here(**msg));
    let rows = wanted.filter_map(|msg| KEYS.iter().find(|row| row.msg == *msg));
    let bindings: Vec<_> = rows.map(|row| keys::Binding { in_bar: true, ..*row }).collect();
    let mut rows = keys::help(&bindings, |_| true);
    for row in &mut rows {
        let msg = bindings.iter().find(|binding| binding.on.first() == row.keys.first());
        if let Some(say) = msg.and_then(|binding| shorter(window, binding.msg)) {
            row.say = say;
        }
    }
    rows
}

/// What a key does in this moment, where its row says more.
fn shorter(window: &Window, msg: Msg) -> Option<Text> {
    let live = window.live();
    Some(match msg {
        Msg::Start if live.frozen.is_some() => Text::new("lepaskan", "let go"),
        Msg::Start if live.begun.is_none() => Text::new("mulai", "begin"),
        Msg::Start => Text::new("bekukan", "freeze"),
        Msg::Black if live.black => Text::new("buka layar", "show again"),
        Msg::Ask if live.poll.is_some() => Text::new("tutup jajak", "close the poll"),
        Msg::Draw => Text::new("undi urutan", "draw the order"),
        Msg::Discuss => Text::new("diskusi", "discuss"),
        Msg::Day => Text::new("hari", "day"),
        Msg::More => Text::new("1 menit", "1 minute"),
        Msg::Clear => Text::new("hapus", "remove"),
        Msg::Mark => Text::new("tandai", "mark"),
        Msg::Denser => Text::new("padat, lapang", "dense, roomy"),
        _ => return None,
    })
}
