//! What types are called, who declares them, and which way their values go.

use std::collections::{BTreeMap, BTreeSet};

use super::super::name::{Taken, snake};
use super::super::resource::{Body, ResourceDraft, Returns};
use super::super::schema::{Kind, TypeDef, Types};

/// The names of all types that are used.
pub(super) struct TypeNames {
    names: BTreeMap<usize, String>,
    /// The resources that declare types of their own, by type.
    owners: BTreeMap<usize, usize>,
    resources: Vec<String>,
    read: BTreeSet<usize>,
    written: BTreeSet<usize>,
    /// Those of parameters.
    sent: BTreeSet<usize>,
}

/// Names for the types of components, which new resources give way to; and what the types that
/// are objects of resources would be called.
pub(in super::super) fn component_names(
    types: &Types<'_>,
    resources: &[ResourceDraft<'_>],
    taken: &mut Taken,
) -> (BTreeMap<usize, String>, BTreeMap<usize, String>) {
    let objects: BTreeSet<_> = resources.iter().filter_map(|resource| resource.object).collect();
    let components = types.iter().filter(|(_, def)| def.hint.is_component);
    let (own, others): (Vec<_>, Vec<_>) = components.partition(|(at, _)| objects.contains(at));
    let used = owners(types, resources);
    let others = others.into_iter().filter(|(at, _)| used.contains_key(at));
    let others = others.map(|(at, def)| (at, taken.claim(candidates(def)))).collect();
    let wanted =
        own.into_iter().filter_map(|(at, def)| Some((at, candidates(def).into_iter().next()?)));
    (others, wanted.collect())
}

impl TypeNames {
    /// Names every type that something uses; those of components have theirs.
    pub(super) fn new(
        types: &Types<'_>,
        resources: &[ResourceDraft<'_>],
        components: &BTreeMap<usize, String>,
    ) -> Self {
        let owners = owners(types, resources);
        let mut taken = Taken::new(super::super::name::camel, super::super::RESERVED_TYPES);
        for resource in resources {
            let id = format!("{}_id", resource.singular);
            for name in [&resource.name, &resource.singular, &id] {
                taken.take(name);
            }
        }
        let mut names = components.clone();
        for name in names.values() {
            taken.take(name);
        }
        for (at, def) in types.iter() {
            if owners.contains_key(&at) && !names.contains_key(&at) {
                names.insert(at, taken.claim(candidates(def)));
            }
        }
        let sole = owners.into_iter().filter_map(|(at, owner)| Some((at, owner?))).collect();
        let (read, written) = ways(types, resources);
        let sent = resources.iter().flat_map(parameters).collect();
        let resources = resources.iter().map(|resource| resource.name.clone()).collect();
        Self { names, owners: sole, resources, read, written, sent }
    }

    /// The name of a type as it is written where a resource stands.
    pub(super) fn written(&self, ty: usize, at: Option<usize>) -> String {
        let name = self.name(ty);
        match self.owners.get(&ty) {
            Some(owner) if Some(*owner) != at => {
                let owner = self.resources.get(*owner).map_or("", String::as_str);
                format!("{owner}.{name}")
            }
            _ => name.to_owned(),
        }
    }

    /// The name of a type.
    pub(super) fn name(&self, ty: usize) -> &str {
        self.names.get(&ty).map_or("json", String::as_str)
    }

    /// The resource that declares a type; none where all share it.
    pub(super) fn owner(&self, ty: usize) -> Option<usize> {
        self.owners.get(&ty).copied()
    }

    /// Whether answers hold values of a type.
    pub(super) fn is_read(&self, ty: usize) -> bool {
        self.read.contains(&ty)
    }

    /// Whether paths or queries hold values of a type.
    pub(super) fn is_sent(&self, ty: usize) -> bool {
        self.sent.contains(&ty)
    }

    /// Whether requests hold values of a type.
    pub(super) fn is_written(&self, ty: usize) -> bool {
        self.written.contains(&ty)
    }
}

/// The types of the parameters of a resource.
fn parameters(resource: &ResourceDraft<'_>) -> Vec<usize> {
    let of_paths = resource.path_parameters.values().filter_map(|it| it.ty.named());
    let queries = resource.operations.iter().flat_map(|operation| &operation.query);
    of_paths.chain(queries.filter_map(|it| it.ty.named())).collect()
}

/// Names for a type, the most wanted first.
fn candidates(def: &TypeDef<'_>) -> Vec<String> {
    let last = |name: &str| snake(name.rsplit('.').next().unwrap_or(name));
    let (full, short) = (snake(&def.hint.full), last(&def.hint.short));
    let all = match (def.hint.is_component, def.is_shared) {
        // `io.k8s.api.core.v1.Pod` is called `pod` where nothing else is.
        (true, _) => vec![short, full.clone(), format!("{full}_type")],
        (false, true) => vec![short.clone(), full.clone(), format!("{short}_type")],
        (false, false) => vec![full.clone(), format!("{full}_type")],
    };
    all.into_iter().filter(|name| !is_word(name)).collect()
}

/// Whether a name means something else in type expressions or in `returns`.
fn is_word(name: &str) -> bool {
    [
        "string", "integer", "number", "boolean", "datetime", "date", "json", "id", "ref", "list",
        "map", "text", "bytes", "nothing",
    ]
    .contains(&name)
}

/// The types that are used, each with the only resource that uses it.
fn owners(types: &Types<'_>, resources: &[ResourceDraft<'_>]) -> BTreeMap<usize, Option<usize>> {
    let mut owners: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        let mut open: Vec<usize> = resource.named().into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(ty) = open.pop() {
            if !seen.insert(ty) {
                continue;
            }
            let owner = owners.entry(ty).or_insert(Some(at));
            if *owner != Some(at) {
                // What was seen as shared was seen with all that it holds.
                if owner.take().is_none() {
                    continue;
                }
            }
            open.extend(held(types, ty));
        }
    }
    owners
}

/// The types that a type holds.
fn held(types: &Types<'_>, ty: usize) -> Vec<usize> {
    match types.get(ty).map(|def| &def.kind) {
        Some(Kind::Object(fields)) => {
            fields.iter().filter_map(|field| field.typed.ty.named()).collect()
        }
        Some(Kind::OneOf(choices)) => choices.iter().filter_map(|it| it.ty.named()).collect(),
        Some(Kind::Enum(_) | Kind::Pending) | None => Vec::new(),
    }
}

/// The types that are read, and those that are written.
fn ways(types: &Types<'_>, resources: &[ResourceDraft<'_>]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let (mut read, mut written) = (Vec::new(), Vec::new());
    for resource in resources {
        for field in &resource.fields {
            let is_read = !matches!(field.access, Some("write_only" | "create_write_only"));
            let named = field.property.typed.ty.named();
            read.extend(named.filter(|_| is_read));
            if field.access != Some("read_only") {
                let written_type = field.write.as_ref().map_or(named, |(ty, _)| ty.named());
                written.extend(written_type);
            }
        }
        for operation in &resource.operations {
            if let Returns::Type(ty) = operation.returns {
                read.push(ty);
            }
            if !matches!(operation.body, Body::Inherited) {
                written.extend(operation.sent());
            }
        }
    }
    (closed(types, read), closed(types, written))
}

fn closed(types: &Types<'_>, mut open: Vec<usize>) -> BTreeSet<usize> {
    let mut closed = BTreeSet::new();
    while let Some(ty) = open.pop() {
        if closed.insert(ty) {
            open.extend(held(types, ty));
        }
    }
    closed
}
