//! A team has so many logins, and whoever finds them all taken may end an idle one (TEA-3).

use domain::user::UserInput;
use serde_json::{Value, json};
use testkit::{AuthenticatorApp, House, PASSWORD, Person, Reply, whole};

use crate::teams::team;

/// A representative of a team, who has signed out again.
async fn member(house: &House, manager: &Person, name: &str, team: &str) {
    let said = UserInput { team_id: Some(team.parse().unwrap()), ..whole() };
    let person = house.hire(manager, name, said).await;
    assert_eq!(person.delete("/v1/sign-in").await.status, 204);
}

/// A team with this many logins, and representatives in it.
async fn crew(house: &House, manager: &Person, logins: u32, names: &[&str]) -> String {
    let team = team(manager, "Day", None).await;
    for name in names {
        member(house, manager, name, &team).await;
    }
    let limited = manager.patch(&format!("/v1/teams/{team}"), &json!({ "available_logins": logins })).await;
    assert_eq!(limited.status, 200, "{limited:?}");
    team
}

/// Somebody gives login and password.
async fn knock(house: &House, name: &str) -> Reply {
    let login = json!({ "login": format!("{name}@house.example"), "password": PASSWORD });
    house.visitor().post("/v1/sign-in", &login).await
}

/// Somebody who found all taken tries again, and ends this login if there is one to end.
async fn take(house: &House, ticket: &Value, displace: Option<&Value>) -> Reply {
    house.visitor().post("/v1/sign-in/login", &json!({ "ticket": ticket, "displace": displace })).await
}

/// Whoever an answer lets in.
fn entered(house: &House, reply: &Reply) -> Person {
    assert_eq!((reply.status, reply.json["ticket"].is_null()), (200, true), "{reply:?}");
    let mut person = house.visitor();
    person.take_session(reply);
    person
}

/// Who has the logins, and whether each is idle.
fn taken(answer: &Value) -> Vec<(&str, bool)> {
    let taken = answer["taken"].as_array().unwrap_or_else(|| panic!("{answer}"));
    taken.iter().map(|one| (one["first_name"].as_str().unwrap(), one["idle"].as_bool().unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_finds_all_logins_taken_is_told_by_whom_and_may_end_an_idle_one() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let team = crew(&house, &manager, 1, &["ada", "bo"]).await;
    let ada = entered(&house, &knock(&house, "ada").await);
    let full = knock(&house, "bo").await;
    assert!(full.json["access_token"].is_null() && !full.headers.contains_key("set-cookie"), "{full:?}");
    assert_eq!((taken(&full.json), &full.json["available_logins"]), (vec![("ada", false)], &json!(1)));
    let id = &full.json["taken"][0]["user_id"];
    let busy = take(&house, &full.json["ticket"], Some(id)).await;
    assert_eq!(taken(&busy.json), [("ada", false)], "nobody's work is ended under their hands");
    house.advance(36 * 60).await;
    assert_eq!(
        take(&house, &full.json["ticket"], Some(id)).await.status,
        401,
        "a ticket is good for minutes"
    );
    let full = knock(&house, "bo").await;
    assert_eq!(taken(&full.json), [("ada", true)]);
    let bo = entered(&house, &take(&house, &full.json["ticket"], Some(id)).await);
    assert_eq!(bo.user["first_name"], "bo");
    let renewed = ada.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await;
    assert_eq!(renewed.status, 401, "{renewed:?}");
    let manager = house.sign_in("mo@house.example").await;
    assert_eq!(taken(&manager.get(&format!("/v1/teams/{team}/logins")).await.json), [("bo", false)]);
    let told = manager.all("/v1/audit?action=sign_in.displaced").await;
    assert_eq!((told.len(), &told[0]["actor"]["name"]), (1, &json!("bo Staff")), "{told:?}");
    let full = knock(&house, "ada").await;
    assert_eq!(bo.delete("/v1/sign-in").await.status, 204);
    entered(&house, &take(&house, &full.json["ticket"], None).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn logins_are_shared_with_subteams_and_counted_by_person() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let day = crew(&house, &manager, 2, &["ada"]).await;
    let late = team(&manager, "Late", Some(&day)).await;
    for name in ["bo", "cy"] {
        member(&house, &manager, name, &late).await;
    }
    for name in ["ada", "ada", "bo", "ada"] {
        entered(&house, &knock(&house, name).await);
    }
    assert_eq!(taken(&knock(&house, "cy").await.json).len(), 2);
    let of = async |team: &str| manager.get(&format!("/v1/teams/{team}/logins")).await.json;
    assert_eq!((taken(&of(&late).await).len(), &of(&late).await["team_id"]), (2, &json!(day)));
    let own = manager.patch(&format!("/v1/teams/{late}"), &json!({ "available_logins": 1 })).await;
    assert_eq!(own.status, 200);
    entered(&house, &knock(&house, "cy").await);
    assert_eq!(taken(&knock(&house, "bo").await.json), [("cy", false)], "the subteam counts for itself");
    let night = team(&manager, "Night", None).await;
    assert_eq!(of(&night).await, json!({ "team_id": null, "available_logins": null, "taken": [] }));
}

/// Whoever of two comes second is told.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_sign_in_at_once_one_has_the_last_login() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let names = ["ada", "bo", "cy", "di", "eva", "flo"];
    let team = crew(&house, &manager, 2, &names).await;
    let replies = futures::future::join_all(names.iter().map(|name| knock(&house, name))).await;
    let inside = replies.iter().filter(|reply| reply.json["access_token"].is_string()).count();
    assert_eq!(inside, 2, "{replies:?}");
    assert_eq!(taken(&manager.get(&format!("/v1/teams/{team}/logins")).await.json).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_comes_before_the_question_whose_login_to_end() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    crew(&house, &manager, 1, &["ada", "bo"]).await;
    let bo = entered(&house, &knock(&house, "bo").await);
    let (_, codes) = AuthenticatorApp::set_up(&house, &bo).await;
    assert_eq!(bo.delete("/v1/sign-in").await.status, 204);
    entered(&house, &knock(&house, "ada").await);
    let challenge = knock(&house, "bo").await.json["challenge"].clone();
    assert_eq!(take(&house, &challenge, None).await.status, 401, "a step can't be left out");
    let code = json!({ "challenge": challenge, "code": codes[0] });
    let full = house.visitor().post("/v1/sign-in/totp", &code).await;
    assert_eq!(taken(&full.json), [("ada", false)]);
    assert_eq!(
        house
            .visitor()
            .post("/v1/sign-in/totp", &json!({ "challenge": full.json["ticket"], "code": codes[1] }))
            .await
            .status,
        401
    );
}

/// Whoever was signed in before their team counted goes on, and counts from the next access token on.
#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_is_older_than_the_limit_is_counted_as_it_goes_on() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let team = crew(&house, &manager, 2, &["ada", "bo"]).await;
    let path = format!("/v1/teams/{team}");
    manager.patch(&path, &json!({ "available_logins": null })).await;
    let ada = entered(&house, &knock(&house, "ada").await);
    manager.patch(&path, &json!({ "available_logins": 1 })).await;
    let renewed = ada.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await;
    let ada = entered(&house, &renewed);
    assert_eq!(taken(&knock(&house, "bo").await.json), [("ada", false)]);
    let moved = manager
        .put(&format!("/v1/users/{}/team", ada.user["id"].as_str().unwrap()), &json!({ "team_id": null }))
        .await;
    assert_eq!(moved.status, 200, "{moved:?}");
    entered(&house, &knock(&house, "bo").await);
}
