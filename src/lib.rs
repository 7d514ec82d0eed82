pub mod diag;
pub mod policy;
pub mod scenario;
pub mod source;
