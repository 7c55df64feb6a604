//! A change of what the caller has seen, and of nothing newer.

use testkit::House;

use crate::{
    interface::{Endpoint, Things, endpoints},
    problems::is_german_problem,
};

/// API-2, INC-7.
#[tokio::test(flavor = "multi_thread")]
async fn every_change_and_deletion_of_a_thing_refuses_a_stale_if_match_and_changes_nothing() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let customer = house.customer(&manager, "portal@example.org").await;
    let who = |endpoint: &Endpoint| if endpoint.is_portal() { &customer } else { &manager };
    let things = Things::of(&manager).await;
    let is_a_thing = |endpoint: &Endpoint| {
        // An avatar comes and goes beside its customer, who has the version.
        !endpoint.path.ends_with("/avatar")
            // What one switches, or takes and leaves again.
            && !endpoint.path.starts_with("/v1/me/")
            && !["sign-in", "sign-ins", "api-keys", "codes"].contains(&endpoint.resource())
            && !endpoint.path.ends_with("/sign-in")
    };
    let changes = |method: &str| {
        endpoints()
            .into_iter()
            .filter(|endpoint| endpoint.method == method && is_a_thing(endpoint))
            .collect::<Vec<_>>()
    };
    // What is put in a place of its own has no version; what is said of a thing has the thing's.
    let mut puts = changes("PUT");
    puts.retain(|endpoint| endpoint.answers.iter().any(|status| status == "412"));
    assert!(puts.len() >= 4);
    let (patches, deletions) = (changes("PATCH"), changes("DELETE"));
    let all = || patches.iter().chain(&puts).chain(&deletions);
    for endpoint in all() {
        let name = endpoint.name();
        assert!(endpoint.answers.iter().any(|status| status == "412"), "{name} does not document 412");
        let path = endpoint.versioned(things.id_or_none(endpoint));
        let before = who(endpoint).get(&path).await;
        let etag = before.headers.get("etag").unwrap_or_else(|| panic!("{name} has no ETag")).clone();
        for stale in ["\"99\"", "\"0\"", "W/\"99\"", "nonsense", ""] {
            let refused = endpoint
                .ask(&who(endpoint).with("if-match", stale), things.id_or_none(endpoint), Some("{}".into()))
                .await;
            is_german_problem(&refused, 412, "stale", &format!("{name} {stale}"));
        }
        let after = who(endpoint).get(&path).await;
        assert_eq!((&after.json, &after.headers["etag"]), (&before.json, &etag), "{name}");
    }
    for endpoint in all() {
        let id = things.id_or_none(endpoint);
        let etag = who(endpoint).get(&endpoint.versioned(id)).await.headers["etag"].clone();
        let done = endpoint.ask(&who(endpoint).with("if-match", &etag), id, Some("{}".into())).await;
        assert!((200..300).contains(&done.status), "{}: {done:?}", endpoint.name());
        // Whoever was in a team that is gone is changed a moment later.
        house.quiet().await;
    }
}
