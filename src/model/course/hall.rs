//! What of a page the hall sees: the projector shows some parts, and only some steps bring one.

use std::collections::BTreeSet;

use super::{Body, Page, Part, Seen};

impl Body {
    /// The parts that the projector shows, in order. A question among them is shown by its words.
    pub fn in_hall(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| matches!(part.seen, Seen::Everywhere | Seen::Projector))
    }
}

impl Page {
    /// Whether the projector shows anything of it besides its title.
    pub fn is_in_hall(&self) -> bool {
        self.body.id.in_hall().next().is_some()
    }

    /// The steps that bring something for the hall to see, rising; 0 is always among them. Both
    /// languages of a page have the same.
    pub fn hall_steps(&self) -> Vec<usize> {
        let brought = self.body.id.in_hall().flat_map(|part| part.step..=part.last_step());
        let steps: BTreeSet<usize> = [0].into_iter().chain(brought).collect();
        steps.into_iter().collect()
    }
}
