//! What generated files use from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::case::ident;
use super::features::Section;
use super::names::is_reserved;
use super::rust_type::RustType;

/// The names that one generated module uses, collected section by section while it is planned.
///
/// Sections are told apart because they may become files of their own. How a name is written does
/// not depend on that: a name that means one thing in one section means the same in all.
#[derive(Debug, Clone, Hash)]
pub struct Imports {
    /// The module.
    module: Ident,
    /// The path of the generated modules as the current section sees it.
    generated: String,
    /// Names that the module itself declares. A foreign item that has such a name, or one that is
    /// reserved, is written with its path.
    declared: BTreeSet<String>,
    /// The section that is planned at the moment.
    section: Section,
    used: BTreeMap<Section, Used>,
    /// Modules that are reached by a path at every mention.
    by_path: BTreeSet<String>,
}

/// What one section uses.
#[derive(Debug, Clone, Default, Hash)]
struct Used {
    runtime: BTreeSet<&'static str>,
    siblings: BTreeMap<String, BTreeSet<String>>,
    /// Names of the module itself.
    own: BTreeSet<String>,
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
            section: Section::Shape,
            used: BTreeMap::new(),
            by_path: BTreeSet::new(),
        }
    }

    /// The imports of what is planned for this module and stands elsewhere.
    pub(super) fn apart(&self) -> Self {
        Self::new(&self.module, &self.generated, [])
    }

    /// From here on the names are those of this section, from where the generated modules are
    /// reached by this path.
    pub(super) fn begin(&mut self, section: Section, generated: &str) {
        self.section = section;
        generated.clone_into(&mut self.generated);
    }

    /// A name of the runtime. Names that files declare never collide with these: see
    /// [`is_reserved`].
    pub(super) fn runtime(&mut self, name: &'static str) -> Ident {
        debug_assert!(is_reserved(name), "`{name}` is not reserved");
        self.used().runtime.insert(name);
        ident(name)
    }

    /// An item of a generated module, imported unless its name means something else here.
    pub(super) fn item(&mut self, module: &Ident, name: &Ident) -> RustType {
        if *module == self.module {
            self.own(name);
            return RustType::Named(name.clone());
        }
        let text = name.to_string();
        let taken_elsewhere = self
            .used
            .values()
            .flat_map(|used| &used.siblings)
            .any(|(other, names)| *module != other.as_str() && names.contains(&text));
        if is_reserved(&text) || self.declared.contains(&text) || taken_elsewhere {
            return self.path(module, name);
        }
        self.used().siblings.entry(module.to_string()).or_default().insert(text);
        RustType::Named(name.clone())
    }

    /// An item of a generated module by its path.
    pub(super) fn path(&mut self, module: &Ident, name: &Ident) -> RustType {
        self.by_path.insert(module.to_string());
        RustType::Path(self.generated.clone(), module.clone(), name.clone())
    }

    /// An item of the module itself, which a section in a file of its own has to import.
    pub(super) fn own(&mut self, name: &Ident) {
        let name = name.to_string();
        self.used().own.insert(name);
    }

    /// An item of a generated module whose name is reserved, so that it is always imported.
    pub(super) fn reserved(&mut self, module: &Ident, name: &'static str) {
        debug_assert!(is_reserved(name), "`{name}` is not reserved");
        self.used().siblings.entry(module.to_string()).or_default().insert(name.to_owned());
    }

    /// The names that the module declares.
    pub(super) fn declared(&self) -> &BTreeSet<String> {
        &self.declared
    }

    /// The path of the generated modules: `super`.
    pub fn generated(&self) -> &str {
        &self.generated
    }

    /// The other generated modules that anything is used from.
    pub fn modules(&self) -> impl Iterator<Item = String> + '_ {
        let siblings = self.used.values().flat_map(|used| used.siblings.keys());
        siblings.chain(&self.by_path).cloned()
    }

    /// The names that these sections use from the runtime.
    pub fn runtime_names(&self, sections: &[Section]) -> Vec<Ident> {
        let names: BTreeSet<_> = self.of(sections).flat_map(|used| &used.runtime).collect();
        names.into_iter().map(|name| ident(name)).collect()
    }

    /// The names that these sections use from other generated modules, by module.
    pub fn sibling_names(&self, sections: &[Section]) -> Vec<(Ident, Vec<Ident>)> {
        let mut siblings: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
        for (module, names) in self.of(sections).flat_map(|used| &used.siblings) {
            siblings.entry(module).or_default().extend(names);
        }
        let names = siblings.into_iter();
        names.map(|(module, names)| (ident(module), idents(names))).collect()
    }

    /// The names of the module itself that these sections use.
    pub fn own_names(&self, sections: &[Section]) -> BTreeSet<String> {
        self.of(sections).flat_map(|used| &used.own).cloned().collect()
    }

    fn of(&self, sections: &[Section]) -> impl Iterator<Item = &Used> {
        sections.iter().filter_map(|section| self.used.get(section))
    }

    fn used(&mut self) -> &mut Used {
        self.used.entry(self.section).or_default()
    }
}

fn idents<'n>(names: impl IntoIterator<Item = &'n String>) -> Vec<Ident> {
    names.into_iter().map(|name| ident(name)).collect()
}
