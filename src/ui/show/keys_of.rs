//! The keys of both windows, declared once. A clicker sends `PgDn`, `PgUp`, F5, Esc and `.` or `b`; it
//! works wherever the focus is.

use crate::{
    model::text::Text,
    ui::keys::{self, Binding, Code, Key, also, bind},
};

/// What a key tells a window of the show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// On.
    Next,
    /// Back.
    Back,
    /// The first page.
    First,
    /// The last page.
    Last,
    /// Jump to a page; its number begins with this digit.
    Number(char),
    /// All pages.
    Find,
    /// Where one was before the last jump.
    Return,
    /// Mark the page, or take the mark away.
    Mark,
    /// The next marked page.
    NextMark,
    /// Black, or not.
    Black,
    /// What clickers begin a show with.
    Start,
    /// Take away what covers the page.
    Uncover,
    /// Ask the hall the question of this page, or close it.
    Ask,
    /// Type the hands.
    Count,
    /// Bars, or the question.
    Bars,
    /// Key and why, or the question.
    Key,
    /// The second vote.
    Again,
    /// A countdown for talking in pairs.
    Discuss,
    /// A countdown of some minutes.
    Timer,
    /// Pause, or go on.
    Pause,
    /// A minute more.
    More,
    /// A minute less.
    Less,
    /// Fill the screen, or stand at its edge.
    Big,
    /// No countdown any more.
    Clear,
    /// The activity of this page: task, groups, countdown.
    Task,
    /// Names of the groups.
    Groups,
    /// Draw who presents when.
    Draw,
    /// The next group presents.
    Turn,
    /// The day's agenda, shown to the hall.
    Agenda,
    /// Which day it is and when it began.
    Day,
    /// How the day goes, in the hall's window.
    Info,
    /// More on one screen.
    Denser,
    /// Less on one screen.
    Roomier,
    /// Notes one line up.
    Up,
    /// Notes one line down.
    Down,
    /// The keys.
    Help,
    /// Leave; asks to be pressed twice.
    Leave,
}

const NOTES: Text = Text::new("gulir catatan", "scroll the notes");
const MINUTES: Text = Text::new("satu menit lebih, kurang", "a minute more, less");
const DENSITY: Text = Text::new("isi layar lebih padat, lebih lapang", "more, less on one screen");
const NUMBER: Text = Text::new("lompat ke halaman bernomor itu", "jump to the page of that number");

/// The keys.
pub const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::PAGE_DOWN, keys::SPACE, keys::RIGHT, keys::DOWN, keys::ENTER],
        Msg::Next,
        Text::new("maju", "on"),
    ),
    bind(&[keys::PAGE_UP, keys::LEFT, keys::UP], Msg::Back, Text::new("mundur", "back")),
    bind(&[Key::char('b'), Key::char('.')], Msg::Black, Text::new("gelap", "black")),
    bind(&[Key::plain(Code::F(5))], Msg::Start, Text::new("mulai; bekukan", "begin; freeze")),
    bind(&[Key::char('o'), Key::char('/')], Msg::Find, Text::new("ikhtisar", "overview")),
    also(&[keys::HOME], Msg::First, Text::new("halaman pertama", "first page")),
    also(&[keys::END], Msg::Last, Text::new("halaman terakhir", "last page")),
    also(&[Key::char('0')], Msg::Number('0'), NUMBER),
    also(&[Key::char('1')], Msg::Number('1'), NUMBER),
    also(&[Key::char('2')], Msg::Number('2'), NUMBER),
    also(&[Key::char('3')], Msg::Number('3'), NUMBER),
    also(&[Key::char('4')], Msg::Number('4'), NUMBER),
    also(&[Key::char('5')], Msg::Number('5'), NUMBER),
    also(&[Key::char('6')], Msg::Number('6'), NUMBER),
    also(&[Key::char('7')], Msg::Number('7'), NUMBER),
    also(&[Key::char('8')], Msg::Number('8'), NUMBER),
    also(&[Key::char('9')], Msg::Number('9'), NUMBER),
    also(
        &[Key::plain(Code::Backspace)],
        Msg::Return,
        Text::new("kembali ke tempat sebelum melompat", "back to where you jumped from"),
    ),
    also(&[Key::char('t')], Msg::Mark, Text::new("tandai halaman ini", "mark this page")),
    also(&[keys::TAB], Msg::NextMark, Text::new("halaman bertanda berikutnya", "next marked page")),
    also(
        &[keys::ESC],
        Msg::Uncover,
        Text::new(
            "singkirkan gelap, beku, hitung mundur, jajak, kegiatan",
            "take away black, frozen, countdown, poll, activity",
        ),
    ),
    bind(&[Key::char('j')], Msg::Ask, Text::new("jajak", "poll")),
    bind(&[Key::char('h')], Msg::Count, Text::new("hitung tangan", "count hands")),
    bind(&[Key::char('g')], Msg::Bars, Text::new("grafik", "graph")),
    bind(&[Key::char('k')], Msg::Key, Text::new("kunci", "key")),
    bind(&[Key::char('u')], Msg::Again, Text::new("suara kedua", "second vote")),
    bind(&[Key::char('d')], Msg::Discuss, Text::new("diskusi 3 menit", "discuss, 3 minutes")),
    bind(&[Key::char('e')], Msg::Task, Text::new("kegiatan", "activity")),
    also(&[Key::char('n')], Msg::Groups, Text::new("nama kelompok", "names of the groups")),
    also(
        &[Key::char('r')],
        Msg::Draw,
        Text::new("undi urutan paparan kelompok", "draw the order of presenting"),
    ),
    also(&[Key::char('v')], Msg::Turn, Text::new("kelompok berikutnya", "next group")),
    bind(&[Key::char('w')], Msg::Timer, Text::new("hitung mundur", "countdown")),
    bind(&[Key::char('p')], Msg::Pause, Text::new("jeda, lanjut", "pause, go on")),
    also(&[Key::char('+'), Key::char('=')], Msg::More, MINUTES),
    also(&[Key::char('-')], Msg::Less, MINUTES),
    also(
        &[Key::char('z')],
        Msg::Big,
        Text::new("hitung mundur penuh atau di tepi", "countdown full or at the edge"),
    ),
    also(&[Key::char('x')], Msg::Clear, Text::new("hapus hitung mundur", "no countdown any more")),
    also(&[Key::char('a')], Msg::Agenda, Text::new("agenda hari ini", "today’s agenda")),
    also(
        &[Key::char('s')],
        Msg::Day,
        Text::new("hari keberapa, mulai pukul berapa", "which day, begun at what time"),
    ),
    also(
        &[Key::char('i')],
        Msg::Info,
        Text::new(
            "waktu dan langkah berikutnya, di layar utama",
            "time and what is next, in the hall",
        ),
    ),
    also(&[Key::char('[')], Msg::Denser, DENSITY),
    also(&[Key::char(']')], Msg::Roomier, DENSITY),
    also(&[Key::ctrl_code(Code::Up)], Msg::Up, NOTES),
    also(&[Key::ctrl_code(Code::Down)], Msg::Down, NOTES),
    also(
        &[Key::char('?'), Key::plain(Code::F(1))],
        Msg::Help,
        Text::new("bantuan ini", "this help"),
    ),
    also(
        &[Key::char('q')],
        Msg::Leave,
        Text::new("keluar, tekan dua kali (atau Ctrl-Q)", "leave, press twice (or Ctrl-Q)"),
    ),
];
