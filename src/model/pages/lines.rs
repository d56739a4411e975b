//! Lines of a prose file with their places, and the fences of its code blocks.

/// The length of the first line, without its end.
pub(super) fn first_line(text: &str) -> usize {
    text.lines().next().unwrap_or_default().len()
}

/// Lines with their ends, each with its place, from a byte on.
pub(super) fn lines_of(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = from;
    text.get(from..).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// The mark and width of a fence that this line opens, if it does.
pub(super) fn opens_fence(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let width = line.chars().take_while(|letter| *letter == mark).count();
    let rest = line.get(width..).unwrap_or_default();
    (width >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, width))
}
