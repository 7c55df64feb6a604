//! Two companies become one: a misspelt one, say, that an import has made.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::users::body;

/// Asks for a merge; its path.
pub(crate) async fn merge(manager: &Person, from: &str, into: &str) -> String {
    let asked = manager.post(&format!("/v1/companies/{into}/merge"), &json!({ "company_id": from })).await;
    assert_eq!(asked.status, 202, "{asked:?}");
    format!("/v1/companies/merges/{}", asked.id())
}

/// Whoever was writing when it began is through by now.
pub(crate) async fn done(house: &House, manager: &Person, path: &str) -> Value {
    house.advance(36).await;
    let done = manager.watch(path, &["done"]).await;
    house.quiet().await;
    done
}

pub(crate) async fn company(manager: &Person, name: &str) -> String {
    manager.post("/v1/companies", &json!({ "name": name })).await.id()
}

/// Adds a customer of a company, with portal access or without.
pub(crate) async fn customer(manager: &Person, name: &str, company: &str, more: &Value) -> String {
    let mut body =
        json!({ "last_name": name, "email": format!("{name}@example.org"), "company_id": company });
    body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    let added = manager.post("/v1/customers", &body).await;
    assert_eq!(added.status, 201, "{added:?}");
    added.id()
}

pub(crate) async fn user(manager: &Person, name: &str, companies: Value) -> String {
    let mut user = body(name);
    user["company_access"] = companies;
    let added = manager.post("/v1/users", &user).await;
    assert_eq!(added.status, 201, "{added:?}");
    added.headers["location"].clone()
}

/// COM-1. What will move is told first; then everything follows, and nothing is left of the other company.
#[tokio::test(flavor = "multi_thread")]
async fn a_misspelt_company_is_merged_into_the_right_one_after_a_look_at_what_would_move() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right, other) = (
        company(&manager, "Engnies").await,
        company(&manager, "Engines").await,
        company(&manager, "Looms").await,
    );
    let service = |name: &str, ids: &[&String]| json!({ "name": name, "company_ids": ids });
    let desk = manager.post("/v1/services", &service("Desk", &[&wrong])).await.id();
    let both = manager.post("/v1/services", &service("Both", &[&wrong, &right])).await.id();
    let level = json!({ "portal_access": "standard", "services": [{ "service_id": desk }] });
    let ada = customer(&manager, "ada", &wrong, &level).await;
    customer(&manager, "alan", &wrong, &json!({ "portal_access": "company_admin" })).await;
    customer(&manager, "grace", &right, &json!({})).await;
    for (name, company) in [("Till", &wrong), ("Kiosk", &wrong), ("TILL", &right)] {
        manager.post("/v1/devices", &json!({ "name": name, "company_id": company })).await;
    }
    let ria = user(&manager, "ria", json!([wrong, other])).await;
    let bea = user(&manager, "bea", json!([right])).await;
    let night = json!({ "name": "Night", "company_access": [wrong] });
    let night = format!("/v1/contacts/{}", manager.post("/v1/contacts", &night).await.id());
    manager.patch(&format!("/v1/companies/{wrong}/settings"), &json!({ "retention_days": 30 })).await;
    house.quiet().await;

    let path = format!("/v1/companies/{right}/merge");
    let before = manager.all("/v1/customers").await;
    let preview = manager.post(&format!("{path}?dry_run=true"), &json!({ "company_id": wrong })).await;
    assert_eq!(
        (preview.status, &preview.json["moves"]),
        (200, &json!({ "customers": 2, "devices": 2, "users": 1, "contacts": 1, "services": 2 }))
    );
    assert_eq!(preview.json["users_who_see_more"], 2);
    assert_eq!(preview.json["services_for_both"], json!(["Desk"]));
    assert_eq!(preview.json["equal_device_names"], json!({ "devices": 1, "first": ["Till"] }));
    assert_eq!(preview.json["settings_lost"], json!(["retention_days"]));
    assert_eq!(manager.all("/v1/customers").await, before, "a look changes nothing");

    let merge = merge(&manager, &wrong, &right).await;
    let done = done(&house, &manager, &merge).await;
    assert_eq!(done["moved"], preview.json["moves"]);
    assert_eq!(done["progress"], json!({ "done": 8, "total": 8 }));
    assert_eq!((&done["from"]["name"], &done["into"]["name"]), (&json!("Engnies"), &json!("Engines")));
    for list in ["customers", "devices"] {
        let of = async |company: &str| manager.all(&format!("/v1/{list}?company_id={company}")).await.len();
        assert_eq!((of(&wrong).await, of(&right).await), (0, 3), "{list}");
    }
    let mut access = manager.get(&ria).await.json["company_access"].as_array().unwrap().clone();
    access.sort_by_key(ToString::to_string);
    assert_eq!(access, [json!(right), json!(other)]);
    assert_eq!(manager.get(&bea).await.json["company_access"], json!([right]));
    assert_eq!(manager.get(&night).await.json["company_access"], json!([right]));
    for id in [desk, both] {
        let service = manager.get(&format!("/v1/services/{id}")).await.json;
        assert_eq!(service["company_ids"], json!([right]));
    }
    let ada = manager.get(&format!("/v1/customers/{ada}")).await.json;
    assert_eq!((&ada["company"]["id"], &ada["portal_access"]), (&json!(right), &json!("standard")));
    assert_eq!(manager.get(&format!("/v1/companies/{wrong}")).await.status, 404);
    let stays = manager.get(&format!("/v1/companies/{right}")).await.json;
    assert_eq!((&stays["merge"], &stays["customers"]), (&Value::Null, &json!(3)));
    assert_eq!(
        manager.post("/v1/companies", &json!({ "name": "engnies" })).await.status,
        201,
        "the name is free"
    );
    let told = manager.all("/v1/audit?action=company").await;
    let actions: Vec<_> = told.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    for action in ["company.merged", "company_merge.customers_moved", "company_merge.devices_moved"] {
        assert_eq!(actions.iter().filter(|told| **told == action).count(), 1, "{action} in {actions:?}");
    }
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// COM-1. A company is in one merge at a time, and stays as long.
#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_be_merged_is_refused_and_of_two_merges_that_meet_one_is() {
    let house = House::start().await;
    let (manager, stranger) = (house.manager_reading("mo", "de").await, house.manager("other").await);
    let (one, two, three) =
        (company(&manager, "One").await, company(&manager, "Two").await, company(&manager, "Three").await);
    let theirs = company(&stranger, "Theirs").await;
    let ask = async |from: &Value, into: &str| {
        manager.post(&format!("/v1/companies/{into}/merge"), &json!({ "company_id": from })).await
    };
    for (from, error) in
        [(json!(null), "required"), (json!(one), "same_company"), (json!(theirs), "company_unknown")]
    {
        assert_eq!(ask(&from, &one).await.errors(), [format!("company_id: {error}")]);
    }
    assert_eq!(ask(&json!(one), &theirs).await.status, 404);
    let path = merge(&manager, &one, &two).await;
    for (from, into) in [(&one, &three), (&two, &one), (&three, &two), (&two, &three), (&one, &two)] {
        assert_eq!(ask(&json!(from), into).await.problem(), "company_merging", "{from} into {into}");
    }
    for company in [&one, &two] {
        let refused = manager.delete(&format!("/v1/companies/{company}")).await;
        assert_eq!((refused.status, refused.problem().as_str()), (409, "company_merging"));
    }
    let shown = manager.get(&format!("/v1/companies/{one}")).await.json;
    assert_eq!(shown["merge"]["into"], json!(two));
    done(&house, &manager, &path).await;
    let path = merge(&manager, &two, &three).await;
    done(&house, &manager, &path).await;
    let left = manager.all("/v1/companies").await;
    assert_eq!((left.len(), left[0]["id"].as_str()), (1, Some(three.as_str())));
    assert_eq!(manager.all("/v1/companies/merges").await.len(), 2);
    assert_eq!(stranger.all("/v1/companies/merges").await.len(), 0);
    assert_eq!(stranger.get(&path).await.status, 404);
}

/// COM-1. Whoever would put something into a company that goes is told; what is in it can be changed all the same.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_new_comes_to_a_company_that_goes_and_what_is_in_it_can_be_changed() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (wrong, right) = (company(&manager, "Engnies").await, company(&manager, "Engines").await);
    let ada = format!("/v1/customers/{}", customer(&manager, "ada", &wrong, &json!({})).await);
    let eve = format!("/v1/customers/{}", customer(&manager, "eve", &right, &json!({})).await);
    let till = manager.post("/v1/devices", &json!({ "name": "Till", "company_id": right })).await.id();
    let ria = user(&manager, "ria", json!([wrong])).await;
    let path = merge(&manager, &wrong, &right).await;
    let of = json!({ "last_name": "New", "email": "new@example.org", "company_id": wrong, "name": "New" });
    let only =
        |fields: &[&str]| fields.iter().map(|field| ((*field).to_owned(), of[*field].clone())).collect();
    let customer: Value = only(&["last_name", "email", "company_id"]);
    let device: Value = only(&["name", "company_id"]);
    let mut bea = body("bea");
    bea["company_access"] = json!([wrong]);
    let refused = [
        manager.post("/v1/customers", &customer).await,
        manager.patch(&eve, &json!({ "company_id": wrong })).await,
        manager.post("/v1/devices", &device).await,
        manager.patch(&format!("/v1/devices/{till}"), &json!({ "company_id": wrong })).await,
        manager.post("/v1/devices/move", &json!({ "company_id": wrong, "device_ids": [till] })).await,
        manager.post("/v1/users", &bea).await,
        manager.post("/v1/contacts", &json!({ "name": "Night", "company_access": [wrong] })).await,
        manager.post("/v1/services", &json!({ "name": "Desk", "company_ids": [wrong] })).await,
    ];
    for refused in refused {
        let errors = refused.errors();
        assert!(errors.len() == 1 && errors[0].ends_with(": company_merging"), "{refused:?}");
    }
    assert_eq!(manager.patch(&ada, &json!({ "job_title": "Countess" })).await.status, 200);
    assert_eq!(manager.patch(&ria, &json!({ "custom": "4711" })).await.status, 200);
    let renamed = manager.patch(&format!("/v1/companies/{wrong}"), &json!({ "name": "Engnies (old)" })).await;
    assert_eq!(renamed.status, 200);
    done(&house, &manager, &path).await;
    let ada = manager.get(&ada).await.json;
    assert_eq!((&ada["company"]["id"], &ada["job_title"]), (&json!(right), &json!("Countess")));
    let ria = manager.get(&ria).await.json;
    assert_eq!((&ria["company_access"], &ria["custom"]), (&json!([right]), &json!("4711")));
    assert_eq!(company(&manager, "Engnies (old)").await.len(), 36);
}
