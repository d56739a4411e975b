//! Laws of prose files.

use proptest::prelude::*;

use super::*;
use crate::model::markdown::Block;

const HEAD: &str = "+++\ntitle = \"Judul\"\nminutes = 90\n+++\n";

/// The pages of a text and how many faults it has.
fn read(body: &str) -> (Prose, usize) {
    let mut log = Log::new("id.md");
    let text = format!("{HEAD}{body}");
    (parse(&text, &mut log), log.faults.len())
}

#[test]
fn the_head_gives_title_and_minutes() {
    let (prose, faults) = read("");
    assert_eq!(prose.title.map(Spanned::into_inner).as_deref(), Some("Judul"));
    assert_eq!((prose.minutes, prose.pages.len(), faults), (90, 0, 0));
}

#[test]
fn a_page_line_gives_key_sources_and_minutes_with_their_places() {
    let body = "<!--page:apa-itu;sources: a ,b; minutes: 12-->\n## Apa\n";
    let (prose, faults) = read(body);
    let page = &prose.pages[0];
    let text = format!("{HEAD}{body}");
    assert_eq!(text.get(page.key.span()), Some("apa-itu"));
    let sources = page.sources.iter().map(|source| text.get(source.span()));
    assert_eq!(sources.collect::<Vec<_>>(), [Some("a"), Some("b")]);
    assert_eq!((page.minutes, page.title.as_str(), faults), (12, "Apa", 0));
}

#[test]
fn directives_and_headings_inside_a_code_block_are_its_text() {
    for fence in ["```", "~~~~"] {
        let code = "<!-- step -->\n## Bukan judul\n<!-- page: x -->";
        let (prose, faults) = read(&format!("<!-- page: k -->\n## J\n{fence}\n{code}\n{fence}\n"));
        assert_eq!((prose.pages.len(), prose.pages[0].steps, faults), (1, 0, 0));
        assert_eq!(prose.pages[0].parts[0].content, Content::Block(Block::Code(code.to_owned())));
    }
}

#[test]
fn inline_code_of_three_marks_opens_no_block() {
    let (prose, faults) = read("<!-- page: k -->\n## J\n```a``` b\n\n<!-- step -->\n\nc\n");
    assert_eq!((prose.pages[0].steps, faults), (1, 0));
}

#[test]
fn a_heading_loses_its_styles() {
    let (prose, _) = read("<!-- page: k -->\n## Apa **itu** `SOP`?\n");
    assert_eq!(prose.pages[0].title, "Apa itu SOP?");
}

#[test]
fn each_part_knows_its_step_and_surface() {
    let (prose, faults) = read(
        "<!-- page: k -->\n## J\na\n<!-- step -->\nb\n<!-- show -->\nc\n<!-- item: soal -->\n\
         <!-- /show -->\n<!-- read -->\nd\n<!-- /read -->\n<!-- step -->\n<!-- note -->\ne\n\
         <!-- /note -->\nf\n",
    );
    let seen: Vec<(usize, Seen)> =
        prose.pages[0].parts.iter().map(|part| (part.step, part.seen)).collect();
    let expected = [
        (0, Seen::Everywhere),
        (1, Seen::Everywhere),
        (1, Seen::Projector),
        (1, Seen::Projector),
        (1, Seen::Reader),
        (2, Seen::Facilitator),
        (2, Seen::Everywhere),
    ];
    assert_eq!(seen, expected);
    assert_eq!((prose.pages[0].items.len(), faults), (1, 0));
}

#[test]
fn each_late_column_is_a_step_and_what_stands_below_comes_with_the_last() {
    let table = "|a|b|c|\n|-|-|-|\n|d|e|f|\n\nbelow\n\n<!-- step -->\n\nlast\n";
    for (line, late) in [("<!-- columns -->", 1), ("<!-- columns: 1 -->", 2)] {
        let (prose, faults) = read(&format!("<!-- page: k -->\n## J\n{line}\n\n{table}"));
        let page = &prose.pages[0];
        let steps: Vec<_> = page.parts.iter().map(|part| (part.step, part.last_step())).collect();
        assert_eq!((steps, faults), (vec![(0, late), (late, late), (late + 1, late + 1)], 0));
        assert_eq!((page.steps, page.columns.as_slice()), (late + 1, &[late][..]));
    }
}

#[test]
fn a_link_is_placed_in_the_whole_file() {
    let body = "<!-- page: k -->\n## J\na\n\n<!-- step -->\n\nlihat [mutu](g:mutu)\n";
    let (prose, _) = read(body);
    let text = format!("{HEAD}{body}");
    assert_eq!(text.get(prose.pages[0].links[0].1.clone()), Some("[mutu](g:mutu)"));
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_fault_lies_within_it(
        lines in prop::collection::vec(
            prop_oneof![
                Just("<!-- page: a -->"), Just("<!-- page: b; sources: x,; minutes: 9e -->"),
                Just("<!-- step -->"), Just("<!-- read -->"), Just("<!-- /note -->"),
                Just("<!--"), Just("<!---->"), Just("<!-- é: ; -->"), Just("## é"), Just("##"),
                Just("```"), Just("~~~"), Just("+++"), Just("# x"), Just("[é](g:é) <b> ![x](y)"),
                Just("> - |a|"), Just("<!-- columns -->"), Just("<!-- columns: 1 -->"),
                Just("|a|b|c|\n|-|-|-|\n|d|e|f|\n"), Just("\u{202e}"), Just(""),
            ],
            0..40,
        ),
        end in "\\PC{0,20}",
    ) {
        let text = lines.join("\n") + &end;
        let mut log = Log::new("id.md");
        let prose = parse(&text, &mut log);
        for fault in &log.faults {
            prop_assert!(text.get(fault.span.clone().unwrap()).is_some(), "{fault:?}");
        }
        for page in &prose.pages {
            prop_assert!(page.parts.iter().all(|part| part.last_step() <= page.steps));
        }
    }
}
