//! What is asked for by and about staff: users, seats, their own sign-ins and second factors.

use domain::user::{SeatKind, Seats, UserInput};
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, whole};
use totp_rs::{Algorithm, Secret, TOTP};

use super::Asked;
use crate::everything::NEW;

/// All of it, in an order in which it can be asked for. Codes come first: they are good for a moment only.
pub(super) async fn asked(house: &House) -> Vec<Asked> {
    let chief = house.manager("chief").await;
    let [ria, bo] = [user(&chief, "ria").await, user(&chief, "bo").await];
    let team = format!("/v1/teams/{}", chief.post("/v1/teams", &json!({ "name": "Day" })).await.id());
    let link = format!("/v1/activations/{}", house.letter_to("ria@staff.example").await.token());
    chief.patch("/v1/seats/service_desk", &json!({ "named": 2, "shared": 1 })).await;
    house.advance(61).await;
    let own = own(house, &chief).await;
    let file =
        json!({ "file": { "format": 1, "settings": { "name": "chief" }, "teams": [{ "name": "Filed" }] } });
    let mut asked = second_factor(house, &chief).await;
    asked.extend(own);
    let visitor = house.visitor();
    let ask = |method, path: &str, body: Value| Asked::new(&chief, method, path, body);
    asked.extend([
        Asked::new(&visitor, "GET", &link, Value::Null),
        Asked::new(&visitor, "PUT", &link, json!({ "password": PASSWORD })),
        ask("POST", &format!("{bo}/invitation"), json!({})),
        ask("GET", "/v1/users", Value::Null),
        ask("POST", "/v1/teams", json!({ "name": "Late" })),
        ask("GET", "/v1/teams", Value::Null),
        ask("GET", &team, Value::Null),
        ask("PATCH", &team, json!({ "message": "Hello" })),
        ask("PUT", &format!("{ria}/team"), json!({ "team_id": team.rsplit('/').next() })),
        ask("GET", "/v1/features", Value::Null),
        ask("PUT", "/v1/features", json!({ "chat": { "value": false } })),
        ask("PUT", &format!("{team}/features"), json!({ "chat": { "value": false } })),
        ask("GET", "/v1/features/effective", Value::Null),
        ask("PUT", &format!("{ria}/features"), json!({ "chat": { "value": false } })),
        ask("GET", &format!("{ria}/features"), Value::Null),
        ask("POST", &format!("{team}/copy"), json!({ "team_ids": [team.rsplit('/').next()], "parts": ["message"] })),
        ask("DELETE", &team, Value::Null),
        ask("GET", "/v1/organisation", Value::Null),
        ask("POST", "/v1/organisation/plan", file.clone()),
        ask("POST", "/v1/organisation/apply", file),
        ask("POST", "/v1/users", body("kay")),
        ask("POST", "/v1/users/batch", json!({ "lines": "Pia,Day,pia@staff.example", "company_access": "all", "modules": ["service_desk"] })),
        ask("GET", &ria, Value::Null),
        ask("PATCH", &ria, json!({ "custom": "4711" })),
        ask("DELETE", &bo, Value::Null),
        ask("GET", "/v1/seats", Value::Null),
        ask("GET", "/v1/seats/service_desk", Value::Null),
        ask("PATCH", "/v1/seats/service_desk", json!({ "named": 5 })),
        ask("GET", "/v1/seats/service_desk/use", Value::Null),
        Asked::new(&visitor, "GET", "/v1/accounts", Value::Null),
        Asked::new(&visitor, "POST", "/v1/accounts", opening()),
    ]);
    asked
}

/// Somebody finds the only login of their team taken, and ends it.
pub(super) async fn crowded(house: &House) -> Vec<Asked> {
    let manager = house.manager("crowd").await;
    let limited = json!({ "name": "Crowded", "available_logins": 1 });
    let team = manager.post("/v1/teams", &limited).await.id();
    let said = || UserInput { team_id: Some(team.parse().unwrap()), ..whole() };
    let lou = house.hire(&manager, "lou", said()).await;
    manager.patch(&format!("/v1/teams/{team}"), &json!({ "available_logins": null })).await;
    house.hire(&manager, "lea", said()).await.delete("/v1/sign-in").await;
    manager.patch(&format!("/v1/teams/{team}"), &json!({ "available_logins": 1 })).await;
    house.advance(36 * 60).await;
    let login = json!({ "login": "lea@house.example", "password": PASSWORD });
    let full = house.visitor().post("/v1/sign-in", &login).await.json;
    let taking = json!({ "ticket": full["ticket"], "displace": lou.user["id"] });
    let manager = house.sign_in("crowd@house.example").await;
    vec![
        Asked::new(&house.visitor(), "POST", "/v1/sign-in/login", taking),
        Asked::new(&manager, "GET", &format!("/v1/teams/{team}/logins"), Value::Null),
    ]
}

fn opening() -> Value {
    json!({ "name": "Next", "login": "next@house.example", "first_name": "N", "last_name": "Next", "time_zone": "Europe/Berlin" })
}

fn body(name: &str) -> Value {
    json!({ "first_name": name, "last_name": "Day", "login": format!("{name}@staff.example"), "company_access": "all", "modules": ["service_desk"] })
}

/// Invites somebody; their path.
async fn user(manager: &Person, name: &str) -> String {
    format!("/v1/users/{}", manager.post("/v1/users", &body(name)).await.id())
}

/// Somebody asks for a second factor, another switches it on, and a third one signs in with it and switches it off.
async fn second_factor(house: &House, manager: &Person) -> Vec<Asked> {
    let [pat, kim, lee] = [
        house.hire(manager, "pat", whole()).await,
        house.hire(manager, "kim", whole()).await,
        house.hire(manager, "lee", whole()).await,
    ];
    let wish = json!({ "present_password": PASSWORD });
    let code = async |who: &Person| {
        let asked = who.post("/v1/me/totp", &wish).await;
        let secret = Secret::Encoded(asked.json["secret"].as_str().unwrap().into()).to_bytes().unwrap();
        let app = TOTP::new_unchecked(Algorithm::SHA1, 6, 0, 30, secret);
        json!({ "code": app.generate(house.running.clock.now().as_second().unsigned_abs()) })
    };
    let on = lee.put("/v1/me/totp", &code(&lee).await).await.json["recovery_codes"].clone();
    let login = json!({ "login": "lee@house.example", "password": PASSWORD });
    let challenge = house.visitor().post("/v1/sign-in", &login).await.json["challenge"].clone();
    vec![
        Asked::new(&kim, "PUT", "/v1/me/totp", code(&kim).await),
        Asked::new(&pat, "POST", "/v1/me/totp", wish.clone()),
        Asked::new(
            &house.visitor(),
            "POST",
            "/v1/sign-in/totp",
            json!({ "challenge": challenge, "code": on[0] }),
        ),
        Asked::new(&lee, "DELETE", "/v1/me/totp", json!({ "code": on[1] })),
    ]
}

/// Somebody with a seat, their sign-ins and passwords.
async fn own(house: &House, manager: &Person) -> Vec<Asked> {
    let seats = Seats { service_desk: Some(SeatKind::Shared), ..Seats::default() };
    let sia = house.hire(manager, "sia", UserInput { seats, ..whole() }).await;
    house.hire(manager, "una", whole()).await;
    let other = house.sign_in("sia@house.example").await;
    let items = other.get("/v1/me/sign-ins").await.json["items"].clone();
    let ended = items.as_array().unwrap().iter().find(|item| item["current"] == true).unwrap()["id"].clone();
    house.visitor().post("/v1/password-resets", &json!({ "login": "una@house.example" })).await;
    let reset = format!("/v1/password-resets/{}", house.letter_to("una@house.example").await.token());
    let ask = |method, path: &str, body: Value| Asked::new(&sia, method, path, body);
    vec![
        ask("PUT", "/v1/me/seats/service_desk", json!({})),
        ask("DELETE", "/v1/me/seats/service_desk", Value::Null),
        ask("DELETE", &format!("/v1/me/sign-ins/{}", ended.as_str().unwrap()), Value::Null),
        Asked::new(&sia.with("x-deskhand", "1"), "POST", "/v1/sign-in/refresh", json!({})),
        ask("PUT", "/v1/me/password", json!({ "present_password": PASSWORD, "password": NEW })),
        Asked::new(&house.visitor(), "PUT", &reset, json!({ "password": NEW })),
    ]
}
