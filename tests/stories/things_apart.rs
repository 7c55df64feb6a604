//! What people see of contacts and devices of companies to which they have no access: nothing.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::users::{body, come_in};

async fn names(person: &Person, list: &str) -> Vec<String> {
    let items = person.all(list).await;
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

async fn made(manager: &Person, list: &str, body: Value) -> String {
    format!("{list}/{}", manager.post(list, &body).await.id())
}

/// PPL-4, CON-1, DEV-1.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_access_to_one_company_sees_neither_contacts_nor_devices_of_another() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let [own, other] = [
        manager.post("/v1/companies", &json!({ "name": "Own" })).await.id(),
        manager.post("/v1/companies", &json!({ "name": "Other" })).await.id(),
    ];
    let mut rosa = body("rosa");
    rosa["company_access"] = json!([own]);
    manager.post("/v1/users", &rosa).await;
    let mut till = vec![];
    let mut contacts = vec![];
    for (company, name) in [(&own, "Near"), (&other, "Far")] {
        till.push(made(&manager, "/v1/devices", json!({ "name": name, "company_id": company })).await);
        contacts
            .push(made(&manager, "/v1/contacts", json!({ "name": name, "company_access": [company] })).await);
        let mut user = body(&format!("of.{name}"));
        user["company_access"] = json!([company]);
        manager.post("/v1/users", &user).await;
    }
    made(&manager, "/v1/contacts", json!({ "name": "Nearly all" })).await;
    let rosa = come_in(&house, "rosa@house.example").await;
    let seen = ["Mo Chief", "Near", "Nearly all", "of.Near Lind", "rosa Lind"];
    assert_eq!(names(&rosa, "/v1/contacts").await, seen);
    assert_eq!(names(&rosa, "/v1/contacts?text=far").await, [""; 0]);
    for query in ["", "?sort=last_seen", "?text=", "?online=false", &format!("?company_id={own}")] {
        assert_eq!(names(&rosa, &format!("/v1/devices{query}")).await, ["Near"], "{query}");
    }
    for query in ["?text=far", &format!("?company_id={other}")] {
        assert_eq!(names(&rosa, &format!("/v1/devices{query}")).await, [""; 0], "{query}");
    }
    let status = async |path: &str| rosa.get(path).await.status;
    assert_eq!((status(&till[0]).await, status(&till[1]).await), (200, 404));
    assert_eq!((status(&contacts[0]).await, status(&contacts[1]).await), (200, 404));
}
