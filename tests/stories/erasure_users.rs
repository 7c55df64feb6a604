//! Nothing is left of a user who has been deleted but what they did.

use std::collections::BTreeSet;

use domain::user::Role;
use serde_json::json;
use testkit::House;

use crate::{
    erasure::{MARKER, found},
    users::{body, come_in},
};

/// PPL-14, ERA-1. The marker stands in every field that a user has; then they are deleted, and the whole store is searched.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_a_user_who_has_been_deleted_and_their_login_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start_in(folder.path()).await;
    let manager = house.manager("mo").await;
    let mut marked = body(MARKER);
    for field in ["last_name", "screen_name", "custom"] {
        marked[field] = MARKER.into();
    }
    let added = manager.with("idempotency-key", "user").post("/v1/users", &marked).await;
    assert_eq!(added.status, 201, "{added:?}");
    let login = format!("{MARKER}@house.example");
    let marked = come_in(&house, &login).await;
    let agent = marked.with("user-agent", MARKER);
    assert_eq!(agent.patch("/v1/me", &json!({ "locale": "it" })).await.status, 200);
    house.quiet().await;
    let held = found(folder.path());
    for kind in ["user", "index by_email", "index by_name", "index by_first_name"] {
        assert!(held.contains(kind), "{kind}: {held:?}");
    }
    let deleted = manager.delete(&added.headers["location"]).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    let erasure = manager.watch(&deleted.headers["location"], &["done"]).await;
    assert_eq!(erasure["user_id"], added.json["id"]);
    house.quiet().await;
    let left: BTreeSet<String> = found(folder.path()).into_iter().filter(|kind| kind != "event").collect();
    assert_eq!(left, BTreeSet::new(), "an event says from where somebody did it, and no more");
    house.advance(60).await;
    assert_eq!(marked.get("/v1/me").await.status, 401);
    assert_eq!(manager.get(&added.headers["location"]).await.status, 404);
    assert_eq!(manager.post("/v1/users", &body(MARKER)).await.status, 201, "the login is free");
}

/// PPL-16. Whoever is gone has no keys, and no program of theirs comes in.
#[tokio::test(flavor = "multi_thread")]
async fn the_keys_of_a_user_who_has_been_deleted_are_gone() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    let owner = house.staff(&manager, Role::ApiManager, "owner").await;
    let program = owner.program(&["customers:read"]).await;
    assert_eq!(program.get("/v1/customers").await.status, 200);
    let deleted = manager.delete(&format!("/v1/users/{}", owner.user["id"].as_str().unwrap())).await;
    manager.watch(&deleted.headers["location"], &["done"]).await;
    assert_eq!(manager.all("/v1/api-keys").await.len(), 0);
    house.advance(60).await;
    assert_eq!(program.get("/v1/customers").await.status, 401);
}
