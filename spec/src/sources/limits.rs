//! How large descriptions may be.

/// Bytes of a file.
pub(super) const FILE: usize = 4 * 1024 * 1024;

/// Bytes of all files together.
pub(super) const TOGETHER: usize = 32 * 1024 * 1024;

/// Files, with the first.
pub(super) const FILES: usize = 1_000;
