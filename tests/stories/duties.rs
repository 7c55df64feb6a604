//! What people are given to do, what it says of them, and what happens when it changes.

use domain::user::Role;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

use crate::users::{body, come_in};

/// Follows the newest link that was mailed to an address, and signs in with a login that is another one.
async fn come_in_by(house: &House, address: &str, login: &str) -> Person {
    let path = format!("/v1/activations/{}", house.letter_to(address).await.token());
    assert_eq!(house.visitor().put(&path, &json!({ "password": PASSWORD })).await.status, 204);
    house.sign_in(login).await
}

/// PPL-2. Each of the eight is on or off; nobody but a team manager has any.
#[tokio::test(flavor = "multi_thread")]
async fn the_rights_of_a_team_manager_are_kept_shown_to_all_and_gone_with_the_role() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let all = [
        "manage_representatives",
        "move_representatives",
        "manage_settings",
        "run_reports",
        "review_sessions",
        "monitor_sessions",
        "grant_management_access",
        "manage_monthly_reports",
    ];
    let mut tea = body("tea");
    (tea["role"], tea["rights"]) = (json!("team_manager"), json!(all));
    let path = manager.post("/v1/users", &tea).await.headers["location"].clone();
    let tea = come_in(&house, "tea@house.example").await;
    let rosa = house.staff(&manager, Role::Representative, "rosa").await;
    for rights in [
        &tea.get("/v1/me").await.json,
        &tea.user,
        &rosa.get(&path).await.json,
        &manager.get(&path).await.json,
    ] {
        assert_eq!(rights["rights"], json!(all), "{rights}");
    }
    assert_eq!(
        manager.patch(&path, &json!({ "rights": ["run_reports"] })).await.json["rights"],
        json!(["run_reports"])
    );
    house.advance(60).await;
    assert_eq!(tea.get("/v1/me").await.json["rights"], json!(["run_reports"]), "it needs no new sign-in");
    let refused = manager.patch(&path, &json!({ "role": "representative" })).await;
    assert_eq!(refused.errors(), ["rights: rights_of_team_managers"]);
    let less = json!({ "role": "representative", "rights": [] });
    let changed = manager.patch(&path, &less).await.json;
    assert_eq!(changed["rights"], json!([]));
}

/// PPL-3. Somebody who is both has two logins, and one address to which mail goes.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_who_also_answers_customers_has_two_logins_and_one_address() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let mut also = body("mo.desk");
    also["email"] = json!("MO@house.example");
    assert_eq!(manager.post("/v1/users", &also).await.status, 201);
    let desk = come_in_by(&house, "mo@house.example", "mo.desk@house.example").await;
    assert_eq!(
        (&desk.user["role"], &manager.user["role"]),
        (&json!("representative"), &json!("company_manager"))
    );
    also["login"] = json!("MO.DESK@house.example");
    assert_eq!(manager.post("/v1/users", &also).await.errors(), ["login: login_taken"]);
}

/// PPL-9. Another role, and the end of a user, end every sign-in of theirs and every key within a minute.
#[tokio::test(flavor = "multi_thread")]
async fn who_gets_another_role_or_is_deleted_is_signed_out_everywhere_within_a_minute() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let ada = house.staff(&manager, Role::ApiManager, "ada").await;
    let elsewhere = house.sign_in("ada@house.example").await;
    let program = ada.program(&["customers:read"]).await;
    let path = format!("/v1/users/{}", ada.user["id"].as_str().unwrap());
    let signed_in = async || {
        [
            ada.get("/v1/me").await.status,
            elsewhere.get("/v1/me").await.status,
            program.get("/v1/customers").await.status,
        ]
    };
    assert_eq!(signed_in().await, [200; 3]);
    let role = json!({ "role": "representative", "modules": ["service_desk"] });
    assert_eq!(manager.patch(&path, &role).await.status, 200);
    house.advance(60).await;
    assert_eq!(signed_in().await, [401; 3]);
    let again = house.sign_in("ada@house.example").await;
    assert_eq!(
        (again.get("/v1/customers").await.status, program.get("/v1/customers").await.status),
        (200, 401)
    );
    assert_eq!(manager.delete(&path).await.status, 204);
    house.advance(60).await;
    assert_eq!(again.get("/v1/me").await.status, 401);
}

/// PPL-10. Every answer says to whom it was given: a user, a program, a customer; and nothing to nobody.
#[tokio::test(flavor = "multi_thread")]
async fn every_answer_says_who_is_signed_in_and_with_which_role() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let rosa = house.staff(&manager, Role::Representative, "rosa").await;
    let program = manager.program(&["companies:read"]).await;
    let customer = house.customer(&manager, "ina@example.org").await;
    let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
    for (who, path, status, role) in [
        (&manager, "/v1/companies", 200, "company_manager"),
        (&rosa, "/v1/companies", 200, "representative"),
        (&rosa, "/v1/audit", 403, "representative"),
        (&rosa, "/v1/companies/cmp_0", 404, "representative"),
        (&program, "/v1/companies", 200, "company_manager"),
        (&customer, "/v1/portal/me", 200, "customer"),
    ] {
        let reply = who.get(path).await;
        let told = format!("{}; role={role}", id(&who.user));
        assert_eq!((reply.status, &reply.headers["deskhand-caller"]), (status, &told), "{path}");
    }
    for path in ["/v1/companies", "/health"] {
        assert!(!house.visitor().get(path).await.headers.contains_key("deskhand-caller"));
    }
}
