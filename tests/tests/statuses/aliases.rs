//! Codes that helpdesks spell in another way.

use deskpro_mock::Failure;
use deskpro_tests::description;

use crate::expected::cases;
use crate::helpdesk;

#[tokio::test]
async fn a_code_that_repeats_the_message_is_known_by_its_pattern() {
    let api = description();
    let (mock, client) = helpdesk().await;
    for case in cases(&api).into_iter().filter(|case| !case.is_bodiless()) {
        let code = "#3432 Not Found";
        mock.fail_next(Failure::code(code).with_status(404).with_message(code));
        let failed = case.send(&client).await.unwrap_err();
        assert_eq!((failed.variant.as_str(), failed.code.as_str()), ("NotFound", code));
    }
}

#[tokio::test]
async fn a_code_with_the_status_of_another_is_not_listed() {
    let api = description();
    let (mock, client) = helpdesk().await;
    for (code, status, variant) in [
        ("not_found", 400, "OtherBadRequest"),
        ("unauthorized", 403, "OtherForbidden"),
        ("rate_limits", 404, "OtherNotFound"),
        ("#3432 Not Found", 401, "OtherUnauthorized"),
    ] {
        for case in cases(&api).into_iter().filter(|case| !case.is_bodiless()) {
            mock.fail_next(Failure::code(code).with_status(status));
            let failed = case.send(&client).await.unwrap_err();
            assert_eq!((failed.variant.as_str(), failed.code.as_str()), (variant, code));
        }
    }
}
