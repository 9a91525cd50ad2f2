//! What must stay true (ARCHITECTURE.md), as far as a test can hold it.

mod floors;
mod marker;
mod rust_files;
mod stages;
mod vocabulary;
