//! Builds again when the course changes: the embedding macro does not notice new files.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo:rerun-if-changed=assets/course");
}
