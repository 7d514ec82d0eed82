//! The one integration binary: each file is a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cli_check;
mod debrief;
mod desk;
mod engine;
mod extremes;
mod layout;
mod logfile;
mod misspelling;
mod mutations;
mod play;
mod random_plays;
mod readme;
mod suite;
mod words;
