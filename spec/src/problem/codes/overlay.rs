//! Codes of overlays.

codes! {
    901 TARGET_SYNTAX {
        title: "the target of an action cannot be read",
        text: "A target is names with dots between them, from the whole description inwards: keys of mappings, resources by their names, examples by their titles, other items of lists by their text. A name with anything but letters, digits, `_` and `-` stands in double quotes, in which `\\\\` stands before a quote or a backslash. `*` is every entry, and `.` alone the whole description.",
        wrong: "target: resources.tickets..subject\n",
        right: "target: resources.tickets.fields.subject\n",
    }
    902 TARGET_NOT_FOUND {
        title: "the target of an action is not there",
        text: "Nothing of the description has this name, so the overlay does not apply as it stands: the description changed, or the name is misspelt. To add something, name what it goes into as the target, and what is new in `update`.",
        wrong: "target: resources.tickets.field\n",
        right: "target: resources.tickets.fields\n",
    }
    903 NOTHING_CHANGES {
        title: "an action changes nothing",
        text: "All that the update says is so already, and items that it adds to lists are there. Most often the description caught up with the overlay. Remove the action.",
        wrong: "actions:\n  - target: resources.tickets\n    update: { path: /tickets }   # as before\n",
        right: "actions:\n  - target: resources.tickets\n    update: { docs: What our customers ask. }\n",
    }
    904 NOTHING_TO_REMOVE {
        title: "what an action removes is not there",
        text: "It may have been there once. Remove the action, or mend the name.",
        wrong: "target: resources.tickets.operations.merged\nremove: true\n",
        right: "target: resources.tickets.operations.merge\nremove: true\n",
    }
    905 EXPECTATION_NOT_MET {
        title: "what an overlay changes is not what it expects",
        text: "`expect` says what was there when the overlay was written, and something else is there now. Look whether the overlay still does what is meant, then change what it expects. Of mappings the keys that are named count, and one that is expected to be `null` is not there; everything else must be the same.",
        wrong: "target: resources.tickets.fields.urgency\nexpect: { type: string }   # it is an integer\nupdate: { type: \"integer?\" }\n",
        right: "target: resources.tickets.fields.urgency\nexpect: { type: integer }\nupdate: { type: \"integer?\" }\n",
    }
    906 OVERLAYS_TOO_LARGE {
        title: "overlays do too much",
        text: "A few lines with `*` can stand for very many changes, so overlays may add at most 250,000 values to a description, and look at no more than 20 million while they do. Name what is meant instead of everything.",
        wrong: "target: \"*.*.*.*\"\nupdate: { more: [1, 2, 3] }\n",
        right: "target: resources.*.fields.id\nupdate: { source: MANUAL }\n",
    }
}
