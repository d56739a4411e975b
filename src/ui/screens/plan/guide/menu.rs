//! Drafts for a field as a list over it. Nothing is taken but by Enter.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use super::{DRAFT_KEYS, Guide, Source, takes_text};
use crate::{
    model::{
        plan::suggestions::{Ground, Suggestion},
        safe_text::safe_line,
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Code, Key},
        prose,
        screen::Input,
        widgets::cursor::{self, Cursor, Move},
    },
};

/// Rows below the list: an empty one, then where the draft comes from and its text.
const BELOW: u16 = 5;

/// The drafts being chosen from.
pub(super) struct Menu {
    drafts: Vec<Suggestion>,
    cursor: Cursor,
}

/// What an input does to the list.
pub(super) enum Does {
    Stay,
    Close,
    Take(Suggestion),
}

/// Whether the field being filled in has drafts.
pub(super) fn are_there(guide: &Guide, cx: &Cx) -> bool {
    guide.source().is_some() && of(guide, cx).is_some()
}

/// The drafts for the field being filled in, if it has any.
pub(super) fn of(guide: &Guide, cx: &Cx) -> Option<Menu> {
    let field = guide.form.fields().get(guide.form.at())?;
    let drafts = takes_text(field.kind).then(|| drafts(guide, cx))??;
    (!drafts.is_empty()).then(|| Menu { drafts, cursor: Cursor::default() })
}

fn drafts(guide: &Guide, cx: &Cx) -> Option<Vec<Suggestion>> {
    let lang = cx.lang();
    match guide.source()? {
        Source::About(about) => {
            let standing = cx.standing();
            let ground = Ground {
                plan: super::find(cx, &guide.plan)?,
                course: &cx.course,
                diagnoses: &cx.profile().diagnoses,
                missed: &standing.mistakes,
            };
            Some(ground.drafts(about, lang))
        }
        Source::Moves(challenge) => {
            let why = lang.pick("langkah dari kursus", "a move from the course");
            let moves = cx.course.challenge(challenge)?.moves.iter();
            let draft = |text: &crate::model::text::Said| Suggestion {
                why: why.to_owned(),
                text: safe_line(text.get(lang)).trim().trim_end_matches('.').to_owned(),
                factor: None,
            };
            Some(moves.map(draft).collect())
        }
    }
}

impl Menu {
    pub(super) fn typed(&mut self, input: &Input) -> Option<Does> {
        let Input::Key(key) = input else { return Some(Does::Stay) };
        let count = self.drafts.len();
        match key.code {
            _ if DRAFT_KEYS.contains(&key.level()) => return Some(Does::Close),
            Code::Up | Code::Char('k') => self.cursor.go(Move::Up, count),
            Code::Down | Code::Char('j') => self.cursor.go(Move::Down, count),
            Code::Home | Code::PageUp => self.cursor.go(Move::First, count),
            Code::End | Code::PageDown => self.cursor.go(Move::Last, count),
            Code::Esc => return Some(Does::Close),
            Code::Enter => {
                let draft = self.drafts.get(self.cursor.at(count)).cloned();
                return Some(draft.map_or(Does::Close, Does::Take));
            }
            _ if *key == keys::SPACE || plain(*key) => {}
            _ => return None,
        }
        Some(Does::Stay)
    }

    pub(super) fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) {
        let at = self.cursor.at(self.drafts.len());
        let below = BELOW.min(area.height.saturating_sub(1));
        let list = Rect { height: area.height.saturating_sub(below), ..area };
        let room = usize::from(area.width).saturating_sub(2);
        let rows: Vec<Line<'_>> = self
            .drafts
            .iter()
            .enumerate()
            .map(|(place, draft)| {
                let text = frame::fit(&draft.text, room, &cx.theme);
                cursor::row(place == at, vec![Span::raw(text)], &cx.theme)
            })
            .collect();
        cursor::draw(&rows, at, list, buf, &cx.theme);
        let Some(draft) = self.drafts.get(at) else { return };
        let words = format!("{}: {}.", draft.why, draft.text);
        let width = area.width.min(cx.text_width());
        let lines = prose::wrap(&[Span::styled(words, cx.theme.quiet)], width, &cx.theme);
        for (line, y) in lines.into_iter().zip(list.bottom() + 1..area.bottom()) {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
    }
}

/// Letters and paste do nothing here; keys that hold everywhere go on.
fn plain(key: Key) -> bool {
    key.typed().is_some_and(|c| c != '?')
}
