//! Queries that have come through portals: who sees them, who is told, whose they are (QRY-1, POR-4, ERA-1).

use local::{Data, Fault, Faults};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person};

use crate::{
    misfortune::told_again,
    portals::portal,
    teams::{member, team_manager},
    users::come_in,
};

fn query(email: &str, question: &str) -> Value {
    json!({ "name": "Ada", "email": email, "question": question })
}

/// Asks something at a portal; the query's id.
async fn ask(house: &House, slug: &str, said: &Value) -> String {
    let reply = house.visitor().post(&format!("/p/{slug}/queries"), said).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.id()
}

/// Where letters about queries went.
async fn told(house: &House) -> Vec<String> {
    house.quiet().await;
    let letters = house.letters().await;
    let about = |letter: &&testkit::Letter| letter.text.contains("/queries/qry_");
    let mut to: Vec<_> = letters.iter().filter(about).map(|letter| letter.to.clone()).collect();
    to.sort();
    to
}

async fn questions(person: &Person, list: &str) -> Vec<String> {
    let items = person.all(list).await;
    items.iter().map(|item| item["question"].as_str().unwrap().to_owned()).collect()
}

/// POR-4, SET-3's word for it: whoever serves a portal through a team sees its queries, and is told of them.
#[tokio::test(flavor = "multi_thread")]
async fn who_serves_a_portal_sees_its_queries_and_is_told_and_nobody_else() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let north = portal(&manager, "north").await;
    let south = portal(&manager, "south").await;
    let added = manager.post(&format!("/v1/portals/{north}/subportals"), &json!({ "name": "Night" })).await;
    let night = added.json["subportals"][1]["id"].clone();
    let mut teams = vec![];
    for said in [
        json!({ "name": "Day", "portal_id": north }),
        json!({ "name": "Night", "portal_id": north, "subportal_ids": [night] }),
        json!({ "name": "South", "portal_id": south }),
    ] {
        teams.push(manager.post("/v1/teams", &said).await.id());
    }
    let mut people = vec![];
    for (name, team) in [("day", &teams[0]), ("night", &teams[1]), ("south", &teams[2])] {
        member(&manager, name, Some(team)).await;
        people.push(come_in(&house, &format!("{name}@house.example")).await);
    }
    let both = [teams[1].as_str(), teams[2].as_str()];
    people.push(team_manager(&house, &manager, ("tia", &both), &[]).await);
    member(&manager, "none", None).await;
    people.push(come_in(&house, "none@house.example").await);
    house.quiet().await;
    let first = ask(&house, "north", &query("a@example.org", "first")).await;
    assert_eq!(told(&house).await, ["day@house.example"]);
    let mut nightly = query("b@example.org", "nightly");
    nightly["subportal_id"] = night;
    ask(&house, "north", &nightly).await;
    assert_eq!(told(&house).await, ["day@house.example", "day@house.example", "night@house.example"]);
    ask(&house, "south", &query("c@example.org", "southern")).await;
    assert_eq!(told(&house).await.last().unwrap(), "south@house.example");
    let seen =
        [vec!["nightly", "first"], vec!["nightly"], vec!["southern"], vec!["southern", "nightly"], vec![]];
    for (person, expected) in people.iter().zip(seen) {
        assert_eq!(questions(person, "/v1/queries").await, expected, "{}", person.user["login"]);
        let status = person.get(&format!("/v1/queries/{first}")).await.status;
        assert_eq!(status, if expected.contains(&"first") { 200 } else { 404 });
    }
    assert_eq!(questions(&manager, "/v1/queries").await, ["southern", "nightly", "first"]);
    let of_south = format!("/v1/queries?state=waiting&portal_id={south}");
    assert_eq!(questions(&manager, &of_south).await, ["southern"]);
    assert_eq!(questions(&people[0], &of_south).await, [""; 0], "nor does a filter show others'");
    let wrong = manager.get("/v1/queries?portal_id=north&state=lost").await;
    assert_eq!(wrong.errors(), ["portal_id: portal_unknown", "state: wrong_type"]);
}

/// POR-2. Where a representative is chosen, only they are told; who is gone can't be chosen.
#[tokio::test(flavor = "multi_thread")]
async fn only_the_representative_who_is_chosen_is_told() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let said = json!({ "slug": "north", "name": "North", "type": "choose_representative" });
    let portal = manager.post("/v1/portals", &said).await.id();
    ask(&house, "north", &query("a@example.org", "to anybody")).await;
    assert_eq!(told(&house).await, ["acme@house.example"], "nobody serves it yet");
    let team = manager.post("/v1/teams", &json!({ "name": "Day", "portal_id": portal })).await.id();
    for name in ["ann", "bo"] {
        member(&manager, name, Some(&team)).await;
        come_in(&house, &format!("{name}@house.example")).await;
    }
    house.quiet().await;
    let page = house.visitor().get("/p/north?lang=en").await.text;
    assert!(page.contains("Whom would you like to reach?") && page.contains(">bo Lind</option>"), "{page}");
    assert!(!page.contains("@house.example"), "{page}");
    let serving = manager.all(&format!("/v1/portals/{portal}/representatives")).await;
    let bo = serving.iter().find(|who| who["first_name"] == "bo").unwrap()["user_id"].clone();
    let refused = house.visitor().post("/p/north/queries", &query("a@example.org", "?")).await;
    assert_eq!(refused.errors(), ["representative_id: required"]);
    let mut chosen = query("a@example.org", "to bo");
    chosen["representative_id"] = bo.clone();
    let id = ask(&house, "north", &chosen).await;
    assert_eq!(told(&house).await, ["acme@house.example", "bo@house.example"]);
    assert_eq!(manager.get(&format!("/v1/queries/{id}")).await.json["representative_id"], bo);
    let ann = serving.iter().find(|who| who["first_name"] == "ann").unwrap()["user_id"].clone();
    chosen["form_id"] = json!("f1");
    let bos = ask(&house, "north", &chosen).await;
    assert_eq!(ask(&house, "north", &chosen).await, bos, "twice is once");
    chosen["representative_id"] = ann;
    assert_ne!(ask(&house, "north", &chosen).await, bos, "another representative, another query");
    assert_eq!(told(&house).await.len(), 4);
    chosen["representative_id"] = bo.clone();
    let path = format!("/v1/users/{}", bo.as_str().unwrap());
    assert_eq!(manager.patch(&path, &json!({ "status": "suspended" })).await.status, 200);
    house.quiet().await;
    let refused = house.visitor().post("/p/north/queries", &chosen).await;
    assert_eq!(refused.errors(), ["representative_id: representative_unknown"]);
}

/// Nothing is ever visible across accounts, whatever it is called.
#[tokio::test(flavor = "multi_thread")]
async fn queries_of_one_account_are_none_of_another() {
    let house = House::start().await;
    let (acme, other) = (house.manager("acme").await, house.manager("other").await);
    for (manager, slug) in [(&acme, "north"), (&other, "south")] {
        portal(manager, slug).await;
        let customer = json!({ "last_name": "L", "email": "ada@example.org" });
        assert_eq!(manager.post("/v1/customers", &customer).await.status, 201);
    }
    let own = ask(&house, "north", &query("ADA@example.org", "ours")).await;
    let theirs = ask(&house, "south", &query("ada@example.org", "theirs")).await;
    assert_eq!(questions(&acme, "/v1/queries").await, ["ours"]);
    assert_eq!(questions(&other, "/v1/queries").await, ["theirs"]);
    let path = |id: &str| format!("/v1/queries/{id}");
    assert_eq!((acme.get(&path(&theirs)).await.status, other.get(&path(&own)).await.status), (404, 404));
    let customer = |person: &Value| person["customer_id"].as_str().unwrap().to_owned();
    let ours = acme.get(&path(&own)).await.json;
    assert_eq!(customer(&ours), acme.all("/v1/customers").await[0]["id"]);
    assert_ne!(customer(&ours), customer(&other.get(&path(&theirs)).await.json));
    let portal = ours["portal_id"].as_str().unwrap();
    assert_eq!(questions(&other, &format!("/v1/queries?portal_id={portal}")).await, [""; 0]);
}

/// Newest first, page by page, whoever comes meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn queries_are_listed_newest_first_page_by_page() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let north = portal(&manager, "north").await;
    let mut expected = vec![];
    for at in 0..9 {
        expected.insert(0, at.to_string());
        ask(&house, "north", &query("a@example.org", &at.to_string())).await;
    }
    for list in ["/v1/queries".to_owned(), format!("/v1/queries?portal_id={north}")] {
        let mark = if list.contains('?') { '&' } else { '?' };
        let (mut seen, mut cursor) = (vec![], String::new());
        loop {
            let page = manager.get(&format!("{list}{mark}limit=2{cursor}")).await.json;
            let items = page["items"].as_array().unwrap();
            seen.extend(items.iter().map(|item| item["question"].as_str().unwrap().to_owned()));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen, expected, "{list}");
    }
}

/// ERA-1. A query is its customer's: they are told of it, and deleting them leaves the record and nothing of them.
#[tokio::test(flavor = "multi_thread")]
async fn a_customers_queries_are_among_their_data_and_are_erased_with_them() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let ada = json!({ "last_name": "L", "email": "ada@example.org", "email_aliases": ["al@example.org"], "company_id": company });
    let ada = manager.post("/v1/customers", &ada).await.id();
    let mut ids = vec![];
    for email in ["ada@example.org", "AL@example.org"] {
        ids.push(ask(&house, "north", &query(email, "secret words")).await);
    }
    let stranger = ask(&house, "north", &query("bo@example.org", "other words")).await;
    let path = |id: &str| format!("/v1/queries/{id}");
    let seen = manager.get(&path(&ids[1])).await.json;
    assert_eq!((&seen["customer_id"], &seen["company_id"]), (&json!(ada), &json!(company)), "by any address");
    assert_eq!(manager.get(&path(&stranger)).await.json["customer_id"], Value::Null);
    let led = manager.get(&format!("/v1/customers/{ada}/data")).await;
    let data = manager.send(Method::GET, &led.headers["location"], None).await;
    let records = data.json["records"].as_array().unwrap();
    let asked: Vec<_> = records.iter().filter(|record| record["type"] == "query").collect();
    assert_eq!((asked.len(), &asked[0]["asked"]["question"]), (2, &json!("secret words")), "{}", data.text);
    assert!(!data.text.contains("other words"));
    assert_eq!(manager.delete(&format!("/v1/customers/{ada}")).await.status, 204);
    house.quiet().await;
    for id in &ids {
        let left = manager.get(&path(id)).await.json;
        assert_eq!((&left["asked"]["question"], &left["customer_id"]), (&json!(""), &Value::Null), "{left}");
        assert_eq!((&left["state"], &left["submitted_at"].is_string()), (&json!("waiting"), &true));
    }
    assert_eq!(questions(&manager, "/v1/queries").await, ["other words", "", ""]);
}

/// Whoever announces a query may be told of it again and again, and die at any call: each reader gets one mail.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_told_is_told_once_wherever_the_function_dies() {
    let house = House::start_with(Data::Memory, told_again(&["announce-query"])).await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let mut expected = 0;
    for fault in [Fault::KilledBefore, Fault::KilledAfter, Fault::Unanswered] {
        for skip in 0..5 {
            let functions = vec!["AnnounceQuery".to_owned()];
            house.running.strike(Some(Faults { fault, functions, skip, every: 0 }));
            ask(&house, "north", &query("a@example.org", "?")).await;
            house.quiet().await;
            house.running.strike(None);
            expected += 1;
            assert_eq!(told(&house).await.len(), expected, "{fault:?} {skip}");
            house.advance(601).await;
        }
    }
    assert_eq!(house.dead_letters().await.len(), 0);
    assert!(
        house.sign_in_with("acme@house.example", PASSWORD).await.all("/v1/queries").await.len() == expected
    );
}

/// A function that dies while it takes a query has taken it whole or not at all; sent again, it is there once.
#[tokio::test(flavor = "multi_thread")]
async fn a_query_is_taken_whole_or_not_at_all_wherever_the_function_dies() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    for fault in [Fault::KilledBefore, Fault::KilledAfter] {
        for skip in 0..12 {
            let functions = vec!["SubmitQuery".to_owned()];
            let mut said = query("a@example.org", &format!("{fault:?} {skip}"));
            said["form_id"] = json!(format!("{fault:?} {skip}"));
            house.running.strike(Some(Faults { fault, functions, skip, every: 0 }));
            let first = house.visitor().post("/p/north/queries", &said).await;
            let struck = !house.running.struck().is_empty();
            house.running.strike(None);
            assert_eq!(first.status != 201, struck, "{first:?}");
            let id = ask(&house, "north", &said).await;
            let question = said["question"].as_str().unwrap().to_owned();
            let manager = house.sign_in("acme@house.example").await;
            let there: Vec<_> = manager
                .all("/v1/queries")
                .await
                .into_iter()
                .filter(|query| query["question"] == question)
                .collect();
            assert_eq!((there.len(), &there[0]["id"]), (1, &json!(id)), "{fault:?} {skip}");
            house.advance(601).await;
            if !struck {
                break;
            }
        }
    }
}
