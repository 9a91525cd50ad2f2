//! Codes of shape: keys and kinds of value.

codes! {
    201 UNKNOWN_KEY {
        title: "a key is not known here",
        text: "Every key of the format is known, so a key that is not is a slip of the pen, or stands at the wrong level. What it says would be ignored without a word. FORMAT.md lists the keys of each part.",
        wrong: "fields:\n  subject: { type: string, doc: What it is about. }\n",
        right: "fields:\n  subject: { type: string, docs: What it is about. }\n",
    }
    202 MISSING_KEY {
        title: "a required key is missing",
        text: "This part cannot do without the key. Documentation is required too: it is what users of the client read.",
        wrong: "fields:\n  subject: { docs: What it is about. }\n",
        right: "fields:\n  subject: { type: string, docs: What it is about. }\n",
    }
    203 WRONG_KIND {
        title: "a value is of the wrong kind",
        text: "The key takes another kind of value: text, a whole number, true or false, a list or a mapping. A number or a word such as `true` that is meant as text needs quotes.",
        wrong: "required: \"yes\"\n",
        right: "required: true\n",
    }
    204 UNKNOWN_WORD {
        title: "a value is none of the words that the key takes",
        text: "The key takes one of a few words, and this is none of them. Capitals count.",
        wrong: "access: readonly\n",
        right: "access: read_only\n",
    }
    205 CONFLICTING_KEYS {
        title: "two keys exclude each other",
        text: "Only one of the keys can hold: a type is an enumeration, an object or a choice, and an operation has one path. Remove all but one.",
        wrong: "ticket_status:\n  docs: Where a ticket stands.\n  values: { open: It is open. }\n  fields: { id: { type: integer, docs: Its id. } }\n",
        right: "ticket_status:\n  docs: Where a ticket stands.\n  values: { open: It is open. }\n",
    }
    206 MISSING_CHOICE {
        title: "none of several keys is there, and one is needed",
        text: "One of the keys says what kind of thing this is, and none is there.",
        wrong: "ticket_status:\n  docs: Where a ticket stands.\n",
        right: "ticket_status:\n  docs: Where a ticket stands.\n  values: { open: It is open. }\n",
    }
    207 UNSUPPORTED_FORMAT {
        title: "the description is of another version of the format",
        text: "`format` says which version of the format the description is written in. This program reads version 1. A description of a later version needs a later program.",
        wrong: "format: 2\n",
        right: "format: 1\n",
    }
    208 KEY_NOT_A_NUMBER {
        title: "a key is not a number where a status is expected",
        text: "The keys of this mapping are HTTP statuses: whole numbers without quotes.",
        wrong: "statuses:\n  not_found: { name: not_found, docs: There is no such thing. }\n",
        right: "statuses:\n  404: { name: not_found, docs: There is no such thing. }\n",
    }
    209 KEY_NEEDS_QUOTES {
        title: "a key reads as a number, a truth value or nothing, and a name is expected",
        text: "YAML reads the bare words `1`, `true` and `null` as something else than text. In quotes they are text.",
        wrong: "values:\n  1: Low.\n  true: Set.\n",
        right: "values:\n  \"1\": Low.\n  \"true\": Set.\n",
    }
    210 NOT_JSON {
        title: "an example holds a value that JSON cannot hold",
        text: "Examples are JSON. It has no infinite numbers and no number that is not one.",
        wrong: "example: .inf\n",
        right: "example: 1.5\n",
    }
    211 NUMBER_OUT_OF_RANGE {
        title: "a whole number is too large",
        text: "Whole numbers are kept in 64 bits with a sign, from -9223372036854775808 to 9223372036854775807.",
        wrong: "maximum: 10000000000000000000\n",
        right: "maximum: 1000000\n",
    }
    212 EMPTY_FILE {
        title: "a file of the description is empty",
        text: "There is nothing in the file, or nothing but comments. A description begins with `format: 1`, a resource file with `resource:`.",
        wrong: "# to be written\n",
        right: "resource: tickets\nsingular: ticket\npath: /tickets\ndocs: A conversation.\n",
    }
}
