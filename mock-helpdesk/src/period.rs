//! Stretches of time as filters name them: `2025-05`, `2025-05-01..2025-06-15`, `last_7_days`.
//!
//! How helpdesks write them is not known from any source. So what is taken is what anybody would
//! understand, and anything else is refused.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::date;

/// Sorts after every character of a date.
const AFTER: char = '~';

/// The first moment of a stretch of time and one after its last, as texts that sort like dates in the
/// API's format; `None` where the text is none. `now` is in that format, too.
pub(crate) fn bounds(text: &str, now: &str) -> Option<(String, String)> {
    let today: Date = now.get(..10)?.parse().ok()?;
    if let Some((first, last)) = text.split_once("..") {
        let is_right = |end: &str| end.is_empty() || is_part(end);
        let is_any = !first.is_empty() || !last.is_empty();
        let until = if last.is_empty() { AFTER.to_string() } else { format!("{last}{AFTER}") };
        return (is_any && is_right(first) && is_right(last)).then(|| (first.to_owned(), until));
    }
    if is_part(text) {
        return Some((text.to_owned(), format!("{text}{AFTER}")));
    }
    let since = |first: Date| Some((first.to_string(), format!("{today}{AFTER}")));
    match text {
        "today" => since(today),
        "yesterday" => {
            let day = today.yesterday().ok()?;
            Some((day.to_string(), format!("{day}{AFTER}")))
        }
        "this_week" => {
            let days = i64::from(today.weekday().to_monday_zero_offset());
            since(today.checked_sub(days.days()).ok()?)
        }
        "this_month" => since(today.first_of_month()),
        "this_year" => since(today.first_of_year()),
        _ => {
            let days: i64 = text.strip_prefix("last_")?.strip_suffix("_days")?.parse().ok()?;
            let days = days.checked_sub(1).filter(|days| (0..=100_000).contains(days))?;
            since(today.checked_sub(days.days()).ok()?)
        }
    }
}

/// Whether it is a year, a month, a day or a moment.
fn is_part(text: &str) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = || format!("{text}-01").parse::<Date>().is_ok() && text.len() == 7;
    is_year(text) || is_month() || date::date(text).is_some() && text.len() == 10
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2025-05-15T12:00:00+0000";

    fn holds(period: &str, moment: &str) -> bool {
        let (from, to) = bounds(period, NOW).unwrap_or_else(|| panic!("{period} is none"));
        from.as_str() <= moment && moment < to.as_str()
    }

    #[test]
    fn periods_hold_what_anybody_would_expect() {
        for (period, first, last) in [
            ("2025", "2025-01-01T00:00:00+0000", "2025-12-31T23:59:59+0000"),
            ("2025-05", "2025-05-01T00:00:00+0000", "2025-05-31T23:59:59+0000"),
            ("2025-05-07", "2025-05-07T00:00:00+0000", "2025-05-07T23:59:59+0000"),
            ("2025-04..2025-05-02", "2025-04-01T00:00:00+0000", "2025-05-02T23:59:59+0000"),
            ("today", "2025-05-15T00:00:00+0000", "2025-05-15T23:59:59+0000"),
            ("yesterday", "2025-05-14T00:00:00+0000", "2025-05-14T23:59:59+0000"),
            ("this_week", "2025-05-12T00:00:00+0000", "2025-05-15T23:59:59+0000"),
            ("this_month", "2025-05-01T00:00:00+0000", "2025-05-15T23:59:59+0000"),
            ("this_year", "2025-01-01T00:00:00+0000", "2025-05-15T23:59:59+0000"),
            ("last_7_days", "2025-05-09T00:00:00+0000", "2025-05-15T23:59:59+0000"),
        ] {
            assert!(holds(period, first) && holds(period, last), "{period}");
            assert!(!holds(period, "2024-12-31T23:59:59+0000"), "{period}");
            assert!(!holds(period, "2026-01-01T00:00:00+0000"), "{period}");
        }
        assert!(holds("2025-05..", "2099-01-01T00:00:00+0000"));
        assert!(holds("..2025-05", "1999-01-01T00:00:00+0000"));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in
            ["", "..", "soon", "2025-13", "25", "2025-5", "last_0_days", "last_x_days", "a..b", "é"]
        {
            assert_eq!(bounds(text, NOW), None, "{text}");
        }
    }
}
