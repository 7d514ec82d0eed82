//! A person's sitting at a run: scenarios found and read, runs begun, gone on with, branched, and kept as they go.
//!
//! What every front end does in the same way, above the store: in go names, folders and what was decided; out come
//! runs, what is kept of them, and what a person should be told, as messages. Nothing here draws, asks or knows of a
//! terminal or a window.
//!
//! 1. [`files`] is the door from a path to an author's texts; [`reading`] makes a scenario of them that can be played,
//!    and [`cards`] what the library says of each;
//! 2. [`luck`] turns luck codes into seeds; [`plans`] says why a recorded walkthrough stopped;
//! 3. [`data`] opens what is kept; [`kept`] finds a run there or in a log file and plays it again;
//! 4. [`start`] begins a run, goes on with one, or branches from one at a week ([`again`]);
//! 5. [`keep`] keeps a run in play, with what is unfinished beside it, and in a log file ([`log`]) if one is wanted;
//! 6. [`dates`] reads days as people write them;
//! 7. [`reviews`] looks up how others answered a decision, once it is answered; [`reviewing`] is for whoever reviews;
//! 8. [`whole_file`] writes a file in one go.

pub mod again;
pub mod cards;
pub mod data;
pub mod dates;
pub mod files;
pub mod keep;
pub mod kept;
pub mod log;
pub mod luck;
pub mod plans;
pub mod reading;
pub mod reviewing;
pub mod reviews;
pub mod start;
pub mod whole_file;

#[cfg(test)]
#[cfg(feature = "store")]
mod tests;
