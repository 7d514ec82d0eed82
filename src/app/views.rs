//! Views of the run in play, each worked out once for each command.
//!
//! A view is known by its type and by what was asked for it. Whatever is drawn from the run in every pass is asked for
//! here, not of [`crate::desk`]: that would work it out sixty times a second.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// What was worked out since the last command.
#[derive(Default)]
pub(super) struct Views(RefCell<Vec<Box<dyn Any>>>);

impl fmt::Debug for Views {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Views").field(&self.0.borrow().len()).finish()
    }
}

impl Views {
    /// The view of that type for that key, worked out now if it has not been.
    pub fn get<K: PartialEq + 'static, V: 'static>(&self, key: K, make: impl FnOnce(&K) -> V) -> Rc<V> {
        let of_key = |one: &Box<dyn Any>| {
            let (of, view) = one.downcast_ref::<(K, Rc<V>)>()?;
            (*of == key).then(|| Rc::clone(view))
        };
        let kept = self.0.borrow().iter().find_map(of_key);
        kept.unwrap_or_else(|| {
            let view = Rc::new(make(&key));
            self.0.borrow_mut().push(Box::new((key, Rc::clone(&view))));
            view
        })
    }

    /// The run has changed: all of them are out of date.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_worked_out_once_until_the_run_changes() {
        let mut views = Views::default();
        let made = std::cell::Cell::new(0);
        let length = |views: &Views, of: &'static str| {
            *views.get(of, |of| {
                made.set(made.get() + 1);
                of.len()
            })
        };
        assert_eq!((length(&views, "one"), length(&views, "three"), length(&views, "one")), (3, 5, 3));
        assert_eq!(made.get(), 2);
        // The same key, and another type.
        assert_eq!(*views.get("one", |of| of.to_uppercase()), "ONE");
        assert_eq!(length(&views, "one"), 3);
        assert_eq!(made.get(), 2);
        views.clear();
        assert_eq!(length(&views, "one"), 3);
        assert_eq!(made.get(), 3);
    }
}
