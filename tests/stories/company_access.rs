//! What a representative of one company sees of another: nothing.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::users::{body, come_in};

async fn names(person: &Person, list: &str) -> Vec<String> {
    let name = |item: &Value| item["last_name"].as_str().or(item["name"].as_str()).unwrap().to_owned();
    person.all(list).await.iter().map(name).collect()
}

/// PPL-4. In every list, search and by id; and a company that is taken from somebody is gone within a minute.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_access_to_some_companies_sees_nothing_of_the_others() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let company = async |name: &str| manager.post("/v1/companies", &json!({ "name": name })).await.id();
    let (north, south, west) = (company("North").await, company("South").await, company("West").await);
    let customer = async |name: &str, company: &str| {
        let customer = json!({ "first_name": "Kim", "last_name": name, "email": format!("{name}@example.org"), "company_id": company });
        manager.post("/v1/customers", &customer).await.id()
    };
    let (nora, sam) = (customer("Nora", &north).await, customer("Sam", &south).await);
    customer("Wes", &west).await;
    manager.post("/v1/customers", &json!({ "last_name": "Nobody", "email": "nobody@example.org" })).await;
    for (name, companies) in [("All", json!([])), ("Norths", json!([north])), ("Souths", json!([south]))] {
        manager.post("/v1/services", &json!({ "name": name, "company_ids": companies })).await;
    }
    let user = async |name: &str, companies: Value| {
        let mut user = body(name);
        user["company_access"] = companies;
        let path = manager.post("/v1/users", &user).await.headers["location"].clone();
        (come_in(&house, &format!("{name}@house.example")).await, path)
    };
    let (ann, path) = user("ann", json!([north])).await;
    let (bea, other) = user("bea", json!([south, west])).await;
    assert_eq!(names(&ann, "/v1/customers").await, ["Nora"]);
    assert_eq!(names(&bea, "/v1/customers").await, ["Sam", "Wes"]);
    for query in ["sort=newest", "text=Kim", "text=No", "text=nora@", "text=North", "limit=1"] {
        assert_eq!(names(&ann, &format!("/v1/customers?{query}")).await, ["Nora"], "{query}");
    }
    for query in ["text=Sam", "text=South", &format!("company_id={south}")] {
        assert_eq!(names(&ann, &format!("/v1/customers?{query}")).await, Vec::<String>::new(), "{query}");
    }
    assert_eq!(names(&ann, "/v1/companies").await, ["North"]);
    assert_eq!(names(&bea, "/v1/companies?limit=1").await, ["South", "West"]);
    assert_eq!(names(&ann, "/v1/services").await, ["General support", "All", "Norths"]);
    assert_eq!(ann.all("/v1/users").await.len(), 2, "themselves, and the manager, who has all companies");
    for path in [format!("/v1/customers/{sam}"), format!("/v1/companies/{south}"), other] {
        assert_eq!(ann.get(&path).await.status, 404, "{path}");
    }
    let nora = format!("/v1/customers/{nora}");
    assert_eq!(ann.get(&nora).await.status, 200);
    assert_eq!(manager.patch(&path, &json!({ "company_access": [south] })).await.status, 200);
    house.advance(60).await;
    assert_eq!(
        (ann.get(&nora).await.status, names(&ann, "/v1/customers").await),
        (404, vec!["Sam".to_owned()])
    );
}

/// PPL-4.
#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_is_not_open_to_somebody_is_closed() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let mut user = body("ann");
    user["modules"] = json!(["remote_support"]);
    let path = manager.post("/v1/users", &user).await.headers["location"].clone();
    let ann = come_in(&house, "ann@house.example").await;
    assert_eq!(ann.get("/v1/customers").await.problem(), "forbidden");
    assert_eq!(ann.get("/v1/companies").await.status, 200);
    assert_eq!(manager.patch(&path, &json!({ "modules": ["service_desk"] })).await.status, 200);
    house.advance(60).await;
    assert_eq!(ann.get("/v1/customers").await.status, 200);
}
