//! How long a helpdesk asks to wait.

use std::time::Duration;

use http::{HeaderMap, header};
use jiff::{Timestamp, civil, fmt::rfc2822, tz::TimeZone};

use crate::clock::wall_time;

/// The `Retry-After` header in either form (RFC 9110, section 10.2.3).
///
/// A date is counted from the answer's own `Date`, so that a clock that is wrong here does no
/// harm, else from now; one that has passed means not to wait.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let then = http_date(text)?;
    let sent = headers.get(header::DATE).and_then(|date| http_date(date.to_str().ok()?));
    let wait = then.duration_since(sent.or_else(wall_time)?);
    Some(Duration::try_from(wait).unwrap_or(Duration::ZERO))
}

/// One of the three forms of a date in HTTP.
fn http_date(text: &str) -> Option<Timestamp> {
    const RFC_850: &str = "%A, %d-%b-%y %H:%M:%S GMT";
    const ASCTIME: &str = "%a %b %e %H:%M:%S %Y";
    let obsolete = |format| civil::DateTime::strptime(format, text).ok();
    // A date whose day of the week is wrong is still a date.
    let usual = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    usual.parse_timestamp(text).ok().or_else(|| {
        let date = obsolete(RFC_850).or_else(|| obsolete(ASCTIME))?;
        TimeZone::UTC.to_timestamp(date).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::{Duration, HeaderMap, retry_after};

    fn wait(text: &str) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert("date", "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap());
        headers.insert("retry-after", text.parse().unwrap());
        retry_after(&headers)
    }

    #[test]
    fn seconds() {
        assert_eq!(wait("120"), Some(Duration::from_secs(120)));
        assert_eq!(wait(" 0 "), Some(Duration::ZERO));
        assert_eq!(wait("99999999999999999999999"), Some(Duration::from_secs(u64::MAX)));
    }

    #[test]
    fn dates_in_all_three_forms() {
        for text in [
            "Sun, 06 Nov 1994 08:50:37 GMT",
            "Sunday, 06-Nov-94 08:50:37 GMT",
            "Sun Nov  6 08:50:37 1994",
        ] {
            assert_eq!(wait(text), Some(Duration::from_secs(60)), "{text}");
        }
        assert_eq!(wait("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
    }

    #[test]
    fn a_date_without_the_date_of_the_answer_is_counted_from_now() {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", "Fri, 31 Dec 9998 23:59:59 GMT".parse().unwrap());
        assert!(retry_after(&headers).unwrap() > Duration::from_secs(1_000_000));
    }

    #[test]
    fn anything_else_is_nothing() {
        for text in ["", "soon", "-1", "1.5", "Sun, 06 Foo 1994"] {
            assert_eq!(wait(text), None, "{text}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }
}
