//! How far a list was read.

/// How far a list was read, and what is to be known of it; see
/// [`Items::progress`](crate::Items::progress) and [`Pages::progress`](crate::Pages::progress).
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Progress;
///
/// fn line(progress: Progress) -> String {
///     match progress.total {
///         Some(total) => format!("{} of {total}", progress.handed_out),
///         None => format!("{} so far", progress.handed_out),
///     }
/// }
///
/// let mut progress = Progress::default();
/// progress.handed_out = 20;
/// assert_eq!(line(progress), "20 so far");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// The page to resume from; after an error, the one that failed.
    pub page: u64,
    /// How many pages there are, as far as the helpdesk said.
    pub total_pages: Option<u64>,
    /// How many items there are on all pages, as far as the helpdesk said.
    pub total: Option<u64>,
    /// How many items were handed out.
    pub handed_out: u64,
    /// How many items came that had come before: `Items` leaves them out, `Pages` hands them out as
    /// part of their pages.
    pub repeated: u64,
    /// Whether what comes next lies so deep in the list, 999 items and more, that helpdesks were
    /// seen to become unreliable there (ITK): narrow the list with filters.
    pub beyond_reliable: bool,
    /// Whether items may have been passed over, so that only reading the list anew can tell:
    ///
    /// - the list became shorter, and its items have no ids that tell what had moved;
    /// - it became shorter again and again while pages were read once more because of that;
    /// - it began with a later page than the first, and so many were deleted that items moved to
    ///   pages before that;
    /// - a page came empty although it is not the last.
    pub may_lack: bool,
}
