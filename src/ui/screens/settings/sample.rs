//! What the settings look like: a few lines drawn as every other screen draws them.

use ratatui::text::{Line, Span};

use crate::{
    model::text::Text,
    ui::{cx::Cx, prose},
};

const WORDS: Text = Text::new(
    "Contoh teks. SOP yang baik dipakai setiap hari: langkahnya jelas, waktunya tertulis, dan \
     siapa pun yang duduk di loket mengerjakannya dengan cara yang sama. Bila ada yang keliru, \
     catatannya menunjukkan langkah mana yang perlu diperbaiki.",
    "Sample text. A good SOP is used every day: its steps are clear, its times are written down, \
     and whoever sits at the counter does it the same way. When something goes wrong, the record \
     shows which step to mend.",
);

/// The sample in an area of this width.
pub(super) fn rows(cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let (theme, marks) = (&cx.theme, cx.theme.marks);
    let width = width.min(cx.text_width());
    let part = |mark: &str, say: Text, style| {
        [Span::styled(format!("{mark} {}", say.say(lang)), style), Span::raw("   ")]
    };
    let signs: Vec<Span<'static>> = [
        part(marks.cursor, Text::new("di sini", "here"), theme.accent),
        part(marks.check, Text::new("benar", "right"), theme.right),
        part(marks.cross, Text::new("belum tepat", "not right"), theme.wrong),
        part(marks.empty, Text::new("belum dibaca", "not read yet"), theme.quiet),
    ]
    .concat();
    let mut rows = vec![Line::styled(marks.rule.repeat(usize::from(width)), theme.quiet)];
    rows.push(prose::clip(&signs, width, theme));
    rows.extend(prose::wrap(&[Span::styled(WORDS.say(lang), theme.text)], width, theme));
    rows
}
