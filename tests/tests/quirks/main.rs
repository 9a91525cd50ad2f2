//! What helpdesks do that nobody expects, quirk by quirk: each test is named after the number of the
//! quirk in the project's list of facts, and shows that the client copes with it.

mod answers;
mod batch;
mod credentials;
mod custom_fields;
mod desk;
mod documentation;
mod maps_and_lists;
mod numbers;
mod paging;
mod paths;
mod references;
mod refusals;
mod requests;
mod scalars;
