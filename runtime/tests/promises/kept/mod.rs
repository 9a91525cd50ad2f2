//! What must hold for every answer, whatever is in it. The fuzz targets check the same.

pub(crate) mod answer;
pub(crate) mod errors;
pub(crate) mod headers;
pub(crate) mod locations;
pub(crate) mod refusals;
pub(crate) mod responses;
