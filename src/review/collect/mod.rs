//! Collecting a panel: what a reviewer is asked, what they say, their file, and how it comes into the author's panel.
//!
//! A reviewer plays the scenario as a trainee does, and nobody's reviews lie with it.
//!
//! 1. [`questions`]: every decision in every situation: reached in the play, or to be supposed after it;
//! 2. [`said`]: what the reviewer says beside the run: who they are, remarks, answers to what they supposed;
//! 3. [`own`]: run and said as a panel of one, which is the file that is sent;
//! 4. [`merge`]: files of reviewers into the panel of the scenario, with what can't be taken and why.

pub mod merge;
pub mod own;
pub mod questions;
pub mod said;
