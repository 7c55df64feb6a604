//! The inventory of devices.

use serde_json::{Value, json};
use testkit::{House, Person};

async fn company(manager: &Person, name: &str) -> String {
    manager.post("/v1/companies", &json!({ "name": name })).await.id()
}

async fn device(manager: &Person, company: &str, name: &str) -> Value {
    let group = if name.starts_with("Till") { "Tills" } else { "" };
    let body =
        json!({ "company_id": company, "name": name, "hostname": format!("h-{name}"), "group": group });
    let added = manager.post("/v1/devices", &body).await;
    assert_eq!(added.status, 201, "{added:?}");
    added.json
}

async fn names(person: &Person, query: &str) -> Vec<String> {
    let items = person.all(&format!("/v1/devices{query}")).await;
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// DEV-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_adds_changes_and_deletes_devices() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (here, there) = (company(&manager, "Here").await, company(&manager, "There").await);
    let added = device(&manager, &here, "Till 3").await;
    let path = format!("/v1/devices/{}", added["id"].as_str().unwrap());
    let key = added["key"].as_str().unwrap();
    assert!(key.starts_with("dhd_") && key.starts_with(added["key_prefix"].as_str().unwrap()));
    let shown = manager.get(&path).await;
    assert!(!shown.text.contains(key), "the key is shown once");
    assert_eq!((&shown.json["online"], &shown.json["seen_at"]), (&json!(false), &Value::Null));
    let changed = manager.patch(&path, &json!({ "os": "Debian 13", "company_id": there })).await;
    assert_eq!((changed.status, &changed.json["company_id"]), (200, &json!(there)));
    let unknown = "cmp_01a1ffe7e37771e3b9ffc1e5b66eeefe";
    for (body, wrong) in [
        (json!({}), vec!["company_id: required", "name: required"]),
        (json!({ "name": "A", "company_id": unknown }), vec!["company_id: company_unknown"]),
        (json!({ "name": "A", "company_id": here, "notes": "x".repeat(4001) }), vec!["notes: too_long"]),
    ] {
        assert_eq!(manager.post("/v1/devices", &body).await.errors(), wrong);
    }
    assert_eq!(
        manager.patch(&path, &json!({ "company_id": unknown })).await.errors(),
        ["company_id: company_unknown"]
    );
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!((manager.get(&path).await.status, manager.delete(&path).await.status), (404, 404));
}

/// DEV-1.
#[tokio::test(flavor = "multi_thread")]
async fn lists_filter_by_company_group_and_text() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (here, there) = (company(&manager, "Here").await, company(&manager, "There").await);
    for (company, name) in [(&here, "Till 1"), (&there, "Till 2"), (&here, "Kiosk"), (&here, "Ångström")] {
        device(&manager, company, name).await;
    }
    assert_eq!(names(&manager, "").await, ["Ångström", "Kiosk", "Till 1", "Till 2"]);
    assert_eq!(names(&manager, &format!("?company_id={here}")).await, ["Ångström", "Kiosk", "Till 1"]);
    assert_eq!(names(&manager, "?group=Tills").await, ["Till 1", "Till 2"]);
    assert_eq!(names(&manager, &format!("?group=Tills&company_id={there}")).await, ["Till 2"]);
    assert_eq!(names(&manager, "?text=till").await, ["Till 1", "Till 2"]);
    assert_eq!(names(&manager, "?text=H-K").await, ["Kiosk"]);
    assert_eq!(names(&manager, &format!("?text=till&company_id={here}")).await, ["Till 1"]);
    assert_eq!(names(&manager, "?online=true").await, [""; 0]);
    let refused = manager.get("/v1/devices?online=maybe&company_id=x&sort=size").await;
    assert_eq!(refused.errors(), ["company_id: company_unknown", "online: wrong_type", "sort: wrong_type"]);
    for name in ["h", "hh"] {
        let body = json!({ "company_id": here, "name": name, "hostname": format!("h-{name}") });
        manager.post("/v1/devices", &body).await;
    }
    let found = names(&manager, "?text=h").await;
    assert_eq!(
        (found.len(), &found[..2]),
        (6, ["h".to_owned(), "hh".to_owned()].as_slice()),
        "each once: {found:?}"
    );
}

/// DEV-1, COM-1.
#[tokio::test(flavor = "multi_thread")]
async fn devices_are_moved_by_choice_or_filter_and_a_company_with_devices_stays() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (here, there) = (company(&manager, "Here").await, company(&manager, "There").await);
    let mut ids = vec![];
    for name in ["Till 1", "Till 2", "Kiosk"] {
        ids.push(device(&manager, &here, name).await["id"].clone());
    }
    let go = async |body: Value| manager.post("/v1/devices/move", &body).await;
    let filter = json!({ "group": "Tills" });
    let dry = go(json!({ "company_id": there, "filter": filter, "dry_run": true })).await;
    assert_eq!(dry.json, json!({ "moved": 2, "more": false }));
    assert_eq!(names(&manager, &format!("?company_id={there}")).await, [""; 0], "nothing has moved");
    assert_eq!(go(json!({ "company_id": there, "filter": filter })).await.json["moved"], 2);
    assert_eq!(go(json!({ "company_id": there, "filter": filter })).await.json["moved"], 0, "they are there");
    let refused = manager.delete(&format!("/v1/companies/{here}")).await;
    assert_eq!((refused.status, refused.problem().as_str()), (409, "in_use"));
    assert!(refused.json["detail"].as_str().unwrap().contains("devices"), "{refused:?}");
    assert_eq!(go(json!({ "company_id": there, "device_ids": [ids[2], ids[2]] })).await.json["moved"], 1);
    assert_eq!(names(&manager, &format!("?company_id={there}")).await, ["Kiosk", "Till 1", "Till 2"]);
    assert_eq!(manager.delete(&format!("/v1/companies/{here}")).await.status, 204);
    assert_eq!(
        go(json!({ "company_id": here, "device_ids": ids })).await.errors(),
        ["company_id: company_unknown"]
    );
    assert_eq!(go(json!({})).await.errors(), ["company_id: required", "device_ids: devices_or_filter"]);
    let stranger = house.manager("other").await;
    let theirs = device(&stranger, &company(&stranger, "Theirs").await, "Secret").await["id"].clone();
    let stolen = go(json!({ "company_id": there, "device_ids": [theirs] })).await;
    assert_eq!(stolen.errors(), ["device_ids.0: device_unknown"]);
    let many = go(json!({ "company_id": there, "device_ids": vec![&ids[0]; 101] })).await;
    assert_eq!(many.errors(), ["device_ids: too_many"]);
}

/// DEV-1. A filter moves a hundred at a time, and says that there are more.
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_lets_many_through_moves_a_hundred_at_a_time() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (here, there) = (company(&manager, "Here").await, company(&manager, "There").await);
    for number in 0..103 {
        device(&manager, &here, &format!("Till {number}")).await;
    }
    let body = json!({ "company_id": there, "filter": { "company_id": here } });
    for expected in [json!({ "moved": 100, "more": true }), json!({ "moved": 3, "more": false })] {
        let moved = manager.post("/v1/devices/move", &body).await;
        assert_eq!((moved.status, moved.json), (200, expected));
    }
    assert_eq!(names(&manager, &format!("?company_id={there}")).await.len(), 103);
}
