//! The examples of the page, letter for letter.

use std::fs;
use std::path::Path;

/// The shape of every response.
pub(crate) const ENVELOPE: &str = r#"{
    "data": {},
    "links": {},
    "meta": {}
}"#;

/// A collection resource.
pub(crate) const COLLECTION: &str = r#"{
   "links": {
        "first": "/tickets",
        "next": "/tickets?page=2",
        "prev": null,
        "last": "/tickets?page=106"
   },
   "data": [
      {
        "id": 1,
        "person_id": 4,
        "subject": "Foo Bar",
        "...": "..."
      },
      {
        "id": 2,
        "person_id": 12,
        "subject": "Fizz Buzz",
        "...": "..."
      }
   ],
   "meta": {
      "total": 5445,
      "page": 1,
      "per_page": 10,
      "total_pages": 545
   }
}"#;

/// An error response.
pub(crate) const ERROR: &str = r#"{
    "status": 400,
    "code": "invalid_json_body",
    "message": "Invalid JSON body"
}"#;

/// Detailed errors.
pub(crate) const DETAILED_ERROR: &str = r#"{
    "status": 400,
    "code": "invalid_input",
    "message": "Request input is invalid.",
    "errors": {
        "errors": [
            {
                "code": "extra_fields",
                "message": "Unexpected field names: name"
            }
        ],
        "fields": {
            "email": {
                "errors": [
                    {
                        "code": "required",
                        "message": "This value should not be blank."
                    }
                ]
            },
            "date": {
                "errors": [
                  {
                    "code": "invalid_date",
                    "message": "This date is invalid"
                  }
                ],
                "fields": {
                  "day": {
                      "errors": [
                        {
                          "code": "out_of_range",
                          "message": "Must be a number between 1 and 31"
                        }
                      ]
                  },
                  "year": {
                    "errors": [
                      {
                        "code": "required",
                        "message": "This value is required"
                      }
                    ]
                  }
                }
            }
        }
    }
}"#;

/// The call of a collection.
pub(crate) const CURL_COLLECTION: &str =
    r#"curl -H "Authorization: key 2:YWK2PGCS8CNW62SR8TBTBKWMY" http://example.com/api/v2/tickets"#;

/// The call of three tickets by their ids.
pub(crate) const CURL_IDS: &str = r#"curl -H "Authorization: key 2:YWK2PGCS8CNW62SR8TBTBKWMY" \
    http://example.com/api/v2/tickets?ids=123,456,789"#;

/// The page itself, which is not part of this repository.
const PAGE: &str = "../../shared/deskpro/guide-request-format.txt";

#[test]
fn the_examples_stand_on_the_page_as_they_do_here() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let Ok(page) = fs::read_to_string(page) else {
        println!("skipped: the page is not there");
        return;
    };
    let examples = [ENVELOPE, COLLECTION, ERROR, DETAILED_ERROR, CURL_COLLECTION, CURL_IDS];
    for example in examples {
        assert!(page.contains(example), "not on the page:\n{example}");
    }
    // These are all: each begins a line of its own.
    let begins = |start: &str| page.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((begins("{"), begins("curl ")), (4, 2));
}
