//! A manager becomes a representative of one company: what they had a hand in is no longer theirs to see.

use domain::user::Role;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use testkit::{House, Person, Table};

/// A second manager and the path of their user, in an account with the companies North and South.
async fn two(house: &House) -> (Person, Person, [String; 2]) {
    let manager = house.manager("mo").await;
    let [north, south] = [
        manager.post("/v1/companies", &json!({ "name": "North" })).await.id(),
        manager.post("/v1/companies", &json!({ "name": "South" })).await.id(),
    ];
    let second = house.staff(&manager, Role::CompanyManager, "second").await;
    (manager, second, [north, south])
}

async fn demote(house: &House, manager: &Person, second: &Person, company: &str) -> Person {
    let path = format!("/v1/users/{}", second.user["id"].as_str().unwrap());
    let less = json!({ "role": "representative", "company_access": [company], "modules": ["service_desk"] });
    let changed = manager.patch(&path, &less).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    house.advance(60).await;
    assert_eq!(second.get("/v1/me").await.status, 401, "another role ends every sign-in (PPL-9)");
    house.sign_in("second@house.example").await
}

/// PPL-4, CUS-7, IMP-1, AUD-1. Of exports (under way and done), previews, mass changes and the log there is nothing left within a
/// minute; no link to a file lives longer than that.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_no_manager_any_more_loses_exports_previews_and_the_log_within_a_minute() {
    let house = House::start().await;
    let (manager, second, [north, _]) = two(&house).await;
    let preview = second.preview(Table::people("new", 3)).await;
    let import = format!("/v1/imports/{}", preview["id"].as_str().unwrap());
    let change =
        second.ask_for("/v1/customers/access", &json!({ "all": true, "portal_access": "none" })).await;
    let done = second.ask_for("/v1/exports", &json!({})).await;
    let link = second.watch(&done, &["done"]).await["download"].clone();
    let until: Timestamp = link["expires_at"].as_str().unwrap().parse().unwrap();
    assert!(until.duration_since(house.running.clock.now()) <= SignedDuration::from_secs(60), "{link}");
    let under_way = second.ask_for("/v1/exports", &json!({})).await;
    let second = demote(&house, &manager, &second, &north).await;
    for closed in [
        "/v1/exports",
        &done,
        &under_way,
        "/v1/imports",
        &import,
        &format!("{import}/rows"),
        &format!("{import}/rejected.csv"),
        "/v1/customers/access",
        &change,
        &format!("{change}/skipped.csv"),
        "/v1/audit",
        "/v1/audit.csv",
        "/v1/erasures",
        "/v1/denylist",
        "/v1/api-keys",
    ] {
        let refused = second.get(closed).await;
        assert_eq!((refused.status, refused.problem().as_str()), (403, "forbidden"), "{closed}");
    }
    manager.watch(&under_way, &["done"]).await;
}

/// API-2, PPL-4. A request that is sent again with its key is not answered as when they had the right.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_lost_a_right_is_not_told_again_what_they_were_told_when_they_had_it() {
    let house = House::start().await;
    let (manager, second, [north, south]) = two(&house).await;
    let asked = json!({ "last_name": "Sam", "email": "sam@example.org", "company_id": south });
    let made = second.with("idempotency-key", "sam").post("/v1/customers", &asked).await;
    assert_eq!(made.status, 201, "{made:?}");
    let again = second.with("idempotency-key", "sam").post("/v1/customers", &asked).await;
    assert_eq!((again.status, again.text), (201, made.text));
    let second = demote(&house, &manager, &second, &north).await;
    let refused = second.with("idempotency-key", "sam").post("/v1/customers", &asked).await;
    assert_eq!((refused.status, refused.problem().as_str()), (403, "forbidden"));
    assert_eq!(manager.all("/v1/customers").await.len(), 1);
}

/// PPL-4. A list that was begun with more companies goes on with fewer.
#[tokio::test(flavor = "multi_thread")]
async fn pages_behind_a_cursor_hold_nothing_of_a_company_that_is_lost_meanwhile() {
    let house = House::start().await;
    let (manager, _, [north, south]) = two(&house).await;
    for (name, company) in [("Aa", &south), ("Bb", &north), ("Cc", &south), ("Dd", &north)] {
        let body =
            json!({ "last_name": name, "email": format!("{name}@example.org"), "company_id": company });
        assert_eq!(manager.post("/v1/customers", &body).await.status, 201);
    }
    let rosa = house.staff(&manager, Role::Representative, "rosa").await;
    let path = format!("/v1/users/{}", rosa.user["id"].as_str().unwrap());
    let moved = async |companies: Value| {
        let changed = manager.patch(&path, &json!({ "company_access": companies })).await;
        assert_eq!(changed.status, 200, "{changed:?}");
        house.advance(60).await;
    };
    moved(json!([north, south])).await;
    let first = rosa.get("/v1/customers?limit=1").await.json;
    assert_eq!(first["items"][0]["last_name"], "Aa");
    moved(json!([north])).await;
    let next = format!("/v1/customers?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let (mut names, mut next) = (vec![], Some(next));
    while let Some(path) = next {
        let page = rosa.get(&path).await.json;
        names.extend(page["items"].as_array().unwrap().iter().map(|item| item["last_name"].clone()));
        next = page["next_cursor"].as_str().map(|cursor| format!("/v1/customers?limit=1&cursor={cursor}"));
    }
    assert_eq!(names, ["Bb", "Dd"]);
}
