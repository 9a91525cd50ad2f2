//! Path templates and parameters to the path of a request.

use std::{fmt::Display, ops::Deref};

use smallvec::SmallVec;

use crate::{RequestFault, encoder::encode};

/// The path of a request, encoded.
#[derive(Debug, Clone)]
pub(crate) enum Path {
    /// A template without placeholders.
    Template(&'static str),
    /// What became of one with placeholders; most fit without memory of their own.
    Filled(Filled),
}

/// ASCII, since everything else is encoded in URLs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filled(SmallVec<[u8; 32]>);

impl Deref for Path {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Template(template) => template,
            Self::Filled(path) => path.as_str(),
        }
    }
}

impl Filled {
    fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<'t> Extend<&'t str> for Filled {
    fn extend<T: IntoIterator<Item = &'t str>>(&mut self, texts: T) {
        texts.into_iter().for_each(|text| self.0.extend_from_slice(text.as_bytes()));
    }
}

/// Fills the placeholders of a template, in order, with percent-encoded parameters.
pub(crate) fn fill(
    template: &'static str,
    parameters: &[&dyn Display],
) -> Result<Path, RequestFault> {
    if parameters.is_empty() && !template.contains(['{', '.']) {
        return Ok(Path::Template(template));
    }
    let mut path = Filled::default();
    let mut parameters = parameters.iter();
    let mut rest = template;
    while let Some((before, name, after)) = next_placeholder(rest) {
        let parameter = parameters.next().ok_or(RequestFault::Template)?;
        path.extend([before]);
        append(&mut path, name, *parameter)?;
        rest = after;
    }
    path.extend([rest]);
    match parameters.next() {
        Some(_) => Err(RequestFault::Template),
        // A server would take such a segment as a step to another path.
        None if path.0.split(|&byte| byte == b'/').any(|part| matches!(part, b"." | b"..")) => {
            Err(RequestFault::DotSegment)
        }
        None => Ok(Path::Filled(path)),
    }
}

/// What comes before the next `{name}`, the name, and what comes after it.
fn next_placeholder(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn append(path: &mut Filled, name: &str, parameter: &dyn Display) -> Result<(), RequestFault> {
    let before = path.0.len();
    if encode(path, parameter) {
        return Err(RequestFault::ControlCharacter { name: name.into() });
    }
    match path.0.len() == before {
        true => Err(RequestFault::EmptyPathParameter { name: name.into() }),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Display;

    use super::{RequestFault, fill as filled};

    fn fill(template: &'static str, parameters: &[&dyn Display]) -> Result<String, RequestFault> {
        filled(template, parameters).map(|path| (*path).to_owned())
    }

    #[test]
    fn parameters_fill_whole_segments_and_parts_of_them() {
        assert_eq!(fill("/tickets", &[]).unwrap(), "/tickets");
        assert_eq!(fill("/tickets/{id}", &[&13]).unwrap(), "/tickets/13");
        assert_eq!(
            fill("/tickets/{ticket}/messages/{id}", &[&1, &2]).unwrap(),
            "/tickets/1/messages/2"
        );
        assert_eq!(fill("/{context}_snippets", &[&"ticket"]).unwrap(), "/ticket_snippets");
        assert_eq!(fill("/a/{context}.{format}", &[&"b", &"js"]).unwrap(), "/a/b.js");
        assert_eq!(
            fill("/ticket_layouts/{context}.js", &[&"agent"]).unwrap(),
            "/ticket_layouts/agent.js"
        );
    }

    #[test]
    fn what_is_not_unreserved_is_encoded() {
        assert_eq!(
            fill("/labels/{label}", &[&"r\u{e9}d & 100% a/b?#"]).unwrap(),
            "/labels/r%C3%A9d%20%26%20100%25%20a%2Fb%3F%23"
        );
        assert_eq!(fill("/{status}", &[&"pending.5"]).unwrap(), "/pending.5");
        assert_eq!(fill("/{context}_snippets", &[&"a/b c_"]).unwrap(), "/a%2Fb%20c__snippets");
        assert_eq!(
            fill("/ticket_layouts/{context}.js", &[&"x?.js#"]).unwrap(),
            "/ticket_layouts/x%3F.js%23.js"
        );
        // A parameter that looks like a placeholder is none.
        assert_eq!(fill("/{a}_{b}", &[&"{b}", &"c"]).unwrap(), "/%7Bb%7D_c");
        assert_eq!(fill("/{x}", &[&"%2e%2e"]).unwrap(), "/%252e%252e");
    }

    #[test]
    fn parameters_that_would_lead_elsewhere_are_refused() {
        for text in [".", ".."] {
            assert_eq!(fill("/labels/{label}", &[&text]), Err(RequestFault::DotSegment));
        }
        assert_eq!(fill("/{a}{b}/x", &[&".", &"."]), Err(RequestFault::DotSegment));
        assert_eq!(fill("/x/.{a}", &[&"."]), Err(RequestFault::DotSegment));
        assert_eq!(fill("/x/{a}.js", &[&".."]).unwrap(), "/x/...js");
        let name = || "label".into();
        assert_eq!(
            fill("/labels/{label}", &[&""]),
            Err(RequestFault::EmptyPathParameter { name: name() })
        );
        assert_eq!(
            fill("/labels/{label}", &[&"a\r\nb"]),
            Err(RequestFault::ControlCharacter { name: name() })
        );
    }

    #[test]
    fn a_wrong_number_of_parameters_is_a_fault() {
        assert_eq!(fill("/tickets/{id}", &[]), Err(RequestFault::Template));
        assert_eq!(fill("/tickets", &[&1]), Err(RequestFault::Template));
    }
}
