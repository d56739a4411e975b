//! Marks the words that were looked for in ready lines.

use ratatui::text::{Line, Span};

use crate::{
    model::{search::Query, words::words},
    ui::theme::Theme,
};

/// Marks every word that was looked for; gives the first line that holds one. A word that was broken
/// at the end of a line is not found.
pub fn mark(lines: &mut [Line<'static>], query: &Query, theme: &Theme) -> Option<usize> {
    let mut first = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let mut spans = Vec::new();
        let mut is_hit = false;
        for span in &line.spans {
            is_hit |= split(span, query, theme, &mut spans);
        }
        if is_hit {
            line.spans = spans;
            first = first.or(Some(at));
        }
    }
    first
}

/// Parts a span so that its hits stand alone; whether it has any.
fn split(span: &Span<'static>, query: &Query, theme: &Theme, out: &mut Vec<Span<'static>>) -> bool {
    let text = span.content.as_ref();
    let mut done = 0;
    for (place, _) in words(text).filter(|(_, word)| query.is_hit(word)) {
        if let (Some(before), Some(hit)) = (text.get(done..place.start), text.get(place.clone())) {
            out.push(Span::styled(before.to_owned(), span.style));
            out.push(Span::styled(hit.to_owned(), span.style.patch(theme.hit)));
            done = place.end;
        }
    }
    if let Some(rest) = text.get(done..) {
        out.push(Span::styled(rest.to_owned(), span.style));
    }
    done > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::search::{Entry, Index, Place, find};

    #[test]
    fn hits_are_marked_and_nothing_else_changes() {
        let theme = Theme::auto();
        let place = Place::Page(String::new());
        let body = "mutu".to_owned();
        let index = Index::new(vec![Entry { place, title: String::new(), also: None, body }]);
        let query = find(&[&index], "mutu").query;
        let line = |text: &str| Line::from(vec![Span::raw(text.to_owned())]);
        let mut lines = vec![line("tanpa"), line("Mutu baku, bermutu"), line("mutu")];
        assert_eq!(mark(&mut lines, &query, &theme), Some(1));
        let text = |line: &Line<'_>| line.spans.iter().map(|s| s.content.to_string()).collect();
        let texts: Vec<String> = lines.iter().map(text).collect();
        assert_eq!(texts, ["tanpa", "Mutu baku, bermutu", "mutu"]);
        let hits: Vec<&str> = lines[1]
            .spans
            .iter()
            .filter(|span| span.style == theme.hit)
            .map(|span| span.content.as_ref())
            .collect();
        assert_eq!(hits, ["Mutu", "bermutu"]);
    }
}
