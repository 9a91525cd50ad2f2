//! The Rust types that a user is told to write, and from where they come.

use deskpro_spec::api::Type;
use proc_macro2::Ident;

use super::Kinds;

/// A Rust type as a user writes it.
#[derive(Debug, Clone)]
pub(in crate::plan) struct Written {
    /// `Option<Vec<PersonId>>`
    pub(in crate::plan) text: String,
    /// The whole paths of the names in it that must be imported: `deskpro_client::people::PersonId`.
    imports: Vec<String>,
}

/// A path as it is written in a `use`: `deskpro_client::people::PersonId`.
pub(in crate::plan) fn item_path(parts: &[&str]) -> String {
    parts.join("::").trim_start_matches("::").to_owned()
}

impl Written {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), imports: Vec::new() }
    }

    fn imported(name: &str, path: String) -> Self {
        Self { text: name.to_owned(), imports: vec![path] }
    }

    /// `Option<Self>`
    pub(in crate::plan) fn optional(self) -> Self {
        self.within("Option")
    }

    fn within(mut self, name: &str) -> Self {
        self.text = format!("{name}<{}>", self.text);
        self
    }

    /// From where the names in it come, one line for each: `` `PersonId` is ... ``.
    pub(in crate::plan) fn notes(&self) -> impl Iterator<Item = String> + '_ {
        self.imports.iter().map(|path| {
            let name = path.rsplit("::").next().unwrap_or(path);
            format!("`{name}` is `{path}`")
        })
    }
}

impl Kinds<'_> {
    /// The type that holds what is read.
    pub(in crate::plan) fn written(&self, ty: &Type) -> Written {
        match ty {
            Type::String => Written::plain("String"),
            Type::Integer => Written::plain("i64"),
            Type::Number => Written::plain("f64"),
            Type::Boolean => Written::plain("bool"),
            Type::DateTime => self.runtime("DateTime"),
            Type::Date => self.runtime("Date"),
            Type::Json => self.runtime("Json"),
            Type::Id(resource) => {
                let names = &self.names[*resource];
                let id = names.id.as_ref();
                id.map_or_else(|| Written::plain("u64"), |id| self.generated(&names.module, id))
            }
            Type::Ref(resource) => {
                let names = &self.names[*resource];
                self.around("Ref", self.generated(&names.module, &names.model))
            }
            Type::List(item) => self.written(item).within("Vec"),
            Type::Map(value) => self.around("Map", self.written(value)),
            Type::Named(id) => self.generated(&self.names[*id].module, &self.names[*id].name),
        }
    }

    /// The type that is sent.
    pub(in crate::plan) fn written_sent(&self, ty: &Type) -> Written {
        self.written(&self.sent_type(ty))
    }

    /// `Sensitive<T>`, `Set<T>`: a generic type of the runtime.
    pub(in crate::plan) fn around(&self, name: &str, inner: Written) -> Written {
        let mut outer = inner.within(name);
        outer.imports.insert(0, item_path(&[&self.options.runtime, name]));
        outer
    }

    fn runtime(&self, name: &str) -> Written {
        Written::imported(name, item_path(&[&self.options.runtime, name]))
    }

    fn generated(&self, module: &Ident, name: &Ident) -> Written {
        let path = item_path(&[&self.options.generated, &module.to_string(), &name.to_string()]);
        Written::imported(&name.to_string(), path)
    }
}
