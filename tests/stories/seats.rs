//! Seats are bought, assigned, taken and waited for.

use serde_json::{Value, json};
use testkit::{House, Person};

use crate::users::{body, come_in};

/// Somebody with this kind of seat in the service desk, signed in, and the path of their user.
async fn holder(house: &House, manager: &Person, name: &str, kind: &str) -> (Person, String) {
    let mut user = body(name);
    user["seats"] = json!({ "service_desk": kind });
    let added = manager.post("/v1/users", &user).await;
    assert_eq!(added.status, 201, "{added:?}");
    (come_in(house, &format!("{name}@house.example")).await, added.headers["location"].clone())
}

async fn desk(manager: &Person) -> Value {
    manager.get("/v1/seats").await.json["modules"][1].clone()
}

/// PPL-15.
#[tokio::test(flavor = "multi_thread")]
async fn a_named_seat_belongs_to_one_and_is_free_again_when_they_go() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let mut ada = body("ada");
    ada["seats"] = json!({ "service_desk": "named" });
    assert_eq!(manager.post("/v1/users", &ada).await.errors(), ["seats.service_desk: seats_none_left"]);
    let bought = manager.patch("/v1/seats/service_desk", &json!({ "named": 1, "shared": 1 })).await;
    assert_eq!((bought.status, bought.headers["etag"].as_str()), (200, "\"1\""), "{bought:?}");
    let (_, path) = holder(&house, &manager, "ada", "named").await;
    let mut bo = body("bo");
    bo["seats"] = json!({ "service_desk": "named" });
    assert_eq!(manager.post("/v1/users", &bo).await.status, 422);
    let fewer =
        manager.with("if-match", "\"1\"").patch("/v1/seats/service_desk", &json!({ "named": 0 })).await;
    assert_eq!(fewer.errors(), ["named: seats_assigned"]);
    assert_eq!(manager.patch(&path, &json!({ "seats": { "service_desk": "shared" } })).await.status, 200);
    assert_eq!(
        (&desk(&manager).await["named"]["assigned"], &desk(&manager).await["shared"]["assigned"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(manager.post("/v1/users", &bo).await.status, 201);
    assert_eq!(manager.delete(&path).await.status, 204);
    assert_eq!(desk(&manager).await["shared"]["assigned"], 0);
}

/// PPL-15.
#[tokio::test(flavor = "multi_thread")]
async fn who_finds_the_pool_taken_waits_and_has_the_next_seat_that_becomes_free() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    manager.patch("/v1/seats/service_desk", &json!({ "shared": 1 })).await;
    let seat = "/v1/me/seats/service_desk";
    let (ada, _) = holder(&house, &manager, "ada", "shared").await;
    let (bo, _) = holder(&house, &manager, "bo", "shared").await;
    let state = async |who: &Person| who.put(seat, &json!({})).await.json["state"].clone();
    assert_eq!((state(&ada).await, state(&bo).await), (json!("working"), json!("waiting")));
    assert_eq!(
        (&desk(&manager).await["shared"]["in_use"], &desk(&manager).await["waiting"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(ada.delete(seat).await.status, 204);
    assert_eq!((state(&bo).await, state(&ada).await), (json!("working"), json!("waiting")));
    house.advance(8 * 60).await;
    assert_eq!(state(&ada).await, "waiting");
    house.advance(8 * 60).await;
    let (ada, manager) = (house.sign_in("ada@house.example").await, house.sign_in("mo@house.example").await);
    assert_eq!(state(&ada).await, "working", "nobody has heard of the other for a quarter of an hour");
    let used = manager.get("/v1/seats/service_desk/use?days=7").await.json;
    assert_eq!((used["days"].as_array().unwrap().len(), &used["days"][0]["shared"]), (1, &json!(1)));
    assert_eq!(manager.put(seat, &json!({})).await.status, 404, "who has no seat takes none");
}
