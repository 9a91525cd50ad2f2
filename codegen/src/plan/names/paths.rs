//! Where the items of each part of a description are, for those who compare clients.

use deskpro_spec::api::{Api, ErrorSetId, ResourceId, TypeId};

use super::NameTable;

/// Where the items of each part of a description are.
pub(crate) struct ItemPaths<'a> {
    names: NameTable<'a>,
}

/// The items of a resource.
pub(crate) struct ResourceItems {
    /// `tickets`
    pub(crate) module: String,
    /// `Ticket`
    pub(crate) model: String,
    /// `Tickets`
    pub(crate) handle: String,
}

/// The items of an operation.
pub(crate) struct OperationItems {
    /// The methods that begin it: `create`, `create_from`.
    pub(crate) methods: Vec<String>,
    /// `CreateTicket`
    pub(crate) request: String,
    /// `CreateTicketError`
    pub(crate) error: String,
}

impl<'a> ItemPaths<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        Self { names: NameTable::new(api) }
    }

    pub(crate) fn resource(&self, id: ResourceId) -> ResourceItems {
        let names = &self.names[id];
        ResourceItems {
            module: names.module.to_string(),
            model: names.model.to_string(),
            handle: names.handle.to_string(),
        }
    }

    /// The items of an operation; `None` when the resource has no operation at this place.
    pub(crate) fn operation(&self, id: ResourceId, at: usize) -> Option<OperationItems> {
        let names = self.names[id].operations.get(at)?;
        let methods = std::iter::once(&names.method).chain(&names.from);
        Some(OperationItems {
            methods: methods.map(ToString::to_string).collect(),
            request: names.request.to_string(),
            error: names.error.to_string(),
        })
    }

    /// The module and the name of a type.
    pub(crate) fn declared(&self, id: TypeId) -> (String, String) {
        (self.names[id].module.to_string(), self.names[id].name.to_string())
    }

    /// The module and the name of a set of refusals.
    pub(crate) fn error_set(&self, id: ErrorSetId) -> (String, String) {
        (self.names[id].module.to_string(), self.names[id].name.to_string())
    }
}
