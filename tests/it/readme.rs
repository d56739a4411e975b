//! What README prints of the program is what the program prints.
#![allow(clippy::expect_used, reason = "helpers of tests: a failure is what they are for")]

use std::{env, fs, path::Path, process::Command};

const BEGIN: &str = "```text\n";
const END: &str = "\n```";

/// To write the list anew: `PANDU_README=always cargo test --test it readme`.
#[test]
#[expect(clippy::disallowed_methods, reason = "it writes only when asked to")]
fn the_list_of_keys_is_the_one_that_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["keys", "--lang", "en"])
        .output()
        .expect("pandu starts");
    let keys = String::from_utf8(output.stdout).expect("text");
    let start = readme.find(BEGIN).expect("a list of keys") + BEGIN.len();
    let (before, rest) = readme.split_at(start);
    let (list, after) = rest.split_at(rest.find(END).expect("its end"));
    if env::var_os("PANDU_README").is_some() {
        fs::write(&path, format!("{before}{}{after}", keys.trim_end())).expect("written");
        return;
    }
    assert_eq!(list, keys.trim_end());
}

#[test]
fn every_picture_and_file_that_it_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("a README");
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let mut count = 0;
    for target in targets.filter(|target| !target.contains("://")) {
        assert!(root.join(target).is_file(), "{target}");
        count += 1;
    }
    assert!(count > 0);
}
