//! The same request twice is answered once.

use local::Data;
use serde_json::{Value, json};
use testkit::{House, Person};

use crate::{
    interface::{Endpoint, Things, endpoints, lazy},
    problems::is_german_problem,
};

/// A body that an endpoint takes, and another one.
fn bodies(name: &str, company: &str) -> (Value, Value) {
    match name {
        "POST /v1/companies/{id}/merge" => (json!({ "company_id": company }), json!({ "company_id": null })),
        "POST /v1/contacts/{id}/methods" => (
            json!({ "address": "a@example.org", "uses": ["alerts"] }),
            json!({ "address": "b@example.org", "uses": ["alerts"] }),
        ),
        "POST /v1/devices" => (
            json!({ "name": "New", "company_id": company }),
            json!({ "name": "Other", "company_id": company }),
        ),
        "POST /v1/devices/move" => (
            json!({ "company_id": company, "filter": {} }),
            json!({ "company_id": company, "filter": {}, "dry_run": true }),
        ),
        "POST /v1/companies" | "POST /v1/contacts" | "POST /v1/services" => {
            (json!({ "name": "New" }), json!({ "name": "Other" }))
        }
        "POST /v1/api-keys" => (
            json!({ "name": "New", "scopes": ["customers:read"] }),
            json!({ "name": "Other", "scopes": ["customers:read"] }),
        ),
        "POST /v1/portals" => {
            (json!({ "slug": "new-one", "name": "New" }), json!({ "slug": "other", "name": "Other" }))
        }
        "POST /v1/portals/{id}/subportals" => (json!({ "name": "New" }), json!({ "name": "Other" })),
        "POST /v1/denylist" => (json!({ "domain": "a.example" }), json!({ "domain": "b.example" })),
        "POST /v1/customers" => (
            json!({ "last_name": "N", "email": "n@example.org" }),
            json!({ "last_name": "M", "email": "m@example.org" }),
        ),
        "POST /v1/imports" => {
            (json!({ "file_name": "a.csv", "size": 1 }), json!({ "file_name": "a.csv", "size": 2 }))
        }
        "POST /v1/customers/access" => (
            json!({ "all": true, "portal_access": "none" }),
            json!({ "all": true, "portal_access": "company" }),
        ),
        "POST /v1/me/totp" => {
            (json!({ "present_password": testkit::PASSWORD }), json!({ "present_password": "x" }))
        }
        "POST /v1/users/batch" => {
            let body =
                |line: &str| json!({ "lines": line, "company_access": "all", "modules": ["service_desk"] });
            (body("A,B,a@batch.example"), body("B,C,b@batch.example"))
        }
        "POST /v1/users" => {
            let body = |name: &str| json!({ "first_name": name, "last_name": "U", "login": format!("{name}@users.example"), "company_access": "all", "modules": ["service_desk"] });
            (body("ada"), body("bo"))
        }
        "POST /v1/teams/{id}/copy" => (
            json!({ "team_ids": ["$id"], "parts": ["message"] }),
            json!({ "team_ids": ["$id"], "parts": ["features"] }),
        ),
        "POST /v1/portals/{id}/copy" => (
            json!({ "portal_ids": ["$id"], "parts": ["texts"] }),
            json!({ "portal_ids": ["$id"], "parts": ["features"] }),
        ),
        "POST /v1/organisation/plan" | "POST /v1/organisation/apply" => {
            let file = |team: &str| json!({ "file": { "format": 1, "settings": { "name": "acme" }, "teams": [{ "name": team }] } });
            (file("Filed"), file("Filed otherwise"))
        }
        "POST /v1/teams" => (json!({ "name": "Day" }), json!({ "name": "Night" })),
        "POST /v1/exports" => (json!({}), json!({ "filter": { "text": "a" } })),
        name if ["/activation", "/invitation", "/key", "/restore", "/test", "/verification"]
            .iter()
            .any(|end| name.ends_with(end)) =>
        {
            (json!({}), json!({ "again": true }))
        }
        "POST /v1/customers/{id}/avatar" | "POST /v1/settings/logo" => {
            (json!({ "size": 1 }), json!({ "size": 2 }))
        }
        "POST /v1/imports/{id}/read" => {
            (json!({ "encoding": "windows-1252" }), json!({ "encoding": "utf-8" }))
        }
        name if ["/cancel", "/confirm", "/undo"].iter().any(|end| name.ends_with(end)) => {
            (json!({}), json!({ "send_activation": true }))
        }
        name => panic!("tell this law two bodies for {name}"),
    }
}

/// A thing to which nothing has been done yet.
async fn fresh(house: &House, manager: &Person, endpoint: &Endpoint, company: &str) -> String {
    match endpoint.resource() {
        "methods" if endpoint.path.ends_with("/verification") => {
            let contact = manager.post("/v1/contacts", &json!({ "name": "Asked" })).await.id();
            let method = json!({ "address": "asked@example.org", "uses": ["alerts"] });
            let reply = manager.post(&format!("/v1/contacts/{contact}/methods"), &method).await;
            format!("{contact}/{}", reply.json["methods"][0]["id"].as_str().unwrap())
        }
        "methods" => Things::method(manager).await,
        "contacts" => manager.post("/v1/contacts", &json!({ "name": "Fresh" })).await.id(),
        "companies" => {
            let name = format!("Fresh {}", things_of(manager, "/v1/companies").await);
            manager.post("/v1/companies", &json!({ "name": name })).await.id()
        }
        "devices" => {
            let device = json!({ "name": "Fresh", "company_id": company });
            manager.post("/v1/devices", &device).await.id()
        }
        "teams" => {
            let name = format!("Fresh {}", things_of(manager, "/v1/teams").await);
            manager.post("/v1/teams", &json!({ "name": name })).await.id()
        }
        "portals" => {
            let slug = format!("fresh-{}", things_of(manager, "/v1/portals").await);
            manager.post("/v1/portals", &json!({ "slug": slug, "name": slug })).await.id()
        }
        "access" | "exports" if endpoint.names_a_thing() => {
            let list = endpoint.path.split("/{id}").next().unwrap_or_default();
            manager.post(list, &bodies(&format!("POST {list}"), company).0).await.id()
        }
        "customers" => {
            let number = things_of(manager, "/v1/customers").await;
            let company = json!({ "name": format!("Company {number}") });
            let company = manager.post("/v1/companies", &company).await.id();
            let email = format!("customer{number}@example.org");
            let customer = json!({ "last_name": "C", "email": email, "company_id": company, "portal_access": "company" });
            manager.post("/v1/customers", &customer).await.id()
        }
        "users" => {
            let name = format!("u{}", things_of(manager, "/v1/users").await);
            let user = json!({ "first_name": name, "last_name": "U", "login": format!("{name}@users.example"), "company_access": "all", "modules": ["service_desk"] });
            let id = manager.post("/v1/users", &user).await.id();
            house.advance(61).await;
            id
        }
        _ => {
            let preview = manager.preview(b"email,last_name\na@example.org,A\n").await;
            if endpoint.path.ends_with("/undo") {
                manager.confirm(&preview, &json!({})).await;
            }
            preview["id"].as_str().unwrap().to_owned()
        }
    }
}

async fn things_of(person: &Person, list: &str) -> usize {
    person.all(list).await.len()
}

/// API-2.
#[tokio::test(flavor = "multi_thread")]
async fn every_post_of_a_signed_in_caller_honours_its_idempotency_key() {
    let house =
        House::start_with(Data::Memory, lazy(&["change-access", "merge-companies", "write-export"])).await;
    let manager = house.manager_reading("acme", "de").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Of devices" })).await.id();
    // What is for representatives alone is asked in `codes.rs` of the stories.
    let asked = |endpoint: &&Endpoint| {
        endpoint.method == "POST" && endpoint.signed_in && !endpoint.is_for_representatives()
    };
    let going = manager.post("/v1/companies", &json!({ "name": "Going" })).await.id();
    for endpoint in endpoints().iter().filter(asked) {
        let company = if endpoint.resource() == "companies" { &going } else { &company };
        let (name, (body, other)) = (endpoint.name(), bodies(&endpoint.name(), company));
        let id = fresh(&house, &manager, endpoint, company).await;
        let with_id = |body: Value| -> Value { body.to_string().replace("$id", &id).parse().unwrap() };
        let (body, other, path) = (with_id(body), with_id(other), endpoint.at(&id));
        // An address that has just been asked is asked again after a minute.
        house.advance(61 * u32::from(path.ends_with("/verification"))).await;
        let keyed = manager.with("idempotency-key", &format!("key of {name}"));
        let list = endpoint.list();
        let first = keyed.post(&path, &body).await;
        assert!(
            (200..300).contains(&first.status) && !first.headers.contains_key("idempotent-replayed"),
            "{name}: {first:?}"
        );
        house.quiet().await;
        let count = things_of(&manager, &list).await;
        let again = keyed.post(&path, &body).await;
        assert_eq!((again.status, &again.text), (first.status, &first.text), "{name}");
        assert_eq!(again.headers["idempotent-replayed"], "true", "{name}");
        for header in ["location", "etag", "content-type"] {
            assert_eq!(again.headers.get(header), first.headers.get(header), "{name} {header}");
        }
        is_german_problem(&keyed.post(&path, &other).await, 409, "idempotency_mismatch", &name);
        assert_eq!(things_of(&manager, &list).await, count, "{name}: nothing was done twice");
    }
}

/// API-2. Two at once are one; a refusal is not kept; a key is one's own and good for a day.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_good_for_one_answer_free_after_a_refusal_and_after_a_day_and_belongs_to_one_user() {
    let house = House::start().await;
    let (manager, other) = (house.manager_reading("acme", "de").await, house.manager("other").await);
    let keyed = manager.with("idempotency-key", "k");
    let body = json!({ "name": "New" });
    let (first, second) =
        futures::join!(keyed.post("/v1/companies", &body), keyed.post("/v1/companies", &body));
    assert_eq!((first.status, second.status, &first.text), (201, 201, &second.text));
    let replayed = |reply: &testkit::Reply| reply.headers.contains_key("idempotent-replayed");
    assert_ne!(replayed(&first), replayed(&second), "one of them made it");
    assert_eq!(things_of(&manager, "/v1/companies").await, 1);
    assert_eq!(
        other.with("idempotency-key", "k").post("/v1/companies", &json!({ "name": "Else" })).await.status,
        201
    );
    let retried = manager.with("idempotency-key", "again");
    assert_eq!(retried.post("/v1/companies", &json!({ "name": "" })).await.status, 422);
    assert_eq!(retried.post("/v1/companies", &json!({ "name": "Mended" })).await.status, 201);
    let long = manager.with("idempotency-key", &"k".repeat(256)).post("/v1/companies", &body).await;
    is_german_problem(&long, 422, "invalid", "a key of 256 characters");
    house.advance(24 * 3600 + 1).await;
    let manager = house.sign_in("acme@house.example").await;
    assert_eq!(
        manager
            .with("idempotency-key", "k")
            .post("/v1/companies", &json!({ "name": "Next day" }))
            .await
            .status,
        201
    );
}
