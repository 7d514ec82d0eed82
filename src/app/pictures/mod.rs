//! The pictures: each one function that takes plain data and paints. Beside each stands a list that says the same.

pub mod answers;
pub mod calibration;
pub mod chronology;
pub mod drawing;
pub mod ecomap;
pub mod habits;
pub mod lean;
pub mod pattern;
pub mod replays;
pub mod reviewers;
pub mod spread;
