//! The one integration binary: each file is a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod debrief;
mod cli_check;
mod logfile;
mod play;
mod desk;
mod engine;
mod extremes;
mod layout;
mod misspelling;
mod mutations;
mod random_plays;
mod readme;
mod suite;
mod words;
