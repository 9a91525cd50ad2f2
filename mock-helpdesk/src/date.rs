//! Dates as the API writes them: `2025-05-01T08:02:02+0000`, without a colon in the offset.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

const FORMAT: &str = "%Y-%m-%dT%H:%M:%S%z";

/// A moment in the API's format.
pub(crate) fn format(moment: Timestamp) -> String {
    moment.strftime(FORMAT).to_string()
}

/// A date with time, in the API's format; `None` when the text is none.
///
/// Offsets with and without colon are taken, and local times without any, which are read as UTC:
/// clients were seen to write all of these (HMRC).
pub(crate) fn date_time(text: &str) -> Option<String> {
    moment(text).map(format)
}

/// A date, as it is written; `None` when the text is none.
pub(crate) fn date(text: &str) -> Option<String> {
    text.parse::<Date>().ok().map(|date| date.to_string())
}

/// The moment so many hours after this one; the same text when it is no date.
pub(crate) fn hours_after(text: &str, hours: u64) -> String {
    seconds_after(text, hours.saturating_mul(3_600))
}

/// The moment so many seconds after this one; the same text when it is no date.
pub(crate) fn seconds_after(text: &str, seconds: u64) -> String {
    let later = moment(text).and_then(|moment| {
        let seconds = i64::try_from(seconds).ok()?;
        moment.checked_add(SignedDuration::from_secs(seconds)).ok()
    });
    later.map_or_else(|| text.to_owned(), format)
}

/// How many seconds lie between two moments; 0 when one is none, or they are the wrong way round.
pub(crate) fn seconds_between(first: &str, second: &str) -> u64 {
    let between = moment(first).zip(moment(second));
    let seconds = between.map_or(0, |(first, second)| second.duration_since(first).as_secs());
    u64::try_from(seconds).unwrap_or(0)
}

fn moment(text: &str) -> Option<Timestamp> {
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let local: DateTime = text.parse().ok()?;
    TimeZone::UTC.to_timestamp(local).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_form_seen_and_written_in_one() {
        for text in [
            "2025-05-01T08:02:02+0000",
            "2025-05-01T08:02:02+00:00",
            "2025-05-01T08:02:02Z",
            "2025-05-01T10:02:02+0200",
            "2025-05-01T08:02:02",
            "2025-05-01 08:02:02",
        ] {
            assert_eq!(date_time(text).as_deref(), Some("2025-05-01T08:02:02+0000"), "{text}");
        }
        assert_eq!(date_time("2025-05-01").as_deref(), Some("2025-05-01T00:00:00+0000"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "soon", "2025-13-01T00:00:00Z", "2025-02-30", "1746086522"] {
            assert_eq!(date_time(text), None, "{text}");
        }
        assert_eq!(date("2025-05-01").as_deref(), Some("2025-05-01"));
        assert_eq!(date("2025-05-32"), None);
    }

    #[test]
    fn hours_pass_and_never_overflow() {
        let start = "2025-05-01T08:02:02+0000";
        assert_eq!(hours_after(start, 25), "2025-05-02T09:02:02+0000");
        assert_eq!(hours_after(start, u64::MAX), start);
        assert_eq!(hours_after("never", 1), "never");
        assert_eq!(seconds_between(start, "2025-05-01T10:03:02+0200"), 60);
        assert_eq!(seconds_between(start, "2025-05-01T08:02:01+0000"), 0);
        assert_eq!(seconds_between(start, "never"), 0);
    }
}
