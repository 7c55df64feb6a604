//! What one team or portal says, said for others, too.

use serde_json::{Value, json};
use testkit::House;

use crate::teams::{team, team_manager};

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// SET-3. Each team by itself: what a level above one of them has locked stays, and the answer says where.
#[tokio::test(flavor = "multi_thread")]
async fn other_teams_take_over_what_one_says_unless_it_is_locked_above_them() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = json!({ "name": "Day", "message": "Hello", "password_policy": { "min_length": 12 }, "available_logins": 5 });
    let day = manager.post("/v1/teams", &day).await.id();
    manager.put(&format!("/v1/teams/{day}/features"), &json!({ "chat": { "value": false } })).await;
    let (night, weekend) = (team(&manager, "Night", None).await, team(&manager, "Weekend", None).await);
    let early = team(&manager, "Early", Some(&weekend)).await;
    manager
        .put(&format!("/v1/teams/{weekend}/features"), &json!({ "chat": { "value": true, "locked": true } }))
        .await;
    let copy = json!({ "team_ids": [night, early], "parts": ["message", "features", "password_policy"] });
    let copied = manager.post(&format!("/v1/teams/{day}/copy"), &copy).await.json;
    let of =
        |team: &str| copied["items"].as_array().unwrap().iter().find(|item| item["team_id"] == team).unwrap();
    assert_eq!(of(&night)["done"], true, "{copied}");
    assert_eq!(
        (&of(&early)["done"], &of(&early)["errors"][0]["code"]),
        (&json!(false), &json!("locked_above"))
    );
    let shown = manager.get(&format!("/v1/teams/{night}")).await.json;
    assert_eq!((&shown["message"], &shown["features"]["chat"]["value"]), (&json!("Hello"), &json!(false)));
    assert_eq!(
        (&shown["password_policy"]["min_length"], &shown["available_logins"]),
        (&json!(12), &Value::Null)
    );
    assert_eq!(manager.get(&format!("/v1/teams/{early}")).await.json["message"], "", "all of it or nothing");
    let wrong = manager.post(&format!("/v1/teams/{day}/copy"), &json!({ "team_ids": [], "parts": [] })).await;
    assert_eq!(wrong.errors(), ["parts: required", "team_ids: required"]);
}

/// PPL-1. A team manager copies between their own teams.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_copies_between_their_own_teams_only() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let late = team(&manager, "Late", Some(&day)).await;
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &["manage_settings"]).await;
    let copy = |to: &str| json!({ "team_ids": [to], "parts": ["message"] });
    assert_eq!(tea.post(&format!("/v1/teams/{day}/copy"), &copy(&late)).await.status, 200);
    let refused = tea.post(&format!("/v1/teams/{day}/copy"), &copy(&night)).await;
    assert_eq!(refused.errors(), ["team_ids.0: team_unknown"]);
    assert_eq!(tea.post(&format!("/v1/teams/{night}/copy"), &copy(&day)).await.status, 404);
}

/// POR-1. Portals, likewise; and what a portal takes away can be tried first (SET-5).
#[tokio::test(flavor = "multi_thread")]
async fn other_portals_take_over_what_one_says_and_a_change_of_features_is_tried_first() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let open = |slug: &str| json!({ "slug": slug, "name": slug, "texts": { "en": { "title": format!("Ask {slug}") } } });
    let one = manager.post("/v1/portals", &open("copies-one")).await.headers["location"].clone();
    let other = manager.post("/v1/portals", &open("copies-other")).await.headers["location"].clone();
    let serving = manager.post("/v1/teams", &json!({ "name": "Day", "portal_id": id(&one) })).await.id();
    crate::teams::member(&manager, "ann", Some(&serving)).await;
    house.quiet().await;
    let off = json!({ "chat": { "value": false } });
    let tried = manager.put(&format!("{one}/features?dry_run=true"), &off).await.json;
    assert_eq!(
        (&tried["impact"]["representatives"], &tried["impact"]["portals"]),
        (&json!(1), &json!(1)),
        "{tried}"
    );
    assert_eq!(tried["impact"]["differences"][0]["after"], json!({ "value": false, "level": "portal" }));
    assert_eq!(manager.get(&one).await.json["features"], json!({}));
    manager.put(&format!("{one}/features"), &off).await;
    let copy = json!({ "portal_ids": [id(&other)], "parts": ["features", "texts"] });
    let copied = manager.post(&format!("{one}/copy"), &copy).await;
    assert_eq!(copied.json["portal_ids"], json!([id(&other)]), "{copied:?}");
    let shown = manager.get(&other).await.json;
    assert_eq!(
        (&shown["features"]["chat"]["value"], &shown["texts"]["en"]["title"]),
        (&json!(false), &json!("Ask copies-one"))
    );
    assert_eq!(shown["slug"], "copies-other");
}
