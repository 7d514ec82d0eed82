//! Many plays of one scenario: whatever a person could have done, done by dice.
//!
//! In go a scenario or its tables and a seed; out come runs, logs or counts. The same engine plays for analysis as for
//! people. Nothing here draws, reads a file or knows a clock.
//!
//! 1. [`game`]: a run as a player sees it. [`open`] asks what is open, [`forms`] and [`answers`] fill in what is asked.
//! 2. [`player`] does what is open by dice; [`habits`] always do the same; [`leaning`] prefers some deeds to others.
//! 3. [`survey`] counts plays by what happened in them ([`marks`]).
//! 4. [`reach`] looks for what no play reached ([`backward`] from it), and says how to get there.
//! 5. [`open_in`] tells which options are open in a situation that is only supposed.
//! 6. [`reviewers`] earn against each other what habits are held against. [`subject`] names a mark to the author.

pub mod answers;
pub mod backward;
mod commands;
mod decider;
mod dice;
pub mod forms;
pub mod game;
pub mod habits;
pub mod leaning;
pub mod marks;
pub mod open;
pub mod open_in;
pub mod player;
pub mod reach;
pub mod reviewers;
pub mod subject;
pub mod survey;

pub use commands::random_command;
pub use decider::decide_at_random;
pub use dice::Dice;
