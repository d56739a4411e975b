//! Beginning anew: what is asked before, what is said after, and the way back.

use crate::{
    model::{
        history::{self, Scope},
        safe_text::cap,
        text::{Lang, Said},
    },
    ui::{
        cx::{Cx, Save},
        screens::confirm::Confirm,
    },
};

/// Longest title or prompt in a question, in graphemes: the way out must stay in sight below it.
const LONGEST: usize = 80;

/// What would begin anew.
pub(super) struct Target {
    scope: Scope,
    /// What it is called in the question.
    name: Said,
    /// Questions that would count as not answered.
    items: usize,
}

impl Target {
    /// Of a question: its prompt.
    pub(super) fn item(key: &str, prompt: &Said) -> Self {
        let name = Said::both(|lang| {
            let prompt = prompt.get(lang).split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} “{}”", lang.pick("soal", "the question"), cap(&prompt, LONGEST))
        });
        Self { scope: Scope::Item(key.to_owned()), name, items: 1 }
    }

    /// Of a module: its place from 0, its title, and how many of its questions were answered.
    pub(super) fn module(key: &str, at: usize, title: &Said, items: usize) -> Self {
        let name = Said::both(|lang| {
            let word = lang.pick("Modul", "Module");
            format!("{word} {} · {}", at + 1, cap(title.get(lang), LONGEST))
        });
        Self { scope: Scope::Module(key.to_owned()), name, items }
    }

    /// Of the whole course.
    pub(super) fn all(items: usize) -> Self {
        let name = Said::new("semua soal kursus ini".into(), "all questions of this course".into());
        Self { scope: Scope::All, name, items }
    }

    /// Asks first.
    pub(super) fn ask(self) -> Confirm {
        let scope = self.scope.clone();
        Confirm::new(self.question(), Box::new(move |cx| reset(&scope, cx)))
    }

    fn question(&self) -> Said {
        let items = self.items;
        Said::both(|lang| {
            let name = self.name.get(lang);
            match (lang, items) {
                (Lang::Id, _) => format!(
                    "Atur ulang {name}?\n\n{items} soal dianggap belum dijawab: tingkat, ulangan, \
                     dan statistiknya mulai dari awal. Halaman yang sudah dibaca, hasil tes awal dan \
                     tes akhir, catatan, dan rencana tetap.\n\nJawaban lama tetap tersimpan di berkas Anda, dan u pada \
                     layar Kemajuan mengembalikannya."
                ),
                (Lang::En, _) => format!(
                    "Reset {name}?\n\n{} not answered: levels, reviews and statistics begin anew. \
                     Pages read, results of the tests before and after, notes and the plan stay.\n\nThe old answers stay in your file, and \
                     u on the Progress screen brings them back.",
                    if items == 1 {
                        "1 question counts as".to_owned()
                    } else {
                        format!("{items} questions count as")
                    }
                ),
            }
        })
    }
}

fn reset(scope: &Scope, cx: &mut Cx) {
    let course = std::rc::Rc::clone(&cx.course);
    cx.edit_work(Save::Now, |work| history::reset(&course, work, scope));
    let short = short(scope, cx);
    cx.notice = Some(Said::both(|lang| match lang {
        Lang::Id => format!("{} diatur ulang; u mengurungkan.", short.get(lang)),
        Lang::En => format!("{} reset; u undoes it.", short.get(lang)),
    }));
}

/// Takes the newest reset back and says so; tells what it was, where it can be named.
pub(super) fn undo(cx: &mut Cx) -> Option<Scope> {
    let scope = history::newest_reset(cx.work());
    if !cx.edit_work(Save::Now, history::undo_reset) {
        return None;
    }
    let short = scope.as_ref().map(|scope| short(scope, cx));
    cx.notice = Some(Said::both(|lang| match (lang, &short) {
        (Lang::Id, Some(short)) => format!("{} dihitung lagi.", short.get(lang)),
        (Lang::En, Some(short)) => format!("{} counts again.", short.get(lang)),
        (_, None) => lang.pick("Sudah diurungkan.", "Undone.").to_owned(),
    }));
    scope
}

/// A scope in two words, for the line of state.
fn short(scope: &Scope, cx: &Cx) -> Said {
    let module = |key: &str| cx.course.module(key).map(|(at, _)| at + 1);
    Said::both(|lang| match (scope, lang) {
        (Scope::Module(key), _) => match module(key) {
            Some(number) => format!("{} {number}", lang.pick("Modul", "Module")),
            None => lang.pick("Satu modul", "One module").to_owned(),
        },
        (Scope::Item(_), _) => lang.pick("Satu soal", "One question").to_owned(),
        (Scope::All, _) => lang.pick("Semua", "Everything").to_owned(),
    })
}
