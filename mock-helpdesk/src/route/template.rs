//! Matching path templates, whose segments may mix text and parameters: `/{context}_snippets`.

use deskpro_spec::api::{Path, Segment};
use percent_encoding::percent_decode_str;

/// The decoded segments of a path; `None` when it does not start with `/` or is not UTF-8.
pub(crate) fn split(path: &str) -> Option<Vec<String>> {
    let segments = path.strip_prefix('/')?.split('/');
    let decoded = segments.map(|segment| {
        percent_decode_str(segment).decode_utf8().ok().map(std::borrow::Cow::into_owned)
    });
    decoded.collect()
}

/// How specific a template is, segment by segment: text, then mixed, then a parameter alone.
pub(crate) fn rank(path: &Path) -> Vec<u8> {
    let ranks = path.segments.iter().map(|segment| match segment.as_slice() {
        [Segment::Parameter(_)] => 2,
        parts if parts.iter().any(|part| matches!(part, Segment::Parameter(_))) => 1,
        _ => 0,
    });
    ranks.collect()
}

/// The values of the parameters in order; `None` when the segments are not of this template.
pub(crate) fn matches(path: &Path, segments: &[String]) -> Option<Vec<String>> {
    let mut values = Vec::with_capacity(path.parameters.len());
    if path.segments.len() != segments.len() {
        return None;
    }
    for (parts, text) in path.segments.iter().zip(segments) {
        match_segment(parts, text, &mut values)?;
    }
    Some(values)
}

/// Matches one segment from left to right. A parameter takes at least one character and ends
/// where the text after it first occurs, or at the end of the segment.
fn match_segment(parts: &[Segment], text: &str, values: &mut Vec<String>) -> Option<()> {
    let (first, rest) = match parts {
        [] => return text.is_empty().then_some(()),
        [first, rest @ ..] => (first, rest),
    };
    if let Segment::Text(expected) = first {
        return match_segment(rest, text.strip_prefix(expected.as_str())?, values);
    }
    let shortest = text.chars().next()?.len_utf8();
    let end = match rest {
        [] => text.len(),
        // What ends the segment is looked for at its end, so that `a.js.js` is `a.js` and `.js`.
        [Segment::Text(last)] => text.strip_suffix(last.as_str())?.len(),
        [Segment::Text(next), ..] => shortest + text.get(shortest..)?.find(next.as_str())?,
        [Segment::Parameter(_), ..] => shortest,
    };
    if end < shortest {
        return None;
    }
    values.push(text.get(..end)?.to_owned());
    match_segment(rest, text.get(end..)?, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Segment {
        Segment::Text(text.to_owned())
    }

    fn values(parts: &[Segment], segment: &str) -> Option<Vec<String>> {
        let mut values = Vec::new();
        match_segment(parts, segment, &mut values).map(|()| values)
    }

    #[test]
    fn parameters_are_found_inside_segments() {
        let snippets = [Segment::Parameter(0), text("_snippets")];
        assert_eq!(values(&snippets, "ticket_snippets"), Some(vec!["ticket".to_owned()]));
        assert_eq!(values(&snippets, "_snippets"), None);
        assert_eq!(values(&snippets, "ticket_snippet"), None);

        let format = [Segment::Parameter(0), text("."), Segment::Parameter(1)];
        assert_eq!(values(&format, "user.html.js").unwrap(), ["user", "html.js"]);
        assert_eq!(values(&format, "user"), None);
        assert_eq!(values(&format, "user."), None);

        let script = [text("v"), Segment::Parameter(0), text(".js")];
        assert_eq!(values(&script, "va.js.js").unwrap(), ["a.js"]);
        assert_eq!(values(&script, "v.js"), None);
        assert_eq!(values(&script, "vé.js").unwrap(), ["é"]);
    }

    #[test]
    fn segments_are_decoded_one_by_one() {
        assert_eq!(split("/labels/a%2Fb").unwrap(), ["labels", "a/b"]);
        assert_eq!(split("/%zz").unwrap(), ["%zz"]);
        assert_eq!(split("/%ff"), None);
        assert_eq!(split("tickets"), None);
        assert_eq!(split("/").unwrap(), [""]);
    }
}
