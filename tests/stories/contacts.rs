//! Contacts, and how they are reached.

use serde_json::{Value, json};
use testkit::{House, Person};

async fn contact(manager: &Person, name: &str) -> String {
    format!("/v1/contacts/{}", manager.post("/v1/contacts", &json!({ "name": name })).await.id())
}

fn method(kind: &str, address: &str) -> Value {
    json!({ "kind": kind, "address": address, "label": "On call", "uses": ["alerts"] })
}

/// The path of a new method.
async fn add(manager: &Person, contact: &str, method: &Value) -> String {
    let added = manager.post(&format!("{contact}/methods"), method).await;
    assert_eq!(added.status, 201, "{added:?}");
    let id = added.json["methods"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned();
    format!("{contact}/methods/{id}")
}

async fn confirm(house: &House, token: &str) -> (u16, u16) {
    let path = format!("/v1/contact-methods/{token}");
    (house.visitor().get(&path).await.status, house.visitor().put(&path, &json!({})).await.status)
}

/// CON-1, CON-3.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_adds_finds_changes_and_deletes_contacts() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let body = json!({ "name": " Élodie  Night ", "company_access": [company] });
    let added = manager.post("/v1/contacts", &body).await;
    let path = format!("/v1/contacts/{}", added.id());
    assert_eq!((added.status, added.headers["location"].as_str()), (201, path.as_str()));
    assert_eq!(added.json["company_access"], json!([company]));
    let changed = manager.patch(&path, &json!({ "name": "Elodie Day", "company_access": "all" })).await;
    assert_eq!((changed.status, &changed.json["company_access"]), (200, &json!("all")));
    let found = manager.all("/v1/contacts?text=ELODIE%20d").await;
    assert_eq!(found, [changed.json]);
    for (body, wrong) in [
        (json!({}), "name: required"),
        (json!({ "name": "A", "company_access": [] }), "company_access: required"),
        (
            json!({ "name": "A", "company_access": ["cmp_01a1ffe7e37771e3b9ffc1e5b66eeefe"] }),
            "company_access.0: company_unknown",
        ),
    ] {
        assert_eq!(manager.post("/v1/contacts", &body).await.errors(), [wrong]);
    }
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!((manager.get(&path).await.status, manager.delete(&path).await.status), (404, 404));
}

/// CON-2, PPL-11. Users are contacts; their methods are edited here, their name and address are not.
#[tokio::test(flavor = "multi_thread")]
async fn users_stand_among_the_contacts_by_name() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    for name in ["Ada", "Zoe"] {
        contact(&manager, name).await;
    }
    let names = |items: Vec<Value>| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        items.iter().map(|item| (text(&item["name"]), text(&item["kind"]))).collect()
    };
    let pair = |name: &str, kind: &str| (name.to_owned(), kind.to_owned());
    let all = [pair("Ada", "contact"), pair("Mo Chief", "user"), pair("Zoe", "contact")];
    assert_eq!(names(manager.all("/v1/contacts").await), all);
    let found = manager.all("/v1/contacts?text=mo").await;
    assert_eq!((found.len(), &found[0]["email"]), (1, &json!("acme@house.example")));
    let path = format!("/v1/contacts/{}", manager.user["id"].as_str().unwrap());
    let sms = add(&manager, &path, &method("sms", "+49 170 1234567")).await;
    let shown = manager.get(&path).await;
    assert_eq!(shown.json["methods"][0]["address"], "+491701234567");
    assert_eq!(manager.all("/v1/contacts?text=mo").await, std::slice::from_ref(&shown.json));
    let renamed = manager.patch(&path, &json!({ "name": "Other" })).await;
    assert_eq!((renamed.status, renamed.problem().as_str()), (409, "contact_is_user"));
    assert_eq!(manager.delete(&path).await.problem(), "contact_is_user");
    let stale = manager.with("if-match", "\"0\"").delete(&sms).await;
    assert_eq!((stale.status, manager.delete(&sms).await.status), (412, 204));
    assert_eq!(manager.get(&path).await.json["methods"], json!([]));
}

/// CON-1. An address is confirmed by whoever reads it: once, by the newest link, within 72 hours.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_confirmed_by_the_newest_link_and_once() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let contact = contact(&manager, "Night shift").await;
    let path = add(&manager, &contact, &method("email", "night@example.org")).await;
    let other = add(&manager, &contact, &method("email", "day@example.org")).await;
    let first = house.letter_to("night@example.org").await;
    assert!(first.text.contains("night@example.org") && first.text.contains("acme"), "{}", first.text);
    let again = format!("{path}/verification");
    assert_eq!(manager.post(&again, &json!({})).await.status, 429, "a minute has not passed");
    house.advance(61).await;
    assert_eq!(manager.post(&again, &json!({})).await.status, 202);
    let second = house.letter_to("night@example.org").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(confirm(&house, &first.token()).await, (404, 404), "the older link is dead");
    let shown = house.visitor().get(&format!("/v1/contact-methods/{}", second.token())).await;
    assert_eq!(shown.json, json!({ "address": "night@example.org", "account_name": "acme" }));
    assert_eq!(
        manager.get(&contact).await.json["methods"][0]["verified_at"],
        Value::Null,
        "looking is not saying"
    );
    assert_eq!(confirm(&house, &second.token()).await, (200, 204));
    assert_eq!(confirm(&house, &second.token()).await, (404, 404), "once");
    assert!(manager.get(&contact).await.json["methods"][0]["verified_at"].is_string());
    assert_eq!(manager.post(&again, &json!({})).await.problem(), "nothing_to_verify");
    let day = house.letter_to("day@example.org").await.token();
    house.advance(72 * 3600).await;
    assert_eq!(confirm(&house, &day).await, (404, 404), "too late");
    let manager = house.sign_in("acme@house.example").await;
    assert_eq!(manager.delete(&other).await.status, 204);
}

/// CON-1. A link of a method that is gone, or reaches elsewhere by now, confirms nothing.
#[tokio::test(flavor = "multi_thread")]
async fn links_of_methods_that_are_gone_or_changed_confirm_nothing() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let path = contact(&manager, "Night shift").await;
    let changed = add(&manager, &path, &method("email", "one@example.org")).await;
    let removed = add(&manager, &path, &method("email", "two@example.org")).await;
    let (one, two) =
        (house.letter_to("one@example.org").await.token(), house.letter_to("two@example.org").await.token());
    manager.patch(&changed, &json!({ "address": "three@example.org" })).await;
    assert_eq!(confirm(&house, &one).await, (404, 404));
    assert_eq!(manager.delete(&removed).await.status, 204);
    assert_eq!(confirm(&house, &two).await, (404, 404));
    let three = house.letter_to("three@example.org").await.token();
    let reset = format!("/v1/password-resets/{three}");
    let used = house.visitor().put(&reset, &json!({ "password": "Loud-mountain-8" })).await;
    assert_eq!(used.status, 404, "it opens nothing else");
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!(confirm(&house, &three).await, (404, 404));
}

/// CON-1. A test goes out by mail, text message or call, as the method is.
#[tokio::test(flavor = "multi_thread")]
async fn a_test_reaches_every_kind_of_method_once_a_minute() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let contact = contact(&manager, "Night shift").await;
    let email = add(&manager, &contact, &method("email", "night@example.org")).await;
    let sms = add(&manager, &contact, &method("sms", "0049 170 1234567")).await;
    let phone = add(&manager, &contact, &method("phone", "+49 30 1234567")).await;
    let test = async |path: &str| manager.post(&format!("{path}/test"), &json!({})).await;
    assert_eq!(test(&email).await.problem(), "not_verified");
    let token = house.letter_to("night@example.org").await.token();
    assert_eq!(confirm(&house, &token).await, (200, 204));
    for path in [&email, &sms, &phone] {
        assert_eq!(test(path).await.status, 202);
        assert_eq!(test(path).await.status, 429);
    }
    assert!(house.letter_to("night@example.org").await.subject.contains("acme"));
    let messages = house.messages().await;
    let told: Vec<_> = messages.iter().map(|message| (&message["kind"], &message["to"])).collect();
    assert!(told.contains(&(&json!("sms"), &json!("+491701234567"))), "{messages:?}");
    assert!(told.contains(&(&json!("call"), &json!("+49301234567"))), "{messages:?}");
    assert_eq!(messages.len(), 2);
    assert!(messages[0]["text"].as_str().unwrap().starts_with("acme: "), "{messages:?}");
    house.advance(61).await;
    assert_eq!(test(&sms).await.status, 202);
}

/// CON-1. Every wrong field of a method is named, and a place stands in a contact once.
#[tokio::test(flavor = "multi_thread")]
async fn methods_that_can_not_be_are_refused() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let contact = contact(&manager, "Night shift").await;
    let path = add(&manager, &contact, &method("sms", "+49 170 1234567")).await;
    add(&manager, &contact, &method("email", "night@example.org")).await;
    let refused = async |body: Value| manager.post(&format!("{contact}/methods"), &body).await.errors();
    assert_eq!(refused(json!({})).await, ["address: required", "uses: required"]);
    assert_eq!(refused(method("sms", "0170 1234567")).await, ["address: phone"]);
    assert_eq!(refused(method("email", "nobody")).await, ["address: email"]);
    assert_eq!(refused(method("fax", "+49 170 1234567")).await, ["kind: wrong_type"]);
    assert_eq!(refused(method("sms", "+491701234567")).await, ["address: given_twice"]);
    assert_eq!(refused(method("email", "NIGHT@example.org")).await, ["address: given_twice"]);
    let patched = manager.patch(&path, &json!({ "uses": [] })).await;
    assert_eq!(patched.errors(), ["uses: required"]);
    let unknown = path.replace("mth_", "mth_0");
    assert_eq!(manager.patch(&unknown, &json!({})).await.status, 404);
}
