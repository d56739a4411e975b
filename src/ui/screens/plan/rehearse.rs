//! The if-then sentence typed once from memory while it is hidden; then what differs is shown, and
//! whether the meaning is the same is the person's own judgement. What is typed here is not kept.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{change, editing::remember, find, opened};
use crate::{
    model::{
        plan::{
            IfThen, LONGEST, Plan,
            changes::Undo,
            document::sentence,
            rehearsal::{Comparison, compare},
        },
        profile::Spot,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Head, Input, Screen, Step},
        screens::padded,
        widgets::{
            form::{Asked, Field, Form, Kind},
            lines,
        },
    },
};

/// What is typed from memory.
#[derive(Default)]
struct Typed {
    situation: String,
    then: String,
}

const FIELDS: &[Field<Typed>] = &[
    Field {
        label: Text::new("Jika …", "If …"),
        hint: Text::new(
            "Ketik keadaannya dari ingatan; huruf besar dan tanda baca tidak dihitung.",
            "Type the situation from memory; capitals and signs do not count.",
        ),
        kind: Kind::Text(LONGEST),
        get: |typed| typed.situation.clone(),
        set: |typed, text| typed.situation = text,
    },
    Field {
        label: Text::new("maka saya …", "then I …"),
        hint: Text::new(
            "Ketik tindakan Anda, lalu Enter untuk membandingkan.",
            "Type your action, then Enter to compare.",
        ),
        kind: Kind::Text(LONGEST),
        get: |typed| typed.then.clone(),
        set: |typed, text| typed.then = text,
    },
];

/// The sentence from memory.
pub struct Rehearse {
    plan: String,
    typed: Typed,
    form: Form<Typed>,
    compared: Option<Comparison>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Shown only: the form takes these keys first.
    Field,
    /// It was the same: back.
    Done,
    /// Once more.
    Again,
    /// The meaning is the same.
    Accept,
    /// Back to where it was opened.
    Back,
}

const WALK: Text = Text::new("pindah isian", "change field");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::TAB], Msg::Field, Text::new("lanjut", "go on")),
    bind(&[keys::UP, keys::BACK_TAB], Msg::Field, WALK),
    bind(&[keys::DOWN], Msg::Field, WALK),
    bind(&[keys::ENTER], Msg::Done, Text::new("selesai", "done")),
    bind(&[keys::ENTER], Msg::Again, Text::new("ketik lagi", "type it again")),
    bind(&[Key::char('m')], Msg::Accept, Text::new("sudah sama", "same enough")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Rehearse {
    /// The sentence of this plan, hidden.
    pub fn new(plan: &Plan) -> Self {
        let typed = Typed::default();
        let form = Form::new(FIELDS, &typed);
        Self { plan: plan.id.clone(), typed, form, compared: None }
    }

    fn sentence<'a>(&self, cx: &'a Cx) -> Option<&'a IfThen> {
        let sentence = &find(cx, &self.plan)?.if_then;
        sentence.is_whole().then_some(sentence)
    }

    fn is_same(&self) -> bool {
        self.compared.as_ref().is_some_and(Comparison::is_same)
    }

    /// Notes that it was typed from memory; that can be taken back like every change.
    fn note(&self, cx: &mut Cx) {
        let Some(plan) = find(cx, &self.plan) else { return };
        let before = Undo::Rehearsed(plan.if_then.rehearsed);
        let now = cx.now;
        change(cx, &self.plan, Save::Now, |plan| plan.if_then.rehearsed = Some(now));
        remember(&self.plan, before, cx);
    }

    fn compare(&mut self, cx: &mut Cx) {
        let typed = [self.typed.situation.as_str(), self.typed.then.as_str()];
        self.compared = self.sentence(cx).map(|sentence| compare(sentence, typed));
        if self.is_same() {
            self.note(cx);
        }
    }
}

impl Screen for Rehearse {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Jika–maka dari ingatan", "If–then from memory").to_owned();
        Head { left, right: String::new() }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Field => self.compared.is_none() && self.sentence(cx).is_some(),
            Msg::Done => self.is_same(),
            Msg::Again | Msg::Accept => self.compared.is_some() && !self.is_same(),
            Msg::Back => true,
        }
    }

    fn is_typing(&self, cx: &Cx) -> bool {
        self.compared.is_none() && self.sentence(cx).is_some()
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Field => Step::Stay,
            Msg::Again => {
                self.typed = Typed::default();
                self.form = Form::new(FIELDS, &self.typed);
                self.compared = None;
                Step::Stay
            }
            Msg::Accept => {
                self.note(cx);
                Step::Back
            }
            Msg::Done | Msg::Back => Step::Back,
        }
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if !self.is_typing(cx) || input == Input::Key(keys::ESC) {
            return None;
        }
        match self.form.typed(&input, cx, &self.typed) {
            Asked::Nothing => return None,
            Asked::Set(at, text, _) => {
                if let Some(field) = FIELDS.get(at) {
                    (field.set)(&mut self.typed, text);
                }
            }
            Asked::Finished => self.compare(cx),
            Asked::Redraw | Asked::Left => {}
        }
        Some(Step::Stay)
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let (screen, key) = (opened::REHEARSAL.to_owned(), self.plan.clone());
        Some(Spot { screen, key, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let width = area.width.min(cx.text_width());
        let rows = self.words(width, cx);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height);
        if !self.is_typing(cx) {
            lines::draw(&rows, 0, area, buf, &cx.theme);
            return None;
        }
        lines::draw_top(&rows, Rect { height, ..area }, buf);
        let rest = Rect { y: area.y + height, height: area.height - height, ..area };
        self.form.draw(cx, &self.typed, rest, buf)
    }
}

impl Rehearse {
    /// What stands above the fields, or in their place.
    fn words(&self, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let (lang, theme) = (cx.lang(), &cx.theme);
        let say =
            |text: Text, style| prose::wrap(&[Span::styled(text.say(lang), style)], width, theme);
        let Some(if_then) = self.sentence(cx) else {
            return say(
                Text::new(
                    "Kalimat jika–maka belum lengkap. Kembali dengan Esc, lalu tulis dengan i.",
                    "The if–then sentence is not complete. Go back with Esc and write it with i.",
                ),
                theme.text,
            );
        };
        let Some(compared) = &self.compared else {
            let mut rows = say(
                Text::new(
                    "Ketik kalimat Anda sekali lagi tanpa melihatnya.",
                    "Type your sentence once more without seeing it.",
                ),
                theme.strong,
            );
            rows.push(Line::raw(""));
            return rows;
        };
        let mut rows = if compared.is_same() {
            let words = lang.pick("Sama. Sudah dicatat.", "The same. It is noted.");
            vec![Line::styled(format!("{} {words}", theme.marks.check), theme.right)]
        } else {
            say(
                Text::new(
                    "Belum sama. Kata dalam kurung siku belum Anda ketik:",
                    "Not the same yet. The words in square brackets were not typed:",
                ),
                theme.strong,
            )
        };
        rows.push(Line::raw(""));
        let whole = if compared.is_same() { sentence(if_then, lang) } else { None };
        match whole {
            Some(words) => {
                let spans = prose::spans(&words, theme.text, theme);
                rows.extend(prose::wrap(&spans, width, theme));
            }
            None => rows.extend(prose::wrap(&marked(compared, lang, cx), width, theme)),
        }
        if !compared.more.is_empty() {
            let more = compared.more.join(" ");
            let words = match lang {
                Lang::Id => format!("Yang Anda ketik selain itu: {more}"),
                Lang::En => format!("What you typed beside it: {more}"),
            };
            rows.push(Line::raw(""));
            rows.extend(prose::wrap(&[Span::styled(words, theme.quiet)], width, theme));
        }
        rows
    }
}

/// The sentence with the words that were missed in brackets.
fn marked(compared: &Comparison, lang: Lang, cx: &Cx) -> Vec<Span<'static>> {
    let theme = &cx.theme;
    let fixed = [lang.pick("Jika", "If"), lang.pick("maka saya", "then I")];
    let mut spans = Vec::new();
    for (fixed, half) in fixed.into_iter().zip(&compared.planned) {
        spans.push(Span::styled(fixed, theme.strong));
        for word in half {
            spans.push(Span::raw(" "));
            spans.push(if word.came {
                Span::styled(word.text.clone(), theme.text)
            } else {
                Span::styled(format!("[{}]", word.text), theme.accent)
            });
        }
        spans.push(Span::raw(" "));
    }
    spans
}
