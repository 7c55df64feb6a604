//! Features of live support: who says what, what holds, and why (SET-3, SET-4, SET-5).

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::{
    teams::{member, team, team_manager},
    users::come_in,
};

/// What holds of a feature for somebody, and who has decided it.
async fn held(person: &Person, user: &str, key: &str) -> (Value, String) {
    let told = person.get(&format!("{user}/features")).await.json;
    let why = told["effective"].as_array().unwrap().iter().find(|why| why["key"] == key);
    let why = why.unwrap_or_else(|| panic!("{key} in {told}"));
    (why["value"].clone(), why["level"].as_str().unwrap().to_owned())
}

fn off(key: &str, locked: bool) -> Value {
    json!({ key: { "value": false, "locked": locked } })
}

/// SET-3. The narrowest word holds, until a wider one is locked.
#[tokio::test(flavor = "multi_thread")]
async fn a_representatives_own_word_holds_before_the_teams_unless_that_is_locked() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let late = team(&manager, "Late", Some(&day)).await;
    let ann = member(&manager, "ann", Some(&late)).await;
    let decided = |value: bool, level: &str| (json!(value), level.to_owned());
    assert_eq!(held(&manager, &ann, "chat").await, decided(true, "default"));
    manager.put("/v1/features", &off("chat", false)).await;
    assert_eq!(held(&manager, &ann, "chat").await, decided(false, "account"));
    let on = json!({ "chat": { "value": true } });
    let set = manager.put(&format!("/v1/teams/{late}/features"), &on).await;
    assert_eq!((set.status, &set.json["impact"]), (200, &Value::Null), "{set:?}");
    assert_eq!(held(&manager, &ann, "chat").await, decided(true, "subteam"));
    manager.put(&format!("{ann}/features"), &off("chat", false)).await;
    assert_eq!(held(&manager, &ann, "chat").await, decided(false, "representative"));
    manager
        .put(&format!("/v1/teams/{day}/features"), &json!({ "chat": { "value": true, "locked": true } }))
        .await;
    assert_eq!(held(&manager, &ann, "chat").await, decided(true, "team"));
    let refused = manager.put(&format!("{ann}/features"), &json!({ "chat": { "value": true } })).await;
    assert_eq!(refused.errors(), ["chat.value: locked_above"]);
    let kept = manager.put(&format!("{ann}/features"), &off("chat", false)).await;
    assert_eq!(kept.status, 200, "what was said before the lock is no obstacle");
}

/// SET-4. Every level with a word, what became of it, who said so and when.
#[tokio::test(flavor = "multi_thread")]
async fn why_tells_the_whole_chain_and_who_has_changed_it_last() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let ann = member(&manager, "ann", Some(&day)).await;
    manager.put("/v1/features", &json!({ "max_concurrent_sessions": { "value": 4 } })).await;
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &["manage_settings"]).await;
    let six = json!({ "max_concurrent_sessions": { "value": 6 } });
    assert_eq!(tea.put(&format!("/v1/teams/{day}/features"), &six).await.status, 200);
    let told = manager.get(&format!("{ann}/features")).await.json;
    let all = told["effective"].as_array().unwrap();
    assert_eq!(all.len(), 27);
    let why = all.iter().find(|why| why["key"] == "max_concurrent_sessions").unwrap();
    assert_eq!((&why["value"], &why["level"]), (&json!(4), &json!("account")), "of numbers the smallest");
    let chain = why["chain"].as_array().unwrap();
    let steps: Vec<_> = chain.iter().map(|step| (step["level"].as_str().unwrap(), &step["value"])).collect();
    assert_eq!(steps, [("account", &json!(4)), ("team", &json!(6))]);
    assert_eq!(chain[1]["by"]["id"], tea.user["id"]);
    assert!(chain[1]["by"]["name"].is_string() && chain[1]["at"].is_string(), "{chain:?}");
}

/// SET-5. Tried, it tells for whom it would be different, and changes nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_is_tried_tells_whom_it_would_change_and_changes_nothing() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let late = team(&manager, "Late", Some(&day)).await;
    let ann = member(&manager, "ann", Some(&day)).await;
    let bob = member(&manager, "bob", Some(&late)).await;
    member(&manager, "cy", Some(&night)).await;
    manager.put(&format!("{bob}/features"), &off("chat", false)).await;
    house.quiet().await;
    let impact = |path: String| {
        let manager = manager.clone();
        async move {
            let reply = manager.put(&format!("{path}?dry_run=true"), &off("chat", false)).await;
            assert_eq!(reply.status, 200, "{reply:?}");
            reply.json["impact"].clone()
        }
    };
    let of_team = impact(format!("/v1/teams/{day}/features")).await;
    assert_eq!(of_team["representatives"], 1, "Bob has it off already: {of_team}");
    assert_eq!(of_team["features"], json!([{ "key": "chat", "representatives": 1 }]));
    let difference = &of_team["differences"][0];
    assert!(ann.ends_with(difference["user_id"].as_str().unwrap()), "{difference}");
    assert_eq!(difference["after"], json!({ "value": false, "level": "team" }));
    assert_eq!(impact("/v1/features".into()).await["representatives"], 2);
    assert_eq!(impact(format!("{bob}/features")).await["representatives"], 0);
    assert_eq!(held(&manager, &ann, "chat").await.1, "default");
}

/// SET-4. All at a glance: company managers see everybody, team managers their teams, representatives themselves.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_on_for_whom_is_seen_as_far_as_one_may_see() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let late = team(&manager, "Late", Some(&day)).await;
    for (name, team) in [("ann", &day), ("bob", &late), ("cy", &night)] {
        member(&manager, name, Some(team)).await;
    }
    let cy = come_in(&house, "cy@house.example").await;
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &[]).await;
    manager.put(&format!("/v1/teams/{day}/features"), &off("chat", false)).await;
    house.quiet().await;
    let rows = |person: &Person, query: &str| {
        let (person, path) = (person.clone(), format!("/v1/features/effective{query}"));
        async move { person.get(&path).await.json["items"].as_array().unwrap().clone() }
    };
    let all = rows(&manager, "").await;
    assert_eq!(all.len(), 3);
    let chat = |row: &Value| row["features"]["chat"]["value"].clone();
    assert_eq!(all.iter().map(chat).collect::<Vec<_>>(), [json!(false), json!(false), json!(true)]);
    assert_eq!(all[1]["features"]["chat"]["level"], "team");
    assert_eq!(rows(&manager, &format!("?team_id={day}")).await.len(), 2);
    assert_eq!(rows(&tea, "").await.len(), 2);
    let own = rows(&cy, "").await;
    assert_eq!((own.len(), &own[0]["user_id"]), (1, &cy.user["id"]));
    let path = format!("/v1/users/{}/features", cy.user["id"].as_str().unwrap());
    assert_eq!(cy.get(&path).await.status, 200);
    assert_eq!(tea.get(&path).await.status, 404);
    let first = manager.get("/v1/features/effective?limit=2").await.json;
    let next = format!("/v1/features/effective?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    assert_eq!(manager.get(&next).await.json["items"].as_array().unwrap().len(), 1);
}

/// API-2. Who has looked at an older version changes nothing, and wrong words are all named.
#[tokio::test(flavor = "multi_thread")]
async fn a_stale_change_and_wrong_words_are_refused() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let path = format!("/v1/teams/{day}/features");
    let wrong = json!({ "chat": { "value": 3 }, "max_active_codes": { "value": 9 }, "end_prompt": { "value": "required" } });
    assert_eq!(
        manager.put(&path, &wrong).await.errors(),
        ["chat.value: feature_value", "max_active_codes.value: out_of_range"]
    );
    assert_eq!(manager.put(&path, &json!({ "nothing": { "value": true } })).await.status, 422);
    let etag = manager.get(&format!("/v1/teams/{day}")).await.headers["etag"].clone();
    manager.put(&path, &off("chat", false)).await;
    let stale = manager.with("if-match", &etag).put(&path, &off("annotate", false)).await;
    assert_eq!(stale.status, 412, "{stale:?}");
    let of_manager = format!("/v1/users/{}/features", manager.user["id"].as_str().unwrap());
    assert_eq!(
        manager.put(&of_manager, &off("chat", false)).await.json["type"],
        "/problems/features_of_representatives"
    );
}
