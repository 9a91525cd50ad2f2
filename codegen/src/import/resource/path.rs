//! Paths as segments, and whether a description can say them.

/// A path that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) segments: Vec<Vec<Piece>>,
}

/// A part of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Parameter(String),
}

/// The longest path that is read, in bytes.
const LONGEST: usize = 500;

impl Path {
    /// Reads a path, or says why no description can have it.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let outside = outside_of_braces(text);
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(c);
        if text.len() > LONGEST {
            return Err("the path is too long".to_owned());
        }
        if let Some(c) = outside.chars().find(|c| !allowed(*c)) {
            return Err(format!("the path has `{c}`"));
        }
        let Some(rest) = text.strip_prefix('/') else {
            return Err("the path does not begin with a slash".to_owned());
        };
        let mut segments = Vec::new();
        for segment in split(rest) {
            if matches!(segment.as_str(), "" | "." | "..") {
                return Err("a segment of the path is empty".to_owned());
            }
            segments.push(pieces(&segment)?);
        }
        let path = Self { segments };
        let mut names: Vec<_> = path.parameters().collect();
        names.sort_unstable();
        names
            .windows(2)
            .all(|pair| pair.first() != pair.last())
            .then_some(())
            .ok_or_else(|| "a parameter stands in the path twice".to_owned())?;
        Ok(path)
    }

    /// The names of its parameters.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &str> {
        let pieces = self.segments.iter().flatten();
        pieces.filter_map(|piece| {
            if let Piece::Parameter(name) = piece { Some(name.as_str()) } else { None }
        })
    }

    /// Whether a segment is a parameter and nothing else.
    pub(super) fn is_lone(&self, at: usize) -> bool {
        matches!(self.segments.get(at).map(Vec::as_slice), Some([Piece::Parameter(_)]))
    }

    /// Whether a segment has no parameter.
    pub(super) fn is_fixed(&self, at: usize) -> bool {
        let is_text = |piece: &Piece| matches!(piece, Piece::Text(_));
        self.segments.get(at).is_some_and(|pieces| pieces.iter().all(is_text))
    }

    /// How many segments there are.
    pub(super) fn len(&self) -> usize {
        self.segments.len()
    }

    /// The first segments.
    pub(super) fn prefix(&self, length: usize) -> Self {
        Self { segments: self.segments.iter().take(length).cloned().collect() }
    }

    /// The path with nameless parameters: what routes are compared by.
    pub(super) fn shape(&self) -> String {
        self.write(|_| String::new())
    }

    /// The path as text, from a segment on.
    pub(super) fn text_from(&self, start: usize) -> String {
        let rest = Self { segments: self.segments.iter().skip(start).cloned().collect() };
        rest.write(str::to_owned)
    }

    /// The words of the fixed segments.
    pub(super) fn fixed(&self) -> Vec<String> {
        let text = |pieces: &Vec<Piece>| {
            let texts = pieces.iter().filter_map(|piece| match piece {
                Piece::Text(text) => Some(text.as_str()),
                Piece::Parameter(_) => None,
            });
            texts.collect::<Vec<_>>().join("_")
        };
        self.segments.iter().map(text).filter(|text| !text.is_empty()).collect()
    }

    fn write(&self, name: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for pieces in &self.segments {
            text.push('/');
            for piece in pieces {
                match piece {
                    Piece::Text(piece) => text.push_str(piece),
                    Piece::Parameter(parameter) => {
                        text.push_str(&format!("{{{}}}", name(parameter)));
                    }
                }
            }
        }
        text
    }
}

/// What stands outside of braces, where names may have any spelling.
fn outside_of_braces(text: &str) -> String {
    let mut depth = 0;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// The segments of a path; a slash within braces belongs to a name.
fn split(text: &str) -> Vec<String> {
    let mut segments = vec![String::new()];
    let mut is_inside = false;
    for c in text.chars() {
        match c {
            '{' => is_inside = true,
            '}' => is_inside = false,
            '/' if !is_inside => {
                segments.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(segment) = segments.last_mut() {
            segment.push(c);
        }
    }
    segments
}

fn pieces(segment: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while !rest.is_empty() {
        let Some(inside) = rest.strip_prefix('{') else {
            let (text, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
            if text.contains('}') {
                return Err("its braces do not fit together".to_owned());
            }
            pieces.push(Piece::Text(text.to_owned()));
            rest = after;
            continue;
        };
        if matches!(pieces.last(), Some(Piece::Parameter(_))) {
            return Err("two parameters follow one another without text between".to_owned());
        }
        match inside.split_once('}') {
            Some((name, after)) if !name.is_empty() && !name.contains('{') => {
                pieces.push(Piece::Parameter(name.to_owned()));
                rest = after;
            }
            _ => return Err("its braces do not fit together".to_owned()),
        }
    }
    Ok(pieces)
}
