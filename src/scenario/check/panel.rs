//! Reviewers and reviews against the scenario that they review.
