//! Keys about a question to the hall.

use super::{Msg, Prompt, Window, Wish, send};
use crate::{
    model::{
        live::{Command, Show, options},
        text::Said,
    },
    ui::hall::questions,
};

/// Minutes to talk a question over with a neighbour.
const DISCUSS: u32 = 3;

impl Window {
    pub(super) fn act_on_poll(&mut self, msg: Msg) -> Vec<Wish> {
        let Some((item, poll)) = self.poll() else {
            return match msg {
                Msg::Ask => self.ask_hall(),
                Msg::Discuss => discuss(),
                _ => self.ask_again(msg),
            };
        };
        let key = item.key.clone();
        let shows = |show: Show| {
            let show = if poll.show == show { Show::Question } else { show };
            send(Command::Show { item: key.clone(), show })
        };
        match msg {
            Msg::Ask => send(Command::ClosePoll),
            Msg::Count => {
                let prompt = Prompt::hands(item, poll.vote, poll.hands(poll.vote));
                self.type_in(prompt)
            }
            Msg::Bars => shows(Show::Bars),
            Msg::Key => shows(Show::Key),
            Msg::Again if poll.vote > 1 => self.refuse(
                "Suara kedua sudah dibuka; hitung dengan h.",
                "The second vote is open; count it with h.",
            ),
            Msg::Again if !poll.is_counted(1) => self.refuse(
                "Hitung suara pertama dahulu dengan h.",
                "Count the first vote with h before the second.",
            ),
            Msg::Again => send(Command::VoteAgain { item: key }),
            _ => discuss(),
        }
    }

    /// A click closed the poll of this page: what was meant for it opens it again.
    fn ask_again(&mut self, msg: Msg) -> Vec<Wish> {
        let here = self.questions_here();
        let polled = self.live.polled.iter().rev().find(|poll| here.contains(&poll.item));
        let Some((poll, item)) =
            polled.and_then(|poll| Some((poll.clone(), self.course.item(&poll.item)?.1)))
        else {
            return self.refuse(
                "Belum ada jajak di halaman ini: j menanyakannya.",
                "No poll on this page yet: j asks one.",
            );
        };
        let (ask, key) = (Wish::Send(Command::Ask(poll.item.clone())), poll.item.clone());
        let show = |show| vec![ask.clone(), Wish::Send(Command::Show { item: key.clone(), show })];
        match msg {
            Msg::Bars => show(Show::Bars),
            Msg::Key => show(Show::Key),
            Msg::Again if poll.vote == 1 && poll.is_counted(1) => {
                vec![ask, Wish::Send(Command::VoteAgain { item: key })]
            }
            Msg::Count => {
                self.prompt = Some(Prompt::hands(item, poll.vote, poll.hands(poll.vote)));
                vec![ask]
            }
            _ => vec![ask],
        }
    }

    /// Asks the hall a question of this page: the next one that was not counted yet.
    fn ask_hall(&mut self) -> Vec<Wish> {
        let keys = self.questions_here();
        let is_new = |key: &&String| !self.live.polled.iter().any(|poll| poll.item == **key);
        let Some(key) = keys.iter().find(is_new).or(keys.first()) else {
            return self.refuse(
                "Halaman ini tidak memuat soal jajak. Pilih satu dari ikhtisar (o).",
                "This page has no question for a poll. Choose one in the overview (o).",
            );
        };
        vec![Wish::Send(Command::Begin), Wish::Send(Command::Ask(key.clone()))]
    }

    /// Questions that hands can go up for: those that stand on the page, then the polls about it.
    pub(in crate::ui::show) fn questions_here(&self) -> Vec<String> {
        let Some((module, _, page)) = self.course.page(&self.live.page) else { return Vec::new() };
        let on_page = questions(page, self.lang).map(|(_, key)| key.to_owned());
        let module = self.course.modules.get(module);
        let items = module.into_iter().flat_map(|module| &module.items);
        let about = items.filter(|item| item.page == page.key && item.is_poll());
        let mut keys: Vec<String> = on_page.chain(about.map(|item| item.key.clone())).collect();
        keys.retain(|key| self.course.item(key).is_some_and(|(_, item)| options(item) > 0));
        let mut known = std::collections::BTreeSet::new();
        keys.retain(|key| known.insert(key.clone()));
        keys
    }

    /// Two votes of one hall that differ much are a slip of the finger.
    pub(super) fn doubt(&mut self, item: &str, vote: usize, counts: &[u32]) {
        let all = |hands: &[u32]| hands.iter().map(|hands| u64::from(*hands)).sum::<u64>();
        let first = self.live.poll.as_ref().filter(|poll| poll.item == item && vote > 1);
        let (first, now) = (first.map_or(0, |poll| all(poll.hands(1))), all(counts));
        if first > 0 && now.abs_diff(first) * 4 > first {
            self.say(Said::new(
                format!("Suara 1: {first} tangan, suara 2: {now}. Bila keliru, tekan h lagi."),
                format!("Vote 1: {first} hands, vote 2: {now}. If that is wrong, press h again."),
            ));
        }
    }
}

fn discuss() -> Vec<Wish> {
    send(Command::TimerStart { minutes: DISCUSS, activity: None })
}
