//! Codes of examples.

codes! {
    701 FIELD_EXAMPLE {
        title: "the example of a field does not fit its type",
        text: "The example shows a realistic value as it is read, or, for a field that is only written, as it is written. It becomes documentation and the data of the mock helpdesk, so it fits the type.",
        wrong: "id: { type: id, access: read_only, docs: The id., example: \"13\" }\n",
        right: "id: { type: id, access: read_only, docs: The id., example: 13 }\n",
    }
    702 PARAMETER_EXAMPLE {
        title: "the example of a parameter does not fit it",
        text: "The example has another type than the parameter, or lies outside of its minimum and maximum.",
        wrong: "count: { type: integer, minimum: 1, maximum: 200, docs: How many., example: 500 }\n",
        right: "count: { type: integer, minimum: 1, maximum: 200, docs: How many., example: 50 }\n",
    }
    703 EXAMPLE_STATUS {
        title: "an example has a status that its operation does not document",
        text: "An example shows a success of the operation or a refusal that it lists. Either the status is wrong, or the operation does not say all that can happen.",
        wrong: "get:\n  docs: Returns one.\n  examples: [{ title: A ticket, response: { status: 201 } }]\n",
        right: "get:\n  docs: Returns one.\n  examples: [{ title: A ticket, response: { status: 200 } }]\n",
    }
    704 EXAMPLE_PARAMETER {
        title: "an example sets a parameter to a value that it cannot have",
        text: "The value does not fit the type of the path or query parameter. Lists are written with commas, as they are sent.",
        wrong: "request: { parameters: { id: thirteen } }\n",
        right: "request: { parameters: { id: 13 } }\n",
    }
    705 REQUEST_EXAMPLE {
        title: "the body of an example request does not fit the operation",
        text: "A value in the body has another type than the field that it is sent in. An example of a refusal may send whatever is refused.",
        wrong: "request: { body: { subject: 13 } }\n",
        right: "request: { body: { subject: Printer on fire } }\n",
    }
    706 UNKNOWN_BODY_FIELD {
        title: "an example request sets a field that is not known",
        text: "The operation does not take a field of this name, and the API refuses what it does not know. Fields that are read only are not taken either.",
        wrong: "request: { body: { subjct: Printer on fire } }\n",
        right: "request: { body: { subject: Printer on fire } }\n",
    }
    707 EXAMPLE_MISSES_REQUIRED {
        title: "an example request does not set a required field",
        text: "The request would be refused. Set the field, or, if the API does without, do not call it required.",
        wrong: "request: { body: { message: It burns } }\n",
        right: "request: { body: { subject: Printer on fire, message: It burns } }\n",
    }
    708 RESPONSE_EXAMPLE {
        title: "the body of an example response does not fit the operation",
        text: "The data of the response has another shape than the operation returns: a known field has a value of another type, or a list stands where one object is returned. Fields that are not known may be there.",
        wrong: "response: { status: 200, body: { data: { id: 13, subject: false } } }\n",
        right: "response: { status: 200, body: { data: { id: 13, subject: Printer on fire } } }\n",
    }
    709 BODY_WHERE_NONE {
        title: "an example has a body where none is possible",
        text: "The operation sends no body, or the response has status 204, which says that there is none.",
        wrong: "response: { status: 204, body: { data: {} } }\n",
        right: "response: { status: 204 }\n",
    }
}
