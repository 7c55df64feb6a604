//! Portals: managers open, change and close them, and see who serves them (POR-1 to POR-4).

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::{
    company_merges::{company, done, merge},
    teams::{member, team},
    users::come_in,
};

/// Opens a portal at a slug; its id.
pub(crate) async fn portal(manager: &Person, slug: &str) -> String {
    let reply = manager.post("/v1/portals", &json!({ "slug": slug, "name": slug })).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.id()
}

/// POR-1. A portal comes with its first subportal, and with what is usual for its type.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_is_opened_changed_and_closed() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let opened = manager.post("/v1/portals", &json!({ "slug": "north", "name": " North " })).await;
    assert_eq!((opened.status, opened.headers["etag"].as_str()), (201, "\"1\""), "{opened:?}");
    let path = opened.headers["location"].clone();
    let portal = &opened.json;
    let told = |name: &str| portal[name].as_str().unwrap().to_owned();
    assert_eq!(
        [told("name"), told("mode"), told("type"), told("status"), told("address")],
        ["North", "web", "question", "active", "/p/north"]
    );
    assert_eq!((portal["subportals"].as_array().unwrap().len(), &portal["features"]), (1, &json!({})));
    assert_eq!(
        (&portal["fields"]["question"], &portal["fields"]["phone"]),
        (&json!("required"), &json!("hidden"))
    );
    let colour = json!({ "accent_colour": "#8A1C3B", "texts": { "de": { "title": "Hilfe" } }, "fields": { "phone": "optional" } });
    let changed = manager.with("if-match", "\"1\"").patch(&path, &colour).await;
    assert_eq!((changed.status, &changed.json["accent_colour"]), (200, &json!("#8a1c3b")), "{changed:?}");
    assert_eq!(changed.json["fields"]["question"], "required", "a patch of a part leaves the rest");
    let stale = manager.with("if-match", "\"1\"").patch(&path, &json!({ "name": "South" })).await;
    assert_eq!(stale.problem(), "stale");
    let back = manager.patch(&path, &json!({ "texts": { "de": null }, "accent_colour": null })).await;
    assert_eq!((&back.json["texts"], &back.json["accent_colour"]), (&json!({}), &Value::Null));
    let phone = manager.patch(&path, &json!({ "mode": "phone" })).await;
    assert_eq!((phone.status, phone.errors()), (422, vec!["type: one_of".to_owned()]));
    assert_eq!(manager.patch(&path, &json!({ "mode": "phone", "type": "code" })).await.status, 200);
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!(manager.get(&path).await.status, 404);
    let log = manager.all("/v1/audit").await;
    let told = |action: &str| log.iter().filter(|event| event["action"] == action).count();
    assert_eq!(
        (told("portal.created"), told("portal.changed"), told("portal.deleted")),
        (1, 3, 1),
        "{log:?}"
    );
}

/// POR-1, POR-2, POR-3. Every wrong value is named at once, in the reader's language.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_portal_is_told_at_once() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let wrong = json!({ "slug": "Admin!", "name": "", "mode": "queue", "type": "button",
        "accent_colour": "#ffff00", "fields": { "category": "required", "custom": [{ "label": "" }] } });
    let refused = manager.post("/v1/portals", &wrong).await;
    let expected = [
        "accent_colour: contrast",
        "fields.category: categories_needed",
        "fields.custom.0.label: required",
        "name: required",
        "slug: slug",
        "type: one_of",
    ];
    assert_eq!((refused.status, refused.errors()), (422, expected.map(str::to_owned).to_vec()));
    assert!(refused.text.contains("weißer") || refused.text.contains("Weißer"), "{}", refused.text);
    let types = json!({ "slug": 1, "mode": "fax", "fields": { "email": "maybe" }, "colour": "red" });
    let refused = manager.post("/v1/portals", &types).await;
    assert_eq!(
        refused.errors(),
        ["colour: unknown_field", "fields.email: wrong_type", "mode: wrong_type", "slug: wrong_type"]
    );
}

/// POR-1. A slug is one portal's in the whole deployment; given up, it is free.
#[tokio::test(flavor = "multi_thread")]
async fn a_slug_is_taken_once_in_the_deployment_and_can_be_given_up() {
    let house = House::start().await;
    let (acme, other) = (house.manager("acme").await, house.manager("other").await);
    let own = portal(&acme, "north").await;
    let path = format!("/v1/portals/{own}");
    let north = json!({ "slug": "north", "name": "North" });
    for manager in [&acme, &other] {
        assert_eq!(manager.post("/v1/portals", &north).await.errors(), ["slug: slug_taken"]);
    }
    let south = portal(&other, "south").await;
    assert_eq!(acme.patch(&path, &json!({ "slug": "south" })).await.errors(), ["slug: slug_taken"]);
    for (manager, path) in [(&acme, format!("/v1/portals/{south}")), (&other, path.clone())] {
        assert_eq!(manager.get(&path).await.status, 404, "another's portal is none");
        assert_eq!(manager.patch(&path, &json!({ "name": "Mine" })).await.status, 404);
        assert_eq!(manager.delete(&path).await.status, 404);
    }
    assert_eq!(other.all("/v1/portals").await.len(), 1);
    assert_eq!(acme.patch(&path, &json!({ "slug": "north-east" })).await.status, 200);
    let moved = other.post("/v1/portals", &north).await;
    assert_eq!(moved.status, 201, "{moved:?}");
    assert_eq!(acme.delete(&path).await.status, 204);
    portal(&other, "north-east").await;
    assert_eq!(acme.all("/v1/portals").await.len(), 0);
}

/// POR-1. The same name may stand twice: people tell portals by their addresses.
#[tokio::test(flavor = "multi_thread")]
async fn subportals_come_and_go_and_the_last_one_stays() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let path = format!("/v1/portals/{}", portal(&manager, "north").await);
    let subportals = format!("{path}/subportals");
    let keyed = manager.with("idempotency-key", "night").with("if-match", "\"1\"");
    let added = keyed.post(&subportals, &json!({ "name": "Night" })).await;
    assert_eq!(
        (added.status, added.json["subportals"][1]["name"].as_str()),
        (201, Some("Night")),
        "{added:?}"
    );
    assert_eq!(keyed.post(&subportals, &json!({ "name": "Night" })).await.text, added.text, "twice is once");
    assert_eq!(manager.post(&subportals, &json!({ "name": " NIGHT" })).await.errors(), ["name: name_taken"]);
    let night = added.headers["location"].clone();
    assert_eq!(manager.patch(&night, &json!({ "name": "" })).await.errors(), ["name: required"]);
    let renamed = manager.with("if-match", "\"2\"").patch(&night, &json!({ "name": "Late" })).await;
    assert_eq!((renamed.status, renamed.json["subportals"][1]["name"].as_str()), (200, Some("Late")));
    assert_eq!(manager.with("if-match", "\"2\"").delete(&night).await.status, 412);
    assert_eq!(manager.delete(&night).await.status, 204);
    assert_eq!(manager.delete(&night).await.status, 404);
    let last = format!("{subportals}/{}", added.json["subportals"][0]["id"].as_str().unwrap());
    assert_eq!(manager.delete(&last).await.problem(), "last_subportal");
}

/// POR-1, TEA-1. Who serves a portal keeps it; the refusal says how many.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_teams_serve_is_not_deleted() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let portal = portal(&manager, "north").await;
    let path = format!("/v1/portals/{portal}");
    let added = manager.post(&format!("{path}/subportals"), &json!({ "name": "Night" })).await;
    let night = &added.json["subportals"][1]["id"];
    for (name, subportals) in [("Day", json!([])), ("Night", json!([night]))] {
        let said = json!({ "name": name, "portal_id": portal, "subportal_ids": subportals });
        assert_eq!(manager.post("/v1/teams", &said).await.status, 201);
    }
    let refused = manager.delete(&path).await;
    assert_eq!((refused.status, refused.problem()), (409, "in_use".into()));
    assert!(refused.json["detail"].as_str().unwrap().contains("teams that serve it: 2"), "{refused:?}");
    let refused = manager.delete(&added.headers["location"]).await;
    assert!(refused.json["detail"].as_str().unwrap().contains("teams that serve it: 1"), "{refused:?}");
    for team in manager.all("/v1/teams").await {
        let team = format!("/v1/teams/{}", team["id"].as_str().unwrap());
        let moved = manager.patch(&team, &json!({ "portal_id": null, "subportal_ids": [] })).await;
        assert_eq!(moved.status, 200, "{moved:?}");
    }
    assert_eq!(manager.delete(&path).await.status, 204);
}

/// COM-1. A company has one portal at the most, and keeps it as long as it is there.
#[tokio::test(flavor = "multi_thread")]
async fn a_company_has_one_portal_and_is_not_deleted_while_it_has() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let first = json!({ "slug": "engines", "name": "Engines", "company_id": company });
    let first = manager.post("/v1/portals", &first).await;
    assert_eq!((first.status, &first.json["company_id"]), (201, &json!(company)));
    let second = format!("/v1/portals/{}", portal(&manager, "other").await);
    let refused = manager.patch(&second, &json!({ "company_id": company })).await;
    assert_eq!(refused.errors(), ["company_id: company_has_portal"]);
    let unknown =
        manager.patch(&second, &json!({ "company_id": "cmp_01a1ffe7e37771e3b9ffc1e5b66eeefe" })).await;
    assert_eq!(unknown.errors(), ["company_id: company_unknown"]);
    let company = format!("/v1/companies/{company}");
    let refused = manager.delete(&company).await;
    assert_eq!((refused.status, refused.problem()), (409, "in_use".into()));
    assert!(refused.json["detail"].as_str().unwrap().contains("portals: 1"), "{refused:?}");
    assert_eq!(manager.patch(&first.headers["location"], &json!({ "company_id": null })).await.status, 200);
    assert_eq!(manager.delete(&company).await.status, 204);
}

/// SET-3. A portal says its features whole, locks nothing, and takes away.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_takes_features_away() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let path = format!("/v1/portals/{}", portal(&manager, "north").await);
    let features = format!("{path}/features");
    let off = json!({ "remote_control": { "value": false }, "max_concurrent_sessions": { "value": 2 } });
    let said = manager.with("if-match", "\"1\"").put(&features, &off).await;
    assert_eq!(
        (said.status, &said.json["features"]["remote_control"]["value"]),
        (200, &json!(false)),
        "{said:?}"
    );
    let wrong = json!({ "chat": { "value": 3 }, "annotate": { "value": false, "locked": true } });
    let refused = manager.put(&features, &wrong).await;
    assert_eq!(refused.errors(), ["annotate.locked: nothing_below", "chat.value: feature_value"]);
    assert_eq!(manager.with("if-match", "\"1\"").put(&features, &json!({})).await.status, 412);
    let team = json!({ "name": "Day", "portal_id": path.rsplit('/').next() });
    let team = manager.post("/v1/teams", &team).await.id();
    let user = member(&manager, "rosa", Some(&team)).await;
    let effective = manager.get(&format!("{user}/features")).await;
    let held = effective.json["effective"].as_array().unwrap();
    let of = |key: &str| held.iter().find(|feature| feature["key"] == key).unwrap();
    assert_eq!(
        (&of("remote_control")["value"], &of("remote_control")["level"]),
        (&json!(false), &json!("portal"))
    );
    assert_eq!(of("max_concurrent_sessions")["value"], 2);
    assert_eq!(manager.put(&features, &json!({})).await.json["features"], json!({}));
}

/// POR-4. Who serves a portal now, through which team and for which subportals; who has not come in yet serves nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_tells_who_serves_it_and_through_which_team() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let portal = portal(&manager, "north").await;
    let added = manager.post(&format!("/v1/portals/{portal}/subportals"), &json!({ "name": "Night" })).await;
    let night = added.json["subportals"][1]["id"].clone();
    let day = json!({ "name": "Day", "portal_id": portal });
    let day = manager.post("/v1/teams", &day).await.id();
    let late = team(&manager, "Late", Some(&day)).await;
    let nightly = json!({ "name": "Night", "portal_id": portal, "subportal_ids": [night] });
    let nightly = manager.post("/v1/teams", &nightly).await.id();
    for (name, team) in [("ann", &day), ("bo", &late), ("cy", &nightly), ("invited", &day)] {
        member(&manager, name, Some(team)).await;
    }
    member(&manager, "elsewhere", None).await;
    for name in ["ann", "bo", "cy"] {
        come_in(&house, &format!("{name}@house.example")).await;
    }
    house.quiet().await;
    let path = format!("/v1/portals/{portal}/representatives");
    let serving = manager.all(&path).await;
    let told: Vec<_> =
        serving.iter().map(|who| (&who["first_name"], &who["team_name"], &who["subportal_ids"])).collect();
    let [ann, bo, cy] = [json!("ann"), json!("bo"), json!("cy")];
    let (all, some) = (json!([]), json!([night]));
    assert_eq!(
        told,
        [(&ann, &json!("Day"), &all), (&bo, &json!("Late"), &all), (&cy, &json!("Night"), &some)]
    );
    let first = manager.get(&format!("{path}?limit=2")).await.json;
    let rest = format!("{path}?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    assert_eq!(manager.get(&rest).await.json["items"][0]["first_name"], "cy");
    let stranger = house.manager("other").await;
    assert_eq!(stranger.get(&path).await.status, 404);
}

/// COM-1. A merged company's portal is the other's from then on; where that has one, it is nobody's.
#[tokio::test(flavor = "multi_thread")]
async fn a_merged_company_leaves_its_portal_to_the_other_one() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let mut companies = vec![];
    for name in ["Goes", "Stays", "Has one"] {
        companies.push(company(&manager, name).await);
    }
    let said = |slug: &str, company: &str| json!({ "slug": slug, "name": slug, "company_id": company });
    let first = manager.post("/v1/portals", &said("first", &companies[0])).await.headers["location"].clone();
    let second =
        manager.post("/v1/portals", &said("second", &companies[2])).await.headers["location"].clone();
    let into_free = merge(&manager, &companies[0], &companies[1]).await;
    done(&house, &manager, &into_free).await;
    assert_eq!(manager.get(&first).await.json["company_id"], json!(companies[1]));
    let into_taken = merge(&manager, &companies[1], &companies[2]).await;
    done(&house, &manager, &into_taken).await;
    assert_eq!(manager.get(&first).await.json["company_id"], Value::Null);
    assert_eq!(manager.get(&second).await.json["company_id"], json!(companies[2]));
    assert_eq!(manager.patch(&second, &json!({ "company_id": null })).await.status, 200);
    let given = manager.patch(&first, &json!({ "company_id": companies[2] })).await;
    assert_eq!(given.status, 200, "{given:?}");
    assert_eq!(house.dead_letters().await.len(), 0);
}
