//! The screens: each draws what [`crate::desk`] and [`crate::review`] say, and puts down what a person asks for.
//!
//! Full screens: [`library`], [`briefing`], [`desk`] (with its panes), [`form`], [`decision`], [`reviews`],
//! [`end_of_turn`], [`debrief`], [`reviewing`]; [`top`] is the bar above all of them. Sheets that lie over a screen: [`palette`],
//! [`keys`], [`settings`], [`glossary`], [`note`], [`tell`], [`afterwards`],
//! [`ask_once`], [`findings`].

pub mod afterwards;
pub mod ask_once;
pub mod briefing;
pub mod debrief;
pub mod decision;
pub mod desk;
pub mod end_of_turn;
pub mod findings;
pub mod form;
pub mod glossary;
pub mod keys;
pub mod library;
pub mod note;
pub mod palette;
pub mod reviewing;
pub mod reviews;
pub mod settings;
pub mod tell;
pub mod top;
