//! What pandu stands on: under which licences, from where, and that none of it is for a network.
//!
//! Asks cargo itself, for all systems at once. deny.toml says the same to cargo-deny. Two versions
//! of one crate are no fault here; cargo-deny tells them.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

mod spdx;

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::{Value, json};

/// Licences that any crate may have.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "Zlib",
    "ISC",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
];

/// Licences that one crate may have. MPL-2.0 reaches no further than the files under it.
const ALLOWED_TO: &[(&str, &[&str])] =
    &[("option-ext", &["MPL-2.0"]), ("priority-queue", &["MPL-2.0"])];

/// Where crates come from.
const INDEX: &str = "registry+https://github.com/rust-lang/crates.io-index";
/// The same registry by its newer protocol.
const SPARSE: &str = "sparse+https://index.crates.io/";

/// Crates that talk to a network. Neither pandu nor anything in it may stand on one; what only the
/// tests stand on is their business.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-io",
    "async-std",
    "attohttpc",
    "axum",
    "curl",
    "curl-sys",
    "git2",
    "h2",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "lettre",
    "libgit2-sys",
    "libssh2-sys",
    "minreq",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "security-framework",
    "self_update",
    "sentry",
    "smol",
    "socket2",
    "ssh2",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "zmq",
];

/// Of those, the ones that some crates may use all the same: crossterm waits for keys through mio,
/// notify for changes of files.
/// That pandu's own sources name no `std::net` and no mio is held by the test over the layers.
const FOR_SOME: &[(&str, &[&str])] = &[("mio", &["crossterm", "notify", "signal-hook-mio"])];

/// One crate of the tree.
struct Crate<'a> {
    name: &'a str,
    version: &'a str,
    licence: Option<&'a str>,
    source: Option<&'a str>,
    /// What it stands on, and whether for more than its tests.
    needs: Vec<(&'a str, bool)>,
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} in {value}"))
}

/// The crates by their ids.
fn crates(metadata: &Value) -> BTreeMap<&str, Crate<'_>> {
    let needs = |node| {
        let edges = list(node, "deps").iter();
        let kinds = |edge| list(edge, "dep_kinds").iter().map(|kind| kind["kind"].as_str());
        edges.map(|edge| (text(edge, "pkg"), kinds(edge).any(|kind| kind != Some("dev")))).collect()
    };
    let nodes: BTreeMap<&str, Vec<(&str, bool)>> = list(&metadata["resolve"], "nodes")
        .iter()
        .map(|node| (text(node, "id"), needs(node)))
        .collect();
    list(metadata, "packages")
        .iter()
        .map(|package| {
            let id = text(package, "id");
            let known = Crate {
                name: text(package, "name"),
                version: text(package, "version"),
                licence: package["license"].as_str(),
                source: package["source"].as_str(),
                needs: nodes.get(id).cloned().unwrap_or_default(),
            };
            (id, known)
        })
        .collect()
}

/// Every crate that is reached from the root; those that only tests need, too, when `with_tests`.
fn reached<'a>(
    root: &'a str,
    crates: &BTreeMap<&'a str, Crate<'a>>,
    with_tests: bool,
) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::from([root]);
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        for (need, is_shipped) in crates.get(id).map_or(&[][..], |known| &known.needs) {
            if (*is_shipped || with_tests) && found.insert(need) {
                open.push(need);
            }
        }
    }
    found
}

/// Everything that is wrong with a tree, in words.
fn faults(metadata: &Value) -> Vec<String> {
    let crates = crates(metadata);
    let root = text(&metadata["resolve"], "root");
    let all = reached(root, &crates, true);
    let shipped = reached(root, &crates, false);
    let mut found = Vec::new();
    for (id, known) in crates.iter().filter(|(id, _)| **id != root && all.contains(*id)) {
        let name = format!("{} {}", known.name, known.version);
        found.extend(licence(known).map(|fault| format!("{name}: {fault}")));
        if !known.source.is_some_and(|source| [INDEX, SPARSE].contains(&source)) {
            let source = known.source.unwrap_or("a folder");
            found.push(format!("{name}: comes from {source}, not from crates.io"));
        }
        if shipped.contains(id) && NETWORK.contains(&known.name) {
            let some = FOR_SOME.iter().find(|(some, _)| *some == known.name);
            let users = shipped.iter().filter_map(|user| crates.get(user)).filter(|user| {
                let is_one = some.is_some_and(|(_, users)| users.contains(&user.name));
                !is_one && user.needs.iter().any(|(need, is_shipped)| need == id && *is_shipped)
            });
            found.extend(
                users.map(|user| format!("{name}: is for networks; {} uses it", user.name)),
            );
        }
    }
    found
}

fn licence(known: &Crate) -> Option<String> {
    let Some(licence) = known.licence else { return Some("names no licence".to_owned()) };
    let own = ALLOWED_TO.iter().find(|(name, _)| *name == known.name).map_or(&[][..], |row| row.1);
    let allowed = |name: &str| ALLOWED.contains(&name) || own.contains(&name);
    match spdx::is_satisfied(licence, &allowed) {
        Ok(true) => None,
        Ok(false) => Some(format!("{licence} is none of the licences allowed")),
        Err(fault) => Some(format!("{licence} cannot be read: {fault}")),
    }
}

/// What cargo knows, without a network where that is enough.
fn metadata() -> Value {
    let ask = |more: &[&str]| {
        Command::new(env!("CARGO"))
            .args(["metadata", "--locked", "--format-version", "1"])
            .args(more)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo starts")
    };
    let mut answer = ask(&["--offline"]);
    if !answer.status.success() {
        // Crates of other systems are fetched only when somebody asks about them.
        answer = ask(&[]);
    }
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).expect("cargo answers in JSON")
}

#[test]
fn what_pandu_stands_on_is_free_known_and_without_network() {
    let metadata = metadata();
    let found = faults(&metadata);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    let count = crates(&metadata).len();
    assert!(count > 50, "only {count} crates were seen");
}

#[test]
fn cargo_deny_is_told_the_same() {
    let deny: toml::Table = toml::from_str(include_str!("../../deny.toml")).expect("TOML");
    let names = |list: &toml::Value| -> Vec<String> {
        let rows = list.as_array().expect("a list").iter();
        rows.map(|row| row.get("crate").unwrap_or(row).as_str().expect("a name").to_owned())
            .collect()
    };
    let pairs = |list: &toml::Value, key: &str| -> Vec<(String, Vec<String>)> {
        let rows = list.as_array().expect("a list").iter();
        let rows = rows.filter_map(|row| Some((row.get("crate")?.as_str()?, row.get(key)?)));
        rows.map(|(name, list)| (name.to_owned(), names(list))).collect()
    };
    let (licences, bans) = (&deny["licenses"], &deny["bans"]);
    assert_eq!(names(&licences["allow"]), ALLOWED);
    assert_eq!(names(&bans["deny"]), NETWORK);
    let (exceptions, wrappers) =
        (pairs(&licences["exceptions"], "allow"), pairs(&bans["deny"], "wrappers"));
    assert_eq!(format!("{exceptions:?}"), format!("{ALLOWED_TO:?}"));
    assert_eq!(format!("{wrappers:?}"), format!("{FOR_SOME:?}"));
}

/// A tree as cargo tells it. Each crate: name, licence, source; each edge: from, to, kind.
fn tree(crates: &[(&str, &str, &str)], edges: &[(&str, &str, &str)]) -> Value {
    let packages: Vec<Value> = crates
        .iter()
        .map(|(name, licence, source)| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            json!({"id": name, "name": name, "version": "1.0.0", "license": some(licence), "source": some(source)})
        })
        .collect();
    let nodes: Vec<Value> = crates
        .iter()
        .map(|(name, ..)| {
            let edges = edges.iter().filter(|(from, ..)| from == name);
            let deps: Vec<Value> = edges
                .map(|(_, to, kind)| {
                    let kind = (*kind != "normal").then_some(*kind);
                    json!({"pkg": to, "dep_kinds": [{"kind": kind, "target": null}]})
                })
                .collect();
            json!({"id": name, "deps": deps})
        })
        .collect();
    json!({"packages": packages, "resolve": {"root": "pandu", "nodes": nodes}})
}

const HERE: (&str, &str, &str) = ("pandu", "MIT OR Apache-2.0", "");

/// What is said of one crate that pandu needs in this way.
fn said(name: &str, licence: &str, source: &str, kind: &str) -> Vec<String> {
    faults(&tree(&[HERE, (name, licence, source)], &[("pandu", name, kind)]))
}

#[test]
fn a_licence_that_is_not_allowed_is_told_for_tests_as_well() {
    for kind in ["normal", "build", "dev"] {
        assert_eq!(said("x", "MIT/Apache-2.0", INDEX, kind), [""; 0]);
        let found = said("x", "GPL-3.0-only", INDEX, kind);
        assert_eq!(found, ["x 1.0.0: GPL-3.0-only is none of the licences allowed"]);
    }
    assert_eq!(said("x", "", INDEX, "normal"), ["x 1.0.0: names no licence"]);
    assert!(said("x", "MIT OR", INDEX, "normal")[0].contains("cannot be read"));
    assert_eq!(said("x", "MIT AND MPL-2.0", INDEX, "normal").len(), 1);
    assert_eq!(said("option-ext", "MPL-2.0", INDEX, "normal"), [""; 0]);
    assert_eq!(said("x", "MPL-2.0", INDEX, "normal").len(), 1, "only option-ext may");
}

#[test]
fn a_crate_from_elsewhere_is_told() {
    assert_eq!(said("x", "MIT", SPARSE, "dev"), [""; 0]);
    for (source, told) in [
        ("git+https://github.com/x/x?rev=1#1", "git+https://github.com/x/x?rev=1#1"),
        ("registry+https://example.org/index", "registry+https://example.org/index"),
        ("", "a folder"),
    ] {
        let found = said("x", "MIT", source, "dev");
        assert_eq!(found, [format!("x 1.0.0: comes from {told}, not from crates.io")]);
    }
}

#[test]
fn a_network_crate_is_told_unless_only_tests_need_it() {
    for kind in ["normal", "build"] {
        let found = said("ureq", "MIT", INDEX, kind);
        assert_eq!(found, ["ureq 1.0.0: is for networks; pandu uses it"]);
    }
    assert_eq!(said("ureq", "MIT", INDEX, "dev"), [""; 0]);
    let deep = |kind| {
        let crates = [HERE, ("x", "MIT", INDEX), ("tokio", "MIT", INDEX)];
        faults(&tree(&crates, &[("pandu", "x", kind), ("x", "tokio", "normal")]))
    };
    assert_eq!(deep("normal"), ["tokio 1.0.0: is for networks; x uses it"]);
    assert_eq!(deep("dev"), [""; 0]);
}

#[test]
fn mio_is_for_crossterm_alone() {
    let crates = [HERE, ("crossterm", "MIT", INDEX), ("mio", "MIT", INDEX)];
    let through = [("pandu", "crossterm", "normal"), ("crossterm", "mio", "normal")];
    assert_eq!(faults(&tree(&crates, &through)), [""; 0]);
    let found = faults(&tree(&crates, &[through[0], through[1], ("pandu", "mio", "normal")]));
    assert_eq!(found, ["mio 1.0.0: is for networks; pandu uses it"]);
}

#[test]
fn what_nobody_needs_is_not_judged() {
    let crates = [HERE, ("x", "GPL-3.0-only", INDEX)];
    assert_eq!(faults(&tree(&crates, &[])), [""; 0]);
}
