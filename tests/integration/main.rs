//! The one integration binary: each file is a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(feature = "app")]
mod app;
mod cli_check;
mod cores;
mod debrief;
mod desk;
mod desk_pictures;
mod engine;
mod explore;
mod extremes;
mod figures;
#[cfg(feature = "store")]
mod golden;
mod layout;
#[cfg(feature = "store")]
mod logfile;
mod misspelling;
mod mutations;
#[cfg(feature = "store")]
mod panel;
#[cfg(feature = "store")]
mod panel_review;
#[cfg(feature = "store")]
mod panel_round;
mod play;
mod random_plays;
mod readme;
#[cfg(feature = "store")]
mod records;
mod room;
mod score;
#[cfg(feature = "store")]
mod score_runs;
mod small_things;
#[cfg(feature = "store")]
mod store;
mod suite;
mod words;
