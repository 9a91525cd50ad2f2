//! Over random lists and changes: what is on a list all the time comes exactly once.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*, sample::Index};

use crate::desk::{Desk, Read, pages_asked, read};

/// What happens between two answers.
#[derive(Debug, Clone)]
enum Change {
    Nothing,
    Insert(Vec<u64>),
    /// So many are added before this many more are deleted.
    Delete(Vec<u64>, Vec<Index>),
}

/// Ids have gaps at first, which later ones fill.
fn id() -> impl Strategy<Value = u64> {
    1_u64..400
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => Just(Change::Nothing),
        3 => vec(id(), 1..6).prop_map(Change::Insert),
        3 => vec(any::<Index>(), 1..8).prop_map(|places| Change::Delete(Vec::new(), places)),
    ]
}

/// Deletions of which some are hidden by insertions, never all.
fn hidden() -> impl Strategy<Value = Change> {
    (vec(id(), 0..4), vec(any::<Index>(), 1..5))
        .prop_map(|(ids, places)| Change::Delete(ids, places))
}

fn insert(list: &mut Vec<u64>, id: u64) -> bool {
    let place = list.binary_search(&id);
    if let Err(place) = place {
        list.insert(place, id);
    }
    place.is_err()
}

fn apply(change: &Change, list: &mut Vec<u64>) {
    match change {
        Change::Nothing => {}
        Change::Insert(ids) => {
            for id in ids {
                insert(list, *id);
            }
        }
        Change::Delete(ids, places) => {
            let before = list.clone();
            let added = ids.iter().filter(|id| insert(list, **id)).count();
            // What was just added is not deleted at once: that would change nothing.
            for place in places.iter().chain(&vec![places[0]; added]) {
                let old: Vec<usize> =
                    (0..list.len()).filter(|at| before.contains(&list[*at])).collect();
                if !old.is_empty() {
                    list.remove(*place.get(&old));
                }
            }
            if list.len() >= before.len() {
                *list = before;
            }
        }
    }
}

/// Reads a list that changes so after each of its first answers.
fn read_changing(
    ids: &BTreeSet<u64>,
    size: usize,
    in_flight: usize,
    changes: Vec<Change>,
) -> (Read, BTreeSet<u64>, usize) {
    let mut always = ids.clone();
    for_each_state(ids, &changes, |state| always.retain(|id| state.contains(id)));
    let desk = Desk::new(ids.iter().copied(), size).changing(move |answer, ids| {
        // The first answer is that of the list as it was.
        if let Some(change) = answer.checked_sub(2).and_then(|at| changes.get(at)) {
            apply(change, ids);
        }
    });
    let (list, sent) = desk.open();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let read = runtime.block_on(read(list.items().in_flight(in_flight)));
    (read, always, pages_asked(&sent).len())
}

fn for_each_state(ids: &BTreeSet<u64>, changes: &[Change], mut see: impl FnMut(&[u64])) {
    let mut list: Vec<u64> = ids.iter().copied().collect();
    for change in changes {
        apply(change, &mut list);
        see(&list);
    }
}

fn check(read: &Read, always: &BTreeSet<u64>) -> Result<(), TestCaseError> {
    prop_assert!(read.error.is_none(), "{:?}", read.error);
    let once: BTreeSet<u64> = read.ids.iter().copied().collect();
    prop_assert_eq!(once.len(), read.ids.len(), "something came twice: {:?}", &read.ids);
    let lost: Vec<_> = always.difference(&once).collect();
    prop_assert!(lost.is_empty(), "{:?} did not come", lost);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_there_all_the_time_comes_exactly_once(
        ids in proptest::collection::btree_set(id(), 0..60),
        size in 1_usize..8,
        in_flight in 1_usize..5,
        changes in vec(change(), 0..30),
    ) {
        let shorter = changes.iter().filter(|it| matches!(it, Change::Delete(..))).count();
        let (read, always, requests) = read_changing(&ids, size, in_flight, changes);
        prop_assert!(requests < 2_000, "{requests}");
        // Reading goes on without what moved only after several steps back that found nothing.
        match read.progress.may_lack {
            true => prop_assert!(shorter > 3),
            false => check(&read, &always)?,
        }
    }

    #[test]
    fn so_it_does_where_insertions_hide_some_deletions(
        ids in proptest::collection::btree_set(id(), 20..60),
        size in 1_usize..8,
        changes in vec((0_usize..3, hidden()), 1..4),
    ) {
        let quiet = |(count, change): (usize, Change)| {
            std::iter::repeat_n(Change::Nothing, count).chain([change])
        };
        let changes: Vec<Change> = changes.into_iter().flat_map(quiet).collect();
        let (read, always, _) = read_changing(&ids, size, 1, changes);
        prop_assert!(!read.progress.may_lack);
        check(&read, &always)?;
    }

    #[test]
    fn a_few_deletions_are_never_too_much(
        ids in proptest::collection::btree_set(id(), 20..60),
        size in 1_usize..8,
        in_flight in 1_usize..5,
        places in vec(vec(any::<Index>(), 1..8), 1..4),
    ) {
        let changes = places.into_iter().map(|places| Change::Delete(Vec::new(), places)).collect();
        let (read, always, _) = read_changing(&ids, size, in_flight, changes);
        prop_assert!(!read.progress.may_lack);
        check(&read, &always)?;
    }
}
