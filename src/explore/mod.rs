//! Many plays of one scenario: whatever a person could have done, done by dice.
//!
//! In go a scenario or its tables and a seed; out come runs or logs. The same engine plays for analysis as for people.
//! Nothing here draws, reads a file or knows a clock.

mod commands;
mod decider;
mod dice;

pub use commands::random_command;
pub use decider::decide_at_random;
pub use dice::Dice;
