//! The course as a book: what the participants' edition holds back, what the facilitator's guide
//! holds, and the web page of both, read back as XML.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

mod web;

use std::{fs, path::Path};

use pandu::{
    app::settings::Settings,
    model::{
        course::{Content, Course, Item, Page, Seen},
        document::Document,
        handout::Handout,
        markdown::{Block, Link},
        text::Lang,
    },
    report,
};

use crate::handouts::pandu;

fn course() -> Course {
    Settings::default().load_course().expect("the built-in course opens")
}

/// All text of blocks without spaces; drawings included.
fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        block.each_text(&mut |spans| spans.iter().for_each(|span| text.push_str(&span.text)));
        if let Block::Code(code) = block {
            text.push_str(code);
        }
    }
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn holds(text: &str, part: &str) -> bool {
    let part = squeezed(part);
    !part.is_empty() && text.contains(&part)
}

/// The section of a page: its title follows a number of its own.
fn section<'a>(document: &'a Document, course: &Course, page: &Page, lang: Lang) -> &'a Document {
    let (module, at, _) = course.page(&page.key).unwrap();
    let title = format!("{}.{} {}", module + 1, at + 1, page.title(lang));
    let sections = document.parts.iter().flat_map(|chapter| &chapter.parts);
    let mut found = sections.filter(|section| section.title == title);
    let section = found.next().unwrap_or_else(|| panic!("{title} is missing"));
    assert!(found.next().is_none(), "{title} stands twice");
    section
}

/// Every run of text that a surface shows of a page.
fn runs<'a>(page: &'a Page, lang: Lang, seen: &'a [Seen]) -> Vec<&'a str> {
    let mut found = Vec::new();
    for part in page.body.get(lang).parts.iter().filter(|part| seen.contains(&part.seen)) {
        let Content::Block(block) = &part.content else { continue };
        block.each_text(&mut |spans| found.extend(spans.iter().map(|span| span.text.as_str())));
    }
    found.retain(|text| !text.trim().is_empty());
    found
}

/// The text of a page as its reader sees it.
fn read(page: &Page, lang: Lang) -> String {
    squeezed(&runs(page, lang, &[Seen::Everywhere, Seen::Reader]).concat())
}

/// Everything that gives an answer away: reasons, explanations, model answers.
fn secrets(item: &Item, lang: Lang) -> Vec<&str> {
    let whys = item.options.iter().map(|option| &option.why).chain([&item.why, &item.model]);
    let all = whys.chain(&item.check).map(|said| said.get(lang).as_str());
    all.filter(|text| !text.trim().is_empty()).collect()
}

#[test]
fn the_participants_edition_holds_no_note_no_key_and_no_reason() {
    let course = course();
    for lang in Lang::ALL {
        let document = Handout::Book.document(&course, lang);
        let text = text_of(&document.flat());
        // What the pages and the questions themselves tell is no secret.
        let prompts = course.items().map(|item| squeezed(item.prompt.get(lang)));
        let told: String = course.pages().map(|page| read(page, lang)).chain(prompts).collect();
        for page in course.pages() {
            for part in &page.body.get(lang).parts {
                let (Content::Block(block), Seen::Facilitator) = (&part.content, part.seen) else {
                    continue;
                };
                let note = text_of(std::slice::from_ref(block));
                assert!(!holds(&text, &note), "the note of {}", page.key);
            }
        }
        for item in course.items() {
            for secret in secrets(item, lang) {
                let is_told = holds(&told, secret);
                assert!(is_told || !holds(&text, secret), "{}: {secret}", item.key);
            }
            if item.is_tested() || item.is_poll() {
                assert!(!holds(&text, item.prompt.get(lang)), "{} is asked elsewhere", item.key);
            }
        }
        for sign in ["✓", "Kunci:", "Key:"] {
            assert!(!text.contains(sign), "{sign}");
        }
    }
    assert!(!Handout::Book.has_key() && Handout::Guide.has_key());
}

#[test]
fn what_a_test_or_a_poll_asks_is_not_asked_in_the_participants_edition() {
    for used in ["pre", "post", "poll"] {
        let mut course = course();
        for item in course.modules.iter_mut().flat_map(|module| &mut module.items) {
            item.uses.push(used.to_owned());
        }
        for module in &mut course.modules {
            module.pages.clear();
        }
        let text = text_of(&Handout::Book.document(&course, Lang::Id).flat());
        for item in course.items() {
            assert!(!holds(&text, &item.prompt.id), "{used}: {}", item.key);
        }
    }
}

#[test]
fn the_participants_edition_holds_each_page_once_as_its_reader_sees_it_with_its_sources() {
    let course = course();
    let seen = [Seen::Everywhere, Seen::Reader];
    for lang in Lang::ALL {
        let document = Handout::Book.document(&course, lang);
        let mut labels = 0;
        for page in course.pages() {
            let text = text_of(&section(&document, &course, page, lang).blocks);
            for run in runs(page, lang, &seen) {
                assert!(holds(&text, run), "{}: {run}", page.key);
                labels += usize::from(run.contains(&course.practice.label));
            }
            for source in page.sources.iter().filter_map(|key| course.source(key)) {
                assert!(holds(&text, &source.cited()), "{}: {}", page.key, source.key);
            }
        }
        assert!(labels > 10, "made-up data keeps its label");
        let all = text_of(&document.flat());
        let terms = course.terms.iter().map(|term| term.meaning.get(lang).as_str());
        let works = course.sources.iter().map(|source| source.work.as_str());
        assert!(terms.chain(works).all(|text| holds(&all, text)));
    }
}

#[test]
fn a_page_that_is_referred_to_is_named_by_its_number() {
    let course = course();
    let document = Handout::Book.document(&course, Lang::Id);
    let mut count = 0;
    for page in course.pages() {
        for part in &page.body.id.parts {
            let (Content::Block(block), Seen::Everywhere | Seen::Reader) =
                (&part.content, part.seen)
            else {
                continue;
            };
            block.each_text(&mut |spans| {
                for (at, span) in spans.iter().enumerate() {
                    let Some(Link::Page(key)) = &span.link else { continue };
                    if spans.get(at + 1).is_some_and(|next| next.link == span.link) {
                        continue;
                    }
                    let (module, place, _) = course.page(key).unwrap();
                    let number = format!("{} ({}.{})", span.text, module + 1, place + 1);
                    let text = text_of(&section(&document, &course, page, Lang::Id).blocks);
                    assert!(holds(&text, &number), "{}: {number}", page.key);
                    count += 1;
                }
            });
        }
    }
    assert!(count > 10, "{count}");
}

#[test]
fn the_facilitators_guide_holds_screen_notes_minutes_activities_and_polls_with_their_reasons() {
    let course = course();
    let seen = [Seen::Everywhere, Seen::Projector, Seen::Facilitator];
    for lang in Lang::ALL {
        let document = Handout::Guide.document(&course, lang);
        for page in course.pages() {
            let section = section(&document, &course, page, lang);
            let text = text_of(&section.blocks);
            for run in runs(page, lang, &seen) {
                assert!(holds(&text, run), "{}: {run}", page.key);
            }
            let minutes = format!("{}{}", page.minutes, lang.pick("menit", "minutes"));
            assert!(text.starts_with(&minutes), "{}", page.key);
            for activity in course.activities.iter().filter(|known| known.page == page.key) {
                let steps = activity.steps.iter().chain([&activity.title, &activity.product]);
                assert!(steps.into_iter().all(|step| holds(&text, step.get(lang))), "{}", page.key);
            }
            let stands = |item: &&Item| {
                let is_inside = |part: &pandu::model::course::Part| {
                    part.content == Content::Item(item.key.clone())
                };
                let is_here = page.body.get(lang).parts.iter().any(is_inside);
                is_here || (item.is_poll() && item.page == page.key)
            };
            for item in course.items().filter(stands) {
                assert!(holds(&text, item.prompt.get(lang)), "{}", item.key);
                for secret in secrets(item, lang) {
                    assert!(holds(&text, secret), "{}: {secret}", item.key);
                }
                for (letter, option) in ('A'..).zip(&item.options).filter(|(_, it)| it.right) {
                    let right = format!("{letter} ✓{}", option.text.get(lang));
                    assert!(holds(&text, &right), "the letters of the screen: {right}");
                }
            }
        }
    }
}

#[test]
fn the_command_prints_both_editions_in_three_forms_and_all_as_web_pages() {
    let folder = tempfile::tempdir().unwrap();
    let (_, text, _) = pandu(folder.path(), &["course", "handout", "buku"]);
    assert!(text.starts_with("Buku peserta: Studi Kasus Keberhasilan SOP\n==="));
    let (_, same, _) = pandu(folder.path(), &["course", "handout", "book", "--lang", "en"]);
    assert!(same.starts_with("Participants' book: SOP Success Case Studies\n==="));
    let (_, markdown, _) =
        pandu(folder.path(), &["course", "handout", "panduan", "--format", "md"]);
    assert!(
        markdown.starts_with("# Panduan fasilitator: ") && markdown.contains("\n## Daftar isi\n")
    );
    assert!(markdown.contains("\n## Modul 2: ") && markdown.contains("\n### 2.3 "));
    let (_, page, _) = pandu(folder.path(), &["course", "handout", "tes", "--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.matches("<html").count() == 1);
    assert_eq!(page.matches("<h1>").count(), 2, "both forms in one file");
    let (code, said, _) = pandu(folder.path(), &["course", "handout", "guide", "-o", "g.HTML"]);
    assert_eq!((code, said.as_str()), (0, "Ditulis ke g.HTML.\n"));
    let guide = fs::read_to_string(folder.path().join("g.HTML")).unwrap();
    let document = Handout::Guide.document(&course(), Lang::Id);
    assert_eq!(guide, report::html::documents(&[document], Lang::Id));
    let (code, ..) =
        pandu(folder.path(), &["course", "handout", "all", "--format", "html", "-o", "cetak"]);
    let files = fs::read_dir(folder.path().join("cetak")).unwrap();
    let names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!((code, names.len()), (0, Handout::all(&course()).len()));
    assert!(
        names.iter().all(|name| Path::new(name).extension().is_some_and(|end| end == "html")),
        "{names:?}"
    );
    assert!(names.contains(&"buku.html".to_owned()) && names.contains(&"panduan.html".to_owned()));
    for name in names {
        let file = fs::read_to_string(folder.path().join("cetak").join(name)).unwrap();
        assert!(file.starts_with("<!DOCTYPE html>"));
    }
}
