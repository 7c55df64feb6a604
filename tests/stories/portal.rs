//! Customers in the portal.

use domain::{
    Actor, Changed, Event,
    customer::{Customer, PortalAccess},
};
use runtime::Clock;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, Reply};

const EMAIL: &str = "ina@example.org";
const NEW: &str = "Loud-mountain-8";

async fn knock(house: &House, account: &Value, email: &str, password: &str) -> Reply {
    let asked = json!({ "account_id": account, "email": email, "password": password });
    house.visitor().post("/v1/portal/sign-in", &asked).await
}

async fn refresh(person: &Person) -> Reply {
    person.with("x-deskhand", "1").post("/v1/portal/sign-in/refresh", &json!({})).await
}

fn account(manager: &Person) -> Value {
    manager.user["account"]["id"].clone()
}

/// CUS-2, CUS-4, PPL-9.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_signs_in_looks_changes_what_is_theirs_and_signs_out() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    manager.post("/v1/services", &json!({ "name": "Help desk" })).await;
    let mut ina = house.customer(&manager, EMAIL).await;
    let me = ina.get("/v1/portal/me").await;
    assert_eq!(
        (me.status, &me.json["email"], &me.json["account"]["name"]),
        (200, &json!(EMAIL), &json!("acme"))
    );
    assert_eq!(
        (&me.json["company"]["name"], &me.json["services"][1]["name"]),
        (&json!("Of ina"), &json!("Help desk"))
    );
    let wanted = json!({ "locale": "de", "time_zone": "Europe/Lisbon", "email_format": "plain" });
    let changed = ina.with("if-match", &me.headers["etag"]).patch("/v1/portal/me", &wanted).await;
    assert_eq!(
        (changed.status, &changed.json["locale"], &changed.json["email_format"]),
        (200, &json!("de"), &json!("plain"))
    );
    let wrong = ina.patch("/v1/portal/me", &json!({ "time_zone": "Mars", "last_name": "Boss" })).await;
    assert_eq!(wrong.errors(), ["last_name: unknown_field"], "names are the organisation's to change");
    house.advance(15 * 60 + 1).await;
    assert_eq!(ina.get("/v1/portal/me").await.status, 401);
    let renewed = refresh(&ina).await;
    assert_eq!((renewed.status, &renewed.json["customer"]["locale"]), (200, &json!("de")));
    assert!(renewed.headers["set-cookie"].starts_with("__Host-portal-refresh="), "{renewed:?}");
    let used = ina.clone();
    ina.take_session(&renewed);
    assert_eq!(ina.get("/v1/portal/me").await.status, 200);
    assert_eq!(ina.delete("/v1/portal/sign-in").await.status, 204);
    assert_eq!((refresh(&ina).await.status, refresh(&used).await.status), (401, 401));
    house.advance(60).await;
    assert_eq!(ina.get("/v1/portal/me").await.status, 401, "within a minute");
}

/// PPL-7, PPL-8. Nobody learns who is a customer of whom.
#[tokio::test(flavor = "multi_thread")]
async fn the_portal_answers_a_wrong_password_an_unknown_address_and_an_unknown_account_alike() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    house.customer(&manager, EMAIL).await;
    house.invited(&manager, "new@example.org").await;
    let here = account(&manager);
    let without = json!({ "last_name": "L", "email": "none@example.org" });
    manager.post("/v1/customers", &without).await;
    let wrong = knock(&house, &here, EMAIL, "wrong").await;
    assert_eq!((wrong.status, wrong.problem().as_str()), (401, "sign_in_refused"));
    for (account, email) in [
        (&here, "nobody@example.org"),
        (&here, "none@example.org"),
        (&here, "new@example.org"),
        (&here, "no address"),
        (&account(&other), EMAIL),
        (&json!("acc_00000000000000000000000000000000"), EMAIL),
        (&json!("nowhere"), EMAIL),
    ] {
        let refused = knock(&house, account, email, PASSWORD).await;
        assert_eq!((refused.status, &refused.text), (401, &wrong.text), "{account} {email}");
    }
    let staff = knock(&house, &here, "acme@house.example", PASSWORD).await;
    assert_eq!((staff.status, &staff.text), (401, &wrong.text), "staff are no customers");
}

/// PPL-8.
#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_passwords_lock_a_customer_out_for_a_while_whichever_address_was_given() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ina = house.customer(&manager, EMAIL).await;
    let path = format!("/v1/customers/{}", ina.user["id"].as_str().unwrap());
    manager.patch(&path, &json!({ "email_aliases": ["berg@example.org"] })).await;
    let here = account(&manager);
    for email in [EMAIL, "INA@example.org", "berg@example.org", EMAIL, EMAIL] {
        assert_eq!(knock(&house, &here, email, "wrong").await.problem(), "sign_in_refused");
    }
    let locked = knock(&house, &here, "berg@example.org", PASSWORD).await;
    assert_eq!((locked.status, locked.headers["retry-after"].as_str()), (429, "900"));
    assert!(house.letter_to(EMAIL).await.text.contains("15"));
    for _ in 0..6 {
        knock(&house, &here, "nobody@example.org", "wrong").await;
    }
    assert_eq!(knock(&house, &here, "nobody@example.org", "wrong").await.status, 429, "as if there were one");
    house.advance(15 * 60).await;
    assert_eq!(knock(&house, &here, "berg@example.org", PASSWORD).await.status, 200, "any address of theirs");
}

/// PPL-7.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_forgot_their_password_sets_another_and_is_signed_out_everywhere() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ina = house.customer(&manager, EMAIL).await;
    let here = account(&manager);
    let ask = async |email: &str| {
        house
            .visitor()
            .post("/v1/portal/password-resets", &json!({ "account_id": here, "email": email }))
            .await
    };
    let (known, unknown) = (ask(EMAIL).await, ask("nobody@example.org").await);
    assert_eq!(
        (known.status, known.text, known.headers.len()),
        (unknown.status, unknown.text, unknown.headers.len())
    );
    let old = house.letter_to(EMAIL).await;
    assert!(
        old.links[0].contains(&format!("/portal/{}/reset-password/", here.as_str().unwrap())),
        "{:?}",
        old.links
    );
    assert_eq!(ask(EMAIL).await.status, 202);
    let path = format!("/v1/password-resets/{}", house.letter_to(EMAIL).await.token());
    let body = json!({ "password": NEW });
    let dead = house.visitor().put(&format!("/v1/password-resets/{}", old.token()), &body).await;
    assert_eq!((dead.status, dead.problem().as_str()), (404, "link_invalid"), "the older link dies");
    let personal = house.visitor().put(&path, &json!({ "password": "Ina@example.org-7" })).await;
    assert_eq!(personal.errors(), ["password: password_personal"]);
    assert_eq!(house.visitor().put(&path, &body).await.status, 204);
    assert_eq!(house.visitor().put(&path, &body).await.status, 404, "once");
    house.advance(60).await;
    assert_eq!((ina.get("/v1/portal/me").await.status, refresh(&ina).await.status), (401, 401));
    assert_eq!(knock(&house, &here, EMAIL, PASSWORD).await.problem(), "sign_in_refused");
    house.enter(&here, EMAIL, NEW).await;
}

/// CUS-2, CUS-8, PPL-9. Within a minute, and for good: access given back does not revive a sign-in.
#[tokio::test(flavor = "multi_thread")]
async fn customers_who_lose_their_access_or_are_deleted_lose_their_sign_ins() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (ina, leo) =
        (house.customer(&manager, EMAIL).await, house.customer(&manager, "leo@example.org").await);
    let path = |person: &Person| format!("/v1/customers/{}", person.user["id"].as_str().unwrap());
    for person in [&ina, &leo] {
        assert_eq!(person.get("/v1/portal/me").await.status, 200);
    }
    assert_eq!(manager.patch(&path(&ina), &json!({ "portal_access": "none" })).await.status, 200);
    assert_eq!(manager.delete(&path(&leo)).await.status, 204);
    house.advance(60).await;
    for (person, email) in [(&ina, EMAIL), (&leo, "leo@example.org")] {
        assert_eq!((person.get("/v1/portal/me").await.status, refresh(person).await.status), (401, 401));
        assert_eq!(knock(&house, &account(&manager), email, PASSWORD).await.problem(), "sign_in_refused");
    }
    assert_eq!(manager.patch(&path(&ina), &json!({ "portal_access": "company" })).await.status, 200);
    assert_eq!(refresh(&ina).await.status, 401);
    house.enter(&account(&manager), EMAIL, PASSWORD).await;
}

/// PPL-9. The cookie of the one is none of the other, whatever it is called.
#[tokio::test(flavor = "multi_thread")]
async fn a_staff_cookie_renews_nothing_in_the_portal_and_the_reverse() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let mut ina = house.customer(&manager, EMAIL).await;
    let mut renamed = manager.clone();
    renamed.cookie =
        manager.cookie.as_ref().map(|cookie| cookie.replace("__Host-refresh", "__Host-portal-refresh"));
    assert_eq!(refresh(&renamed).await.status, 401);
    ina.cookie = ina.cookie.as_ref().map(|cookie| cookie.replace("__Host-portal-refresh", "__Host-refresh"));
    let staff = ina.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await;
    assert_eq!(staff.status, 401);
}

/// CUS-2, CUS-6. Work on many customers ends no sign-ins one by one; those who lose their access are out all the same.
#[tokio::test(flavor = "multi_thread")]
async fn access_that_is_lost_by_work_on_many_ends_within_a_minute() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ina = house.customer(&manager, EMAIL).await;
    assert_eq!(ina.get("/v1/portal/me").await.status, 200);
    let store = deskhand::seed_app(&house.running).unwrap();
    let store = store.store();
    let id = ina.user["id"].as_str().unwrap().parse().unwrap();
    let before = store.customer(account(&manager).as_str().unwrap().parse().unwrap(), id).await.unwrap();
    let moment = &mut Clock::system().moment();
    let now = Customer { portal_access: PortalAccess::None, ..before.thing.clone() };
    let events = vec![Event::new(moment, now.account_id, Actor::System, "customer.changed", id)];
    store.update_customer(&before, Changed { now, events }).await.unwrap();
    house.advance(60).await;
    assert_eq!((ina.get("/v1/portal/me").await.status, refresh(&ina).await.status), (401, 401));
}
