//! Which resources and types of two descriptions are one, by name, or, where a name is gone and
//! something very like it is new, by guess.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, Method, Operation, Resource, ResourceId, TypeDef, TypeId, TypeKind};

/// From which likeness on something is taken for what it was under another name.
const ALIKE: f64 = 0.6;

/// With more pairs than this to look at, no renaming is guessed.
const TOO_MANY: usize = 100_000;

/// The pairs of two descriptions.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
    pub(super) resources: Matched<ResourceId>,
    pub(super) types: Matched<TypeId>,
    /// Operations of resources that both have, each by its resource and its place there.
    pub(super) operations: Matched<(ResourceId, usize)>,
    same_resources: BTreeMap<ResourceId, ResourceId>,
    same_types: BTreeMap<TypeId, TypeId>,
    /// Operations of the new description, each with what it was.
    before: BTreeMap<(ResourceId, usize), (ResourceId, usize)>,
    /// Operations of the old description that are still there.
    kept: BTreeSet<(ResourceId, usize)>,
}

/// Things of two lists.
#[derive(Debug)]
pub(super) struct Matched<T> {
    /// What both have, with whether that is a guess.
    pub(super) both: Vec<(T, T, bool)>,
    pub(super) removed: Vec<T>,
    pub(super) added: Vec<T>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api) -> Self {
        let resources = matched(
            old.resource_ids(),
            new.resource_ids(),
            |id| old[id].name.clone(),
            |id| new[id].name.clone(),
            |was, is| likeness_of_resources(&old[was], &new[is]),
        );
        // What belongs to a resource that was renamed has its new name.
        let renamed: BTreeMap<_, _> =
            resources.both.iter().map(|&(was, is, _)| (was, new[is].name.as_str())).collect();
        let owner_then = |id: TypeId| {
            old[id].owner.map(|owner| renamed.get(&owner).copied().unwrap_or(&old[owner].name))
        };
        let owner_now = |id: TypeId| new[id].owner.map(|owner| new[owner].name.as_str());
        let types = matched(
            old.type_ids(),
            new.type_ids(),
            |id| (owner_then(id).map(str::to_owned), old[id].name.clone()),
            |id| (owner_now(id).map(str::to_owned), new[id].name.clone()),
            |was, is| match owner_then(was) == owner_now(is) {
                true => likeness_of_types(&old[was], &new[is]),
                false => 0.0,
            },
        );
        let same_resources = resources.same().collect();
        let same_types = types.same().collect();
        let operations = operations(old, new, &resources);
        let before = operations.same().map(|(was, is)| (is, was)).collect();
        let kept = operations.same().map(|(was, _)| was).collect();
        Self { old, new, resources, types, operations, same_resources, same_types, before, kept }
    }

    /// What an operation of the new description was in the old one.
    pub(super) fn before(&self, operation: (ResourceId, usize)) -> Option<(ResourceId, usize)> {
        self.before.get(&operation).copied()
    }

    /// Whether an operation of the old description is still there.
    pub(super) fn is_kept(&self, operation: (ResourceId, usize)) -> bool {
        self.kept.contains(&operation)
    }

    pub(super) fn is_same_resource(&self, old: ResourceId, new: ResourceId) -> bool {
        self.same_resources.get(&old) == Some(&new)
    }

    pub(super) fn is_same_type(&self, old: TypeId, new: TypeId) -> bool {
        self.same_types.get(&old) == Some(&new)
    }
}

/// The operations of resources that both have. One that has the method and path of another is that
/// other one under another name.
fn operations(
    old: &Api,
    new: &Api,
    resources: &Matched<ResourceId>,
) -> Matched<(ResourceId, usize)> {
    let mut all = Matched { both: Vec::new(), removed: Vec::new(), added: Vec::new() };
    for (was, is) in resources.same() {
        let name = |api: &Api, id: ResourceId, at: usize| api[id].operations[at].name.clone();
        let matched = matched(
            0..old[was].operations.len(),
            0..new[is].operations.len(),
            |at| name(old, was, at),
            |at| name(new, is, at),
            |from, to| {
                let routes = (route(&old[was].operations[from]), route(&new[is].operations[to]));
                if routes.0 == routes.1 { 1.0 } else { 0.0 }
            },
        );
        let both = matched.both.into_iter();
        all.both.extend(both.map(|(from, to, is_guess)| ((was, from), (is, to), is_guess)));
        all.removed.extend(matched.removed.into_iter().map(|at| (was, at)));
        all.added.extend(matched.added.into_iter().map(|at| (is, at)));
    }
    all
}

/// The method of an operation and where it is; the names of parameters are not on the wire.
fn route(operation: &Operation) -> (Method, String) {
    (operation.method, bare(&operation.path.template))
}

/// A path without the names of its parameters.
pub(super) fn bare(template: &str) -> String {
    let mut bare = String::new();
    let mut is_name = false;
    for c in template.chars() {
        if !is_name || c == '}' {
            bare.push(c);
        }
        is_name = (is_name || c == '{') && c != '}';
    }
    bare
}

/// Matches two lists: by name first, then, of what is left, those that are most alike.
pub(super) fn matched<T: Copy, K: Ord>(
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
    old_name: impl Fn(T) -> K,
    new_name: impl Fn(T) -> K,
    likeness: impl Fn(T, T) -> f64,
) -> Matched<T> {
    let mut by_name: BTreeMap<K, T> = new.into_iter().map(|it| (new_name(it), it)).collect();
    let mut matched = Matched { both: Vec::new(), removed: Vec::new(), added: Vec::new() };
    for was in old {
        match by_name.remove(&old_name(was)) {
            Some(is) => matched.both.push((was, is, false)),
            None => matched.removed.push(was),
        }
    }
    matched.added = by_name.into_values().collect();
    matched.guess(likeness);
    matched
}

impl<T: Copy> Matched<T> {
    fn same(&self) -> impl Iterator<Item = (T, T)> + '_ {
        self.both.iter().map(|&(was, is, _)| (was, is))
    }

    /// Takes what is most alike for the same. Where two are equally alike, nobody can tell; nor where so
    /// much is new that everything is like something.
    fn guess(&mut self, likeness: impl Fn(T, T) -> f64) {
        if self.removed.len().saturating_mul(self.added.len()) > TOO_MANY {
            return;
        }
        let mut candidates = Vec::new();
        for (at, &was) in self.removed.iter().enumerate() {
            for (to, &is) in self.added.iter().enumerate() {
                let score = likeness(was, is);
                if score >= ALIKE {
                    candidates.push(Candidate { score, at, to });
                }
            }
        }
        candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
        let pairs = clear(&candidates);
        self.both.extend(pairs.iter().map(|(&at, &to)| (self.removed[at], self.added[to], true)));
        let come: BTreeSet<_> = pairs.values().copied().collect();
        let mut at = 0..;
        self.removed.retain(|_| at.next().is_some_and(|at| !pairs.contains_key(&at)));
        let mut at = 0..;
        self.added.retain(|_| at.next().is_some_and(|at| !come.contains(&at)));
    }
}

/// Something that is gone and something that is new, by their places, and how alike they are.
struct Candidate {
    score: f64,
    at: usize,
    to: usize,
}

/// The pairs of which neither side is as like to another one.
fn clear(candidates: &[Candidate]) -> BTreeMap<usize, usize> {
    let (mut from, mut into) = (BTreeMap::new(), BTreeMap::new());
    for candidate in candidates {
        let score = candidate.score.to_bits();
        *from.entry((candidate.at, score)).or_insert(0) += 1;
        *into.entry((candidate.to, score)).or_insert(0) += 1;
    }
    let (mut pairs, mut come) = (BTreeMap::new(), BTreeSet::new());
    for &Candidate { score, at, to } in candidates {
        let score = score.to_bits();
        let is_clear = from[&(at, score)] == 1 && into[&(to, score)] == 1;
        if is_clear && !pairs.contains_key(&at) && come.insert(to) {
            pairs.insert(at, to);
        }
    }
    pairs
}

fn likeness_of_resources(old: &Resource, new: &Resource) -> f64 {
    if old.path.template == new.path.template {
        return 1.0;
    }
    let names = |it: &Resource| {
        let fields = it.fields.iter().map(|field| format!("field {}", field.name));
        let operations = it.operations.iter().map(|operation| operation.name.clone());
        fields.chain(operations).collect()
    };
    let is_untold = old.fields.len().min(new.fields.len()) < 2;
    if is_untold { 0.0 } else { shared(&names(old), &names(new)) }
}

fn likeness_of_types(old: &TypeDef, new: &TypeDef) -> f64 {
    let names = |it: &TypeDef| -> BTreeSet<String> {
        match &it.kind {
            TypeKind::Enum(values) => {
                values.iter().map(|it| format!("value {}", it.value)).collect()
            }
            TypeKind::Object(fields) => {
                fields.iter().map(|it| format!("field {}", it.name)).collect()
            }
            TypeKind::OneOf(choices) => {
                choices.iter().map(|it| format!("choice {}", it.name)).collect()
            }
        }
    };
    if old.docs == new.docs {
        0.8_f64.max(shared(&names(old), &names(new)))
    } else {
        shared(&names(old), &names(new))
    }
}

/// How much of two sets is in both of them: 0 for nothing, 1 for all.
fn shared(old: &BTreeSet<String>, new: &BTreeSet<String>) -> f64 {
    let all = old.union(new).count();
    if all == 0 { 0.0 } else { old.intersection(new).count() as f64 / all as f64 }
}

/// How alike two documented things are: of one kind, and called or described alike.
pub(super) fn likeness(
    same_kind: bool,
    (old, old_docs): (&str, &str),
    (new, new_docs): (&str, &str),
) -> f64 {
    let is_described_alike = old_docs == new_docs;
    let is_called_alike =
        old.contains(new) || new.contains(old) || old.replace('_', "") == new.replace('_', "");
    match (same_kind, is_described_alike, is_called_alike) {
        (true, true, _) => 1.0,
        (true, false, true) => 0.7,
        (false, true, true) => 0.65,
        _ => 0.0,
    }
}
