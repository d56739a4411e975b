//! What a text field was before: one step back for each run of typing, about a word long.

use tui_input::InputRequest;

/// Most steps back that are kept.
const MOST: usize = 200;

/// A text and where its cursor stood.
type State = (String, usize);

/// What kind of change goes on; a run of the same kind is taken back at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Run {
    /// Nothing was changed since the cursor moved.
    #[default]
    Rest,
    /// Letters of a word.
    Word,
    /// The spaces after it.
    Space,
    /// Deleting letter by letter.
    Rub,
    /// A change that stands for itself.
    Alone,
}

impl Run {
    /// What a step of the cursor or a deletion begins.
    pub const fn of(request: InputRequest) -> Self {
        match request {
            InputRequest::DeletePrevChar | InputRequest::DeleteNextChar => Self::Rub,
            InputRequest::DeletePrevWord
            | InputRequest::DeleteNextWord
            | InputRequest::DeleteFromStart
            | InputRequest::DeleteTillEnd => Self::Alone,
            _ => Self::Rest,
        }
    }
}

/// The states before and after this one.
#[derive(Clone, Debug, Default)]
pub struct Past {
    back: Vec<State>,
    forth: Vec<State>,
    run: Run,
}

impl Past {
    /// Notes the state before a change that belongs to this run.
    pub fn note(&mut self, run: Run, text: &str, cursor: usize) {
        let before = std::mem::replace(&mut self.run, run);
        if run == Run::Rest {
            return;
        }
        self.forth.clear();
        let goes_on = match run {
            Run::Word | Run::Rub => before == run,
            // A word and the spaces after it are one step.
            Run::Space => matches!(before, Run::Word | Run::Space),
            Run::Rest | Run::Alone => false,
        };
        if goes_on {
            return;
        }
        if self.back.len() == MOST {
            self.back.remove(0);
        }
        self.back.push((text.to_owned(), cursor));
    }

    /// The state before this one, or after it; steps that changed no letter are passed over.
    pub fn travel(&mut self, is_back: bool, here: State) -> Option<State> {
        self.run = Run::Rest;
        let (from, to) = if is_back {
            (&mut self.back, &mut self.forth)
        } else {
            (&mut self.forth, &mut self.back)
        };
        let there = loop {
            let there = from.pop()?;
            if there.0 != here.0 {
                break there;
            }
        };
        to.push(here);
        Some(there)
    }
}
