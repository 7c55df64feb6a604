//! The part of the day in which portals come and go, and queries come through them, see `everything.rs`.

use domain::{company_access::CompanyAccess, user::UserInput};
use serde_json::{Value, json};
use testkit::{House, Person, whole};

use crate::{
    capacity::Asked,
    everything::{keyed, post},
};

/// Lives it.
pub(crate) async fn happen(house: &House, company: &str) {
    let manager = house.sign_in("day@house.example").await;
    let body =
        json!({ "slug": "day", "name": "Day", "company_id": company, "type": "choose_representative" });
    let portal = keyed(&manager, "/v1/portals", (body, json!({}))).await;
    let path = format!("/v1/portals/{portal}");
    let subportals = format!("{path}/subportals");
    let added = manager.with("idempotency-key", "night").post(&subportals, &json!({ "name": "Night" })).await;
    assert_eq!(added.status, 201, "{added:?}");
    let night = format!("{subportals}/{}", added.json["subportals"][1]["id"].as_str().unwrap());
    assert_eq!(manager.patch(&night, &json!({ "name": "Late" })).await.status, 200);
    assert_eq!(manager.delete(&night).await.status, 204);
    assert_eq!(
        manager.put(&format!("{path}/features"), &json!({ "chat": { "value": false } })).await.status,
        200
    );
    let same = json!({ "portal_ids": [portal], "parts": ["texts", "features"] });
    keyed(&manager, &format!("{path}/copy"), (same, json!({}))).await;
    let second = post(&manager, "/v1/portals", json!({ "slug": "day-second", "name": "Second" })).await;
    let second = format!("/v1/portals/{second}");
    for tried in ["?dry_run=true", ""] {
        let says = json!({ "annotate": { "value": false } });
        assert_eq!(manager.put(&format!("{second}/features{tried}"), &says).await.status, 200);
    }
    post(&manager, &format!("{second}/copy"), json!({ "portal_ids": [portal], "parts": ["features"] })).await;
    assert_eq!(manager.delete(&second).await.status, 204);
    // Nobody serves it yet, so the company managers are told.
    asks(house, "day", Value::Null).await;
    let team = post(&manager, "/v1/teams", json!({ "name": "Portal", "portal_id": portal })).await;
    let second = post(&manager, "/v1/teams", json!({ "name": "Second" })).await;
    let second = format!("/v1/teams/{second}");
    assert_eq!(manager.patch(&second, &json!({ "portal_id": portal })).await.status, 200);
    assert_eq!(manager.delete(&second).await.status, 204);
    let only = CompanyAccess::Only([company.parse().unwrap()].into());
    let ria = UserInput { team_id: team.parse().ok(), company_access: only, ..whole() };
    let ria = house.hire(&manager, "rita.portal", ria).await;
    assert_eq!(manager.all(&format!("{path}/representatives")).await.len(), 1);
    let known = json!({ "last_name": "Q", "email": "known@day.example" });
    let known = format!("/v1/customers/{}", post(&manager, "/v1/customers", known).await);
    asks(house, "day", ria.user["id"].clone()).await;
    let denied = post(&manager, "/v1/denylist", json!({ "address": "known@day.example" })).await;
    asks(house, "day", ria.user["id"].clone()).await;
    assert_eq!(manager.delete(&format!("/v1/denylist/{denied}")).await.status, 204);
    assert_eq!(manager.get(&format!("{known}/data")).await.status, 303);
    assert_eq!(manager.delete(&known).await.status, 204);
    house.quiet().await;
    for person in [&manager, &ria] {
        for list in ["/v1/portals", "/v1/queries", &format!("/v1/queries?portal_id={portal}")] {
            person.all(list).await;
        }
        let query = person.all("/v1/queries").await[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(person.get(&format!("/v1/queries/{query}")).await.status, 200);
        assert_eq!(person.get(&path).await.status, 200);
    }
    assert_eq!(manager.delete(&path).await.status, 409, "a team serves it");
    assert_eq!(manager.delete(&format!("/v1/teams/{team}")).await.status, 204);
    let moved = json!({ "slug": "night", "company_id": null, "type": "question" });
    assert_eq!(manager.patch(&path, &moved).await.status, 200);
    assert_eq!(manager.patch(&path, &json!({ "company_id": company })).await.status, 200);
    assert_eq!(manager.delete(&path).await.status, 204);
    codes(house, &manager).await;
}

/// A representative makes codes; one brings a customer, one is taken back.
async fn codes(house: &House, manager: &Person) {
    let portal = json!({ "slug": "day-phone", "name": "Phone", "mode": "phone" });
    let portal = post(manager, "/v1/portals", portal).await;
    let team = post(manager, "/v1/teams", json!({ "name": "Phone", "portal_id": portal })).await;
    let cora = UserInput { team_id: team.parse().ok(), ..whole() };
    let cora = house.hire(manager, "cora.codes", cora).await;
    keyed(&cora, "/v1/codes", (json!({ "label": "Ada" }), json!({ "minutes": 0 }))).await;
    let made = cora.get("/v1/codes").await.json["items"][0]["code"].clone();
    let entered = json!({ "code": made, "form_id": "day-code" });
    assert_eq!(house.visitor().post("/p/day-phone/queries", &entered).await.status, 201);
    post(&cora, "/v1/codes", json!({})).await;
    let back = cora.get("/v1/codes").await.json["items"][0]["code"].as_str().unwrap().to_owned();
    assert_eq!(cora.delete(&format!("/v1/codes/{back}")).await.status, 204);
    house.quiet().await;
}

/// What is asked for of codes, by a representative.
pub(crate) async fn codes_asked(house: &House) -> Vec<Asked> {
    let manager = house.manager("codes").await;
    let portal = json!({ "slug": "asked-phone", "name": "Phone", "mode": "phone" });
    let portal = manager.post("/v1/portals", &portal).await.id();
    let team = manager.post("/v1/teams", &json!({ "name": "Phone", "portal_id": portal })).await.id();
    let cora = house.hire(&manager, "cora.asked", UserInput { team_id: team.parse().ok(), ..whole() }).await;
    let code = cora.post("/v1/codes", &json!({})).await.json["code"].as_str().unwrap().to_owned();
    vec![
        Asked::new(&cora, "POST", "/v1/codes", json!({})),
        Asked::new(&cora, "GET", "/v1/codes", Value::Null),
        Asked::new(&cora, "DELETE", &format!("/v1/codes/{code}"), Value::Null),
    ]
}

/// Somebody looks at a portal, and asks something.
async fn asks(house: &House, slug: &str, representative: Value) {
    let visitor = house.visitor();
    assert_eq!(visitor.get(&format!("/p/{slug}")).await.status, 200);
    assert_eq!(visitor.get(&format!("/p/{slug}/embed.js")).await.status, 200);
    let query = json!({ "name": "Q", "email": "known@day.example", "question": "?", "form_id": "f",
        "representative_id": representative });
    let taken = visitor.post(&format!("/p/{slug}/queries"), &query).await;
    assert_eq!(taken.status, 201, "{taken:?}");
    house.quiet().await;
}

/// What is asked for of portals and by their visitors.
pub(crate) async fn asked(house: &House) -> Vec<Asked> {
    let manager = house.manager("portals").await;
    let portal = |slug: &str| json!({ "slug": slug, "name": slug });
    let path = format!("/v1/portals/{}", manager.post("/v1/portals", &portal("asked")).await.id());
    let subportals = format!("{path}/subportals");
    let night = manager.post(&subportals, &json!({ "name": "Night" })).await.headers["location"].clone();
    let customer = json!({ "last_name": "Q", "email": "q@portals.example" });
    manager.post("/v1/customers", &customer).await;
    let query = json!({ "name": "Q", "email": "q@portals.example", "question": "?" });
    let first = house.visitor().post("/p/asked/queries", &query).await.id();
    let ask = |method, path: &str, body: Value| Asked::new(&manager, method, path, body);
    let open = |method, path: &str, body: Value| Asked::new(&house.visitor(), method, path, body);
    vec![
        open("GET", "/p/asked", Value::Null),
        open("GET", "/p/asked/embed.js", Value::Null),
        open("POST", "/p/asked/queries", query),
        ask("GET", "/v1/queries", Value::Null),
        ask("GET", &format!("/v1/queries/{first}"), Value::Null),
        ask("GET", "/v1/portals", Value::Null),
        ask("GET", &path, Value::Null),
        ask("GET", &format!("{path}/representatives"), Value::Null),
        ask("POST", "/v1/portals", portal("asked-too")),
        ask("PATCH", &path, json!({ "name": "Changed" })),
        ask("PUT", &format!("{path}/features"), json!({ "chat": { "value": false } })),
        ask(
            "POST",
            &format!("{path}/copy"),
            json!({ "portal_ids": [path.rsplit('/').next()], "parts": ["texts"] }),
        ),
        ask("POST", &subportals, json!({ "name": "Late" })),
        ask("PATCH", &night, json!({ "name": "Nightly" })),
        ask("DELETE", &night, Value::Null),
        ask("DELETE", &path, Value::Null),
    ]
}
