//! Reports: a debrief put into words and set out, for people and for programs.
//!
//! In goes a [`Debrief`](crate::review::debrief::Debrief) and a catalogue of words; out comes a text. `words` turns
//! what the debrief says into messages, one place for every front end; `plain` sets them out for eighty columns.
//! `invitation` is the page for reviewers.
//! Nothing here reads a run, a file or a clock.

pub mod invitation;
pub mod plain;
pub mod words;
