//! Defensible: a training simulator for probation practice in England and Wales.
//!
//! One way through the code, each step with its type:
//!
//! 1. An author's file is a [`source::Source`]: a named text and its positions.
//! 2. [`scenario::parse`] reads it into [`scenario::raw`], every field as it was written. What is wrong with it, all of
//!    it in one go, comes out as [`diag::Diagnostic`]s.
//! 3. [`scenario::check`] looks every name up, compiles it to dense [`scenario::tables`] and proves what can be proved
//!    without playing. Only it makes a [`scenario::model::Scenario`]. The law of the scenario's date comes from
//!    [`policy`]. What it finds names *places*, which [`scenario::locate`] turns into ranges of text.
//! 4. [`run::Run`] plays it: a [`run::command::Command`] goes in, [`run::event::Event`]s come out, or a named
//!    [`run::refusal::Refusal`]. Plans ([`run::plan`]) and logs ([`run::logfile`]) give and keep the same commands.
//! 5. [`explore`] plays it many times, by dice.
//! 6. [`review`] sets what was done beside the panel's reviews, the floors and a thousand replays: a
//!    [`review::debrief`]; its formulas are [`review::figures`]. [`review::cohort`] sets many runs side by side, and
//!    [`review::matrix`] applies the formulas to plain tables.
//! 7. [`desk`] says what the trainee may see now, without a layout; [`text`] has the words; [`report`] writes the
//!    debrief out.
//! 8. [`store`] keeps runs, durably and for ever, with the texts that they were played with.
//! 9. [`sitting`] begins runs, goes on with them and keeps them as they go, for every front end; [`cli`] is the desk in
//!    a terminal, and what is kept, looked at and carried about; `app` is the desk in a window.
//!
//! What holds everywhere:
//!
//! - From `source` to `report` there is no file, clock, thread or iteration in hash order. The same scenario, seed and
//!   commands give the same events, byte for byte, on every machine.
//! - Events are the truth of a run; its state can always be computed again from them ([`run::replay`]).
//! - Reviews are looked at only after the answer that they concern.
//! - Every word on a screen is a message key; the words lie in `assets/text/`.
//! - An error says whose mistake it is, where, and what to do.
//!
//! A test (`tests/integration/layout.rs`) keeps the direction of imports.

#[cfg(feature = "app")]
pub mod app;
pub mod bundled;
pub mod cli;
pub mod desk;
pub mod diag;
pub mod explore;
pub mod policy;
pub mod report;
pub mod review;
pub mod run;
pub mod scenario;
pub mod sitting;
pub mod source;
pub mod store;
pub mod text;
