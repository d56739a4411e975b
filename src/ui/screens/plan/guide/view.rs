//! How a step looks: the question, why it is asked, then the fields, or what the step leads to.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    super::{head, remarks, row},
    Door, Guide, find,
    steps::Question,
};
use crate::{
    model::{
        plan::{
            CHALLENGES, Plan, challenge,
            document::sentence,
            review::{self, HeadPart, RowPart},
        },
        text::Lang,
    },
    ui::{cx::Cx, prose, widgets::lines},
};

/// Rows that a field needs at most below the question, beside its own: its example and an empty one.
const HINT: usize = 3;

pub(super) fn draw(guide: &Guide, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (step, plan) = (guide.step()?, find(cx, &guide.plan)?);
    let width = area.width.min(cx.text_width());
    let least = step.fields.len().max(2) + HINT;
    let least = if step.door.is_some() { 6 } else { least };
    let mut words = words(step, true, width, cx);
    if words.len() + least > usize::from(area.height) {
        words = self::words(step, false, width, cx);
    }
    let height = u16::try_from(words.len()).unwrap_or(u16::MAX).min(area.height);
    lines::draw_top(&words, Rect { height, ..area }, buf);
    let rest = Rect { y: area.y + height, height: area.height - height, ..area };
    if let Some(door) = step.door {
        lines::draw_top(&behind(door, plan, width, cx), rest, buf);
        return None;
    }
    if let Some(menu) = &guide.menu {
        menu.draw(cx, rest, buf);
        return None;
    }
    guide.form.draw_with(beside(guide, step, plan, cx), cx, plan, rest, buf)
}

/// What could be better in the field being filled in, in the words of the table's forms.
fn beside(guide: &Guide, step: &Question, plan: &Plan, cx: &Cx) -> Option<Span<'static>> {
    let label = guide.form.fields().get(guide.form.at())?.label;
    let mut rows = RowPart::ALL.iter().enumerate();
    let in_row = rows.find(|(at, _)| step.is_row && row::label(*at) == label);
    if let Some((_, part)) = in_row {
        let found = review::row(0, plan.rows.first()?, &plan.head, cx.today());
        return remarks::beside(&found, |place| place.is_beside_row(*part), cx);
    }
    let mut heads = HeadPart::ALL.iter().enumerate();
    let (_, part) = heads.find(|(at, _)| head::label(*at) == label)?;
    remarks::beside(&review::head(plan), |place| place.is_beside_head(*part), cx)
}

/// The question, and why it is asked where there is room.
fn words(step: &Question, with_why: bool, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let asked = step.challenge.and_then(|key| cx.course.challenge(key));
    let asked = asked.map_or_else(
        || step.ask.say(lang).to_owned(),
        |asked| crate::model::safe_text::safe_line(asked.ask.get(lang)).into_owned(),
    );
    let name = step.challenge.and_then(|key| challenge(key, lang));
    let asked = name.map_or_else(|| asked.clone(), |name| format!("{name}: {asked}"));
    let mut rows = prose::wrap(&[Span::styled(asked, cx.theme.strong)], width, &cx.theme);
    if with_why {
        let why = Span::styled(step.why.say(lang), cx.theme.quiet);
        rows.extend(prose::wrap(&[why], width, &cx.theme));
    }
    rows.push(Line::raw(""));
    rows
}

/// How far the thing is that a step leads to, and how to come there or pass it.
fn behind(door: Door, plan: &Plan, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let mut rows = Vec::new();
    let way = match door {
        Door::Adaptation => {
            for key in CHALLENGES {
                let part = plan.adaptation_to(key).filter(|part| !part.is_empty());
                let (mark, style) = match part {
                    Some(_) => (theme.marks.check, theme.right),
                    None => (theme.marks.empty, theme.quiet),
                };
                let name = challenge(key, lang).unwrap_or(key);
                let said = part.map_or(lang.pick("belum diisi", "not yet"), |part| {
                    [part.differs.trim(), part.change.trim()]
                        .into_iter()
                        .find(|text| !text.is_empty())
                        .unwrap_or_default()
                });
                let said = crate::model::safe_text::safe_line(said).into_owned();
                let spans = [
                    Span::styled(mark, style),
                    Span::raw(format!(" {name:<13}")),
                    Span::styled(said, theme.quiet),
                ];
                rows.push(prose::clip(&spans, width, theme));
            }
            lang.pick(
                "Enter: isi sekarang. PgDn: lanjut tanpa ini.",
                "Enter: fill it in now. PgDn: go on without it.",
            )
        }
        Door::Rehearsal => {
            let words = rehearsal(plan, lang);
            rows.extend(prose::wrap(&[Span::raw(words)], width, theme));
            if plan.if_then.is_whole() {
                lang.pick(
                    "Enter: ulangi dari ingatan. PgDn: lanjut tanpa ini.",
                    "Enter: type it from memory. PgDn: go on without it.",
                )
            } else {
                lang.pick("PgUp: tulis kalimatnya.", "PgUp: write the sentence.")
            }
        }
    };
    if matches!(door, Door::Rehearsal) && plan.if_then.rehearsed.is_some() {
        let words = sentence(&plan.if_then, lang).unwrap_or_default();
        rows.push(Line::raw(""));
        rows.extend(prose::wrap(&prose::spans(&words, theme.text, theme), width, theme));
    }
    rows.push(Line::raw(""));
    rows.extend(prose::wrap(&[Span::styled(way, theme.accent)], width, theme));
    rows
}

fn rehearsal(plan: &Plan, lang: Lang) -> String {
    match (&plan.if_then, lang) {
        (if_then, Lang::Id) if !if_then.is_whole() => "Kalimatnya belum lengkap.".to_owned(),
        (if_then, Lang::En) if !if_then.is_whole() => {
            "The sentence is not complete yet.".to_owned()
        }
        (if_then, _) => match (if_then.rehearsed, lang) {
            (Some(at), _) => {
                let day = crate::model::dates::date(at.date(), lang);
                match lang {
                    Lang::Id => format!("Sudah diulangi dari ingatan pada {day}."),
                    Lang::En => format!("Typed from memory on {day}."),
                }
            }
            (None, Lang::Id) => {
                "Kalimat itu disembunyikan; Anda mengetiknya sekali lagi.".to_owned()
            }
            (None, Lang::En) => "The sentence is hidden; you type it once more.".to_owned(),
        },
    }
}
