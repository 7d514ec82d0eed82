pub mod diag;
pub mod policy;
pub mod run;
pub mod scenario;
pub mod source;
