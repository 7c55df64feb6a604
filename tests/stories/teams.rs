//! Teams and subteams: who is in them, who manages them, and what becomes of people when they go (TEA-1, TEA-2, PPL-1, PPL-13).

use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

use crate::users::{body, come_in};

/// Adds a team; its id.
pub(crate) async fn team(manager: &Person, name: &str, parent: Option<&str>) -> String {
    let reply = manager.post("/v1/teams", &json!({ "name": name, "parent_id": parent })).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.id()
}

/// Adds a representative to a team; where they are.
pub(crate) async fn member(manager: &Person, name: &str, team: Option<&str>) -> String {
    let mut body = body(name);
    body["team_id"] = json!(team);
    let reply = manager.post("/v1/users", &body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.headers["location"].clone()
}

/// Adds a team manager with these rights for these teams, who comes in.
pub(crate) async fn team_manager(
    house: &House,
    manager: &Person,
    (name, teams): (&str, &[&str]),
    rights: &[&str],
) -> Person {
    let mut said = body(name);
    (said["role"], said["team_ids"], said["rights"]) = (json!("team_manager"), json!(teams), json!(rights));
    let reply = manager.post("/v1/users", &said).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    come_in(house, &format!("{name}@house.example")).await
}

fn names(reply: &Value) -> Vec<&str> {
    reply["items"].as_array().unwrap().iter().map(|team| team["name"].as_str().unwrap()).collect()
}

/// TEA-1. A subteam has what its team says, until it says something itself.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_is_added_changed_and_seen_with_what_holds_for_its_representatives() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let policy = json!({ "min_length": 12, "max_age_days": null });
    let day =
        json!({ "name": "Day shift", "available_logins": 5, "password_policy": policy, "message": "Hello" });
    let day = manager.post("/v1/teams", &day).await;
    assert_eq!((day.status, &day.json["effective"]["available_logins"]), (201, &json!(5)), "{day:?}");
    let late = team(&manager, "Late", Some(&day.id())).await;
    let path = format!("/v1/teams/{late}");
    let seen = manager.get(&path).await;
    assert_eq!(seen.json["effective"], day.json["effective"]);
    assert_eq!(seen.json["available_logins"], Value::Null);
    let changed = manager.patch(&path, &json!({ "available_logins": 2, "message": "Handover at six" })).await;
    assert_eq!(changed.json["effective"]["available_logins"], 2);
    assert_eq!(changed.json["effective"]["password_policy"], policy);
    assert_eq!(names(&manager.get("/v1/teams").await.json), ["Day shift", "Late"]);
    let first = manager.get("/v1/teams?limit=1").await.json;
    let rest = format!("/v1/teams?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let rest = manager.get(&rest).await.json;
    assert_eq!((names(&first), names(&rest)), (vec!["Day shift"], vec!["Late"]));
    assert_eq!(rest["next_cursor"], Value::Null);
}

/// TEA-1. A name is taken whatever its case and accents, and free again afterwards; every wrong field is named.
#[tokio::test(flavor = "multi_thread")]
async fn two_teams_are_not_called_the_same_and_wrong_fields_are_all_named() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Día", None).await;
    let again = manager.post("/v1/teams", &json!({ "name": " dia " })).await;
    assert_eq!((again.status, again.errors()), (422, vec!["name: name_taken".to_owned()]));
    let wrong =
        json!({ "name": "", "parent_id": "tea_00000000000000000000000000000000", "available_logins": 0 });
    let told = manager.post("/v1/teams", &wrong).await.errors();
    assert_eq!(told, ["available_logins: out_of_range", "name: required", "parent_id: team_unknown"]);
    assert_eq!(manager.patch(&format!("/v1/teams/{day}"), &json!({ "name": "Night" })).await.status, 200);
    assert_eq!(manager.post("/v1/teams", &json!({ "name": "dia" })).await.status, 201);
}

/// TEA-2. Whoever was in it stays, in no team; whoever managed it manages one less; told twice, done once.
#[tokio::test(flavor = "multi_thread")]
async fn who_was_in_a_deleted_team_stays_and_is_in_none() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let late = team(&manager, "Late", Some(&day)).await;
    let tea = team_manager(&house, &manager, ("tea", &[&day, &night]), &[]).await;
    let (ann, bob) = (member(&manager, "ann", Some(&day)).await, member(&manager, "bob", Some(&night)).await);
    let refused = manager.delete(&format!("/v1/teams/{day}")).await;
    assert_eq!(
        (refused.status, refused.json["type"].as_str()),
        (409, Some("/problems/in_use")),
        "{refused:?}"
    );
    assert_eq!(manager.delete(&format!("/v1/teams/{late}")).await.status, 204);
    assert_eq!(manager.delete(&format!("/v1/teams/{day}")).await.status, 204);
    house.quiet().await;
    assert_eq!(manager.get(&ann).await.json["team_id"], Value::Null);
    assert_eq!(manager.get(&bob).await.json["team_id"], json!(night));
    let me = tea.get("/v1/me").await.json;
    assert_eq!(me["team_ids"], json!([night]));
    assert_eq!(manager.get(&format!("/v1/teams/{day}")).await.status, 404);
    let refused = manager.put(&format!("{ann}/team"), &json!({ "team_id": day })).await;
    assert_eq!(refused.errors(), ["team_id: team_unknown"]);
}

/// PPL-1. A team includes its subteams; the rest of the account's teams and their people are not there to be managed.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_has_their_teams_and_subteams_before_them_and_nothing_else() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let late = team(&manager, "Late", Some(&day)).await;
    let rights = ["manage_representatives", "manage_settings"];
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &rights).await;
    assert_eq!(names(&tea.get("/v1/teams").await.json), ["Day", "Late"]);
    assert_eq!(tea.get(&format!("/v1/teams/{night}")).await.status, 404);
    let (inside, outside) =
        (member(&manager, "ann", Some(&late)).await, member(&manager, "bob", Some(&night)).await);
    let note = json!({ "custom": "Speaks Welsh" });
    assert_eq!(tea.patch(&inside, &note).await.status, 200);
    assert_eq!(tea.patch(&outside, &note).await.status, 404);
    assert_eq!(tea.delete(&outside).await.status, 404);
    assert_eq!(tea.post(&format!("{outside}/invitation"), &json!({})).await.status, 404);
    assert_eq!(tea.patch(&format!("/v1/teams/{late}"), &json!({ "message": "Hi" })).await.status, 200);
    let refused = tea.patch(&format!("/v1/teams/{late}"), &json!({ "name": "Later" })).await;
    assert_eq!(refused.errors(), ["name: company_managers_alone"]);
    assert_eq!(tea.patch(&format!("/v1/teams/{night}"), &json!({ "message": "Hi" })).await.status, 404);
    assert_eq!(tea.post("/v1/teams", &json!({ "name": "Mine" })).await.status, 403);
    let mut new = body("cy");
    new["team_id"] = json!(night);
    assert_eq!(tea.post("/v1/users", &new).await.errors(), ["team_id: team_not_yours"]);
    (new["team_id"], new["role"]) = (json!(null), json!("company_manager"));
    assert_eq!(tea.post("/v1/users", &new).await.errors(), ["role: representatives_alone"]);
    (new["team_id"], new["role"]) = (json!(day), json!("representative"));
    assert_eq!(tea.post("/v1/users", &new).await.status, 201);
}

/// PPL-2. Without a right, what it allows is refused.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_without_the_right_is_refused() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &["run_reports"]).await;
    let ann = member(&manager, "ann", Some(&day)).await;
    assert_eq!(tea.patch(&ann, &json!({ "custom": "x" })).await.status, 403);
    assert_eq!(tea.put(&format!("{ann}/team"), &json!({ "team_id": day })).await.status, 403);
    assert_eq!(tea.patch(&format!("/v1/teams/{day}"), &json!({ "message": "x" })).await.status, 403);
    assert_eq!(tea.put(&format!("/v1/teams/{day}/features"), &json!({})).await.status, 403);
}

/// PPL-13.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_moves_representatives_only_between_teams_that_they_manage_both() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let (late, lunch) = (team(&manager, "Late", Some(&day)).await, team(&manager, "Lunch", None).await);
    let tea = team_manager(&house, &manager, ("tea", &[&day, &lunch]), &["move_representatives"]).await;
    let ann = member(&manager, "ann", Some(&day)).await;
    let to = |person: &Person, team: Value| {
        let (person, path) = (person.clone(), format!("{ann}/team"));
        async move { person.put(&path, &json!({ "team_id": team })).await }
    };
    for team in [&late, &lunch, &day] {
        let moved = to(&tea, json!(team)).await;
        assert_eq!((moved.status, &moved.json["team_id"]), (200, &json!(team)), "{moved:?}");
    }
    assert_eq!(to(&tea, json!(night)).await.errors(), ["team_id: team_not_yours"]);
    assert_eq!(to(&tea, Value::Null).await.errors(), ["team_id: team_not_yours"]);
    assert_eq!(to(&manager, json!(night)).await.status, 200);
    assert_eq!(to(&tea, json!(day)).await.status, 404, "she is in a team that is not theirs");
    house.quiet().await;
    let of_night = manager.get(&format!("/v1/users?team_id={night}")).await.json;
    assert_eq!(of_night["items"][0]["login"], "ann@house.example");
    assert_eq!(manager.get(&format!("/v1/users?team_id={day}")).await.json["items"], json!([]));
    let managers = manager.get(&format!("/v1/users?manages_team_id={day}")).await.json;
    assert_eq!(managers["items"][0]["login"], "tea@house.example");
}

/// PPL-12. Lines name teams, whatever the case; a team manager's lines go to their own.
#[tokio::test(flavor = "multi_thread")]
async fn batch_entry_puts_representatives_into_the_teams_that_lines_name() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (day, night) = (team(&manager, "Day", None).await, team(&manager, "Night", None).await);
    let tea = team_manager(&house, &manager, ("tea", &[&day]), &["manage_representatives"]).await;
    let lines = "Ada,L,ada@house.example,,,DAY\nBo,L,bo@house.example,,,Noon\nCy,L,cy@house.example,,,Night\nDi,L,di@house.example";
    let batch = json!({ "lines": lines, "company_access": "all", "modules": ["service_desk"] });
    let verdicts = |reply: &Value| -> Vec<String> {
        let line = |line: &Value| line["verdict"].as_str().unwrap().to_owned();
        reply["items"].as_array().unwrap().iter().map(line).collect()
    };
    let tried = manager.post("/v1/users/batch?dry_run=true", &batch).await.json;
    assert_eq!(verdicts(&tried), ["ok", "team_unknown", "ok", "ok"]);
    let theirs = tea.post("/v1/users/batch", &batch).await.json;
    assert_eq!(verdicts(&theirs), ["ok", "team_unknown", "invalid", "invalid"]);
    let rest = manager.post("/v1/users/batch", &batch).await.json;
    assert_eq!(verdicts(&rest), ["duplicate", "team_unknown", "ok", "ok"]);
    house.quiet().await;
    let of_night = manager.get(&format!("/v1/users?team_id={night}")).await.json;
    assert_eq!(of_night["items"][0]["login"], "cy@house.example");
}

/// AUD-1. Who moved whom, from where and to where.
#[tokio::test(flavor = "multi_thread")]
async fn teams_and_moves_are_in_the_audit_log() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let ann = member(&manager, "ann", None).await;
    manager.put(&format!("{ann}/team"), &json!({ "team_id": day })).await;
    manager.patch(&format!("/v1/teams/{day}"), &json!({ "message": "Hello" })).await;
    house.quiet().await;
    let log = manager.get("/v1/audit").await.json;
    let entry = |name: &str| {
        let found = log["items"].as_array().unwrap().iter().find(|entry| entry["action"] == name);
        found.unwrap_or_else(|| panic!("{name} in {log}")).clone()
    };
    assert_eq!(entry("user.moved")["after"]["team_id"], json!(day));
    assert_eq!(entry("team.changed")["after"]["message"], "Hello");
    assert_eq!(entry("team.created")["after"]["name"], "Day");
}

/// PPL-6, TEA-1. A team asks for more characters than all do, wherever somebody sets a password.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_asks_for_longer_passwords_wherever_one_is_set() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = json!({ "name": "Day", "password_policy": { "min_length": 20 } });
    let day = manager.post("/v1/teams", &day).await.id();
    let late = team(&manager, "Late", Some(&day)).await;
    member(&manager, "ann", Some(&late)).await;
    let link = format!("/v1/activations/{}", house.letter_to("ann@house.example").await.token());
    let (short, long) = (json!({ "password": PASSWORD }), json!({ "password": "Twenty-one mountains!" }));
    let visitor = house.visitor();
    assert_eq!(visitor.put(&link, &short).await.errors(), ["password: password_short"]);
    assert_eq!(visitor.put(&link, &long).await.status, 204);
    let ann = house.sign_in_with("ann@house.example", "Twenty-one mountains!").await;
    let change = json!({ "present_password": "Twenty-one mountains!", "password": PASSWORD });
    assert_eq!(ann.put("/v1/me/password", &change).await.errors(), ["password: password_short"]);
    visitor.post("/v1/password-resets", &json!({ "login": "ann@house.example" })).await;
    house.quiet().await;
    let link = format!("/v1/password-resets/{}", house.letter_to("ann@house.example").await.token());
    assert_eq!(visitor.put(&link, &short).await.errors(), ["password: password_short"]);
}

/// PPL-6, TEA-1. A password that is too old opens nothing any more; a link to set a new one comes by mail, only to whoever knew it.
#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_older_than_the_team_allows_is_to_be_set_anew() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = json!({ "name": "Day", "password_policy": { "max_age_days": 30 } });
    let day = manager.post("/v1/teams", &day).await.id();
    member(&manager, "ann", Some(&day)).await;
    come_in(&house, "ann@house.example").await;
    house.advance(29 * 24 * 3600).await;
    house.sign_in("ann@house.example").await;
    house.advance(24 * 3600 + 1).await;
    let visitor = house.visitor();
    let enter = |password: &str| {
        let (visitor, body) =
            (visitor.clone(), json!({ "login": "ann@house.example", "password": password }));
        async move { visitor.post("/v1/sign-in", &body).await }
    };
    assert_eq!(enter("Wrong-horse-1").await.status, 401);
    assert_eq!(enter(PASSWORD).await.problem(), "password_expired");
    house.quiet().await;
    let link = format!("/v1/password-resets/{}", house.letter_to("ann@house.example").await.token());
    assert_eq!(visitor.put(&link, &json!({ "password": "Loud-mountain-8" })).await.status, 204);
    assert_eq!(enter("Loud-mountain-8").await.status, 200);
}
