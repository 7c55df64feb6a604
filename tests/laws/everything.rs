//! A day in a house, in which everything happens once: what functions ask of AWS on it is what they need.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, Table};

use crate::interface::endpoints;

/// The password that people have after they have changed it.
pub(crate) const NEW: &str = "Loud-mountain-8";

/// Lives the day.
pub(crate) async fn happens(house: &House) {
    signing_in(house).await;
    profile(house).await;
    forgotten(house).await;
    let manager = house.manager("day").await;
    let (company, service) = catalogue(&manager).await;
    crate::settings::happen(house, &manager, &company).await;
    crate::staff::happen(house, &manager, &company).await;
    crate::teams::happen(house, &manager).await;
    crate::portals::happen(house, &company).await;
    customers(&manager, (&company, &service)).await;
    crate::things::happen(house, &manager, &company).await;
    crate::teams::logins(house).await;
    let manager = house.sign_in("day@house.example").await;
    portal(house, &manager).await;
    avatar(house, &manager).await;
    imports(house, &manager, &service).await;
    stopped(house, &manager).await;
    programs(&manager).await;
    unwelcome(house, &manager).await;
    forgetting(house, &manager).await;
    crate::jobs::happen(house, &manager, &service).await;
    crate::merges::happen(house, &manager, &company).await;
    end(&manager, (&company, &service)).await;
    nobody_came(house).await;
    assert_eq!(house.visitor().get("/health").await.status, 200);
}

pub(crate) async fn post(person: &Person, path: &str, body: Value) -> String {
    let reply = person.post(path, &body).await;
    assert!((200..300).contains(&reply.status), "{path}: {reply:?}");
    reply.json["id"].as_str().unwrap_or_default().to_owned()
}

/// One request with a key that is done, and one that is refused.
pub(crate) async fn keyed(person: &Person, path: &str, bodies: (Value, Value)) -> String {
    let id = post(&person.with("idempotency-key", &format!("good {path}")), path, bodies.0).await;
    let refused = person.with("idempotency-key", &format!("bad {path}")).post(path, &bodies.1).await;
    assert!((400..500).contains(&refused.status), "{path}: {refused:?}");
    id
}

async fn signing_in(house: &House) {
    let manager = house.manager("door").await;
    let wrong = json!({ "login": "door@house.example", "password": "wrong" });
    house.visitor().post("/v1/sign-in", &wrong).await;
    let second = house.sign_in("door@house.example").await;
    for _ in 0..5 {
        house.visitor().post("/v1/sign-in", &wrong).await;
    }
    let refresh = async |person: &Person| {
        person.with("x-deskhand", "1").post("/v1/sign-in/refresh", &json!({})).await.status
    };
    assert_eq!(refresh(&second).await, 200);
    house.advance(21).await;
    assert_eq!(refresh(&second).await, 401);
    assert_eq!(manager.delete("/v1/sign-in").await.status, 204);
}

async fn profile(house: &House) {
    let manager = house.manager("self").await;
    let other = house.sign_in("self@house.example").await;
    house.sign_in("self@house.example").await;
    assert_eq!(manager.get("/v1/me").await.status, 200);
    assert_eq!(
        manager
            .patch("/v1/me", &json!({ "login": "own@house.example", "email": "own@house.example" }))
            .await
            .status,
        200
    );
    let id = other.get("/v1/me/sign-ins").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(manager.delete(&format!("/v1/me/sign-ins/{id}")).await.status, 204);
    let change = async |present: &str| {
        manager.put("/v1/me/password", &json!({ "present_password": present, "password": NEW })).await.status
    };
    assert_eq!((change("wrong").await, change(PASSWORD).await), (422, 204));
}

async fn forgotten(house: &House) {
    let opening =
        json!({ "name": "Lost", "login": "lost@house.example", "first_name": "L", "last_name": "O" });
    post(&house.visitor(), "/v1/accounts", opening).await;
    let invitation = house.letter_to("lost@house.example").await.token();
    assert_eq!(house.visitor().get(&format!("/v1/activations/{invitation}")).await.json["kind"], "user");
    for password in [PASSWORD, NEW] {
        post(&house.visitor(), "/v1/password-resets", json!({ "login": "lost@house.example" })).await;
        let token = house.letter_to("lost@house.example").await.token();
        let reset = house
            .visitor()
            .put(&format!("/v1/password-resets/{token}"), &json!({ "password": password }))
            .await;
        assert_eq!(reset.status, 204, "{reset:?}");
        house.sign_in_with("lost@house.example", password).await;
    }
    post(&house.visitor(), "/v1/password-resets", json!({ "login": "nobody@house.example" })).await;
}

async fn catalogue(manager: &Person) -> (String, String) {
    let company = keyed(manager, "/v1/companies", (json!({ "name": "Engines" }), json!({}))).await;
    let body = json!({ "name": "Help desk", "company_ids": [company] });
    let service = keyed(manager, "/v1/services", (body, json!({}))).await;
    for (path, change) in [
        (format!("/v1/companies/{company}"), json!({ "name": "Engines, Ltd." })),
        (format!("/v1/services/{service}"), json!({ "name": "Desk", "company_ids": [company] })),
    ] {
        assert_eq!(manager.patch(&path, &change).await.status, 200);
        assert_eq!(manager.get(&path).await.status, 200);
    }
    for list in ["/v1/companies", "/v1/services", "/v1/me/sign-ins"] {
        manager.all(list).await;
    }
    (company, service)
}

async fn customers(manager: &Person, (company, service): (&str, &str)) {
    let body = json!({ "last_name": "L", "email": "ada@example.org", "company_id": company, "services": [{ "service_id": service }] });
    let path = format!("/v1/customers/{}", keyed(manager, "/v1/customers", (body, json!({}))).await);
    for aliases in [json!(["al@example.org"]), json!([])] {
        assert_eq!(
            manager.patch(&path, &json!({ "email_aliases": aliases, "job_title": "Countess" })).await.status,
            200
        );
    }
    assert_eq!(manager.get(&path).await.json["company"]["id"], company);
    for query in ["", "?sort=newest", "?text=nobody", &format!("?company_id={company}")] {
        manager.all(&format!("/v1/customers{query}")).await;
    }
    let figures = manager.get("/v1/customers/figures").await;
    assert_eq!(figures.json["days"].as_array().unwrap().len(), 90);
    let led = manager.get(&format!("{path}/data")).await;
    assert_eq!(manager.send(Method::GET, &led.headers["location"], None).await.status, 200);
    assert_eq!(manager.delete(&path).await.status, 204);
}

async fn portal(house: &House, manager: &Person) {
    let (account, email) = (&manager.user["account"]["id"], "ina@example.org");
    let id = house.invited(manager, email).await;
    let activation = format!("/v1/customers/{id}/activation");
    // The first letter goes before the second.
    house.quiet().await;
    house.advance(61).await;
    let good = manager.with("idempotency-key", "activation");
    assert_eq!(good.post(&activation, &json!({})).await.status, 202);
    let soon = manager.with("idempotency-key", "activation again");
    assert_eq!(soon.post(&activation, &json!({})).await.status, 429);
    let link = format!("/v1/activations/{}", house.letter_to(email).await.token());
    assert_eq!(house.visitor().get(&link).await.json["kind"], "customer");
    assert_eq!(house.visitor().put(&link, &json!({ "password": PASSWORD })).await.status, 204);
    let wrong = json!({ "account_id": account, "email": email, "password": "wrong" });
    house.visitor().post("/v1/portal/sign-in", &wrong).await;
    let ina = house.enter(account, email, PASSWORD).await;
    for _ in 0..5 {
        house.visitor().post("/v1/portal/sign-in", &wrong).await;
    }
    assert_eq!(ina.get("/v1/portal/me").await.json["company"]["name"], "Of ina");
    assert_eq!(ina.patch("/v1/portal/me", &json!({ "locale": "it" })).await.status, 200);
    for email in [email, "nobody@example.org"] {
        post(
            &house.visitor(),
            "/v1/portal/password-resets",
            json!({ "account_id": account, "email": email }),
        )
        .await;
    }
    let link = format!("/v1/password-resets/{}", house.letter_to(email).await.token());
    assert_eq!(house.visitor().put(&link, &json!({ "password": NEW })).await.status, 204);
    let refresh = async |person: &Person| {
        person.with("x-deskhand", "1").post("/v1/portal/sign-in/refresh", &json!({})).await.status
    };
    let ina = house.enter(account, email, NEW).await;
    assert_eq!(refresh(&ina).await, 200);
    house.advance(21).await;
    assert_eq!(refresh(&ina).await, 401);
    let ina = house.enter(account, email, NEW).await;
    assert_eq!(ina.delete("/v1/portal/sign-in").await.status, 204);
    house.enter(account, email, NEW).await;
    let path = format!("/v1/customers/{id}");
    assert_eq!(manager.patch(&path, &json!({ "portal_access": "none" })).await.status, 200);
    assert_eq!(manager.delete(&path).await.status, 204);
}

async fn avatar(house: &House, manager: &Person) {
    let customer =
        post(manager, "/v1/customers", json!({ "last_name": "P", "email": "p@example.org" })).await;
    let path = format!("/v1/customers/{customer}");
    keyed(manager, &format!("{path}/avatar"), (json!({ "size": 1 }), json!({ "size": 0 }))).await;
    for size in [70, 80] {
        assert_eq!(manager.give_avatar(&customer, testkit::picture(size)).await, 200);
        house.quiet().await;
    }
    let shown = manager.get(&path).await.json["avatar"]["small"].as_str().unwrap().to_owned();
    assert_eq!(house.visitor().get(&shown).await.status, 200);
    assert_eq!(manager.delete(&format!("{path}/avatar")).await.status, 204);
    assert_eq!(house.visitor().get(&shown).await.status, 404);
}

async fn imports(house: &House, manager: &Person, service: &str) {
    manager.get("/v1/imports/sample.csv").await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    house.drop_file(account, "read.csv", "email,last_name\nread@example.org,R\n").await;
    house.quiet().await;
    let dropped = manager.all("/v1/imports").await[0]["id"].as_str().unwrap().to_owned();
    read_anew(manager, format!("/v1/imports/{dropped}")).await;
    let gone =
        manager.preview("email,last_name\ngone@example.org,G\n").await["id"].as_str().unwrap().to_owned();
    let app = deskhand::seed_app(&house.running).unwrap();
    app.files().unwrap().delete_all(&format!("uploads/{account}/{gone}")).await.unwrap();
    let refused = manager.post(&format!("/v1/imports/{gone}/read"), &json!({ "delimiter": ";" })).await;
    assert_eq!(refused.problem(), "file_gone");
    let table = Table::new("email,last_name,company")
        .row("taken@example.org,T,")
        .row("new@example.org,N,Engines Ltd.");
    let table = table.row("old@example.org,N,\"Engines, Ltd.\"").row("bad,,");
    let preview = manager.preview(table).await;
    let path = format!("/v1/imports/{}", preview["id"].as_str().unwrap());
    let path = read_anew(manager, path).await;
    manager.all(&format!("{path}/rows")).await;
    post(manager, "/v1/customers", json!({ "last_name": "T", "email": "taken@example.org" })).await;
    let confirmation = json!({ "service_ids": [service], "send_activation": true });
    keyed(manager, &format!("{path}/confirm"), (confirmation, json!({ "service_ids": ["svc_x"] }))).await;
    let done = manager.watch_import(preview["id"].as_str().unwrap(), &["done"]).await;
    assert_eq!((&done["counts"]["written"], &done["counts"]["exists"]), (&json!(2), &json!(1)));
    let led = manager.get(&format!("{path}/rejected.csv")).await;
    assert_eq!(manager.send(Method::GET, &led.headers["location"], None).await.status, 200);
    let activation = format!("/v1/activations/{}", house.letter_to("old@example.org").await.token());
    assert_eq!(house.visitor().get(&activation).await.status, 200);
    assert_eq!(house.visitor().put(&activation, &json!({ "password": NEW })).await.status, 204);
}

/// A file that somebody has read anew; gives its path.
async fn read_anew(manager: &Person, path: String) -> String {
    keyed(
        manager,
        &format!("{path}/read"),
        (json!({ "encoding": "windows-1252" }), json!({ "encoding": "x" })),
    )
    .await;
    manager.watch(&path, &["ready"]).await;
    path
}

async fn stopped(house: &House, manager: &Person) {
    let waiting =
        keyed(manager, "/v1/imports", (json!({ "file_name": "a.csv", "size": 1 }), json!({}))).await;
    let done = manager.all("/v1/imports").await[1]["id"].as_str().unwrap().to_owned();
    let keyed = manager.with("idempotency-key", "cancel");
    assert_eq!(keyed.post(&format!("/v1/imports/{waiting}/cancel"), &json!({})).await.status, 202);
    assert_eq!(keyed.post(&format!("/v1/imports/{done}/cancel"), &json!({})).await.status, 409);
    let account = manager.user["account"]["id"].as_str().unwrap();
    house.drop_file(account, "a.csv", Table::people("drop", 2)).await;
    house.drop_file("acme", "a.csv", Table::people("drop", 2)).await;
    house.quiet().await;
    updated(house, manager, account).await;
}

/// A program changes a customer, makes others with companies, and somebody takes all that back.
async fn updated(house: &House, manager: &Person, account: &str) {
    post(manager, "/v1/services", json!({ "name": "Night desk" })).await;
    let customer = |name: &str| json!({ "last_name": "Old", "email": format!("{name}@update.example"), "email_aliases": [format!("{name}.old@update.example")] });
    let stays = post(manager, "/v1/customers", customer("stays")).await;
    let company = post(manager, "/v1/companies", json!({ "name": "Night" })).await;
    assert_eq!(
        manager.patch(&format!("/v1/customers/{stays}"), &json!({ "company_id": company })).await.status,
        200
    );
    let table = Table::new("email,last_name,email_aliases,company")
        .row("stays@update.example,New,stays.new@update.example,Day")
        .row("new@update.example,N,,Day")
        .row("gone@update.example,G,,Gone")
        .row("tools@update.example,T,,Tools")
        .row("bad,,,");
    let said = [("confirm", "true"), ("mode", "update"), ("services", "night desk"), ("activation", "true")];
    house.drop_file_saying(account, "b.csv", table, &said).await;
    let answer = house.drop_result(account, "b.csv").await;
    assert_eq!((&answer["state"], &answer["counts"]["written"]), (&json!("done"), &json!(4)), "{answer}");
    let tools = manager.all("/v1/companies?text=Tools").await[0]["id"].clone();
    post(manager, "/v1/devices", json!({ "name": "Saw", "company_id": tools })).await;
    let new = manager.all("/v1/customers?text=new@update").await[0]["id"].as_str().unwrap().to_owned();
    let changed = manager.patch(&format!("/v1/customers/{new}"), &json!({ "job_title": "Stays" })).await;
    assert_eq!(changed.status, 200);
    let undo = format!("/v1/imports/{}/undo", answer["import_id"].as_str().unwrap());
    keyed_undo(manager, &undo).await;
    let answer = house.drop_result(account, "b.csv").await;
    assert_eq!(answer["state"], "undone", "{answer}");
}

/// One request with a key that is done, and one that is refused.
async fn keyed_undo(manager: &Person, path: &str) {
    let keyed = |key: &str| manager.with("idempotency-key", key);
    assert_eq!(keyed("undo").post(path, &json!({})).await.status, 202);
    let waiting = post(manager, "/v1/imports", json!({ "file_name": "a.csv", "size": 1 })).await;
    let refused = keyed("no undo").post(&format!("/v1/imports/{waiting}/undo"), &json!({})).await;
    assert_eq!(refused.status, 409);
}

async fn programs(manager: &Person) {
    let body = json!({ "name": "Key", "scopes": ["customers:read"] });
    let key = keyed(manager, "/v1/api-keys", (body, json!({}))).await;
    for endpoint in endpoints() {
        if let Some(scope) = &endpoint.scope {
            // A new key each time: its last use is noted once a minute.
            endpoint.ask(&manager.program(&[scope]).await, "0", Some("{}".into())).await;
        }
    }
    let program = manager.program(&["companies:write"]).await;
    post(&program, "/v1/companies", json!({ "name": "By key" })).await;
    manager.all("/v1/api-keys").await;
    assert_eq!(manager.delete(&format!("/v1/api-keys/{key}")).await.status, 204);
    manager.all("/v1/audit").await;
    assert_eq!(manager.get("/v1/audit.csv").await.status, 200);
}

async fn unwelcome(house: &House, manager: &Person) {
    let service = post(manager, "/v1/services", json!({ "name": "Welcome" })).await;
    let entry = json!({ "domain": "spam.example" });
    let entry = keyed(manager, "/v1/denylist", (entry, json!({}))).await;
    let person = json!({ "last_name": "S", "email": "s@spam.example" });
    assert_eq!(manager.post("/v1/customers", &person).await.status, 422);
    let file = Table::new("email,last_name").row("a@spam.example,A").row("late@example.org,L");
    let preview = manager.preview(file.row("in@example.org,I")).await;
    let late = json!({ "address": "late@example.org" });
    let late = post(manager, "/v1/denylist", late).await;
    let done = manager.confirm(&preview, &json!({ "service_ids": [service], "send_activation": true })).await;
    assert_eq!(done["counts"]["denylisted"], 2);
    let activation = format!("/v1/activations/{}", house.letter_to("in@example.org").await.token());
    let own = post(manager, "/v1/denylist", json!({ "domain": "example.org" })).await;
    assert_eq!(house.visitor().put(&activation, &json!({ "password": NEW })).await.status, 404);
    manager.all("/v1/denylist").await;
    for entry in [entry, late, own] {
        assert_eq!(manager.get(&format!("/v1/denylist/{entry}")).await.status, 200);
        assert_eq!(manager.delete(&format!("/v1/denylist/{entry}")).await.status, 204);
    }
}

/// Somebody of whom there is something in every place is deleted and denied.
async fn forgetting(house: &House, manager: &Person) {
    let account = manager.user["account"]["id"].as_str().unwrap();
    let file = "email,last_name\nada@example.org,A\nada@example.org,A\n";
    let preview = manager.preview(file).await;
    let service = post(manager, "/v1/services", json!({ "name": "Forget" })).await;
    let confirmation = json!({ "service_ids": [service], "send_activation": true });
    manager.confirm(&preview, &confirmation).await;
    house.drop_file(account, "night.csv", file).await;
    manager.upload_csv("bad.csv", "ada@example.org,A\n").await;
    let found =
        manager.get("/v1/customers?text=ada@").await.json["items"][0]["id"].as_str().unwrap().to_owned();
    let activation = format!("/v1/activations/{}", house.letter_to("ada@example.org").await.token());
    assert_eq!(house.visitor().put(&activation, &json!({ "password": NEW })).await.status, 204);
    let path = format!("/v1/customers/{found}");
    assert_eq!(manager.give_avatar(&found, testkit::picture(60)).await, 200);
    house.quiet().await;
    // What nobody has read before the deletion.
    house.put_file(&format!("pictures/{account}/{found}/left"), vec![0]).await;
    assert_eq!(manager.get(&format!("{path}/data")).await.status, 303);
    let later = house.running.clock.now() + jiff::SignedDuration::from_hours(48);
    post(manager, "/v1/denylist", json!({ "address": "ada@example.org", "expires_at": later.to_string() }))
        .await;
    post(manager, "/v1/exports", json!({})).await;
    house.quiet().await;
    let waiting = post(manager, "/v1/imports", json!({ "file_name": "w.csv", "size": 1 })).await;
    let deleted = manager.delete(&format!("{path}?denylist=true")).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    house.quiet().await;
    assert_eq!(manager.get(&deleted.headers["location"]).await.json["state"], "done");
    manager.all("/v1/erasures").await;
    assert_eq!(manager.post(&format!("/v1/imports/{waiting}/cancel"), &json!({})).await.status, 202);
}

async fn end(manager: &Person, (company, service): (&str, &str)) {
    assert_eq!(manager.delete(&format!("/v1/companies/{company}")).await.status, 409);
    let empty = post(manager, "/v1/companies", json!({ "name": "Nobody" })).await;
    for path in [format!("/v1/companies/{empty}"), format!("/v1/services/{service}")] {
        assert_eq!(manager.delete(&path).await.status, 204);
    }
}

async fn nobody_came(house: &House) {
    let manager = house.sign_in("day@house.example").await;
    post(&manager, "/v1/imports", json!({ "file_name": "never.csv", "size": 1 })).await;
    house.advance(3601).await;
    house.watch().await;
}
