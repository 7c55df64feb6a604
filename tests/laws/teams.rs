//! The part of the day in which teams come and go, and features are set, see `everything.rs`.

use domain::user::{Right, Role, UserInput};
use serde_json::{Value, json};
use testkit::{AuthenticatorApp, House, PASSWORD, Person, whole};

use crate::everything::{NEW, keyed, post};

/// Lives it, first as a company manager and then as the manager of a team.
pub(crate) async fn happen(house: &House, manager: &Person) {
    let chief = house.sign_in("day@house.example").await;
    let day = keyed(manager, "/v1/teams", (json!({ "name": "Day" }), json!({}))).await;
    let late = post(manager, "/v1/teams", json!({ "name": "Late", "parent_id": day })).await;
    let (team, late) = (format!("/v1/teams/{day}"), format!("/v1/teams/{late}"));
    let body = |name: &str, more: Value| {
        let mut body = json!({ "first_name": name, "last_name": "Team", "login": format!("{name}@team.example"), "company_access": "all",
            "modules": ["service_desk"] });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let (team_ids, rights) = ([day.parse().unwrap()].into(), Right::ALL.into());
    let tea = UserInput { role: Role::TeamManager, team_ids, rights, ..whole() };
    let tea = house.hire(manager, "tea", tea).await;
    let ann = post(manager, "/v1/users", body("ann", json!({ "team_id": day }))).await;
    let ann = format!("/v1/users/{ann}");
    for person in [&chief, &tea] {
        for list in ["/v1/teams", "/v1/features/effective"] {
            person.all(list).await;
        }
        let looks = [
            &team,
            "/v1/features",
            &format!("{ann}/features"),
            &format!("/v1/features/effective?team_id={day}"),
        ];
        for path in looks {
            assert_eq!(person.get(path).await.status, 200, "{path}");
        }
        changes(person, (&team, &late, &ann)).await;
        assert_eq!(person.put(&format!("{ann}/team"), &json!({ "team_id": day })).await.status, 200);
    }
    for filter in ["team_id", "manages_team_id"] {
        manager.all(&format!("/v1/users?{filter}={day}")).await;
    }
    ends(house, manager, &tea, (&team, &late, &ann)).await;
    passwords(house, manager).await;
    as_a_file(manager).await;
}

/// Somebody in a team sets a password, changes it, and sets another by mail: the team may ask for more.
async fn passwords(house: &House, manager: &Person) {
    let team = post(manager, "/v1/teams", json!({ "name": "Careful" })).await;
    let login = "cam@team.example";
    let cam = json!({ "first_name": "Cam", "last_name": "Team", "login": login, "company_access": "all", "modules": ["service_desk"], "team_id": team });
    post(manager, "/v1/users", cam).await;
    let link = format!("/v1/activations/{}", house.letter_to(login).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let cam = house.sign_in(login).await;
    let change = json!({ "present_password": PASSWORD, "password": NEW });
    assert_eq!(cam.put("/v1/me/password", &change).await.status, 204);
    house.quiet().await;
    post(&house.visitor(), "/v1/password-resets", json!({ "login": login })).await;
    house.quiet().await;
    let link = format!("/v1/password-resets/{}", house.letter_to(login).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    assert_eq!(manager.delete(&format!("/v1/teams/{team}")).await.status, 204);
    house.quiet().await;
}

/// Three share the one login of their team, one of them with a second factor.
pub(crate) async fn logins(house: &House) {
    let manager = &house.manager("crowd").await;
    let team = post(manager, "/v1/teams", json!({ "name": "Crowded" })).await;
    let said = || UserInput { team_id: Some(team.parse().unwrap()), ..whole() };
    let (lea, _) = (house.hire(manager, "lea", said()).await, house.hire(manager, "lou", said()).await);
    let (_, codes) = AuthenticatorApp::set_up(house, &lea).await;
    assert_eq!(lea.delete("/v1/sign-in").await.status, 204);
    let path = format!("/v1/teams/{team}");
    assert_eq!(manager.patch(&path, &json!({ "available_logins": 1 })).await.status, 200);
    let first = |name: &str| json!({ "login": format!("{name}@house.example"), "password": PASSWORD });
    let ask = async |path: &str, body: Value| house.visitor().post(path, &body).await.json;
    let challenge = ask("/v1/sign-in", first("lea")).await["challenge"].clone();
    let lea = ask("/v1/sign-in/totp", json!({ "challenge": challenge, "code": codes[0] })).await;
    assert!(lea["access_token"].is_string(), "{lea}");
    for _ in 0..5 {
        ask("/v1/sign-in", json!({ "login": "lou@house.example", "password": "wrong" })).await;
    }
    house.advance(36 * 60).await;
    let full = ask("/v1/sign-in", first("lou")).await;
    let taking = json!({ "ticket": full["ticket"], "displace": full["taken"][0]["user_id"] });
    let lou = ask("/v1/sign-in/login", taking).await;
    assert!(lou["access_token"].is_string(), "{lou}");
    let chief = house.sign_in("crowd@house.example").await;
    assert_eq!(chief.get(&format!("{path}/logins")).await.json["taken"][0]["first_name"], "lou");
    assert_eq!(chief.patch(&path, &json!({ "available_logins": null })).await.status, 200);
    let lou = house.sign_in("lou@house.example").await;
    assert_eq!(chief.patch(&path, &json!({ "available_logins": 1 })).await.status, 200);
    assert_eq!(lou.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await.status, 200);
    house.sign_in("lou@house.example").await;
    assert_eq!(chief.delete(&path).await.status, 204);
    house.quiet().await;
}

/// The organisation gets a bit of everything by a file, loses it by another, and is as it was.
async fn as_a_file(manager: &Person) {
    let before = manager.get("/v1/organisation").await.json;
    let mut more = before.clone();
    more["settings"]["retention_days"] = json!(80);
    let add = |list: &mut Value, thing: Value| list.as_array_mut().unwrap().push(thing);
    add(&mut more["companies"], json!({ "name": "Filed", "settings": { "locale": "de" } }));
    add(&mut more["portals"], json!({ "slug": "filed-help", "name": "Filed", "company": "Filed" }));
    add(&mut more["teams"], json!({ "name": "Filed", "portal": "filed-help" }));
    add(&mut more["teams"], json!({ "name": "Filed late", "parent": "Filed" }));
    let mut less = before.clone();
    add(&mut less["companies"], json!({ "name": "Filed" }));
    let wrong = json!({ "file": { "format": 1 } });
    for what in ["plan", "apply"] {
        keyed(manager, &format!("/v1/organisation/{what}"), (json!({ "file": more }), wrong.clone())).await;
    }
    for file in [more, less] {
        post(manager, "/v1/organisation/apply", json!({ "file": file, "prune": true })).await;
    }
}

async fn changes(person: &Person, (team, late, ann): (&str, &str, &str)) {
    let says = json!({ "chat": { "value": false } });
    for try_first in ["?dry_run=true", ""] {
        for path in [format!("{team}/features"), format!("{ann}/features")] {
            assert_eq!(person.put(&format!("{path}{try_first}"), &says).await.status, 200, "{path}");
        }
    }
    for path in [format!("{team}/features"), format!("{ann}/features")] {
        assert_eq!(person.put(&path, &json!({})).await.status, 200);
    }
    assert_eq!(person.patch(team, &json!({ "message": person.user["id"] })).await.status, 200);
    assert_eq!(
        person.put(&format!("{ann}/team"), &json!({ "team_id": late.rsplit('/').next() })).await.status,
        200
    );
}

async fn ends(house: &House, manager: &Person, tea: &Person, (team, late, ann): (&str, &str, &str)) {
    for path in ["/v1/features?dry_run=true", "/v1/features"] {
        assert_eq!(manager.put(path, &json!({ "annotate": { "value": false } })).await.status, 200);
    }
    assert_eq!(manager.patch(team, &json!({ "name": "Early" })).await.status, 200);
    let same = json!({ "team_ids": [late.rsplit('/').next()], "parts": ["message", "features"] });
    keyed(manager, &format!("{team}/copy"), (same, json!({}))).await;
    for parent in [Value::Null, json!(team.rsplit('/').next())] {
        assert_eq!(manager.patch(late, &json!({ "parent_id": parent })).await.status, 200);
    }
    house.advance(61).await;
    assert_eq!(tea.post(&format!("{ann}/invitation"), &json!({})).await.status, 202);
    let team_id = team.rsplit('/').next().unwrap();
    let lines = json!({ "lines": "Bo,Team,bo@team.example,,,Early", "company_access": "all", "modules": ["service_desk"] });
    assert_eq!(tea.post("/v1/users/batch", &lines).await.json["counts"]["ok"], 1);
    for team_id in [late.rsplit('/').next(), Some(team_id)] {
        assert_eq!(tea.patch(ann, &json!({ "team_id": team_id })).await.status, 200);
    }
    let gone =
        manager.get(&format!("/v1/users?team_id={team_id}&text=bo")).await.json["items"][0]["id"].clone();
    assert_eq!(tea.delete(&format!("/v1/users/{}", gone.as_str().unwrap())).await.status, 204);
    for team in [late, team] {
        assert_eq!(manager.delete(team).await.status, 204);
    }
    house.quiet().await;
    assert_eq!(manager.get(ann).await.json["team_id"], Value::Null);
}
