//! Devices that report, and those that report no longer.

use serde_json::{Value, json};
use testkit::{House, Person, Reply};

/// A device of a new company: its path, and itself with its key.
async fn device(house: &House, manager: &Person, name: &str) -> (String, Person) {
    let company = manager.post("/v1/companies", &json!({ "name": format!("Of {name}") })).await.id();
    let added = manager.post("/v1/devices", &json!({ "company_id": company, "name": name })).await;
    (format!("/v1/devices/{}", added.id()), itself(house, &added))
}

fn itself(house: &House, added: &Reply) -> Person {
    let mut device = house.visitor();
    device.token = added.json["key"].as_str().map(str::to_owned);
    device
}

async fn report(device: &Person, path: &str) -> u16 {
    device.post(&format!("{path}/reports"), &Value::Null).await.status
}

async fn told(manager: &Person) -> Vec<String> {
    let events = manager.all("/v1/audit").await;
    let names = events.iter().map(|event| event["action"].as_str().unwrap().to_owned());
    let mut told: Vec<String> = names.filter(|name| name.ends_with("line")).collect();
    told.reverse();
    told
}

/// DEV-1. One outage is told once, however often anybody looks; reports in between tell nothing.
#[tokio::test(flavor = "multi_thread")]
async fn an_outage_is_told_once_and_so_is_its_end() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (path, till) = device(&house, &manager, "Till").await;
    for _ in 0..3 {
        assert_eq!(report(&till, &path).await, 204);
        house.advance(100).await;
        house.strike("WatchDevices").await;
    }
    assert_eq!(told(&manager).await, ["device.came_online"]);
    assert_eq!(manager.get(&path).await.json["online"], true);
    house.advance(201).await;
    assert_eq!(manager.get(&path).await.json["online"], false, "by the clock, before anybody looks");
    for _ in 0..2 {
        house.strike("WatchDevices").await;
        house.advance(60).await;
    }
    assert_eq!(told(&manager).await, ["device.came_online", "device.went_offline"]);
    let offline = manager.all("/v1/devices?online=false").await;
    assert_eq!(offline.len(), 1);
    for _ in 0..2 {
        assert_eq!(report(&till, &path).await, 204);
    }
    assert_eq!(told(&manager).await, ["device.came_online", "device.went_offline", "device.came_online"]);
    assert_eq!(manager.all("/v1/devices?online=true").await.len(), 1);
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// DEV-1. A report of a device that is online is one write of one unit, and no event.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_costs_one_small_write() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (path, till) = device(&house, &manager, "Till").await;
    report(&till, &path).await;
    house.quiet().await;
    house.running.forget_calls();
    assert_eq!(report(&till, &path).await, 204);
    let calls = house.running.calls();
    let operations = &calls["ReportDevice"].operations;
    assert_eq!(operations.len(), 1, "{operations:?}");
    let update = operations.values().next().unwrap();
    assert_eq!((update.count, update.units), (1, 1.0), "{operations:?}");
}

/// DEV-1. A key opens its own device's reports, and nothing else.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_opens_the_reports_of_its_device_alone() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (path, till) = device(&house, &manager, "Till").await;
    let (other, _) = device(&house, &manager, "Kiosk").await;
    let stranger = house.manager("other").await;
    let (theirs, _) = device(&house, &stranger, "Secret").await;
    assert_eq!((report(&till, &other).await, report(&till, &theirs).await), (404, 404));
    for person in [&manager, &house.visitor(), &manager.program(&["devices:write"]).await] {
        assert_eq!(report(person, &path).await, 401);
    }
    for path in [&path, "/v1/devices", "/v1/me", "/v1/contacts"] {
        assert_eq!(till.get(path).await.status, 401, "{path}");
    }
    let renewed = manager.post(&format!("{path}/key"), &json!({})).await;
    assert_eq!((renewed.status, report(&till, &path).await), (201, 401));
    let till = itself(&house, &renewed);
    assert_eq!(report(&till, &path).await, 204);
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!(report(&till, &path).await, 401);
    house.advance(600).await;
    house.strike("WatchDevices").await;
    assert_eq!(told(&manager).await, ["device.came_online"], "nobody misses what is gone");
}

/// DEV-1. Another key changes nothing of whether a device is online; its outage is told all the same.
#[tokio::test(flavor = "multi_thread")]
async fn a_device_stays_online_with_another_key() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let (path, till) = device(&house, &manager, "Till").await;
    report(&till, &path).await;
    let renewed = manager.post(&format!("{path}/key"), &json!({})).await;
    assert_eq!(renewed.json["online"], true);
    house.advance(301).await;
    house.strike("WatchDevices").await;
    assert_eq!(told(&manager).await, ["device.came_online", "device.went_offline"]);
}

/// DEV-1. Those online first, then the others by their last report, then those that never made one.
#[tokio::test(flavor = "multi_thread")]
async fn the_list_sorts_by_last_report() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    device(&house, &manager, "Never").await;
    for name in ["First", "Second", "Now"] {
        let (path, itself) = device(&house, &manager, name).await;
        report(&itself, &path).await;
        house.advance(200).await;
        house.strike("WatchDevices").await;
    }
    house.advance(60).await;
    house.strike("WatchDevices").await;
    let items = manager.all("/v1/devices?sort=last_seen").await;
    let names: Vec<_> = items.iter().map(|item| item["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Now", "Second", "First", "Never"]);
}
