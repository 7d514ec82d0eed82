pub mod diag;
pub mod scenario;
pub mod source;
