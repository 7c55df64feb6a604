//! Files with people who are not to come in.

use std::{collections::HashMap, sync::Arc};

use axum::{extract::Request, response::Response};
use futures::future::BoxFuture;
use jiff::Timestamp;
use local::{Data, Function};
use serde_json::{Value, json};
use testkit::House;

/// A function that is told everything twice.
struct Twice(Arc<dyn Function>);

impl Function for Twice {
    fn http(&self, request: Request) -> BoxFuture<'_, Response> {
        self.0.http(request)
    }

    fn event(&self, event: Value, deadline: Timestamp) -> BoxFuture<'_, Result<Value, String>> {
        Box::pin(async move {
            self.0.event(event.clone(), deadline).await?;
            self.0.event(event, deadline).await
        })
    }
}

/// A house in which every reaction is told everything twice.
async fn stuttering() -> House {
    let make = deskhand::make_function();
    let twice = move |name: &str, environment: &HashMap<String, String>, clock| {
        Ok::<Arc<dyn Function>, String>(Arc::new(Twice(make(name, environment, clock)?)))
    };
    House::start_with(Data::Memory, Arc::new(twice)).await
}

/// DEN-1, IMP-4. The preview says so, and whoever is denied after the preview is left out all the same. Hits are counted
/// once, although everything is told twice.
#[tokio::test(flavor = "multi_thread")]
async fn rows_of_denied_people_are_left_out_whenever_they_were_denied() {
    let house = stuttering().await;
    let manager = house.manager("acme").await;
    let domain = manager.post("/v1/denylist", &json!({ "domain": "spam.example" })).await.id();
    let file = "email,last_name,email_aliases\na@spam.example,A,\nfine@example.org,F,\nlate@example.org,L,\nb@example.org,B,b@x.spam.example\nbad,,\n";
    let preview = manager.preview(file.as_bytes()).await;
    let counts = |import: &Value| {
        ["rows", "create", "denylisted", "invalid", "exists", "written"]
            .map(|name| import["counts"][name].as_u64().unwrap())
    };
    assert_eq!(counts(&preview), [5, 2, 2, 1, 0, 0]);
    let path = format!("/v1/imports/{}", preview["id"].as_str().unwrap());
    let rows = manager.all(&format!("{path}/rows?verdict=denylisted")).await;
    let told: Vec<_> =
        rows.iter().map(|row| (&row["row"], &row["errors"][0]["field"], &row["errors"][0]["code"])).collect();
    assert_eq!(
        told,
        [
            (&json!(1), &json!("email"), &json!("denylisted")),
            (&json!(4), &json!("email_aliases"), &json!("denylisted"))
        ]
    );
    let late = manager.post("/v1/denylist", &json!({ "address": "LATE@example.org" })).await.id();
    let done = manager.confirm(&preview, &json!({})).await;
    assert_eq!((&done["state"], counts(&done)), (&json!("done"), [5, 1, 3, 1, 0, 1]));
    let customers = manager.all("/v1/customers").await;
    assert_eq!((customers.len(), &customers[0]["email"]), (1, &json!("fine@example.org")));
    house.quiet().await;
    let hits = async |id: &str| manager.get(&format!("/v1/denylist/{id}")).await.json["hits"].clone();
    assert_eq!((hits(&domain).await, hits(&late).await), (json!(2), json!(1)));
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// DEN-1, IMP-1. Somebody who is changed keeps the address that they have, and gets none that is denied, before the preview
/// or after it.
#[tokio::test(flavor = "multi_thread")]
async fn rows_that_change_customers_give_them_no_denied_address() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    for name in ["ada@own.example", "alan@example.org", "grace@example.org"] {
        let added = manager.post("/v1/customers", &json!({ "last_name": "Old", "email": name })).await;
        assert_eq!(added.status, 201);
    }
    for denied in ["own.example", "spam.example"] {
        manager.post("/v1/denylist", &json!({ "domain": denied })).await;
    }
    let file = "email,last_name,email_aliases\nada@own.example,New,\nalan@example.org,New,a@spam.example\ngrace@example.org,New,g@late.example\nnew@own.example,N,\n";
    house.drop_file_saying(account, "a.csv", file, &[("mode", "update")]).await;
    house.quiet().await;
    let preview = manager.all("/v1/imports").await[0].clone();
    let counts = |import: &Value| {
        ["update", "create", "denylisted", "written"].map(|name| import["counts"][name].as_u64().unwrap())
    };
    assert_eq!(counts(&preview), [2, 0, 2, 0], "{preview}");
    manager.post("/v1/denylist", &json!({ "domain": "late.example" })).await;
    let done = manager.confirm(&preview, &json!({})).await;
    assert_eq!(counts(&done), [1, 0, 3, 1], "{done}");
    let changed = manager.all("/v1/customers?text=New").await;
    assert_eq!((changed.len(), &changed[0]["email"]), (1, &json!("ada@own.example")));
    house.quiet().await;
    let hits: u64 =
        manager.all("/v1/denylist").await.iter().map(|entry| entry["hits"].as_u64().unwrap()).sum();
    assert_eq!(hits, 3);
}
