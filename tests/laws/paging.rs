//! Each list pages.

use domain::user::UserInput;
use serde_json::Value;
use testkit::{House, whole};

use crate::{
    interface::{Things, endpoints},
    problems::is_german_problem,
};

/// API-2.
#[tokio::test(flavor = "multi_thread")]
async fn every_list_takes_a_limit_of_1_to_100_and_refuses_a_broken_cursor() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let things = Things::of(&manager).await;
    let mut lists = 0;
    for endpoint in endpoints().iter().filter(|endpoint| endpoint.method == "GET" && endpoint.signed_in) {
        let path = endpoint.at(things.id_or_none(endpoint));
        if manager.get(&path).await.json["items"] == Value::Null {
            continue;
        }
        lists += 1;
        let pages =
            endpoint.parameters.iter().filter(|name| ["limit", "cursor"].contains(&name.as_str())).count();
        assert_eq!(pages, 2, "{} does not page", endpoint.name());
        for limit in ["1", "100"] {
            let page = manager.get(&format!("{path}?limit={limit}")).await;
            assert!(
                page.status == 200 && page.json["items"].as_array().unwrap().len() <= limit.parse().unwrap(),
                "{page:?}"
            );
        }
        for (query, wrong) in [
            ("limit=0", "limit: out_of_range"),
            ("limit=101", "limit: out_of_range"),
            ("limit=-1", "limit: out_of_range"),
            ("limit=abc", "limit: out_of_range"),
            ("limit=", "limit: out_of_range"),
            ("cursor=", "cursor: cursor_invalid"),
            ("cursor=abc", "cursor: cursor_invalid"),
            ("cursor=%2F%00", "cursor: cursor_invalid"),
        ] {
            let refused = manager.get(&format!("{path}?{query}")).await;
            is_german_problem(&refused, 422, "invalid", &format!("{} {query}", endpoint.name()));
            assert_eq!(refused.errors(), [wrong], "{} {query}", endpoint.name());
        }
    }
    assert!(lists >= 6, "{lists} lists");
}

/// API-2. Pages of one thing each, put together, are the list.
#[tokio::test(flavor = "multi_thread")]
async fn every_list_tells_each_thing_once_page_by_page() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let things = Things::of(&manager).await;
    let company = manager.post("/v1/companies", &serde_json::json!({ "name": "Of devices" })).await.id();
    let serving = serde_json::json!({ "name": "Serving", "portal_id": things.portal() });
    let team = manager.post("/v1/teams", &serving).await.id();
    for name in ["a", "b", "c"] {
        let body =
            serde_json::json!({ "name": name, "last_name": name, "email": format!("{name}@example.org") });
        let only = |fields: &[&str]| {
            fields.iter().map(|field| ((*field).to_owned(), body[field].clone())).collect::<Value>()
        };
        manager.post("/v1/companies", &only(&["name"])).await;
        manager.post("/v1/services", &only(&["name"])).await;
        manager.post("/v1/teams", &only(&["name"])).await;
        manager.post("/v1/contacts", &only(&["name"])).await;
        let device = serde_json::json!({ "name": name, "company_id": company });
        manager.post("/v1/devices", &device).await;
        manager.post("/v1/customers", &only(&["last_name", "email"])).await;
        let user = serde_json::json!({ "first_name": name, "last_name": name, "login": format!("{name}@users.example"), "company_access": "all", "modules": ["service_desk"] });
        manager.post("/v1/users", &user).await;
        manager.post("/v1/exports", &serde_json::json!({})).await;
        let change = serde_json::json!({ "all": true, "portal_access": "none" });
        manager.post("/v1/customers/access", &change).await;
        manager.post("/v1/imports", &serde_json::json!({ "file_name": name, "size": 1 })).await;
        manager.program(&["customers:read"]).await;
        let domain = serde_json::json!({ "domain": format!("{name}.example") });
        manager.post("/v1/denylist", &domain).await;
        let gone = serde_json::json!({ "last_name": name, "email": format!("{name}@gone.example") });
        manager.delete(&format!("/v1/customers/{}", manager.post("/v1/customers", &gone).await.id())).await;
        Things::merge(&manager).await;
        manager.post("/v1/teams", &only(&["name"])).await;
        let slug = format!("paged-{name}");
        manager.post("/v1/portals", &serde_json::json!({ "slug": slug, "name": name })).await;
        let query = serde_json::json!({ "name": name, "email": "q@example.org", "question": name });
        manager.post(&format!("/p/{slug}/queries"), &query).await;
        house
            .hire(&manager, &format!("serves.{name}"), UserInput { team_id: team.parse().ok(), ..whole() })
            .await;
        house.sign_in("acme@house.example").await;
    }
    house.quiet().await;
    for endpoint in
        endpoints().iter().filter(|endpoint| endpoint.parameters.iter().any(|name| name == "limit"))
    {
        let path = endpoint.at(things.id_or_none(endpoint));
        let whole = manager.all(&path).await;
        assert!(whole.len() >= 3, "{}", endpoint.name());
        let (mut items, mut cursor) = (vec![], String::new());
        while items.len() <= whole.len() {
            let page = manager.get(&format!("{path}?limit=1{cursor}")).await.json;
            items.extend(page["items"].as_array().unwrap().clone());
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(items, whole, "{}", endpoint.name());
    }
}
