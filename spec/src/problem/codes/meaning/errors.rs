//! Codes of statuses and errors.

codes! {
    601 NOT_A_STATUS {
        title: "a number is not an HTTP status",
        text: "HTTP statuses are the numbers from 100 to 599; nothing else can come back from a server.",
        wrong: "statuses:\n  4040: { name: not_found, docs: There is no such thing. }\n",
        right: "statuses:\n  404: { name: not_found, docs: There is no such thing. }\n",
    }
    602 NOT_A_SUCCESS {
        title: "a status under `success` is not a success",
        text: "Only statuses from 200 to 299 say that what was asked for was done. Refusals are listed under `errors`, by status, code or set.",
        wrong: "success: { 200: one, 404: empty }\n",
        right: "success: { 200: one }\nerrors: [404]\n",
    }
    603 ERROR_WITH_SUCCESS_STATUS {
        title: "an error has a status that does not refuse",
        text: "Errors come with statuses from 400 to 599. With any other status the client would not look for an error code at all.",
        wrong: "error_codes:\n  not_found: { status: 200, docs: There is no such thing. }\n",
        right: "error_codes:\n  not_found: { status: 404, docs: There is no such thing. }\n",
    }
    604 ERROR_SET_CYCLE {
        title: "an error set holds itself",
        text: "A set may hold other sets, but not, directly or by way of others, itself. Take the name out of one of them.",
        wrong: "error_sets:\n  reading: [not_found, writing]\n  writing: [reading, invalid_input]\n",
        right: "error_sets:\n  reading: [not_found]\n  writing: [reading, invalid_input]\n",
    }
    605 CODE_AND_SET {
        title: "a name is both an error code and an error set",
        text: "Lists of errors name codes and sets alike, so this name could mean either. Codes are the API's to choose: rename the set.",
        wrong: "error_codes:\n  not_found: { status: 404, docs: There is no such thing. }\nerror_sets:\n  not_found: [404]\n",
        right: "error_codes:\n  not_found: { status: 404, docs: There is no such thing. }\nerror_sets:\n  absent: [404]\n",
    }
    606 EMPTY_SET {
        title: "an error set is empty",
        text: "A set without errors says nothing. Leave it out where it is used, or say what it holds.",
        wrong: "error_sets:\n  reading: []\n",
        right: "error_sets:\n  reading: [not_found]\n",
    }
    607 REPEATED_ERROR {
        title: "an error is listed twice",
        text: "The same code, status or set stands twice in one list. Once is enough; perhaps another was meant.",
        wrong: "error_sets:\n  reading: [not_found, unauthorized, not_found]\n",
        right: "error_sets:\n  reading: [not_found, unauthorized]\n",
    }
    608 AMBIGUOUS_CODE {
        title: "a spelling stands for two error codes",
        text: "The spelling is taken, as a code or under `also` of one, for the same status. A response with it could mean either.",
        wrong: "error_codes:\n  not_found: { status: 404, also: [gone], docs: There is no such thing. }\n  gone: { status: 404, docs: It was removed. }\n",
        right: "error_codes:\n  not_found: { status: 404, docs: There is no such thing. }\n  gone: { status: 404, docs: It was removed. }\n",
    }
    609 PATTERN_FORM {
        title: "a pattern of codes cannot be used",
        text: "Under `also` stand other spellings of a code, in which one `*` may stand for any text. With more than one, or with nothing else, a pattern would match more than is meant.",
        wrong: "also: [\"#* * Found\"]\n",
        right: "also: [\"#* Not Found\"]\n",
    }
}
