//! What a generated file uses from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::case::ident;
use super::names::RESERVED_TYPES;
use super::rust_type::RustType;

/// The names that one generated file uses, collected while it is planned.
#[derive(Debug, Clone)]
pub struct Imports {
    /// The file's own module.
    module: Ident,
    /// The path of the generated modules as this file sees it.
    generated: String,
    /// Names that the file itself declares; a foreign item of the same name is written with its path.
    declared: BTreeSet<String>,
    runtime: BTreeSet<&'static str>,
    siblings: BTreeMap<String, BTreeSet<String>>,
    /// Modules that are reached by a path at every mention.
    by_path: BTreeSet<String>,
}

impl Imports {
    /// The imports of a module that declares these names.
    pub(super) fn new(
        module: &Ident,
        generated: &str,
        declared: impl IntoIterator<Item = String>,
    ) -> Self {
        Self {
            module: module.clone(),
            generated: generated.to_owned(),
            declared: declared.into_iter().collect(),
            runtime: BTreeSet::new(),
            siblings: BTreeMap::new(),
            by_path: BTreeSet::new(),
        }
    }

    /// A name of the runtime. Names that files declare never collide with these: see
    /// [`RESERVED_TYPES`].
    pub(super) fn runtime(&mut self, name: &'static str) -> Ident {
        debug_assert!(RESERVED_TYPES.contains(&name), "`{name}` is not reserved");
        self.runtime.insert(name);
        ident(name)
    }

    /// An item of a generated module, imported unless its name means something else here.
    pub(super) fn item(&mut self, module: &Ident, name: &Ident) -> RustType {
        if *module == self.module {
            return RustType::Named(name.clone());
        }
        let text = name.to_string();
        let taken_elsewhere = self
            .siblings
            .iter()
            .any(|(other, names)| *module != other.as_str() && names.contains(&text));
        if self.declared.contains(&text) || taken_elsewhere {
            self.by_path.insert(module.to_string());
            return RustType::Path(self.generated.clone(), module.clone(), name.clone());
        }
        self.siblings.entry(module.to_string()).or_default().insert(text);
        RustType::Named(name.clone())
    }

    /// An item of a generated module whose name is reserved, so that it is always imported.
    pub(super) fn reserved(&mut self, module: &Ident, name: &'static str) {
        debug_assert!(RESERVED_TYPES.contains(&name), "`{name}` is not reserved");
        self.siblings.entry(module.to_string()).or_default().insert(name.to_owned());
    }

    /// The names that the file declares.
    pub(super) fn declared(&self) -> &BTreeSet<String> {
        &self.declared
    }

    /// The path of the generated modules: `super`.
    pub fn generated(&self) -> &str {
        &self.generated
    }

    /// The other generated modules that anything is used from.
    pub fn modules(&self) -> impl Iterator<Item = String> + '_ {
        self.siblings.keys().chain(&self.by_path).cloned()
    }

    /// The names used from the runtime.
    pub fn runtime_names(&self) -> Vec<Ident> {
        self.runtime.iter().map(|name| ident(name)).collect()
    }

    /// The names used from other generated modules, by module.
    pub fn sibling_names(&self) -> Vec<(Ident, Vec<Ident>)> {
        self.siblings
            .iter()
            .map(|(module, names)| (ident(module), names.iter().map(|name| ident(name)).collect()))
            .collect()
    }
}
