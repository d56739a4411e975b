//! items.toml: the questions of a module, both languages side by side. What only one kind of
//! question has is in [`kinds`].

mod kinds;

use toml::Spanned;

use super::{opened, own_key, reference, tell_module_in_key, valid_key};
use crate::model::{
    course::{
        Choice, Item, Kind,
        check::{Index, Sort, marks},
        raw::{English, Fields, Place, instead},
    },
    faults::{Log, quoted},
    text::{Said, Text},
};

/// An item with the places that its checks point at.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The item.
    pub item: Item,
    /// Its key, or its table when it has none.
    pub place: Place,
    /// Whether it says `verdict`.
    pub has_verdict: bool,
    /// Where each option stands: its key, or its table when it has none.
    pub options: Vec<Place>,
    /// Where each option says `right`, if it does.
    pub rights: Vec<Option<Place>>,
    /// Whether what an option says about `right` could not be read.
    pub is_unclear: bool,
    /// Where accepted answers stand.
    pub accepted: Vec<Spanned<String>>,
    /// Where each bin stands: its key, or its table when it has none.
    pub bins: Vec<Place>,
    /// Where each option names its bin, if it does.
    pub chosen_bins: Vec<Option<Place>>,
    /// Where the list of a reflection stands.
    pub check: Place,
    /// Where it says what it may be used for.
    pub uses: Place,
}

/// Reads items.toml.
pub(super) fn read(
    text: &str,
    module: &str,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Vec<Item> {
    let Some(mut fields) = opened(text, index, log) else { return Vec::new() };
    let mut items = Vec::new();
    for table in fields.tables("item", log) {
        if let Some(placed) = item(table, module, english, index, log) {
            marks::check(&placed, log);
            items.push(placed.item);
        }
    }
    fields.end(log);
    items
}

/// Where an item may be used.
const USES: [&str; 4] = ["practice", "pre", "post", "poll"];

fn item(
    mut fields: Fields<'_>,
    module: &str,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Placed> {
    let key = own_key(&mut fields, Sort::Item, index, log);
    if let Some(key) = &key {
        tell_module_in_key(module, key.get_ref(), key.span(), log);
    }
    let place = key.as_ref().map_or_else(|| fields.place.clone(), Spanned::span);
    let revision = fields.number("revision", 1..=1_000_000, log).unwrap_or(1);
    let page =
        fields.need("page", log).then(|| reference(&mut fields, "page", Sort::Page, index, log));
    let factor = reference(&mut fields, "factor", Sort::Factor, index, log);
    let situation = fields.flag("situation", log).is_some_and(Spanned::into_inner);
    let uses_place = fields.place_of("use");
    let uses = one_of("use", fields.texts("use", log), &USES, log);
    let form = one_of("form", fields.text("form", log).into_iter().collect(), &["a", "b"], log);
    let prompt = fields.need_said("prompt", english, log);
    let hints = hints(&mut fields, english, log);
    // Without a kind nobody can say which of the other fields belong here.
    let kind = kind(&mut fields, log)?;
    let mut placed = Placed {
        place,
        has_verdict: false,
        is_unclear: false,
        options: Vec::new(),
        rights: Vec::new(),
        accepted: Vec::new(),
        bins: Vec::new(),
        chosen_bins: Vec::new(),
        check: fields.place.clone(),
        uses: uses_place,
        item: Item {
            key: key.map(Spanned::into_inner).unwrap_or_default(),
            revision: u32::try_from(revision).unwrap_or(1),
            kind,
            page: page.flatten().unwrap_or_default(),
            factor,
            situation,
            uses: if uses.is_empty() { vec!["practice".to_owned()] } else { uses },
            form: form.into_iter().next(),
            prompt: prompt.unwrap_or_default(),
            hints,
            options: Vec::new(),
            verdict: false,
            accept: Text::new(Vec::new(), Vec::new()),
            why: Said::default(),
            bins: Vec::new(),
            model: Said::default(),
            check: Vec::new(),
        },
    };
    kinds::read(&mut fields, &mut placed, english, log);
    fields.end(log);
    Some(placed)
}

fn kind(fields: &mut Fields<'_>, log: &mut Log<'_>) -> Option<Kind> {
    let kind = fields.need_text("kind", log)?;
    let known = Kind::from_name(kind.get_ref());
    if known.is_none() {
        let what = Said::new(
            format!("jenis soal {} tidak dikenal", quoted(kind.get_ref())),
            format!("the kind of question {} is not known", quoted(kind.get_ref())),
        );
        log.error(kind.span(), what, instead(kind.get_ref(), Kind::ALL.map(|(_, name)| name)));
    }
    known
}

/// Keeps the known words; tells of each other one.
fn one_of(
    name: &str,
    words: Vec<Spanned<String>>,
    known: &[&'static str],
    log: &mut Log<'_>,
) -> Vec<String> {
    words
        .into_iter()
        .filter_map(|word| {
            if known.contains(&word.get_ref().as_str()) {
                return Some(word.into_inner());
            }
            let what = Said::new(
                format!("{} bukan isi yang dikenal untuk “{name}”", quoted(word.get_ref())),
                format!("{} is not known for “{name}”", quoted(word.get_ref())),
            );
            log.error(word.span(), what, instead(word.get_ref(), known.iter().copied()));
            None
        })
        .collect()
}

fn hints(fields: &mut Fields<'_>, english: English, log: &mut Log<'_>) -> Vec<Said> {
    let place = fields.place_of("hint");
    let tables = fields.tables("hint", log);
    if tables.len() > 2 {
        let what = Text::new("petunjuknya lebih dari dua", "there are more than two hints");
        let remedy = Text::new("Sisakan dua yang terbaik.", "Keep the two best.");
        log.error(place, what, remedy);
    }
    tables.into_iter().filter_map(|hint| hint.both("hint", english, log)).collect()
}

fn option(mut fields: Fields<'_>, placed: &mut Placed, english: English, log: &mut Log<'_>) {
    let key = valid_key(&mut fields, "key", log);
    placed.options.push(key.as_ref().map_or_else(|| fields.place.clone(), Spanned::span));
    let mut choice =
        Choice { key: key.map(Spanned::into_inner).unwrap_or_default(), ..Choice::default() };
    choice.text = fields.need_said("text", english, log).unwrap_or_default();
    kinds::of_option(&mut fields, placed, &mut choice, english, log);
    choice.why = fields.need_said("why", english, log).unwrap_or_default();
    fields.end(log);
    placed.item.options.push(choice);
}
