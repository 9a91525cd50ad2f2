//! Naming operations: one, all of a resource, or all.

/// Whether a pattern names an operation: `tickets.list`, `tickets.*` or `*`.
pub(crate) fn admits(pattern: &str, operation: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) if start.is_empty() || start.ends_with('.') => operation.starts_with(start),
        _ => pattern == operation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_the_rest() {
        assert!(admits("tickets.list", "tickets.list"));
        assert!(admits("tickets.*", "tickets.list") && admits("*", "tickets.list"));
        assert!(!admits("tickets.*", "ticket_messages.list") && !admits("tickets.*", "tickets"));
        assert!(!admits("tick*", "tickets.list") && !admits("tickets", "tickets.list"));
        assert!(!admits("", "tickets.list"));
    }
}
