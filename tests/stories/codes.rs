//! Codes: a representative says nine digits on the telephone, and the customer comes to that representative (POR-5).

use deskhand::seed_app;
use domain::Problem;
use serde_json::{Value, json};
use testkit::{House, Person, Reply};

use crate::{teams::member, users::come_in};

/// A portal for codes with a team that serves it, and a representative of that team who has come in.
async fn phone(house: &House, manager: &Person, (slug, name): (&str, &str)) -> (String, Person) {
    let portal = json!({ "slug": slug, "name": "By telephone", "mode": "phone" });
    let portal = manager.post("/v1/portals", &portal).await;
    assert_eq!((portal.status, portal.json["type"].as_str()), (201, Some("code")), "{portal:?}");
    let team = json!({ "name": slug, "portal_id": portal.id() });
    let team = manager.post("/v1/teams", &team).await.id();
    member(manager, name, Some(&team)).await;
    (portal.id(), come_in(house, &format!("{name}@house.example")).await)
}

fn digits(reply: &Reply) -> String {
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json["code"].as_str().unwrap().to_owned()
}

async fn enter(house: &House, slug: &str, code: &str, form: &str) -> Reply {
    let body = json!({ "code": code, "name": "Ada", "form_id": form });
    house.visitor().post(&format!("/p/{slug}/queries"), &body).await
}

/// POR-5. A code brings the customer to whoever has said it, once.
#[tokio::test(flavor = "multi_thread")]
async fn a_code_brings_the_customer_to_the_representative_who_has_said_it_and_is_good_once() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (portal, ann) = phone(&house, &manager, ("phone-one", "ann")).await;
    let keyed = ann.with("idempotency-key", "one code");
    let made = keyed.post("/v1/codes", &json!({ "label": "Mrs Berg" })).await;
    let again = keyed.post("/v1/codes", &json!({ "label": "Mrs Berg" })).await;
    assert_eq!((again.status, &again.text), (201, &made.text), "API-2");
    let code = digits(&made);
    assert!(code.len() == 9 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
    assert_eq!((&made.json["portal_id"], &made.json["label"]), (&json!(portal), &json!("Mrs Berg")));
    assert_eq!(ann.get("/v1/codes").await.json["items"].as_array().unwrap().len(), 1);
    let page = house.visitor().get(&format!("/p/phone-one?code={code}")).await;
    assert!(page.text.contains(&format!("value=\"{code}\"")), "a link brings it along: {}", page.text);
    let grouped = format!("{} {}-{}", &code[..3], &code[3..6], &code[6..]);
    let taken = enter(&house, "phone-one", &grouped, "f1").await;
    assert_eq!(taken.status, 201, "{taken:?}");
    let query = manager.get(&format!("/v1/queries/{}", taken.id())).await.json;
    assert_eq!(
        query["representative"]["id"].as_str().or(query["representative_id"].as_str()),
        ann.user["id"].as_str(),
        "{query}"
    );
    assert_eq!(ann.get("/v1/codes").await.json["items"], json!([]));
    assert_eq!(
        enter(&house, "phone-one", &grouped, "f1").await.id(),
        taken.id(),
        "the same form again is the same query"
    );
    let again = enter(&house, "phone-one", &code, "f2").await;
    assert_eq!((again.status, again.errors()), (422, vec!["code: code_unknown".to_owned()]));
    assert_eq!(manager.all("/v1/queries").await.len(), 1);
}

/// POR-5. Two customers with one code at the same moment: one comes in.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_enter_a_code_at_once_one_comes_in() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (_, ann) = phone(&house, &manager, ("phone-two", "ann")).await;
    let code = digits(&ann.post("/v1/codes", &json!({})).await);
    let both =
        futures::join!(enter(&house, "phone-two", &code, "f1"), enter(&house, "phone-two", &code, "f2"));
    let mut statuses = [both.0.status, both.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
    assert_eq!(manager.all("/v1/queries").await.len(), 1);
}

/// POR-5. The same without leaving it to chance who is first: both have looked before either comes in.
#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_good_when_one_looked_is_used_up_by_whoever_comes_first() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (_, ann) = phone(&house, &manager, ("phone-four", "ann")).await;
    let code = digits(&ann.post("/v1/codes", &json!({})).await);
    let app = seed_app(&house.running).unwrap();
    let account = manager.user["account"]["id"].as_str().unwrap().parse().unwrap();
    let look = async || app.store().code(account, &code, app.now()).await.unwrap().unwrap();
    let (first, second) = (look().await, look().await);
    assert_eq!(app.store().delete_code(&first).await, Ok(()));
    let late = app.store().delete_code(&second).await;
    assert_eq!(late, Err(Problem::field("code", "code_unknown")));
    let next = digits(&ann.post("/v1/codes", &json!({})).await);
    assert_ne!(next, code, "it has the place of the one before");
    assert!(app.store().delete_code(&second).await.is_err());
    assert_eq!(ann.get("/v1/codes").await.json["items"][0]["code"], json!(next));
}

/// POR-5. It dies when its time is over, and when it is taken back; what waits is limited by the feature, and each is one's own.
#[tokio::test(flavor = "multi_thread")]
async fn a_code_dies_by_time_or_when_it_is_taken_back_and_only_so_many_wait() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let (_, ann) = phone(&house, &manager, ("phone-three", "ann")).await;
    manager.put("/v1/features", &json!({ "max_active_codes": { "value": 2 } })).await;
    let first = digits(&ann.post("/v1/codes", &json!({ "minutes": 1 })).await);
    let second = digits(&ann.post("/v1/codes", &json!({})).await);
    assert_eq!(ann.post("/v1/codes", &json!({})).await.problem(), "too_many_codes");
    house.advance(61).await;
    assert_eq!(enter(&house, "phone-three", &first, "f1").await.errors(), ["code: code_unknown"]);
    assert_eq!(ann.get("/v1/codes").await.json["items"][0]["code"], json!(second));
    let bob = member(&manager, "bob", None).await;
    let team = manager.get("/v1/teams").await.json["items"][0]["id"].clone();
    manager.put(&format!("{bob}/team"), &json!({ "team_id": team })).await;
    let bob = come_in(&house, "bob@house.example").await;
    assert_eq!(bob.delete(&format!("/v1/codes/{second}")).await.status, 404, "somebody else's");
    assert_eq!(ann.delete(&format!("/v1/codes/{second}")).await.status, 204);
    assert_eq!(enter(&house, "phone-three", &second, "f2").await.errors(), ["code: code_unknown"]);
    let both =
        (ann.post("/v1/codes", &json!({})).await.status, ann.post("/v1/codes", &json!({})).await.status);
    assert_eq!(both, (201, 201), "what is over makes room");
    assert_eq!(manager.post("/v1/codes", &json!({})).await.status, 403);
    let wrong = ann.post("/v1/codes", &json!({ "minutes": 0, "label": "x".repeat(129) })).await;
    assert_eq!(wrong.problem(), "too_many_codes", "first there must be room");
}

/// POR-5. Guessing is limited by place, and what is guessed at another account's or portal's codes is as if there were none.
#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_limited_and_codes_of_elsewhere_are_unknown() {
    let house = House::start().await;
    let (manager, other) = (house.manager("mo").await, house.manager("bea").await);
    let (_, ann) = phone(&house, &manager, ("phone-four", "ann")).await;
    let (_, elsewhere) = phone(&house, &other, ("phone-else", "eve")).await;
    let foreign = digits(&elsewhere.post("/v1/codes", &json!({})).await);
    let unknown = enter(&house, "phone-four", &foreign, "f0").await;
    assert_eq!(unknown.errors(), ["code: code_unknown"]);
    for guess in 1..5 {
        let refused = enter(&house, "phone-four", &format!("00000000{guess}"), "").await;
        assert_eq!((refused.status, refused.errors()), (422, vec!["code: code_unknown".to_owned()]));
    }
    let code = digits(&ann.post("/v1/codes", &json!({})).await);
    let limited = enter(&house, "phone-four", &code, "f1").await;
    assert_eq!(limited.status, 429, "the right one, too, tells nothing: {limited:?}");
    assert!(limited.headers.contains_key("retry-after"));
    house.advance(600).await;
    assert_eq!(enter(&house, "phone-four", &code, "f1").await.status, 201);
    assert_eq!(
        enter(&house, "phone-else", &foreign, "f1").await.status,
        201,
        "a guess elsewhere used nothing up"
    );
    assert_eq!(enter(&house, "phone-four", "12 34", "").await.errors(), ["code: code_unknown"]);
    assert_eq!(enter(&house, "phone-four", "", "").await.errors(), ["code: required"]);
}

/// POR-2. Where no codes are entered, none are made.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_portal_for_codes_there_are_none() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    member(&manager, "ann", None).await;
    let ann = come_in(&house, "ann@house.example").await;
    assert_eq!(ann.post("/v1/codes", &json!({})).await.problem(), "no_portal_for_codes");
    crate::portals::portal(&manager, "no-codes").await;
    let unasked = json!({ "code": "123456789", "name": "Ada", "email": "a@example.org", "question": "?" });
    let refused = house.visitor().post("/p/no-codes/queries", &unasked).await;
    assert_eq!(refused.errors(), ["code: unknown_field"]);
    assert_eq!(ann.get("/v1/codes").await.json["items"], Value::Array(vec![]));
}
