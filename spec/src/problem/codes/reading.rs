//! Codes of reading files and of YAML itself.

codes! {
    1 UNREADABLE_FILE {
        title: "a file cannot be read",
        text: "The file is named but the system does not give its text: it is a folder, or the rights to read it are missing.",
        wrong: "include:\n  - resources\n",
        right: "include:\n  - resources/tickets.yaml\n",
    }
    2 NOT_UTF8 {
        title: "a file is not UTF-8 text",
        text: "Descriptions are UTF-8. The place is that of the first byte that is not. Save the file as UTF-8; some editors write UTF-16 or a code page unless they are told otherwise.",
        wrong: "docs: caf\\xE9   # one byte of Latin-1\n",
        right: "docs: café\n",
    }
    3 CONTROL_CHARACTER {
        title: "a file holds a control character",
        text: "YAML allows no control characters but tab and line break. They come from broken copies and binary files. Remove the character, or write it as an escape in a text in double quotes.",
        wrong: "title: Desk<U+0007>pro\n",
        right: "title: \"Desk\\apro\"\n",
    }
    4 FILE_TOO_LARGE {
        title: "a file is too large",
        text: "A file may have 4 MiB. The largest descriptions known are a tenth of that; a larger file is a mistake or an attack. Split it by resource.",
        wrong: "resources: [ ... 5 MiB ... ]\n",
        right: "include:\n  - resources/tickets.yaml\n  - resources/people.yaml\n",
    }
    5 TOO_MANY_FILES {
        title: "a description includes too many files",
        text: "A description may consist of 1,000 files. Put several resources into the `resources` list of one file instead.",
        wrong: "include:\n  - resources/r0001.yaml\n  # ... and 1,000 more\n",
        right: "include:\n  - resources/tickets.yaml\n",
    }
    6 DESCRIPTION_TOO_LARGE {
        title: "the files of a description are too large together",
        text: "All files of a description may have 32 MiB together. The place is the entry of `include` with which the limit is passed.",
        wrong: "include:\n  - resources/r01.yaml   # 4 MiB\n  # ... and 8 more such files\n",
        right: "include:\n  - resources/tickets.yaml\n",
    }
    7 INCLUDE_OUTSIDE {
        title: "an included path may lead out of the description",
        text: "A description is a folder that can be copied and embedded as a whole, so it includes only files inside it: no absolute path, no `..`, no backslash, no symbolic link that leads out.",
        wrong: "include:\n  - ../shared/people.yaml\n",
        right: "include:\n  - resources/people.yaml\n",
    }
    8 INCLUDE_NOT_FOUND {
        title: "an included file does not exist",
        text: "Paths under `include` are relative to the file that has the `include`. Capitals count, also where the file system ignores them.",
        wrong: "include:\n  - resources/ticket.yaml\n",
        right: "include:\n  - resources/tickets.yaml\n",
    }
    9 INCLUDE_REPEATED {
        title: "a file is included twice",
        text: "Every resource would be there twice. Remove one of the entries.",
        wrong: "include:\n  - resources/people.yaml\n  - resources/people.yaml\n",
        right: "include:\n  - resources/people.yaml\n",
    }
    10 OVERLAY_NOT_FOUND {
        title: "an overlay does not exist",
        text: "Paths under `overlays` are relative to the file that has them. Capitals count, also where the file system ignores them. Without the overlay the description would say something else than is meant, so nothing is made of it.",
        wrong: "overlays:\n  - overlays/custom_field.yaml\n",
        right: "overlays:\n  - overlays/custom_fields.yaml\n",
    }
    11 OVERLAY_OUTSIDE {
        title: "the path of an overlay may lead out of the description",
        text: "A description is a folder that can be copied and embedded as a whole, so the overlays that it names lie inside it: no absolute path, no `..`, no backslash, no symbolic link that leads out. An overlay from elsewhere is given beside the description: `--overlay` of the program, `Compiler::overlay` in build scripts.",
        wrong: "overlays:\n  - ../shared/custom_fields.yaml\n",
        right: "overlays:\n  - overlays/custom_fields.yaml\n",
    }
    12 OVERLAY_REPEATED {
        title: "an overlay is named twice",
        text: "What an overlay does is done once. Remove one of the entries.",
        wrong: "overlays:\n  - overlays/custom_fields.yaml\n  - overlays/custom_fields.yaml\n",
        right: "overlays:\n  - overlays/custom_fields.yaml\n",
    }
    13 EXTENDS_NOT_FOUND {
        title: "there is no such description to extend",
        text: "`extends` names a built-in description, of which there is one, `deskpro`; or the path of a description inside the folder: a folder with `api.yaml`, or a file.",
        wrong: "extends: deskpor\n",
        right: "extends: deskpro\n",
    }
    14 EXTENDS_OUTSIDE {
        title: "the path of an extended description may lead out of the folder",
        text: "A description is a folder that can be copied and embedded as a whole, so what it extends is built in or lies inside it: no absolute path, no `..`, no backslash, no symbolic link that leads out.",
        wrong: "extends: ../helpdesk\n",
        right: "extends: helpdesk\n",
    }
    15 EXTENDS_ITSELF {
        title: "a description extends itself",
        text: "What is extended is read first, and it cannot be read before itself. One of the descriptions in the circle must stand on its own feet.",
        wrong: "# in api.yaml\nextends: desk.yaml\n# in desk.yaml\nextends: api.yaml\n",
        right: "# in api.yaml\nextends: desk.yaml\n# in desk.yaml\nformat: 1\n",
    }

    101 SYNTAX {
        title: "the text is not YAML",
        text: "The file breaks a rule of YAML, so nothing of it can be used. Most often the indentation is off, or a text that holds `: ` or ` #`, or begins with a special character, needs quotes.",
        wrong: "docs: Note: this is text\n",
        right: "docs: \"Note: this is text\"\n",
    }
    102 TAB {
        title: "a tab stands where only spaces may stand",
        text: "YAML is indented with spaces, because tabs are wide in one editor and narrow in the next. Replace the tab by spaces.",
        wrong: "methods:\n\tlist: GET\n",
        right: "methods:\n  list: GET\n",
    }
    103 UNCLOSED {
        title: "a quote or bracket is never closed",
        text: "A quote, `[` or `{` is opened here and not closed, so the rest of the file belongs to it. Close it, or remove it.",
        wrong: "methods: { list: GET, get: GET\n",
        right: "methods: { list: GET, get: GET }\n",
    }
    104 DUPLICATE_KEY {
        title: "a key stands twice in one mapping",
        text: "One of the two values would be lost without a word. Remove one, or give it another name. This holds for every mapping, also for fields, operations and examples.",
        wrong: "path: /tickets\npath: /ticket\n",
        right: "path: /tickets\n",
    }
    105 MORE_THAN_ONE_DOCUMENT {
        title: "a file holds more than one YAML document",
        text: "A line `---` begins a new document. Each file of a description is one document. Remove the line, or put what follows into a file of its own under `include`.",
        wrong: "format: 1\n---\nname: deskpro\n",
        right: "format: 1\nname: deskpro\n",
    }
    106 UNKNOWN_ALIAS {
        title: "an alias has no anchor before it",
        text: "`*name` repeats what is marked `&name` earlier in the same file. Nothing with that mark was seen before the alias. A text that begins with `*` needs quotes.",
        wrong: "type: *id\n",
        right: "first: { type: &id string, docs: One. }\nsecond: { type: *id, docs: Two. }\n",
    }
    107 ALIAS_OF_ITSELF {
        title: "an alias stands inside what it repeats",
        text: "What it repeats would hold itself without end. Move the anchor to the part that is meant to be repeated.",
        wrong: "fields: &all\n  again: *all\n",
        right: "fields: &all {}\nagain: *all\n",
    }
    108 ALIASES_TOO_LARGE {
        title: "aliases repeat too much",
        text: "Aliases of aliases grow without bound, so what they repeat may have at most 250,000 values in a file. Write down less, or repeat less.",
        wrong: "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n# and so on\n",
        right: "a: [x, x, x, x, x, x, x, x, x]\n",
    }
    109 TOO_DEEP {
        title: "lists and mappings are nested too deeply",
        text: "No part of the format needs more than a dozen levels; 64 are allowed, so that examples have room. Deeper files are broken or hostile.",
        wrong: "example: [[[[[[[[[[ ... ]]]]]]]]]]\n",
        right: "example: [[1, 2], [3, 4]]\n",
    }
    110 UNKNOWN_TAG {
        title: "a tag is not known",
        text: "A word after `!` is a tag of YAML. Only the tags of its core are used here: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq`, `!!map`. A text that begins with `!` needs quotes.",
        wrong: "decision: !important read both\n",
        right: "decision: \"!important read both\"\n",
    }
    111 TAG_DOES_NOT_FIT {
        title: "a value is not what its tag says",
        text: "The tag in front of the value says what kind of value follows, and the value is of another kind. Remove the tag, or mend the value.",
        wrong: "minimum: !!int one\n",
        right: "minimum: 1\n",
    }
    112 KEY_NOT_TEXT {
        title: "a key is a list, a mapping or nothing",
        text: "YAML allows everything as a key, JSON and this format only text. Empty keys come from a line that begins with `:`; keys that are mappings come from `{ }` around a template, which needs quotes.",
        wrong: "? [list, get]\n: GET\n",
        right: "list: GET\nget: GET\n",
    }
    113 MERGE_NOT_MAPPING {
        title: "what is merged is not a mapping",
        text: "`<<` takes over the entries of a mapping, or of each mapping of a list. Entries that are written out win. Anything else cannot be merged; the text `<<` as a key needs quotes.",
        wrong: "<<: base\ndocs: A field.\n",
        right: "<<: *base\ndocs: A field.\n",
    }
}
