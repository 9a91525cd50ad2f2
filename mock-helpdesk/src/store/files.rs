//! The bytes of uploaded files.

use std::collections::BTreeMap;

use bytes::Bytes;
use deskpro_spec::api::ResourceId;

use crate::body::File;

/// The files of a helpdesk, by the object that stands for each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files {
    held: BTreeMap<(ResourceId, u64), File>,
    size: usize,
}

impl Files {
    /// The file of an object.
    pub(crate) fn get(&self, resource: ResourceId, id: u64) -> Option<&File> {
        self.held.get(&(resource, id))
    }

    /// How large all of them are, in bytes.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Keeps the file of an object, and nothing else of the form that it came in.
    pub(crate) fn put(&mut self, resource: ResourceId, id: u64, file: File) {
        let file = File { bytes: Bytes::copy_from_slice(&file.bytes), ..file };
        self.remove(resource, id);
        self.size = self.size.saturating_add(file.bytes.len());
        self.held.insert((resource, id), file);
    }

    /// Forgets the file of an object.
    pub(crate) fn remove(&mut self, resource: ResourceId, id: u64) {
        if let Some(file) = self.held.remove(&(resource, id)) {
            self.size = self.size.saturating_sub(file.bytes.len());
        }
    }

    /// Every file with the object that stands for it.
    pub(crate) fn all(&self) -> impl Iterator<Item = (ResourceId, u64)> + '_ {
        self.held.keys().copied()
    }
}
