pub mod locate;
pub mod raw;
