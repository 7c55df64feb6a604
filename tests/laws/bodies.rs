//! Bodies that can't be: broken, unknown, too large.

use domain::{Locale, user::UserInput};
use serde_json::{Value, json};
use testkit::{House, Person, Reply, whole};

use crate::{
    interface::{Endpoint, Things, endpoints},
    problems::is_german_problem,
};

/// Manager, customer and visitor; and a representative.
type People<'a> = (&'a Person, &'a Person, &'a Person, &'a Person);

async fn ask(endpoint: &Endpoint, people: People<'_>, things: &Things, body: &str) -> Reply {
    let (manager, customer, visitor, representative) = people;
    let person = match endpoint.signed_in {
        true if endpoint.is_portal() => customer,
        true if endpoint.is_for_representatives() => representative,
        true => manager,
        false => visitor,
    };
    endpoint.ask(person, things.id_or_none(endpoint), Some(body.to_owned())).await
}

/// API-1.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_refuses_a_body_that_is_no_json_has_unknown_fields_or_is_too_large() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let customer = house.customer(&manager, "portal@example.org").await;
    let visitor = house.visitor().with("accept-language", "de");
    let representative = UserInput { locale: Some(Locale::De), ..whole() };
    let representative = house.hire(&manager, "rep", representative).await;
    let things = Things::of(&manager).await;
    let large = format!("{{\"shoe_size\": \"{}\"}}", "4".repeat(1024 * 1024));
    let taking: Vec<_> = endpoints().into_iter().filter(|endpoint| endpoint.takes_body).collect();
    assert!(taking.len() >= 14);
    for endpoint in &taking {
        let (name, people) = (endpoint.name(), (&manager, &customer, &visitor, &representative));
        for broken in ["{", "[]", "\"text\"", "1", "{\"a\": }", "{} {}", "\u{0}"] {
            let refused = ask(endpoint, people, &things, broken).await;
            is_german_problem(&refused, 400, "broken_request", &format!("{name} {broken}"));
        }
        let unknown = ask(endpoint, people, &things, "{\"shoe_size\": 44, \"hat_size\": 60}").await;
        is_german_problem(&unknown, 422, "invalid", &name);
        assert_eq!(unknown.errors(), ["hat_size: unknown_field", "shoe_size: unknown_field"], "{name}");
        is_german_problem(&ask(endpoint, people, &things, &large).await, 413, "too_large", &name);
        let keyed = manager.with("idempotency-key", &name);
        is_german_problem(
            &ask(endpoint, (&keyed, &customer, &visitor, &representative), &things, &large).await,
            413,
            "too_large",
            &format!("{name} with a key"),
        );
    }
}

/// API-1. Every field of the wrong type is named, whichever it is.
#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_every_body_refuses_a_value_of_the_wrong_type() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let customer = house.customer(&manager, "portal@example.org").await;
    let visitor = house.visitor().with("accept-language", "de");
    let representative = UserInput { locale: Some(Locale::De), ..whole() };
    let representative = house.hire(&manager, "rep", representative).await;
    let things = Things::of(&manager).await;
    let document: Value = serde_json::to_value(deskhand::openapi()).unwrap();
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.takes_body) {
        let operation = &document["paths"][&endpoint.path][endpoint.method.as_str().to_lowercase()];
        let schema =
            operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str().unwrap();
        let fields =
            document.pointer(schema.trim_start_matches('#')).unwrap()["properties"].as_object().unwrap();
        let is_object = |schema: &Value| {
            let named = schema["oneOf"][0]["$ref"].as_str().or(schema["$ref"].as_str()).unwrap_or_default();
            document
                .pointer(named.trim_start_matches('#'))
                .is_some_and(|named| named["properties"].is_object())
        };
        let wrong = |schema| if is_object(schema) { Value::from(true) } else { json!({ "wrong": true }) };
        let body: Value = fields.iter().map(|(field, schema)| (field.clone(), wrong(schema))).collect();
        let refused =
            ask(endpoint, (&manager, &customer, &visitor, &representative), &things, &body.to_string()).await;
        is_german_problem(&refused, 422, "invalid", &endpoint.name());
        let mut wrong: Vec<_> = fields.keys().map(|field| format!("{field}: wrong_type")).collect();
        wrong.sort();
        assert_eq!(refused.errors(), wrong, "{}", endpoint.name());
    }
}
