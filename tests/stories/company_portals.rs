//! The portal of a company is for those with access to the company, whatever team serves it (COM-1, POR-4).

use domain::{company_access::CompanyAccess, user::UserInput};
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, whole};

/// A representative of a team with access to these companies.
async fn member(
    house: &House,
    manager: &Person,
    (name, team): (&str, &str),
    companies: CompanyAccess,
) -> Person {
    let said = UserInput { team_id: Some(team.parse().unwrap()), company_access: companies, ..whole() };
    house.hire(manager, name, said).await
}

fn slugs(list: &[Value]) -> Vec<&str> {
    list.iter().map(|portal| portal["slug"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_access_to_a_company_sees_nothing_of_its_portal_though_their_team_serves_it() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let company = async |name: &str| manager.post("/v1/companies", &json!({ "name": name })).await.id();
    let (own, other) = (company("Own").await, company("Other").await);
    let portal = json!({ "slug": "other-help", "name": "Other", "company_id": other, "mode": "web" });
    let portal = manager.post("/v1/portals", &portal).await.id();
    manager.post("/v1/portals", &json!({ "slug": "all-help", "name": "All" })).await;
    let team = manager.post("/v1/teams", &json!({ "name": "Desk", "portal_id": portal })).await.id();
    let only = |id: &str| CompanyAccess::Only([id.parse().unwrap()].into());
    let ada = member(&house, &manager, ("ada", &team), only(&own)).await;
    let bo = member(&house, &manager, ("bo", &team), only(&other)).await;
    let asked = house
        .visitor()
        .post("/p/other-help/queries", &json!({ "question": "Why?", "email": "x@example.org", "name": "X" }))
        .await;
    assert_eq!(asked.status, 201, "{asked:?}");
    house.quiet().await;
    let queries = bo.all("/v1/queries").await;
    assert_eq!((queries.len(), slugs(&bo.all("/v1/portals").await)), (1, vec!["other-help", "all-help"]));
    assert_eq!(
        (ada.all("/v1/queries").await.len(), slugs(&ada.all("/v1/portals").await)),
        (0, vec!["all-help"])
    );
    let path = format!("/v1/portals/{portal}");
    let query = format!("/v1/queries/{}", queries[0]["id"].as_str().unwrap());
    for hidden in [path.clone(), format!("{path}/representatives"), query.clone()] {
        assert_eq!((ada.get(&hidden).await.status, bo.get(&hidden).await.status), (404, 200), "{hidden}");
    }
    for (who, status) in [(&ada, 422), (&bo, 200)] {
        let own = format!("/v1/users/{}/features?portal_id={portal}", who.user["id"].as_str().unwrap());
        for features in [own, format!("/v1/features/effective?portal_id={portal}")] {
            assert_eq!(who.get(&features).await.status, status, "{features}");
        }
    }
    let serving = bo.all(&format!("{path}/representatives")).await;
    assert_eq!(serving.iter().map(|one| &one["first_name"]).collect::<Vec<_>>(), ["bo"]);
    let mailed: Vec<String> = house.letters().await.into_iter().map(|letter| letter.to).collect();
    assert!(
        mailed.contains(&"bo@house.example".into()) && !mailed.contains(&"ada@house.example".into()),
        "{mailed:?}"
    );
    let moved = json!({ "company_access": [own, other] });
    assert_eq!(
        manager.patch(&format!("/v1/users/{}", ada.user["id"].as_str().unwrap()), &moved).await.status,
        200
    );
    house.advance(61).await;
    assert_eq!(ada.get(&query).await.status, 200);
}

/// CUS-4, POR-1. Whoever is signed in finds where to ask: the open portals of their company, and of none.
#[tokio::test(flavor = "multi_thread")]
async fn a_signed_in_customer_is_led_to_the_portals_where_they_may_ask() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    house.invited(&manager, "ina@example.org").await;
    let link = format!("/v1/activations/{}", house.letter_to("ina@example.org").await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let own = manager.all("/v1/companies").await[0]["id"].clone();
    let other = manager.post("/v1/companies", &json!({ "name": "Other" })).await.id();
    for (slug, more) in [
        ("own-help", json!({ "company_id": own })),
        ("other-help", json!({ "company_id": other })),
        ("all-help", json!({})),
        ("shut-help", json!({ "status": "inactive" })),
        ("code-help", json!({ "mode": "phone" })),
    ] {
        let mut portal = json!({ "slug": slug, "name": slug });
        portal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(manager.post("/v1/portals", &portal).await.status, 201);
    }
    let ina = house.enter(&manager.user["account"]["id"], "ina@example.org", PASSWORD).await;
    let led = ina.get("/v1/portal/me").await.json["ask_at"].clone();
    assert_eq!(
        led,
        json!([{ "name": "own-help", "address": "/p/own-help" }, { "name": "all-help", "address": "/p/all-help" }])
    );
}
