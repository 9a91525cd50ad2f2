//! Events of the parser to the tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{Event, Parser, ScalarStyle, Span, Tag, options};

use super::mapping::{NextKey, OpenMapping};
use super::tag::{self, Effect};
use super::{Kind, Node, Scalar, merge, rejected, syntax};
use crate::problem::{Place, Problems};

/// How many lists and mappings may lie in each other.
pub(crate) const DEEPEST: u16 = 64;

/// How many values the aliases of a file may repeat.
pub(crate) const MOST_REPEATED: u32 = 250_000;

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
                let place = builder.place(span);
                builder.problems.push(rejected::second_document(place));
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

impl<'t> Builder<'t> {
    fn new(text: &'t str, file: u32, problems: &'t mut Problems) -> Self {
        let (open, anchors) = (Vec::new(), HashMap::new());
        Self { text, file, problems, open, anchors, repeated: 0, root: None }
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, anchor, tag.as_deref(), span);
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
                self.problems.push(rejected::unknown_alias(&name, place));
                self.add(Node::broken(place), false);
            }
            _ => {}
        }
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) {
        let place = self.place(span);
        let is_merge = style == ScalarStyle::Plain && tag.is_none() && text == "<<";
        // The parser gives an empty value the text `~`, which nobody wrote.
        let is_empty = style == ScalarStyle::Plain && place.is_empty();
        let text = if is_empty { Cow::Borrowed("") } else { text };
        let kind = match tag::of_scalar(&text, style, tag) {
            Effect::Scalar(scalar) => Kind::Scalar(scalar, text.into_owned()),
            effect => {
                self.report_tag(&effect, tag, span);
                Kind::Broken
            }
        };
        // A key that no anchor marks is nobody's value.
        if let Some(Content::Mapping(mapping)) = self.open.last_mut().map(|open| &mut open.content)
            && anchor == 0
            && mapping.next.is_none()
        {
            mapping.next = Some(mapping.key(place, kind, is_merge, self.problems));
            return;
        }
        let node = Node::new(place, kind);
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
                let OpenMapping { mut entries, merged, .. } = mapping;
                if let Some(merged) = merged {
                    merge::apply(&merged, &mut entries, self.problems);
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
                    self.problems.push(rejected::too_much_repeated(place));
                    Node::broken(place)
                }
            }
            _ => {
                let alias = self.text.get(place.start as usize..place.end as usize);
                self.problems.push(rejected::alias_of_itself(alias.unwrap_or_default(), place));
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
                None => {
                    let kind = node.kind.clone();
                    mapping.next = Some(mapping.key(node.place, kind, is_merge, self.problems));
                }
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
            Effect::Unknown => rejected::unknown_tag(&tag, place),
            _ => rejected::tag_does_not_fit(&tag, place),
        });
    }

    fn place(&self, span: Span) -> Place {
        syntax::place(span, self.text, self.file)
    }
}
