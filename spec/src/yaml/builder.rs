//! Events of the parser to the tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{Event, Parser, ScalarStyle, Span, Tag, options};

use super::tag::{self, Effect};
use super::{Entry, Key, Kind, Node, Scalar, merge, syntax};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// How many lists and mappings may lie in each other.
const DEEPEST: u16 = 64;

/// How many values the aliases of a file may repeat.
const MOST_REPEATED: u32 = 250_000;

/// Reads the text of a file; `None` when it is not YAML.
///
/// The text must be shorter than 4 GiB.
pub(crate) fn read(text: &str, file: u32, problems: &mut Problems) -> Option<Rc<Node>> {
    if syntax::find_control_characters(text, file, problems) {
        return None;
    }
    let options = options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: usize::from(DEEPEST),
        block_nesting_limit: usize::from(DEEPEST),
    };
    let mut builder = Builder::new(text, file, problems);
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((Event::DocumentStart(..), span)) if builder.root.is_some() => {
                builder.report_second_document(span);
                break;
            }
            Ok((event, span)) => builder.take(event, span),
            Err(error) => {
                let problem = syntax::problem(&error, text, file);
                builder.problems.push(problem);
                return None;
            }
        }
    }
    Some(builder.root.unwrap_or_else(|| {
        let place = Place { file, line: 1, column: 1, ..Place::default() };
        Node::scalar(place, Scalar::Null, String::new())
    }))
}

struct Builder<'t> {
    text: &'t str,
    file: u32,
    problems: &'t mut Problems,
    /// Lists and mappings that are not closed yet, the innermost last.
    open: Vec<Open>,
    /// What each anchor marks; `None` as long as it is not closed.
    anchors: HashMap<usize, Option<Rc<Node>>>,
    repeated: u32,
    root: Option<Rc<Node>>,
}

/// A list or mapping that is not closed yet.
struct Open {
    span: Span,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Rc<Node>>),
    Mapping(OpenMapping),
    /// The tag was wrong: what is in it is left out.
    Broken(Vec<Rc<Node>>),
}

#[derive(Default)]
struct OpenMapping {
    entries: Vec<Entry>,
    places: HashMap<String, Place>,
    /// What `<<` takes over.
    merged: Option<Rc<Node>>,
    /// The key whose value comes next.
    next: Option<NextKey>,
}

enum NextKey {
    Key(Rc<Key>),
    Merge,
    /// The key was reported, so its value is left out.
    Rejected,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, file: u32, problems: &'t mut Problems) -> Self {
        let (open, anchors) = (Vec::new(), HashMap::new());
        Self { text, file, problems, open, anchors, repeated: 0, root: None }
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open("seq", anchor, tag, span, Content::List(Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.open("map", anchor, tag, span, Content::Mapping(OpenMapping::default()));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(id) => self.alias(id, span),
            Event::UnresolvedAlias(name) => {
                let place = self.place(span);
                self.problems.push(unknown_alias(&name, place));
                self.add(Node::broken(place), false);
            }
            _ => {}
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) {
        let place = self.place(span);
        let is_merge = style == ScalarStyle::Plain && tag.is_none() && text == "<<";
        // The parser gives an empty value the text `~`, which nobody wrote.
        let is_empty = style == ScalarStyle::Plain && place.is_empty();
        let text = if is_empty { "" } else { text };
        let node = match tag::of_scalar(text, style, tag) {
            Effect::Scalar(scalar) => Node::scalar(place, scalar, text.to_owned()),
            effect => {
                self.report_tag(&effect, tag, span);
                Node::broken(place)
            }
        };
        if anchor != 0 {
            self.anchors.insert(anchor, Some(Rc::clone(&node)));
        }
        self.add(node, is_merge);
    }

    fn open(
        &mut self,
        kind: &str,
        anchor: usize,
        tag: Option<Cow<'_, Tag>>,
        span: Span,
        content: Content,
    ) {
        let effect = tag::of_collection(kind, tag.as_deref());
        let content = match effect {
            Effect::Collection => content,
            _ => {
                self.report_tag(&effect, tag.as_deref(), span);
                Content::Broken(Vec::new())
            }
        };
        if anchor != 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(Open { span, anchor, content });
    }

    fn close(&mut self, end: Span) {
        let Some(Open { span, anchor, content }) = self.open.pop() else { return };
        let place = self.place(Span::new(span.start, end.end));
        let kind = match content {
            Content::List(items) => Kind::List(items),
            Content::Mapping(mapping) => {
                let OpenMapping { mut entries, mut places, merged, .. } = mapping;
                if let Some(merged) = merged {
                    merge::apply(&merged, &mut entries, &mut places, self.problems);
                }
                Kind::Mapping(entries)
            }
            Content::Broken(_) => Kind::Broken,
        };
        let mut node = Node::new(place, kind);
        if node.depth > DEEPEST {
            self.problems.push(syntax::too_deep(place));
            node = Node::broken(place);
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Some(Rc::clone(&node)));
        }
        self.add(node, false);
    }

    fn alias(&mut self, id: usize, span: Span) {
        let place = self.place(span);
        let node = match self.anchors.get(&id) {
            Some(Some(node)) => {
                self.repeated = self.repeated.saturating_add(node.size);
                if self.repeated <= MOST_REPEATED {
                    Rc::clone(node)
                } else {
                    self.problems.push(too_much_repeated(place));
                    Node::broken(place)
                }
            }
            _ => {
                let message = format!("alias {} stands inside what it repeats", self.quote(place));
                let problem = Problem::new(reading::ALIAS_OF_ITSELF, place, message)
                    .label("would repeat itself without end");
                self.problems.push(problem);
                Node::broken(place)
            }
        };
        self.add(node, false);
    }

    /// Puts a value where it belongs: into the innermost open list or mapping.
    fn add(&mut self, node: Rc<Node>, is_merge: bool) {
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::List(items) | Content::Broken(items)) => items.push(node),
            Some(Content::Mapping(mapping)) => match mapping.next.take() {
                None => mapping.next = Some(mapping.key(&node, is_merge, self.problems)),
                Some(NextKey::Key(key)) => mapping.entry(key, node),
                Some(NextKey::Merge) => mapping.merged = Some(node),
                Some(NextKey::Rejected) => {}
            },
        }
    }

    fn report_tag(&mut self, effect: &Effect, tag: Option<&Tag>, span: Span) {
        let place = self.place(span.tag_span().unwrap_or(span));
        let tag = tag.map(Tag::original).unwrap_or_default();
        self.problems.push(match effect {
            Effect::Unknown => {
                Problem::new(reading::UNKNOWN_TAG, place, format!("unknown tag `{tag}`"))
                    .label("not a tag of the core of YAML")
                    .help("a text that begins with `!` needs quotes")
            }
            _ => {
                let message = format!("the value is not what the tag `{tag}` says");
                Problem::new(reading::TAG_DOES_NOT_FIT, place, message)
                    .label("does not fit the value behind it")
                    .help("remove the tag, or mend the value")
            }
        });
    }

    fn report_second_document(&mut self, span: Span) {
        let problem = Problem::new(
            reading::MORE_THAN_ONE_DOCUMENT,
            self.place(span),
            "a second YAML document begins here",
        )
        .label("each file is one document")
        .help("remove the line `---`, or put what follows into a file of its own under `include`");
        self.problems.push(problem);
    }

    fn place(&self, span: Span) -> Place {
        syntax::place(span, self.text, self.file)
    }

    /// The text at a place, quoted for a message.
    fn quote(&self, place: Place) -> String {
        let text = self.text.get(place.start as usize..place.end as usize).unwrap_or_default();
        format!("`{text}`")
    }
}

impl OpenMapping {
    /// Takes a value that stands where a key belongs.
    fn key(&mut self, node: &Node, is_merge: bool, problems: &mut Problems) -> NextKey {
        let (scalar, text) = match &node.kind {
            Kind::Scalar(scalar, text) if *scalar != Scalar::Null || !text.is_empty() => {
                (scalar, text)
            }
            Kind::Broken => return NextKey::Rejected,
            _ => {
                problems.push(key_not_text(node));
                return NextKey::Rejected;
            }
        };
        if let Some(&first) = self.places.get(text.as_str()) {
            problems.push(duplicate_key(text, node.place, first));
            return NextKey::Rejected;
        }
        self.places.insert(text.clone(), node.place);
        if is_merge {
            return NextKey::Merge;
        }
        let (text, scalar) = (text.clone(), scalar.clone());
        NextKey::Key(Rc::new(Key { text, scalar, place: node.place }))
    }

    fn entry(&mut self, key: Rc<Key>, value: Rc<Node>) {
        // An empty value has no text of its own to point at; the parser puts it somewhere behind
        // the colon. Its key is what people look for.
        let value = match &value.kind {
            Kind::Scalar(scalar, text) if value.place.is_empty() => {
                Node::scalar(key.place, scalar.clone(), text.clone())
            }
            _ => value,
        };
        self.entries.push(Entry { key, value });
    }
}

impl Node {
    fn new(place: Place, kind: Kind) -> Rc<Self> {
        let (mut deepest, mut size) = (0, 1_u32);
        let children: &mut dyn Iterator<Item = &Rc<Self>> = match &kind {
            Kind::List(items) => &mut items.iter(),
            Kind::Mapping(entries) => &mut entries.iter().map(|entry| &entry.value),
            Kind::Scalar(..) | Kind::Broken => &mut std::iter::empty(),
        };
        for child in children {
            deepest = deepest.max(child.depth);
            size = size.saturating_add(child.size);
        }
        let is_scalar = matches!(kind, Kind::Scalar(..) | Kind::Broken);
        let depth = if is_scalar { 0 } else { deepest + 1 };
        Rc::new(Self { place, kind, depth, size })
    }

    fn scalar(place: Place, scalar: Scalar, text: String) -> Rc<Self> {
        Self::new(place, Kind::Scalar(scalar, text))
    }

    fn broken(place: Place) -> Rc<Self> {
        Self::new(place, Kind::Broken)
    }
}

fn unknown_alias(name: &str, place: Place) -> Problem {
    Problem::new(reading::UNKNOWN_ALIAS, place, format!("nothing is marked `&{name}` before this"))
        .label("repeats nothing")
        .help("a text that begins with `*` needs quotes")
}

fn too_much_repeated(place: Place) -> Problem {
    let message = format!("aliases repeat more than {MOST_REPEATED} values");
    Problem::new(reading::ALIASES_TOO_LARGE, place, message).label("the limit is passed here")
}

fn key_not_text(node: &Node) -> Problem {
    let found = match &node.kind {
        Kind::List(_) => "a list",
        Kind::Mapping(_) => "a mapping",
        _ => "nothing",
    };
    Problem::new(reading::KEY_NOT_TEXT, node.place, format!("a key is {found}, and must be text"))
        .label("not a key")
        .help("a text that begins with `{` or `[` needs quotes")
}

fn duplicate_key(key: &str, place: Place, first: Place) -> Problem {
    Problem::new(reading::DUPLICATE_KEY, place, format!("duplicate key `{key}`"))
        .label("is here again")
        .related(first, "is first here")
}
