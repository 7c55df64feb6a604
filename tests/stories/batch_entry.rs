//! A manager adds a whole shift at once.

use serde_json::{Value, json};
use testkit::House;

fn batch(lines: &str) -> Value {
    json!({ "lines": lines, "company_access": "all", "modules": ["service_desk"] })
}

/// PPL-12.
#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_looked_at_first_and_then_adds_who_is_good_and_says_why_the_others_are_not() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    manager.post("/v1/denylist", &json!({ "domain": "spam.example" })).await;
    let lines = concat!(
        "Ada,Lind,ada@shift.example,,Ada,,4711,de\n",
        "Bo,Lind,ADA@shift.example\n",
        "Cy,Lind,mo@house.example\n",
        "Di,Lind,di@spam.example\n",
        "Ed,Lind,ed@shift.example,,,Night shift\n",
        ",,fay\n",
    );
    let tried = manager.post("/v1/users/batch?dry_run=true", &batch(lines)).await;
    let verdicts = |reply: &testkit::Reply| -> Vec<String> {
        let items = reply.json["items"].as_array().unwrap_or_else(|| panic!("{reply:?}"));
        items.iter().map(|item| item["verdict"].as_str().unwrap().to_owned()).collect()
    };
    let expected = ["ok", "duplicate", "duplicate", "denylisted", "team_unknown", "invalid"];
    assert_eq!(verdicts(&tried), expected);
    assert_eq!(manager.all("/v1/users").await.len(), 1, "only tried");
    let keyed = manager.with("idempotency-key", "shift");
    let done = keyed.post("/v1/users/batch", &batch(lines)).await;
    assert_eq!((verdicts(&done), &done.json["counts"]["ok"]), (verdicts(&tried), &json!(1)));
    assert_eq!(keyed.post("/v1/users/batch", &batch(lines)).await.text, done.text, "twice is once");
    assert_eq!(done.json["items"][4]["text"], "Ed,Lind,ed@shift.example,,,Night shift");
    let ada =
        manager.get(&format!("/v1/users/{}", done.json["items"][0]["user_id"].as_str().unwrap())).await.json;
    assert_eq!(
        (&ada["role"], &ada["locale"], &ada["custom"]),
        (&json!("representative"), &json!("de"), &json!("4711"))
    );
    assert_eq!(house.letters_to("ada@shift.example").await.len(), 1);
    let again = manager.post("/v1/users/batch", &batch("Ada,Lind,ada@shift.example")).await;
    assert_eq!(verdicts(&again), ["duplicate"]);
}

/// PPL-12, PPL-15.
#[tokio::test(flavor = "multi_thread")]
async fn who_finds_no_seat_left_is_one_too_many() {
    let house = House::start().await;
    let manager = house.manager("mo").await;
    assert_eq!(manager.patch("/v1/seats/service_desk", &json!({ "named": 2 })).await.status, 200);
    let lines: Vec<_> = (0..5).map(|at| format!("P{at},Lind,p{at}@shift.example")).collect();
    let mut body = batch(&lines.join("\n"));
    body["seats"] = json!({ "service_desk": "named" });
    let done = manager.post("/v1/users/batch", &body).await;
    assert_eq!(done.json["counts"], json!({ "ok": 2, "limit": 3 }), "{done:?}");
    let seats = manager.get("/v1/seats").await.json;
    assert_eq!(seats["modules"][1]["named"], json!({ "bought": 2, "assigned": 2, "in_use": 0 }));
}
