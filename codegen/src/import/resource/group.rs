//! Which operations belong to one resource: those of one collection and of its items.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::Method;

use super::super::name::{Taken, field, snake};
use super::super::problem::ImportProblemKind;
use super::super::source::{Context, Operation};
use super::path::{Path, Piece};

/// Operations on one collection.
#[derive(Debug)]
pub(super) struct Group<'t> {
    /// Where the collection is.
    pub(super) path: Path,
    pub(super) members: Vec<Member<'t>>,
}

/// An operation in its group.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub(super) operation: Operation<'t>,
    /// Its path, with its parameters renamed.
    pub(super) path: Path,
    /// What the parameters are called in the document, in order.
    pub(super) wire: Vec<String>,
    pub(super) target: Target,
}

/// What an operation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// The collection, or the only one of its kind.
    Collection,
    /// One of a collection.
    Item,
    /// Something else: the last words of its path.
    Within(String),
}

/// Puts operations together.
pub(super) fn groups<'t>(
    read: Vec<(Operation<'t>, Path)>,
    is_list: impl Fn(&Operation<'t>) -> bool,
) -> Vec<Group<'t>> {
    let items = items(&read);
    let mut methods: BTreeMap<String, Vec<(Method, bool)>> = BTreeMap::new();
    for (operation, path) in &read {
        methods.entry(path.shape()).or_default().push((operation.method, is_list(operation)));
    }
    let own = |shape: &str| methods.get(shape).map(Vec::as_slice).unwrap_or_default();
    let mut names = Parameters::default();
    let mut groups: Vec<Group<'t>> = Vec::new();
    let mut by_shape: BTreeMap<String, usize> = BTreeMap::new();
    for (operation, path) in read {
        let (base, target) = placed(&path, &items, &own);
        let renamed = names.rename(&path);
        let wire = path.parameters().map(str::to_owned).collect();
        let base = renamed.prefix(base);
        let at = *by_shape.entry(base.shape()).or_insert_with(|| {
            groups.push(Group { path: base, members: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.members.push(Member { operation, path: renamed, wire, target });
        }
    }
    groups
}

/// The operations with their paths, of those that can be described. Reports the others.
pub(super) fn readable<'t>(
    context: &mut Context<'t>,
    operations: Vec<Operation<'t>>,
) -> Vec<(Operation<'t>, Path)> {
    let mut routes = BTreeSet::new();
    let mut read = Vec::new();
    for operation in operations {
        let (method, path) = (operation.method, operation.path);
        let why = match Path::read(path) {
            Ok(read_path) if routes.insert((method.as_str(), read_path.shape())) => {
                read.push((operation, read_path));
                continue;
            }
            Ok(_) => "another operation has the same path but for names of parameters".to_owned(),
            Err(why) => why,
        };
        let what = format!("{method} {path} cannot be described: {why}");
        context.findings.push(ImportProblemKind::Operation, operation.node, what, "it is left out");
    }
    read
}

/// The shapes of paths that have something with a name below them.
fn items(read: &[(Operation<'_>, Path)]) -> BTreeSet<String> {
    let mut items = BTreeSet::new();
    for (_, path) in read {
        for at in 1..path.len() {
            if path.is_lone(at) && path.is_fixed(at - 1) {
                items.insert(path.prefix(at).shape());
            }
        }
    }
    items
}

/// How many segments of a path are those of its collection, and what it is about.
fn placed<'m>(
    path: &Path,
    items: &BTreeSet<String>,
    own: &impl Fn(&str) -> &'m [(Method, bool)],
) -> (usize, Target) {
    let whole = path.len();
    let base = (0..=whole).rev().find(|at| *at == 0 || !path.is_lone(at - 1)).unwrap_or(0);
    if base == 0 {
        return (whole, Target::Collection);
    }
    if base < whole {
        return (base, Target::Item);
    }
    if items.contains(&path.shape()) || whole == 1 {
        return (whole, Target::Collection);
    }
    let before = path.prefix(whole - 1);
    let above = (0..whole).rev().find(|at| *at == 0 || !path.is_lone(at - 1)).unwrap_or(0);
    let methods = own(&path.shape());
    let is_thing = methods.iter().any(|(method, is_list)| *method == Method::Get && *is_list)
        || (methods.len() > 1 && methods.iter().any(|(method, _)| *method == Method::Get));
    let has_place = above > 0
        && (items.contains(&path.prefix(above).shape()) || !own(&before.shape()).is_empty());
    match has_place && !is_thing && path.is_fixed(whole - 1) {
        true => (above, Target::Within(path.prefix(whole).fixed().pop().unwrap_or_default())),
        false => (whole, Target::Collection),
    }
}

/// Names of path parameters: the same for the same place in all paths.
#[derive(Debug, Default)]
struct Parameters {
    by_place: BTreeMap<String, String>,
}

impl Parameters {
    /// The path with parameters in snake_case, no two of one name.
    fn rename(&mut self, path: &Path) -> Path {
        let mut taken = Taken::new(field, &[]);
        let mut renamed = Path { segments: Vec::new() };
        let mut place = String::new();
        for pieces in &path.segments {
            place.push('/');
            let mut segment = Vec::new();
            for piece in pieces {
                match piece {
                    Piece::Text(text) => {
                        place.push_str(text);
                        segment.push(Piece::Text(text.clone()));
                    }
                    Piece::Parameter(name) => {
                        place.push_str("{}");
                        let known = self.by_place.get(&place).filter(|name| taken.take(name));
                        let name = known
                            .cloned()
                            .unwrap_or_else(|| taken.claim([snake(name), "key".to_owned()]));
                        self.by_place.entry(place.clone()).or_insert_with(|| name.clone());
                        segment.push(Piece::Parameter(name));
                    }
                }
            }
            renamed.segments.push(segment);
        }
        renamed
    }
}
