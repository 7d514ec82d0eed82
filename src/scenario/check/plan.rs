//! A plan against the scenario that it plays.
