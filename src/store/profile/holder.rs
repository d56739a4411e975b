//! Who holds a profile: what the lock file says about the other window, cleaned for a screen.

use jiff::Timestamp;

/// The window that holds a lock; empty where the file does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Process number.
    pub pid: Option<u32>,
    /// Login name.
    pub user: String,
    /// Name of the machine.
    pub host: String,
    /// When it took the lock.
    pub since: Option<Timestamp>,
}

/// What this process writes into a lock.
pub(super) fn this_process() -> String {
    let first = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok());
    let user = first(["USER", "USERNAME"]).unwrap_or_default();
    let host = first(["HOSTNAME", "COMPUTERNAME"])
        .or_else(|| std::fs::read_to_string("/etc/hostname").ok())
        .unwrap_or_default();
    format!("pid {}\nuser {}\nhost {}\n", std::process::id(), clean(&user), clean(&host))
}

/// Reads what another process wrote.
pub(super) fn parse(text: &str, since: Option<Timestamp>) -> Holder {
    let field = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' '));
        clean(line.unwrap_or_default())
    };
    Holder { pid: field("pid").parse().ok(), user: field("user"), host: field("host"), since }
}

/// Anybody may write a lock file, so only harmless characters pass.
fn clean(text: &str) -> String {
    let harmless = |each: &char| each.is_alphanumeric() || matches!(each, '.' | '-' | '_' | '@');
    text.trim().chars().filter(harmless).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_named_as_it_names_itself() {
        let holder = parse(&this_process(), None);
        assert_eq!(holder.pid, Some(std::process::id()));
    }

    #[test]
    fn a_lock_file_cannot_write_on_the_screen() {
        let holder = parse("pid x\nuser \u{1b}[2Jsiti\u{202e}\nhost\n", None);
        let expected =
            Holder { pid: None, user: "2Jsiti".to_owned(), host: String::new(), since: None };
        assert_eq!(holder, expected);
    }
}
