//! The components: each one function or one small builder, in every state, the same on every screen.
//!
//! They draw from the theme and nothing else, have roles and names for screen readers, and show focus by
//! [`focus::ring`]. What cannot be done now keeps its place, has a dashed edge, and says why.

pub mod button;
pub mod cells;
pub mod chip;
pub mod choice;
pub mod choices;
pub mod field;
pub mod focus;
pub mod follow;
pub mod icon;
pub mod level;
pub mod list;
pub mod menu;
pub mod meter;
pub mod page;
pub mod tabs;
pub mod text;
