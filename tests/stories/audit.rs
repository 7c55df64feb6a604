//! Who did what.

use serde_json::{Value, json};
use testkit::{House, Person};

async fn log(person: &Person, query: &str) -> Vec<Value> {
    person.all(&format!("/v1/audit?{query}")).await
}

fn actions(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["action"].as_str().unwrap()).collect()
}

/// AUD-1. Who, what, before and after, from where, when: newest first.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_looks_up_who_changed_what_and_from_where() {
    let house = House::start().await;
    let manager =
        house.manager("acme").await.with("user-agent", "A browser").with("x-forwarded-for", "203.0.113.9");
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let path = format!("/v1/companies/{company}");
    manager.patch(&path, &json!({ "name": "Engines & Co" })).await;
    assert_eq!(manager.delete(&path).await.status, 204);
    let entries = log(&manager, &format!("subject={company}")).await;
    assert_eq!(actions(&entries), ["company.deleted", "company.changed", "company.created"]);
    let changed = &entries[1];
    assert_eq!(
        (&changed["before"], &changed["after"]),
        (&json!({ "name": "Engines" }), &json!({ "name": "Engines & Co" })),
        "only what changed"
    );
    assert_eq!(changed["actor"], json!({ "kind": "user", "id": manager.user["id"], "name": "Mo Chief" }));
    assert_eq!(
        changed["origin"],
        json!({ "ip": "127.0.0.1", "user_agent": "A browser" }),
        "the address that the gateway saw, not the one that the asker says"
    );
    let all = log(&manager, "").await;
    for action in ["account.opened", "user.invited", "user.activated", "sign_in.succeeded"] {
        assert!(actions(&all).contains(&action), "{action} in {:?}", actions(&all));
    }
    assert!(!actions(&all).iter().any(|action| action.starts_with("mail.")), "mail on its way is no change");
    assert_eq!(log(&house.manager("other").await, &format!("subject={company}")).await.len(), 0);
}

/// AUD-1. Through the distribution the gateway sees its edge; who asked it says, and only it is believed.
#[tokio::test(flavor = "multi_thread")]
async fn who_comes_through_the_distribution_is_known_by_their_own_address() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("x-deskhand-viewer", "203.0.113.9");
    for (edge, ip) in [(house.edge_key.as_str(), "203.0.113.9"), ("a guess", "127.0.0.1")] {
        let through = manager.with("x-deskhand-edge", edge);
        let made = through.post("/v1/companies", &json!({ "name": format!("From {ip}") })).await;
        let entries = log(&manager, &format!("subject={}", made.id())).await;
        assert_eq!(entries[0]["origin"]["ip"], *ip);
    }
}

/// AUD-1, PPL-16. Keys are in it without their secrets, and so is what programs do by them.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_program_does_is_told_by_key() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let program = manager.program(&["services:write", "imports:write", "audit:read"]).await;
    let (id, key) = (program.user["id"].as_str().unwrap(), program.token.clone().unwrap());
    program.post("/v1/services", &json!({ "name": "Help desk" })).await;
    program.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 1 })).await;
    let by_key = log(&program, &format!("who={id}")).await;
    assert_eq!(actions(&by_key), ["import.requested", "service.created"]);
    assert_eq!(by_key[0]["actor"], json!({ "kind": "key", "id": id, "name": "Program" }));
    assert_eq!(manager.delete(&format!("/v1/api-keys/{id}")).await.status, 204);
    let of_key = manager.get(&format!("/v1/audit?action=api_key.&subject={id}")).await;
    assert_eq!(actions(of_key.json["items"].as_array().unwrap()), ["api_key.revoked", "api_key.created"]);
    assert!(!of_key.text.contains(&key) && !of_key.text.contains("hash"), "{}", of_key.text);
    assert_eq!(log(&manager, &format!("who={id}")).await[0]["actor"]["name"], Value::Null);
}

/// AUD-1, ERA-1. Of customers it keeps which fields changed, and no value that would have to be erased.
#[tokio::test(flavor = "multi_thread")]
async fn of_customers_only_the_names_of_personal_fields_are_kept() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let body = json!({ "first_name": "Marker", "last_name": "Marker", "email": "marker@example.org", "notes": "Marker" });
    let path = format!("/v1/customers/{}", manager.post("/v1/customers", &body).await.id());
    let change = json!({ "fax": "Marker", "first_name": "", "services": [{ "service_id": service }] });
    assert_eq!(manager.patch(&path, &change).await.status, 200);
    assert_eq!(manager.delete(&path).await.status, 204);
    let told = manager.get("/v1/audit?action=customer").await;
    assert!(!told.text.to_lowercase().contains("marker"), "{}", told.text);
    let changed = &told.json["items"][1];
    assert_eq!(changed["personal"], json!(["first_name", "fax"]));
    assert_eq!(changed["after"]["services"][0]["service_id"], json!(service));
}

/// AUD-1. Any range of time, however quiet, in pages.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_reaches_over_quiet_months_and_can_be_cut_to_a_range() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let name = async |name: &str| {
        let manager = house.sign_in("acme@house.example").await;
        assert_eq!(manager.post("/v1/companies", &json!({ "name": name })).await.status, 201);
    };
    name("first").await;
    house.advance(70 * 24 * 3600).await;
    name("second").await;
    house.advance(24 * 3600).await;
    for third in 0..3 {
        name(&format!("third {third}")).await;
    }
    let manager = house.sign_in(manager.user["login"].as_str().unwrap()).await;
    let names = |entries: &[Value]| {
        entries.iter().map(|entry| entry["after"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = log(&manager, "action=company").await;
    assert_eq!(names(&all), ["third 2", "third 1", "third 0", "second", "first"]);
    assert_eq!(log(&manager, "action=company&limit=2").await, all, "page by page");
    let at = |entry: usize| all[entry]["at"].as_str().unwrap();
    let (from, to) = (at(3), at(1));
    assert_eq!(
        names(&log(&manager, &format!("action=company&from={from}&to={to}")).await),
        ["third 0", "second"]
    );
    assert_eq!(log(&manager, &format!("from={to}&to={from}")).await.len(), 0);
    let refused = manager.get("/v1/audit?from=yesterday&to=2026&who=me").await;
    assert_eq!(refused.errors(), ["from: wrong_type", "to: wrong_type", "who: wrong_type"]);
}

/// AUD-1. As a file, the same; a spreadsheet runs nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_a_file_to_take_away() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("user-agent", "=cmd|'/c calc'!A1");
    manager.post("/v1/companies", &json!({ "name": "Engines, \"Ltd.\"" })).await;
    let entries = log(&manager, "action=company").await;
    let file = manager.get("/v1/audit.csv?action=company").await;
    assert_eq!((file.status, file.headers["content-type"].as_str()), (200, "text/csv; charset=utf-8"));
    assert!(file.headers["content-disposition"].contains("audit.csv") && !file.headers.contains_key("link"));
    let mut lines = file.text.trim_start_matches('\u{feff}').split("\r\n");
    assert_eq!(
        lines.next(),
        Some("at,action,actor_kind,actor_id,actor_name,subject,before,after,personal,ip,user_agent,id")
    );
    let line = lines.next().unwrap();
    assert!(line.starts_with(entries[0]["at"].as_str().unwrap()) && line.contains("Mo Chief"), "{line}");
    assert!(line.contains("'=cmd") && !line.contains(",=cmd"), "{line}");
    assert_eq!(manager.get("/v1/audit.csv?from=x").await.errors(), ["from: wrong_type"]);
}
