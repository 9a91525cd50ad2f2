//! The leaves of a tree of errors, one after the other.

use std::{marker::PhantomData, slice};

use crate::{ErrorItem, ErrorTree, FieldError, Map};

/// Walks through an [`ErrorTree`]: first the errors of a level, then those of the fields below.
///
/// A path is made when its leaf is asked for: together they can be far longer than the body that the
/// tree was read from, because every leaf below a long name begins with it.
pub(crate) struct Leaves<'a, V> {
    /// The path of the level whose errors come next.
    path: String,
    errors: slice::Iter<'a, ErrorItem>,
    /// The levels that are not done: how long the path of each is, and which fields are left of it.
    open: Vec<(usize, Fields<'a>)>,
    code: PhantomData<fn() -> V>,
}

type Fields<'a> = <&'a Map<ErrorTree> as IntoIterator>::IntoIter;

impl<'a, V> Leaves<'a, V> {
    pub(crate) fn of(tree: &'a ErrorTree) -> Self {
        let open = vec![(0, tree.fields.iter())];
        Self { path: String::new(), errors: tree.errors.iter(), open, code: PhantomData }
    }

    fn enter(&mut self, name: &str, tree: &'a ErrorTree) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.errors = tree.errors.iter();
        self.open.push((self.path.len(), tree.fields.iter()));
    }
}

impl<'a, V> Iterator for Leaves<'a, V> {
    type Item = FieldError<'a, V>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.errors.next() {
                return Some(FieldError::new(self.path.clone(), item));
            }
            let (length, fields) = self.open.last_mut()?;
            self.path.truncate(*length);
            match fields.next() {
                Some((name, tree)) => self.enter(name, tree),
                None => drop(self.open.pop()),
            }
        }
    }
}
