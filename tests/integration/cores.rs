//! Long work of one test, shared among the cores: a test alone would keep one of them busy and the others waiting.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does the same with each, on every core, in no order.
pub(crate) fn on_every_core<T: Sync>(all: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let take = || {
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(one);
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(take);
        }
    });
}
