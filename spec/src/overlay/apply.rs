//! Overlays to a description: each action in turn.

use std::rc::Rc;

use super::action::Action;
use super::rejected;
use super::walk::Walk;
use super::work::Work;
use crate::problem::Problems;
use crate::yaml::{DEEPEST, Node, too_deep};

/// How much deeper than a file a description is: its resources lie in a list.
const RESOURCES: u16 = 2;

/// Does what an overlay says. What does not apply is reported, and the rest is done.
pub(super) fn overlay(
    description: &mut Rc<Node>,
    overlay: &Node,
    work: &mut Work,
    problems: &mut Problems,
) {
    for action in Action::all(overlay, problems) {
        if work.is_too_much() || problems.is_full() {
            return;
        }
        act(description, &action, work, problems);
    }
}

fn act(description: &mut Rc<Node>, action: &Action<'_>, work: &mut Work, problems: &mut Problems) {
    let mut walk = Walk::new(action.target.steps(), &action.does, action.expected, work);
    let changed = walk.along(description);
    let Walk { found, unmet, stop: (at, names), .. } = walk;
    if work.is_too_much() {
        problems.push(rejected::too_much(action.text.place));
    } else if let Some(unmet) = unmet {
        problems.push(rejected::unmet(action, &unmet));
    } else if found == 0 {
        problems.push(rejected::not_found(action, at, &names));
    } else if let Some(changed) = changed {
        match action.update() {
            Some(update) if changed.depth() > DEEPEST + RESOURCES => {
                problems.push(too_deep(update.place));
            }
            _ => *description = changed,
        }
    } else {
        problems.push(rejected::nothing_changes(action));
    }
}
