//! The organisation as a file: written out, compared, applied, here and elsewhere.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::teams::{member, team};

fn steps(reply: &Value) -> Vec<String> {
    let step = |step: &Value| {
        format!(
            "{} {} {}",
            step["action"].as_str().unwrap(),
            step["kind"].as_str().unwrap(),
            step["name"].as_str().unwrap()
        )
    };
    reply["steps"].as_array().unwrap_or_else(|| panic!("{reply}")).iter().map(step).collect()
}

async fn file(person: &Person) -> Value {
    person.get("/v1/organisation").await.json
}

/// Six teams with a portal and features, from a file that names nobody.
fn organisation(name: &str) -> Value {
    let mut teams = vec![];
    for (at, parent) in [(1, None), (2, Some("Team 1")), (3, None), (4, None), (5, Some("Team 4")), (6, None)]
    {
        teams.push(json!({ "name": format!("Team {at}"), "parent": parent, "portal": parent.is_none().then_some("file-help"),
            "features": { "chat": { "value": at % 2 == 0 } } }));
    }
    json!({ "format": 1, "settings": { "name": name, "retention_days": 30 }, "features": { "annotate": { "value": false, "locked": true } },
        "companies": [{ "name": "Northwind", "settings": { "locale": "de" } }],
        "portals": [{ "slug": "file-help", "name": "Help", "company": "Northwind", "subportals": ["Sales", "Repairs"] }], "teams": teams })
}

/// A team of fifty in six teams: the file, then batch entry.
#[tokio::test(flavor = "multi_thread")]
async fn fifty_representatives_in_six_teams_are_set_up_by_file_and_batch_entry() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let wanted = json!({ "file": organisation("Acme") });
    let planned = manager.post("/v1/organisation/plan", &wanted).await;
    assert_eq!((planned.status, steps(&planned.json).len()), (200, 9), "{planned:?}");
    assert_eq!(file(&manager).await["teams"], json!([]), "a plan does nothing");
    let applied = manager.post("/v1/organisation/apply", &wanted).await;
    assert_eq!(steps(&applied.json), steps(&planned.json));
    assert_eq!(steps(&manager.post("/v1/organisation/plan", &wanted).await.json), Vec::<String>::new());
    let line = |at: usize| format!("Rep,{at},rep{at}@house.example,,,Team {}\n", at % 6 + 1);
    let lines: String = (0..50).map(line).collect();
    let batch = json!({ "lines": lines, "company_access": "all", "modules": ["service_desk"] });
    assert_eq!(manager.post("/v1/users/batch", &batch).await.json["counts"], json!({ "ok": 50 }));
    house.quiet().await;
    let all = manager.all("/v1/features/effective").await;
    assert_eq!(all.len(), 50);
    let off = all.iter().filter(|row| row["features"]["chat"]["value"] == false).count();
    assert_eq!(off, 25, "those of the teams 1, 3 and 5");
    assert!(
        all.iter().all(|row| row["portal_id"].is_string() && row["features"]["annotate"]["value"] == false)
    );
}

/// What one account writes out makes another one the same, but for its slugs, which there are once.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_one_account_writes_makes_another_one_the_same() {
    let house = House::start().await;
    let (manager, other) = (house.manager("mo").await, house.manager("bea").await);
    manager.post("/v1/organisation/apply", &json!({ "file": organisation("Acme") })).await;
    let mut written = file(&manager).await;
    let taken = other.post("/v1/organisation/apply", &json!({ "file": written })).await;
    assert_eq!((taken.status, taken.errors()), (422, vec!["slug: slug_taken".to_owned()]), "{taken:?}");
    written["portals"][0]["slug"] = json!("other-help");
    for team in written["teams"].as_array_mut().unwrap() {
        if team["portal"].is_string() {
            team["portal"] = json!("other-help");
        }
    }
    let applied = other.post("/v1/organisation/apply", &json!({ "file": written })).await;
    assert_eq!(applied.status, 200, "what was done before the refusal stays, the rest is done: {applied:?}");
    assert_eq!(file(&other).await, written);
    assert!(!written.to_string().contains("house.example"), "nobody is in it: {written}");
}

/// Deleting is for whoever asks for it; representatives stay (TEA-2).
#[tokio::test(flavor = "multi_thread")]
async fn what_a_file_does_not_name_stays_unless_it_is_pruned() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = team(&manager, "Day", None).await;
    let ann = member(&manager, "ann", Some(&day)).await;
    let mut wanted = file(&manager).await;
    wanted["teams"] = json!([{ "name": "Night" }]);
    let applied = manager.post("/v1/organisation/apply", &json!({ "file": wanted })).await.json;
    assert_eq!(steps(&applied), ["create team Night"]);
    let pruned = manager.post("/v1/organisation/apply", &json!({ "file": wanted, "prune": true })).await.json;
    assert_eq!(steps(&pruned), ["delete team Day"]);
    house.quiet().await;
    assert_eq!(manager.get(&ann).await.json["team_id"], Value::Null);
}

/// API-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_wrong_values_is_refused_as_a_whole() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let before = file(&manager).await;
    let mut wrong = organisation("Acme");
    wrong["settings"]["retention_days"] = json!(91);
    wrong["teams"][1]["parent"] = json!("Noon");
    wrong["portals"][0]["mode"] = json!("phone");
    wrong["portals"][0]["type"] = json!("question");
    let refused = manager.post("/v1/organisation/apply", &json!({ "file": wrong })).await;
    let expected = ["portals.0.type: one_of", "settings.retention_days: out_of_range"];
    assert!(expected.iter().all(|error| refused.errors().contains(&(*error).to_owned())), "{refused:?}");
    assert!(refused.errors().contains(&"teams.1.parent: team_unknown".to_owned()), "{refused:?}");
    assert_eq!(file(&manager).await, before);
    let unknown =
        manager.post("/v1/organisation/plan", &json!({ "file": { "format": 1, "tems": [] } })).await;
    assert_eq!(unknown.errors(), ["file.tems: unknown_field"]);
}
