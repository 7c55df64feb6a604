//! The mail that lets a customer in.

use serde_json::json;
use testkit::{House, PASSWORD, Person, Reply};

const EMAIL: &str = "ina@example.org";

async fn again(manager: &Person, id: &str) -> Reply {
    manager.post(&format!("/v1/customers/{id}/activation"), &json!({})).await
}

/// CUS-4, PPL-5. At most one a minute; the older link dies, the newer opens.
#[tokio::test(flavor = "multi_thread")]
async fn an_activation_mail_sent_again_kills_the_link_of_the_one_before() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = house.invited(&manager, EMAIL).await;
    let old = house.letter_to(EMAIL).await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    assert!(old.links[0].contains(&format!("/portal/{account}/activate/")), "{:?}", old.links);
    let soon = again(&manager, &id).await;
    let wait: u64 = soon.headers["retry-after"].parse().unwrap();
    assert_eq!((soon.status, soon.problem().as_str()), (429, "limited"));
    assert!((1..=60).contains(&wait), "{wait}");
    house.advance(61).await;
    assert_eq!(again(&manager, &id).await.status, 202);
    house.quiet().await;
    let new = house.letter_to(EMAIL).await;
    assert_ne!(old.token(), new.token());
    let dead = house.visitor().get(&format!("/v1/activations/{}", old.token())).await;
    assert_eq!((dead.status, dead.problem().as_str()), (404, "link_invalid"));
    let path = format!("/v1/activations/{}", new.token());
    let shown = house.visitor().get(&path).await.json;
    assert_eq!((&shown["kind"], &shown["login"]), (&json!("customer"), &json!(EMAIL)));
    assert_eq!(house.visitor().put(&path, &json!({ "password": PASSWORD })).await.status, 204);
    house.enter(&json!(account), EMAIL, PASSWORD).await;
    let activated = again(&manager, &id).await;
    assert_eq!((activated.status, activated.problem().as_str()), (409, "already_activated"));
    assert_eq!(house.letters_to(EMAIL).await.len(), 2);
}

/// CUS-4. Two managers press the button at once.
#[tokio::test(flavor = "multi_thread")]
async fn two_activation_mails_asked_for_at_once_are_one() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = house.invited(&manager, EMAIL).await;
    house.advance(61).await;
    let (one, other) = futures::join!(again(&manager, &id), again(&manager, &id));
    let mut told = [one.status, other.status];
    told.sort_unstable();
    assert_eq!(told, [202, 429]);
    assert_eq!(house.letters_to(EMAIL).await.len(), 2);
}

/// CUS-4, CUS-1. In the customer's language and format, and to nobody without access.
#[tokio::test(flavor = "multi_thread")]
async fn an_activation_mail_is_in_the_customers_language_and_format() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let without = json!({ "last_name": "L", "email": EMAIL, "send_activation": true });
    let refused = manager.post("/v1/customers", &without).await;
    assert_eq!(
        (refused.status, refused.errors()),
        (422, vec!["send_activation: needs_portal_access".into()])
    );
    let customer = json!({ "last_name": "L", "email": EMAIL, "locale": "fr", "email_format": "plain" });
    let id = manager.post("/v1/customers", &customer).await.id();
    let early = again(&manager, &id).await;
    assert_eq!((early.status, early.problem().as_str()), (409, "no_portal_access"));
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let path = format!("/v1/customers/{id}");
    let access = json!({ "portal_access": "standard", "services": [{ "service_id": service }] });
    assert_eq!(manager.patch(&path, &access).await.status, 200);
    let with = manager.patch(&path, &json!({ "send_activation": true })).await;
    assert_eq!(with.errors(), ["send_activation: only_when_new"]);
    assert_eq!(again(&manager, &id).await.status, 202);
    let letter = house.letter_to(EMAIL).await;
    assert!(letter.text.contains("mot de passe") && letter.html.is_none(), "{letter:?}");
    assert_eq!(manager.patch(&path, &json!({ "email_format": "html" })).await.status, 200);
    house.advance(61).await;
    assert_eq!(again(&manager, &id).await.status, 202);
    assert!(house.letter_to(EMAIL).await.html.is_some());
}

/// CUS-4, CUS-8. Whoever is gone or has lost their access has a link that is as good as expired.
#[tokio::test(flavor = "multi_thread")]
async fn the_link_of_a_customer_without_access_or_of_a_deleted_one_opens_nothing() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = house.invited(&manager, EMAIL).await;
    let link = format!("/v1/activations/{}", house.letter_to(EMAIL).await.token());
    let path = format!("/v1/customers/{id}");
    assert_eq!(manager.patch(&path, &json!({ "portal_access": "none" })).await.status, 200);
    let refused = house.visitor().put(&link, &json!({ "password": PASSWORD })).await;
    assert_eq!((refused.status, refused.problem().as_str()), (404, "link_invalid"));
    assert_eq!(manager.delete(&path).await.status, 204);
    let gone = house.visitor().put(&link, &json!({ "password": PASSWORD })).await;
    assert_eq!((gone.status, gone.problem().as_str()), (404, "link_invalid"));
}

/// Whom the list finds by how far their activation is.
async fn found(manager: &Person, state: &str) -> Vec<String> {
    let found = manager.all(&format!("/v1/customers?activation={state}")).await;
    found.iter().map(|line| line["email"].as_str().unwrap().to_owned()).collect()
}

/// CUS-4. It stands with the customer, and the list finds them by it.
#[tokio::test(flavor = "multi_thread")]
async fn how_far_an_activation_is_stands_with_the_customer() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let customer =
        json!({ "last_name": "L", "email": EMAIL, "company_id": company, "portal_access": "company" });
    let added = manager.post("/v1/customers", &customer).await;
    let nothing = json!({ "state": "not_invited", "invited_at": null, "active_since": null });
    assert_eq!((&added.json["activation"], added.headers["etag"].as_str()), (&nothing, "\"1\""));
    let path = format!("/v1/customers/{}", added.id());
    assert_eq!(again(&manager, &added.id()).await.status, 202);
    let invited = manager.get(&path).await;
    assert_eq!(
        (&invited.json["activation"]["state"], &invited.json["updated_at"]),
        (&json!("invited"), &added.json["updated_at"]),
        "nothing that was said of them has changed"
    );
    let changed = manager.patch(&path, &json!({ "job_title": "Countess" })).await;
    assert_eq!(changed.json["activation"], invited.json["activation"]);
    house.invited(&manager, "ada@example.org").await;
    house.quiet().await;
    assert_eq!(found(&manager, "invited").await.len(), 2, "one was invited as they were added");
    let link = format!("/v1/activations/{}", house.letter_to(EMAIL).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let active = manager.get(&path).await.json["activation"].clone();
    assert_eq!(
        (&active["state"], &active["invited_at"]),
        (&json!("active"), &invited.json["activation"]["invited_at"])
    );
    assert!(active["active_since"].as_str() > active["invited_at"].as_str(), "{active}");
    assert_eq!(
        (found(&manager, "active").await, found(&manager, "invited").await),
        (vec![EMAIL.into()], vec!["ada@example.org".into()])
    );
    assert_eq!(manager.get("/v1/customers?activation=asleep").await.errors(), ["activation: wrong_type"]);
}

/// CUS-4, PPL-7. Whoever can read their mail may come in: a password that was never set is set all the same.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_by_somebody_who_was_never_active_makes_them_so() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = house.invited(&manager, EMAIL).await;
    // The invitation comes first: the newest letter is to be the other one.
    house.quiet().await;
    let asked = json!({ "account_id": manager.user["account"]["id"], "email": EMAIL });
    assert_eq!(house.visitor().post("/v1/portal/password-resets", &asked).await.status, 202);
    house.quiet().await;
    let link = format!("/v1/password-resets/{}", house.letter_to(EMAIL).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let shown = manager.get(&format!("/v1/customers/{id}")).await.json;
    assert_eq!(shown["activation"]["state"], "active", "{shown}");
    assert_eq!(again(&manager, &id).await.problem(), "already_activated");
}
