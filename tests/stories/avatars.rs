//! Avatars of customers.

use std::{
    fs,
    path::{Path, PathBuf},
};

use image::GenericImageView;
use local::{Fault, Faults};
use serde_json::{Value, json};
use testkit::{House, Person, picture};

async fn customer(manager: &Person) -> String {
    manager.post("/v1/customers", &json!({ "last_name": "L", "email": "l@example.org" })).await.id()
}

async fn shown(house: &House, manager: &Person, id: &str) -> Value {
    house.quiet().await;
    manager.get(&format!("/v1/customers/{id}")).await.json
}

fn url(customer: &Value, size: &str) -> String {
    customer["avatar"][size].as_str().unwrap_or_else(|| panic!("no avatar: {customer}")).to_owned()
}

/// CUS-5.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_becomes_an_avatar_in_two_sizes_and_can_be_taken_away() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = customer(&manager).await;
    let before = shown(&house, &manager, &id).await;
    assert_eq!((&before["avatar"], &before["avatar_pending"]), (&Value::Null, &json!(false)));
    let asked = manager.request_avatar(&id, 9).await;
    assert_eq!(asked.status, 202);
    assert_eq!(shown(&house, &manager, &id).await["avatar_pending"], true);
    assert_eq!(manager.give_avatar(&id, picture(200)).await, 200);
    let with = shown(&house, &manager, &id).await;
    assert_eq!((&with["avatar_pending"], &with["avatar_problem"]), (&json!(false), &Value::Null));
    for (name, size) in [("small", 61), ("large", 122)] {
        let picture = house.visitor().get(&url(&with, name)).await;
        assert_eq!((picture.status, picture.headers["content-type"].as_str()), (200, "image/png"));
        assert_eq!(picture.headers["cache-control"], "private, max-age=31536000, immutable");
        assert_eq!(picture.headers["x-content-type-options"], "nosniff");
        assert_eq!(image::load_from_memory(&picture.bytes).unwrap().dimensions(), (size, size));
    }
    assert_eq!(manager.give_avatar(&id, picture(100)).await, 200);
    let other = shown(&house, &manager, &id).await;
    assert_ne!(url(&other, "small"), url(&with, "small"), "another picture, another address");
    assert_eq!(house.visitor().get(&url(&with, "small")).await.status, 404, "the old one is gone");
    let patched = manager.patch(&format!("/v1/customers/{id}"), &json!({ "first_name": "Lea" })).await;
    assert_eq!(url(&patched.json, "small"), url(&other, "small"), "changing the customer keeps it");
    for _ in 0..2 {
        assert_eq!(manager.delete(&format!("/v1/customers/{id}/avatar")).await.status, 204, "twice is once");
    }
    assert_eq!(shown(&house, &manager, &id).await["avatar"], Value::Null);
    for name in ["small", "large"] {
        assert_eq!(house.visitor().get(&url(&other, name)).await.status, 404);
    }
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// CUS-5. A clear error in one's language; the avatar so far stays.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_is_refused_with_a_reason_and_the_avatar_so_far_stays() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let id = customer(&manager).await;
    assert_eq!(manager.give_avatar(&id, picture(80)).await, 200);
    let good = url(&shown(&house, &manager, &id).await, "small");
    assert_eq!(manager.give_avatar(&id, *b"<svg xmlns='http://www.w3.org/2000/svg'/>").await, 200);
    let refused = shown(&house, &manager, &id).await;
    assert_eq!((url(&refused, "small"), &refused["avatar_problem"]["code"]), (good, &json!("not_a_picture")));
    assert!(refused["avatar_problem"]["message"].as_str().unwrap().starts_with("Das ist kein Bild"));
    assert_eq!(manager.give_avatar(&id, &picture(80)[..90]).await, 200);
    assert_eq!(shown(&house, &manager, &id).await["avatar_problem"]["code"], "broken");
    let path = format!("/v1/customers/{id}/avatar");
    let large = manager.request_avatar(&id, 10 * 1024 * 1024 + 1).await;
    assert_eq!((large.status, large.problem().as_str()), (413, "too_large"));
    let wrong = manager.post(&path, &json!({ "size": 0, "crop": { "x": 0, "y": 0, "size": 0 } })).await;
    assert_eq!(wrong.errors(), ["crop.size: out_of_range", "size: out_of_range"]);
    let asked = manager.post(&path, &json!({ "size": 10, "crop": { "x": 90, "y": 0, "size": 20 } })).await;
    assert!(
        (400..500).contains(&manager.upload(&asked.json["upload"], picture(80)).await.status),
        "another size"
    );
}

/// CUS-5. The uploads come in another order than they were asked for, and one after the avatar was taken away.
#[tokio::test(flavor = "multi_thread")]
async fn only_the_newest_upload_asked_for_becomes_the_avatar() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let id = customer(&manager).await;
    let (old, new) = (picture(90), picture(150));
    let first = manager.request_avatar(&id, old.len()).await.json["upload"].clone();
    let second = manager.request_avatar(&id, new.len()).await.json["upload"].clone();
    assert_eq!(manager.upload(&second, new).await.status, 200);
    let kept = shown(&house, &manager, &id).await;
    assert_eq!(manager.upload(&first, old.clone()).await.status, 200);
    assert_eq!(shown(&house, &manager, &id).await["avatar"], kept["avatar"], "an older one is late");
    let third = manager.request_avatar(&id, old.len()).await.json["upload"].clone();
    assert_eq!(manager.delete(&format!("/v1/customers/{id}/avatar")).await.status, 204);
    assert_eq!(manager.upload(&third, old.clone()).await.status, 200);
    assert_eq!(shown(&house, &manager, &id).await["avatar"], Value::Null, "taken away is taken away");
    let fourth = manager.request_avatar(&id, old.len()).await.json["upload"].clone();
    assert_eq!(manager.delete(&format!("/v1/customers/{id}")).await.status, 204);
    assert_eq!(manager.upload(&fourth, old).await.status, 200);
    house.quiet().await;
    assert_eq!(house.dead_letters().await.len(), 0, "nobody is left to have it");
}

/// How many files of the bucket have this in their keys.
fn files(folder: &Path, part: &str) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let count = |path: PathBuf| {
        if path.is_dir() { files(&path, part) } else { usize::from(path.to_string_lossy().contains(part)) }
    };
    entries.map(count).sum()
}

/// CUS-5. An event comes twice, or a reader was cut off before it removed the upload.
#[tokio::test(flavor = "multi_thread")]
async fn the_event_of_a_picture_may_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start_in(folder.path()).await;
    let manager = house.manager("acme").await;
    let id = customer(&manager).await;
    let bytes = picture(90);
    let asked = manager.request_avatar(&id, bytes.len()).await;
    assert_eq!(manager.upload(&asked.json["upload"], bytes.clone()).await.status, 200);
    let first = shown(&house, &manager, &id).await;
    let place = asked.json["upload"]["url"].as_str().unwrap().split("/pictures/").nth(1).unwrap();
    let key = format!("pictures/{}", place.split('?').next().unwrap());
    // The bucket tells of it again, as it does when the picture is still there after a reader was cut off.
    house.put_file(&key, bytes).await;
    assert_eq!(shown(&house, &manager, &id).await["avatar"], first["avatar"]);
    assert_eq!(house.visitor().get(&url(&first, "large")).await.status, 200);
    assert_eq!(files(folder.path(), "/pictures/"), 0, "uploads are not kept");
    assert_eq!(files(folder.path(), "/avatars/"), 2);
}

/// Nobody guesses an avatar, and nobody climbs out of its folder.
#[tokio::test(flavor = "multi_thread")]
async fn an_avatars_address_can_not_be_guessed() {
    let house = House::start().await;
    let (manager, other) = (house.manager("acme").await, house.manager("other").await);
    let id = customer(&manager).await;
    assert_eq!(manager.give_avatar(&id, picture(90)).await, 200);
    let small = url(&shown(&house, &manager, &id).await, "small");
    let theirs = other.user["account"]["id"].as_str().unwrap();
    let mine = manager.user["account"]["id"].as_str().unwrap();
    let folder = small.rsplit_once('/').unwrap().0;
    for path in [
        small.replace("-61", "-60"),
        small.replace(mine, theirs),
        small.replace(&id, "cus_00000000000070008000000000000000"),
        format!("{folder}/..%2f..%2fx"),
        "/v1/avatars/a/b/c".to_owned(),
    ] {
        let refused = other.get(&path).await;
        assert_eq!((refused.status, refused.problem().as_str()), (404, "not_found"), "{path}");
    }
}

/// CUS-5. A reader ends at any of its calls, before or after it is done; the next one ends the work, and leaves nothing behind.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_ends_at_any_call_leaves_the_avatar_to_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start_in(folder.path()).await;
    let manager = house.manager("acme").await;
    let id = customer(&manager).await;
    assert_eq!(manager.give_avatar(&id, picture(50)).await, 200);
    let mut before = url(&shown(&house, &manager, &id).await, "large");
    let mut struck = 0;
    for (at, fault) in (0..10).flat_map(|at| [(at, Fault::KilledBefore), (at, Fault::KilledAfter)]) {
        let functions = vec!["ReadPicture".to_owned()];
        house.running.strike(Some(Faults { fault, functions, skip: at, every: 0 }));
        assert_eq!(manager.give_avatar(&id, picture(60 + u32::try_from(at).unwrap())).await, 200);
        house.quiet().await;
        struck += house.running.struck().values().sum::<u64>();
        house.running.strike(None);
        let after = shown(&house, &manager, &id).await;
        assert_eq!(after["avatar_pending"], false, "{fault:?} at call {at}");
        let large = url(&after, "large");
        assert_ne!(large, before, "{fault:?} at call {at}");
        assert_eq!(house.visitor().get(&large).await.status, 200, "{fault:?} at call {at}");
        let left = (files(folder.path(), "/pictures/"), files(folder.path(), "/avatars/"));
        assert_eq!(left, (0, 2), "{fault:?} at call {at}");
        before = large;
    }
    assert!(struck >= 16, "{struck}");
    assert_eq!(house.dead_letters().await.len(), 0);
}
