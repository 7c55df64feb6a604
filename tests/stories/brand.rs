//! How an organisation looks: its name, logo and colour in the app, in the portal and in mails (SET-1).

use image::GenericImageView;
use serde_json::{Value, json};
use testkit::{House, Person, picture};

async fn settings(house: &House, manager: &Person) -> Value {
    house.quiet().await;
    manager.get("/v1/settings").await.json
}

/// SET-1.
#[tokio::test(flavor = "multi_thread")]
async fn a_picture_becomes_the_logo_and_can_be_taken_away() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let before = settings(&house, &manager).await;
    assert_eq!((&before["logo"]["value"], &before["logo_pending"]), (&Value::Null, &json!(false)));
    let asked = manager.post("/v1/settings/logo", &json!({ "size": picture(600).len() })).await;
    assert_eq!(asked.status, 202);
    assert_eq!(settings(&house, &manager).await["logo_pending"], true);
    assert_eq!(manager.upload(&asked.json["upload"], picture(600)).await.status, 200);
    let with = settings(&house, &manager).await;
    let logo = &with["logo"]["value"];
    assert_eq!((&with["logo_pending"], &with["logo"]["origin"]), (&json!(false), &json!("account")));
    assert_eq!((&logo["width"], &logo["height"]), (&json!(120), &json!(120)), "as large as fits");
    let address = logo["address"].as_str().unwrap();
    let shown = house.visitor().get(address).await;
    assert_eq!((shown.status, shown.headers["content-type"].as_str()), (200, "image/png"));
    assert_eq!(shown.headers["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(image::load_from_memory(&shown.bytes).unwrap().dimensions(), (120, 120));
    let log = manager.all("/v1/audit?action=settings.changed").await;
    assert_eq!(
        (&log[0]["after"]["logo"], &log[0]["actor"]["id"]),
        (logo, &manager.user["id"]),
        "told of who asked"
    );
    assert_eq!(manager.give_logo(picture(60)).await, 200);
    let other = settings(&house, &manager).await["logo"]["value"]["address"].clone();
    assert_ne!(other, json!(address), "another picture, another address");
    assert_eq!(house.visitor().get(address).await.status, 200, "mails that were sent show the old one");
    let gone = manager.patch("/v1/settings", &json!({ "logo": null })).await;
    assert_eq!((gone.status, &gone.json["logo"]["value"]), (200, &Value::Null));
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// SET-1. What is no picture is refused with a reason; the logo so far stays. An older upload that comes late is ignored.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_is_refused_and_only_the_newest_upload_counts() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    assert_eq!(manager.give_logo(picture(80)).await, 200);
    let good = settings(&house, &manager).await["logo"]["value"].clone();
    assert_eq!(manager.give_logo(*b"<svg xmlns='http://www.w3.org/2000/svg'/>").await, 200);
    let refused = settings(&house, &manager).await;
    assert_eq!(
        (&refused["logo"]["value"], &refused["logo_problem"]["code"]),
        (&good, &json!("not_a_picture"))
    );
    assert!(refused["logo_problem"]["message"].as_str().unwrap().starts_with("Das ist kein Bild"));
    let path = "/v1/settings/logo";
    assert_eq!(manager.post(path, &json!({ "size": 10 * 1024 * 1024 + 1 })).await.problem(), "too_large");
    assert_eq!(manager.post(path, &json!({ "size": 0 })).await.errors(), ["size: out_of_range"]);
    let (old, new) = (picture(90), picture(100));
    let first = manager.post(path, &json!({ "size": old.len() })).await.json["upload"].clone();
    let second = manager.post(path, &json!({ "size": new.len() })).await.json["upload"].clone();
    assert_eq!(manager.upload(&second, new).await.status, 200);
    let kept = settings(&house, &manager).await["logo"]["value"].clone();
    assert_eq!((&kept["width"], manager.upload(&first, old).await.status), (&json!(100), 200));
    assert_eq!(settings(&house, &manager).await["logo"]["value"], kept);
    let forged = json!({ "logo": { "address": "https://elsewhere.example/x.png", "width": 1, "height": 1 } });
    assert_eq!(manager.patch("/v1/settings", &forged).await.errors(), ["logo: by_upload"]);
}

/// SET-1. At once, for staff, customers, at the portal's door and in mails.
#[tokio::test(flavor = "multi_thread")]
async fn name_logo_and_colour_are_seen_by_staff_by_customers_and_in_mails() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    assert_eq!(manager.give_logo(picture(120)).await, 200);
    house.quiet().await;
    let look = json!({ "name": "Acme & Sons", "accent_colour": "#8a1c3b" });
    let logo = manager.patch("/v1/settings", &look).await.json["logo"]["value"].clone();
    let is_ours = |account: &Value| {
        assert_eq!((&account["name"], &account["accent_colour"]), (&json!("Acme & Sons"), &json!("#8a1c3b")));
        assert_eq!(account["logo"], logo);
    };
    is_ours(&manager.get("/v1/me").await.json["account"]);
    let customer = house.customer(&manager, "ina@example.org").await;
    is_ours(&customer.get("/v1/portal/me").await.json["account"]);
    let account = manager.user["account"]["id"].as_str().unwrap();
    is_ours(&house.visitor().get(&format!("/v1/brands/{account}")).await.json);
    assert_eq!(house.visitor().get("/v1/brands/acc_0").await.problem(), "not_found");
    let letter = house.letter_to("ina@example.org").await;
    let html = letter.html.unwrap();
    assert!(html.contains("Acme &amp; Sons") && html.contains("bgcolor=\"#8a1c3b\""), "{html}");
    assert!(html.contains(logo["address"].as_str().unwrap()), "{html}");
}
