//! What customers may do in the portal.

use serde_json::{Value, json};
use testkit::{House, Person, Reply};

async fn add(manager: &Person, email: &str, more: Value) -> Reply {
    let mut customer = json!({ "last_name": "L", "email": email });
    customer.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    manager.post("/v1/customers", &customer).await
}

/// CUS-2.
#[tokio::test(flavor = "multi_thread")]
async fn access_without_what_it_needs_is_refused_at_first() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let chosen_only = json!([{ "service_id": service, "access": "no_portal_access" }]);
    for (access, more, wrong) in [
        ("standard", json!({}), "portal_access: needs_service_with_portal_access"),
        ("standard", json!({ "services": chosen_only }), "portal_access: needs_service_with_portal_access"),
        ("company", json!({}), "portal_access: needs_company"),
        ("company_admin", json!({}), "portal_access: needs_company"),
    ] {
        let mut more = more;
        more["portal_access"] = json!(access);
        let refused = add(&manager, "ada@example.org", more).await;
        assert_eq!((refused.status, refused.errors()), (422, vec![wrong.to_owned()]), "{access}");
    }
    let given = json!([{ "service_id": service }]);
    for (at, more) in [
        json!({ "portal_access": "none" }),
        json!({ "portal_access": "none", "services": chosen_only }),
        json!({ "portal_access": "standard", "services": given }),
        json!({ "portal_access": "company", "company_id": company }),
        json!({ "portal_access": "company_admin", "company_id": company }),
    ]
    .into_iter()
    .enumerate()
    {
        let added = add(&manager, &format!("c{at}@example.org"), more).await;
        assert_eq!(added.status, 201, "{added:?}");
    }
}

/// CUS-2. What held at first still holds after every later edit.
#[tokio::test(flavor = "multi_thread")]
async fn access_does_not_lose_what_it_needs_by_a_later_edit() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let standard = add(
        &manager,
        "a@example.org",
        json!({ "portal_access": "standard", "services": [{ "service_id": service }] }),
    )
    .await
    .id();
    let admin =
        add(&manager, "b@example.org", json!({ "portal_access": "company_admin", "company_id": company }))
            .await
            .id();
    for (id, edit, wrong) in [
        (&standard, json!({ "services": [] }), "portal_access: needs_service_with_portal_access"),
        (&standard, json!({ "services": null }), "portal_access: needs_service_with_portal_access"),
        (
            &standard,
            json!({ "services": [{ "service_id": service, "access": "no_portal_access" }] }),
            "portal_access: needs_service_with_portal_access",
        ),
        (&standard, json!({ "portal_access": "company" }), "portal_access: needs_company"),
        (&admin, json!({ "company_id": null }), "portal_access: needs_company"),
        (&admin, json!({ "portal_access": "standard" }), "portal_access: needs_service_with_portal_access"),
    ] {
        let refused = manager.patch(&format!("/v1/customers/{id}"), &edit).await;
        assert_eq!((refused.status, refused.errors()), (422, vec![wrong.to_owned()]), "{edit}");
    }
    let both = json!({ "company_id": null, "portal_access": "none" });
    assert_eq!(
        manager.patch(&format!("/v1/customers/{admin}"), &both).await.status,
        200,
        "together they are fine"
    );
}

/// CUS-3. For one customer, in a mass change, and in an import's confirmation.
#[tokio::test(flavor = "multi_thread")]
async fn a_service_is_given_once() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let twice = json!([{ "service_id": service }, { "service_id": service, "access": "no_portal_access" }]);
    let refused = add(&manager, "a@example.org", json!({ "services": twice })).await;
    assert_eq!(refused.errors(), ["services.1.service_id: service_given_twice"]);
    let change = json!({ "all": true, "set_services": twice });
    let refused = manager.post("/v1/customers/access", &change).await;
    assert_eq!(refused.errors(), ["set_services.1.service_id: service_given_twice"]);
    let import = manager.preview(b"email,last_name\na@example.org,A\n").await;
    manager.confirm(&import, &json!({ "service_ids": [service, service] })).await;
    let id = &manager.all("/v1/customers").await[0]["id"];
    let customer = manager.get(&format!("/v1/customers/{}", id.as_str().unwrap())).await;
    assert_eq!(customer.json["services"].as_array().map(Vec::len), Some(1), "{customer:?}");
}

/// CUS-1, CUS-3. As many services as a customer may have are all looked up.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_has_up_to_a_hundred_services() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let mut given = vec![];
    for number in 0..101 {
        given.push(json!({ "service_id": manager.post("/v1/services", &json!({ "name": format!("S{number}") })).await.id() }));
    }
    assert_eq!(
        add(&manager, "a@example.org", json!({ "services": given })).await.errors(),
        ["services: too_long"]
    );
    given.pop();
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let added = add(&manager, "a@example.org", json!({ "services": given, "company_id": company })).await;
    assert_eq!(
        (added.status, added.json["services"].as_array().map(Vec::len)),
        (201, Some(100)),
        "{added:?}"
    );
}

/// CUS-3.
#[tokio::test(flavor = "multi_thread")]
async fn only_services_open_to_the_customers_company_are_given() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let open = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let closed = manager.post("/v1/companies", &json!({ "name": "Looms" })).await.id();
    let service =
        manager.post("/v1/services", &json!({ "name": "Help desk", "company_ids": [open] })).await.id();
    let given = json!([{ "service_id": service }]);
    for company in [json!(null), json!(closed)] {
        let refused =
            add(&manager, "a@example.org", json!({ "company_id": company, "services": given })).await;
        assert_eq!(
            (refused.status, refused.errors()),
            (422, vec!["services.0.service_id: service_not_open_to_company".to_owned()])
        );
    }
    let added = add(&manager, "a@example.org", json!({ "company_id": open, "services": given })).await;
    assert_eq!(added.status, 201, "{added:?}");
    let moved =
        manager.patch(&format!("/v1/customers/{}", added.id()), &json!({ "company_id": closed })).await;
    assert_eq!(moved.errors(), ["services.0.service_id: service_not_open_to_company"]);
}
