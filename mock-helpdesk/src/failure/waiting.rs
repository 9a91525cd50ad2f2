//! Failures that wait for their requests.

use std::collections::VecDeque;

use super::Failure;
use super::when::Course;

/// Failures that wait for their requests, in the order they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Failures(VecDeque<(Failure, Course)>);

impl Failures {
    /// Adds one.
    pub(crate) fn push(&mut self, failure: Failure) {
        let course = Course::new(&failure.when);
        if !course.is_over(&failure.when) {
            self.0.push_back((failure, course));
        }
    }

    /// The first that meets a request of this operation.
    pub(crate) fn take(&mut self, operation: Option<&str>) -> Option<Failure> {
        let index = self.0.iter_mut().position(|(failure, course)| {
            failure.when.is_for(operation) && course.meets(&failure.when)
        })?;
        let (failure, course) = self.0.get(index)?;
        match course.is_over(&failure.when) {
            true => self.0.remove(index).map(|(failure, _)| failure),
            false => Some(failure.clone()),
        }
    }

    /// Those that still wait.
    pub(crate) fn waiting(&self) -> Vec<Failure> {
        self.0.iter().map(|(failure, _)| failure.clone()).collect()
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
