//! The desktop app: the trainee's desk in a window.
//!
//! bevy holds the shell (window, input, time, power), egui draws, [`crate::desk`] decides what is shown; no rule of the
//! simulation is in here.
//!
//! 1. [`shell`] opens the window and gives each pass to the [`office::Office`];
//! 2. the office knows where a person is, draws that [`screens`] page from view models, and collects [`acts`];
//! 3. [`carry_out`] does what was asked for, after the pass; [`play`] is the run in play, `views` what is worked out from
//!    it once for each command, [`unkept`] when what is written is kept, [`work`] what takes longer than a frame;
//! 4. [`parts`] are the components, [`pictures`] the drawings, [`theme`] what all of them look like;
//! 5. [`named`] lists acts with names and keys, for [`keyboard`] and palette; [`announce`] speaks to screen readers.
//!
//! Everything but `shell` needs no bevy and no window: tests press keys in it and read its tree.

pub mod acts;
pub mod announce;
pub mod carry_out;
pub mod cx;
pub mod keyboard;
pub mod named;
pub mod office;
pub mod over;
pub mod panes;
pub mod parts;
pub mod pictures;
pub mod play;
pub mod screens;
pub mod settings;
pub mod shelf;
pub mod shell;
pub mod theme;
pub mod turning;
pub mod unkept;
mod views;
pub mod watch;
pub mod work;
