//! Recorded and documented JSON, decoded into the typed models: samples of others, where they are
//! there, and a few bodies of our own in the shapes that live helpdesks send.

mod envelopes;
mod fixtures;
mod folder;
mod lookups;
mod lossless;
mod models;
mod objects;
mod property;
mod random;
mod refusals;
