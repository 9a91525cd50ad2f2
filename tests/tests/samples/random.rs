//! JSON that a helpdesk could send, by the description and all the quirks.

use deskpro_spec::api::{Api, Choice, EnumValue, Field, Type, TypeKind};
use serde_json::{Map, Value, json};

/// How deep objects are put into each other where ids would do.
const DEEPEST: u32 = 3;

/// Makes up values; the same number makes the same values.
pub(crate) struct Random<'a> {
    api: &'a Api,
    state: u64,
    depth: u32,
}

impl<'a> Random<'a> {
    pub(crate) fn new(api: &'a Api, seed: u64) -> Self {
        Self { api, state: seed.wrapping_mul(2).wrapping_add(0x9E37_79B9_7F4A_7C15) | 1, depth: 0 }
    }

    /// An object with some of these fields, in any order, and with members that nobody knows.
    pub(crate) fn object(&mut self, fields: &[Field]) -> Value {
        let mut members = Map::new();
        let mut fields: Vec<&Field> = fields.iter().filter(|it| it.access.is_read()).collect();
        while !fields.is_empty() {
            let field = fields.swap_remove(self.below(fields.len()));
            if !self.one_in(5) {
                members.insert(field.name.clone(), self.field(field));
            }
        }
        for number in 0..self.below(3) {
            members.insert(format!("added_later_{number}"), self.json(3));
        }
        Value::Object(members)
    }

    fn field(&mut self, field: &Field) -> Value {
        if field.nullable && self.one_in(4) {
            return self.nothing();
        }
        self.of(&field.ty)
    }

    /// One of the things that stand for null.
    fn nothing(&mut self) -> Value {
        self.pick(&[Value::Null, Value::Null, json!({}), json!([]), json!("")])
    }

    fn of(&mut self, ty: &Type) -> Value {
        match ty {
            Type::String => self.text(),
            Type::Integer => self.integer(),
            Type::Number => self.number(),
            Type::Boolean => self.pick(&[
                json!(true),
                json!(false),
                json!(0),
                json!(1),
                json!("0"),
                json!("1"),
                json!("true"),
                Value::Null,
            ]),
            Type::DateTime | Type::Date => self.date(),
            Type::Json => self.json(3),
            Type::Id(_) => self.id(),
            Type::Ref(resource) => self.reference(*resource),
            Type::List(item) => self.list(item),
            Type::Map(value) => self.map(value),
            Type::Named(id) => {
                let api = self.api;
                self.kind(&api[*id].kind)
            }
        }
    }

    fn kind(&mut self, kind: &TypeKind) -> Value {
        match kind {
            TypeKind::Enum(values) => self.word(values),
            TypeKind::OneOf(choices) => {
                let choice: &Choice = &choices[self.below(choices.len())];
                self.of(&choice.ty)
            }
            TypeKind::Object(_) if self.one_in(6) => {
                self.pick(&[json!([]), json!({}), Value::Null])
            }
            TypeKind::Object(fields) => self.deeper(|random| random.object(fields)),
        }
    }

    fn text(&mut self) -> Value {
        self.pick(&[
            json!("a text"),
            json!(""),
            json!("Caf\u{e9} / \"\u{1f525}\"\n"),
            json!(0),
            json!(12.5),
            json!(true),
            json!("{\"build\":7}"),
            json!("{{IMG_SIZE}}"),
            Value::Null,
        ])
    }

    fn word(&mut self, values: &[EnumValue]) -> Value {
        let known = values[self.below(values.len())].value.clone();
        self.pick(&[
            json!(known),
            json!(known),
            json!("pending.5"),
            json!("new in 2031"),
            json!(""),
            json!(5),
        ])
    }

    fn integer(&mut self) -> Value {
        self.pick(&[
            json!(7),
            json!(0),
            json!(-3),
            json!("12"),
            json!(3.0),
            json!(i64::MAX),
            json!(i64::MIN),
            json!("-7"),
            Value::Null,
        ])
    }

    fn number(&mut self) -> Value {
        self.pick(&[json!(1.5), json!(2), json!("2.5"), json!(-0.25), json!(1e300), Value::Null])
    }

    fn date(&mut self) -> Value {
        self.pick(&[
            json!("2025-05-01T08:02:02+0000"),
            json!("2025-05-01T10:02:02+02:00"),
            json!("2025-05-01T08:02:02.5Z"),
            json!("2025-05-01T00:00:00"),
            json!("2025-05-01"),
            json!("0000-00-00 00:00:00"),
            json!(""),
            json!(1_746_086_522),
            json!("next week"),
            Value::Null,
        ])
    }

    fn id(&mut self) -> Value {
        let id = self.pick(&[json!(13), json!("59080"), json!(1), json!(u64::MAX), Value::Null]);
        let is_inline = self.depth < DEEPEST && self.one_in(8) && !id.is_null();
        if is_inline { json!({"title": "inline", "id": id}) } else { id }
    }

    fn reference(&mut self, resource: deskpro_spec::api::ResourceId) -> Value {
        let api = self.api;
        if self.depth >= DEEPEST || self.one_in(2) {
            return self.pick(&[json!(13), json!("59080"), json!(u64::MAX), Value::Null]);
        }
        let resource = &api[resource];
        self.deeper(|random| match resource.is_untyped {
            // An object: what is neither that nor an id is no reference.
            true => json!({"id": 7, "name": random.json(2)}),
            false => match random.object(&resource.fields) {
                // An empty object would be nothing at all.
                Value::Object(members) if members.is_empty() => json!({"id": 7}),
                object => object,
            },
        })
    }

    fn list(&mut self, item: &Type) -> Value {
        let count = if self.depth >= DEEPEST { 0 } else { self.below(4) };
        let items: Vec<Value> = self.deeper(|random| (0..count).map(|_| random.of(item)).collect());
        match self.below(8) {
            0 => self.pick(&[Value::Null, json!(""), json!({})]),
            // A list with gaps, as PHP writes it.
            1 => items.into_iter().enumerate().map(|(at, it)| ((at * 2).to_string(), it)).collect(),
            _ => Value::Array(items),
        }
    }

    fn map(&mut self, value: &Type) -> Value {
        let count = if self.depth >= DEEPEST { 0 } else { self.below(4) };
        let values: Vec<Value> =
            self.deeper(|random| (0..count).map(|_| random.of(value)).collect());
        match self.below(8) {
            0 => self.pick(&[Value::Null, json!([])]),
            1 => Value::Array(values),
            _ => values
                .into_iter()
                .enumerate()
                .map(|(at, it)| ((at * 7 + 3).to_string(), it))
                .collect(),
        }
    }

    /// Any JSON.
    fn json(&mut self, depth: u32) -> Value {
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::Null,
            1 => json!(self.one_in(2)),
            2 => self.pick(&[
                json!(0),
                json!(-5),
                json!(u64::MAX),
                json!(i64::MIN),
                json!(0.1),
                json!(1e-300),
            ]),
            3 | 4 => json!(["", "x", "\u{0}\u{1f525}\\/", "null"][self.below(4)]),
            5 => (0..self.below(3)).map(|_| self.json(depth - 1)).collect(),
            _ => (0..self.below(3)).map(|at| (format!("m{at}"), self.json(depth - 1))).collect(),
        }
    }

    fn deeper<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let made = make(self);
        self.depth -= 1;
        made
    }

    fn pick(&mut self, values: &[Value]) -> Value {
        values[self.below(values.len())].clone()
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// A number below this one, by Marsaglia's xorshift.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).expect("31 bits") % limit
    }
}
