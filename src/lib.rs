//! pandu, the workshop companion in the terminal.
//!
//! ```text
//!  pandu · Studi Kasus Keberhasilan SOP                         Siti · DPMPTSP    ui/frame.rs
//! ──────────────────────────────────────────────────────────────────────────────
//!   the body of one screen: home, reader, question, plan …                        ui/screens/*.rs
//!   its running text                                                              ui/prose.rs
//!  ✓ tersimpan 09.12                                                              ui/frame.rs
//!  Enter buka   ↑↓ pilih   r RTL   ? bantuan   q keluar                           ui/keys.rs
//! ```
//!
//! What is taught comes from [`model::course`], what a person did is [`model::profile`], what
//! follows from both are pure functions beside them. [`store`] reads and writes, [`report`] makes
//! documents, [`ui`] draws and asks, `app` is the one loop that holds them together.

pub mod app;
pub mod cli;
pub mod model;
pub mod report;
pub mod store;
pub mod ui;
