//! Who loses a company loses sight of it, everywhere.

use domain::{
    permission::Reach,
    user::{Role, UserInput},
};
use serde_json::json;
use testkit::{House, Person, whole};

use crate::interface::{Endpoint, Things, endpoints};

fn looks() -> impl Iterator<Item = Endpoint> {
    endpoints().into_iter().filter(|endpoint| {
        endpoint.method == "GET" && endpoint.permission.is_some_and(|row| row.reach == Reach::Companies)
    })
}

/// The first page of each list, its cursor, and how each thing answers.
async fn seen(person: &Person, things: &Things) -> (Vec<String>, Vec<String>, Vec<u16>) {
    let (mut told, mut cursors, mut statuses) = (vec![], vec![], vec![]);
    for endpoint in looks() {
        let reply = endpoint.ask(person, things.id_or_none(&endpoint), None).await;
        if endpoint.names_a_thing() {
            statuses.push(reply.status);
            continue;
        }
        assert_eq!(reply.status, 200, "{}: {reply:?}", endpoint.name());
        told.extend(things.told(&reply).into_iter().map(|id| format!("{} tells of {id}", endpoint.name())));
        let page = person.get(&format!("{}?limit=1", endpoint.path)).await;
        cursors.extend(
            page.json["next_cursor"].as_str().map(|next| format!("{}?limit=1&cursor={next}", endpoint.path)),
        );
    }
    (told, cursors, statuses)
}

/// PPL-4, issue of permissions: "loses sight of it within a minute". Every list, figure and thing, and pages of lists that were begun before.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_loses_sight_of_a_company_within_a_minute_of_its_loss() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let things = Things::of(&manager).await;
    let elsewhere = manager.post("/v1/companies", &json!({ "name": "Elsewhere" })).await.id();
    let company_access = serde_json::from_value(things.companies()).unwrap();
    let said = UserInput { role: Role::Representative, company_access, ..whole() };
    let ann = house.hire(&manager, "ann", said).await;
    let (told, cursors, statuses) = seen(&ann, &things).await;
    assert!(told.len() >= 6 && !cursors.is_empty(), "{told:?} {cursors:?}");
    assert!(statuses.len() >= 6 && statuses.iter().all(|status| *status == 200), "{statuses:?}");
    let path = format!("/v1/users/{}", ann.user["id"].as_str().unwrap());
    let moved = manager.patch(&path, &json!({ "company_access": [elsewhere] })).await;
    assert_eq!(moved.status, 200, "{moved:?}");
    house.advance(60).await;
    for cursor in cursors {
        let page = ann.get(&cursor).await;
        assert_eq!(things.told(&page), Vec::<&str>::new(), "{cursor}: {page:?}");
    }
    let (told, _, statuses) = seen(&ann, &things).await;
    assert_eq!(told, Vec::<String>::new());
    assert!(statuses.iter().all(|status| *status == 404), "{statuses:?}");
}

/// PPL-4. Of what belongs to several companies one sees that it belongs to one's own, and of the others nothing.
#[tokio::test(flavor = "multi_thread")]
async fn no_answer_names_a_company_to_which_the_reader_has_no_access() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let [own, foreign] = [
        manager.post("/v1/companies", &json!({ "name": "Own" })).await.id(),
        manager.post("/v1/companies", &json!({ "name": "Foreign" })).await.id(),
    ];
    let both = json!([own, foreign]);
    let user = json!({ "first_name": "B", "last_name": "B", "login": "both@house.example", "company_access": both, "modules": ["service_desk"] });
    let mut paths = vec![];
    for (list, body) in [
        ("/v1/users", user),
        ("/v1/contacts", json!({ "name": "Both", "company_access": both })),
        ("/v1/services", json!({ "name": "Both", "company_ids": both })),
    ] {
        let added = manager.post(list, &body).await;
        assert_eq!(added.status, 201, "{added:?}");
        paths.push(format!("{list}/{}", added.id()));
    }
    let company_access = serde_json::from_value(json!([own])).unwrap();
    let ann = house.hire(&manager, "ann", UserInput { company_access, ..whole() }).await;
    let lists = looks().filter(|endpoint| !endpoint.names_a_thing()).map(|endpoint| endpoint.path);
    for path in paths.into_iter().chain(lists) {
        let reply = ann.get(&path).await;
        assert!(reply.status == 200 && !reply.text.contains(&foreign), "{path}: {reply:?}");
    }
    let searched = ann.all(&format!("/v1/users?company_id={foreign}")).await;
    assert_eq!(searched, Vec::<serde_json::Value>::new(), "nor does a search by it");
}
