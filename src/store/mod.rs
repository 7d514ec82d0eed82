//! What is kept: runs, drafts, and who somebody is; so that nothing is lost, and all of it can be given out or erased.
//!
//! 1. [`folder::Folder`] is the place on the disk: one file of records, what was set aside, backups, and locks, one a
//!    run;
//! 2. [`records::Records`] are the whole operations on what is kept: SQLite here ([`sqlite`]), another database later.
//!    Events are only ever added, each with a hash chained to the one before ([`chain`]);
//! 3. [`open::open`] opens a folder: what is damaged is copied aside, and whatever proves itself by its hashes is
//!    brought over ([`salvage`]);
//! 4. [`writer::Writer`] commits on a thread of its own, many answers with one sync; a [`keeper::Keeper`] keeps one
//!    run up to date through it, and knows what is saved and what is still being saved;
//! 5. [`export`] and [`import`] carry runs out and in; [`retention`] says what is older than it should be.
//!
//! Everything that can go wrong is a [`trouble::Trouble`], with words for a person who is no programmer. Whoever plays
//! goes on in memory then.

pub mod chain;
pub mod clock;
pub mod export;
pub mod folder;
pub mod ids;
pub mod import;
pub mod keeper;
pub mod lookup;
pub mod open;
pub mod records;
pub mod retention;
pub mod rows;
pub mod salvage;
#[cfg(feature = "store")]
pub mod sqlite;
pub mod trouble;
pub mod writer;
