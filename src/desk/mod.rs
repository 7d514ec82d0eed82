//! The desk: what the trainee may see now, without layout. The terminal, the window and the browser all draw it.
//!
//! In goes a [`Run`](crate::run::Run); out come view models: plain data whose words are [`Message`]s, except for
//! authors' own texts and names, which are `String`s, folded. [`Catalogue`](crate::text::Catalogue) puts messages into words.
//!
//! 1. [`library`](library::library): cards of scenarios, and how many there are of each theme;
//! 2. [`briefing`](briefing::briefing): what is in a scenario, before it is begun;
//! 3. [`moment`](moment::moment): the desk as it stands: clock, inbox, file, people, due, responses, what is asked;
//! 4. [`open_item`](open_item::open_item): an item that has been opened, to read;
//! 5. [`form`](form::form): a form to fill in, and [`form::problems`] beside its fields;
//! 6. [`decision`](decision::decision): a decision that waits for an answer;
//! 7. [`end_of_turn`](end_of_turn::end_of_turn): what is undone, unread and unanswered; go on or go back;
//! 8. [`refusal`](refusal::refusal): why a command was refused, in words;
//! 9. [`news`](news::news): what a command brought, as it is announced;
//! 10. [`timeline`](timeline::timeline), [`ecomap`](ecomap::ecomap), [`plan`](plan::plan) and
//!     [`risk_over_time`](risk_over_time::risk_over_time): a case as pictures, each with its list;
//! 11. [`past_run`](past_runs::past_run): a run in the library, in a sentence or two;
//! 12. [`reviewing`](reviewing::progress): what a reviewer is told and asked, and how far they are.
//!
//! [`dump`](dump::dump) draws a whole desk as plain text, for tests, for a terminal and for screen readers; `dump` has the
//! other views too.
//!
//! What the desk never knows or shows: state, drift, chances, claims and what settles them, salience, the kinds of a
//! decision's options, what will arrive and when, deadlines that nobody has told of, and people not known yet.
//! Nothing in here reads a file or a clock, and nothing changes a run.

pub mod briefing;
pub mod chronology;
pub mod cited_text;
pub mod decision;
pub mod due;
pub mod dump;
pub mod ecomap;
pub mod end_of_turn;
pub mod file;
pub mod form;
pub mod glossary;
pub mod inbox;
pub mod library;
mod look;
pub mod moment;
pub mod news;
pub mod open_item;
pub mod parts;
pub mod past_runs;
pub mod people;
pub mod plan;
pub mod refusal;
pub mod responses;
pub mod reviewing;
pub mod risk_over_time;
pub mod senders;
pub mod timeline;

pub use crate::text::{Arg, Message, message, when, words};
pub use dump::dump;
pub use moment::{Moment, moment};
