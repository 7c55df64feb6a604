//! Programs sign in with API keys.

use std::collections::BTreeSet;

use domain::{
    company_access::CompanyAccess,
    sign_in::digest,
    user::{Module, Role, Status},
};
use serde_json::{Value, json};
use testkit::{House, Person};

async fn works(program: &Person) -> u16 {
    program.get("/v1/customers").await.status
}

/// PPL-16. A key is shown once, does what its scopes say, and its last use is seen.
#[tokio::test(flavor = "multi_thread")]
async fn a_manager_gives_a_program_a_key_and_the_program_adds_customers_by_it() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let body = json!({ "name": " Directory ", "scopes": ["customers:write", "customers:read"] });
    let made = manager.post("/v1/api-keys", &body).await;
    let key = made.json["key"].as_str().unwrap().to_owned();
    assert_eq!((made.status, &made.json["name"]), (201, &json!("Directory")));
    assert!(key.len() == 60 && key.starts_with(made.json["prefix"].as_str().unwrap()));
    let mut program = house.visitor();
    program.token = Some(key.clone());
    let added =
        program.post("/v1/customers", &json!({ "last_name": "Lovelace", "email": "ada@example.org" })).await;
    assert_eq!(added.status, 201, "{added:?}");
    assert_eq!(program.get(&format!("/v1/customers/{}", added.id())).await.json["last_name"], "Lovelace");
    assert_eq!(program.post("/v1/companies", &json!({ "name": "Engines" })).await.problem(), "forbidden");
    assert_eq!(program.get("/v1/me").await.problem(), "unauthenticated");
    let listed = manager.get("/v1/api-keys").await;
    assert!(!listed.text.contains(&key) && listed.json["items"][0]["last_used_at"].is_string(), "{listed:?}");
    assert_eq!(listed.json["items"][0]["scopes"], json!(["customers:read", "customers:write"]));
}

/// PPL-16, API-2. A request that is repeated shows the key again to whoever sends the same `Idempotency-Key`, yet the table
/// holds nothing by which anybody else could know it.
#[tokio::test(flavor = "multi_thread")]
async fn not_even_the_record_of_an_answer_holds_a_key() {
    let house = House::start().await;
    let manager = house.manager("acme").await.with("idempotency-key", "\"once\"");
    let body = json!({ "name": "Directory", "scopes": ["customers:read"] });
    let made = manager.post("/v1/api-keys", &body).await;
    assert_eq!(manager.post("/v1/api-keys", &body).await.text, made.text);
    let app = deskhand::seed_app(&house.running).unwrap();
    let user = manager.user["id"].as_str().unwrap();
    let (role, companies, modules) = (Role::CompanyManager, CompanyAccess::ALL, BTreeSet::from(Module::ALL));
    let sight = format!("{user} {role:?} {companies:?} {modules:?}");
    let asked = store::Asked {
        account_id: manager.user["account"]["id"].as_str().unwrap().parse().unwrap(),
        fingerprint: digest(&format!("{sight} /v1/api-keys {:?}", "\"once\"")),
        body_hash: digest(&body.to_string()),
        at: app.now(),
    };
    let recorded = app.store().replied(&asked).await.unwrap().expect("the same request");
    let key = made.json["key"].as_str().unwrap();
    assert!(!recorded.body.is_empty() && !format!("{recorded:?}").contains(&key[20..40]), "{recorded:?}");
}

/// PPL-16. Pages of a list are their reader's: a key's cursor is not its owner's.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_pages_and_repeats_its_requests_by_its_own_key() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let program = manager.program(&["companies:read", "companies:write"]).await;
    for name in ["a", "b", "c"] {
        let keyed = program.with("idempotency-key", name);
        let (first, again) = (
            keyed.post("/v1/companies", &json!({ "name": name })).await,
            keyed.post("/v1/companies", &json!({ "name": name })).await,
        );
        assert_eq!((first.status, &first.text), (201, &again.text));
        assert_eq!(again.headers["idempotent-replayed"], "true");
    }
    assert_eq!(program.all("/v1/companies?limit=1").await.len(), 3);
    let cursor = program.get("/v1/companies?limit=1").await.json["next_cursor"].clone();
    let path = format!("/v1/companies?limit=1&cursor={}", cursor.as_str().unwrap());
    assert_eq!((program.get(&path).await.status, manager.get(&path).await.status), (200, 422));
}

/// PPL-16. What the owner may no longer have, the key may no longer do, within a minute.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_stops_with_its_owner() {
    let house = House::start().await;
    let chief = house.manager("acme").await;
    let owner = house.staff(&chief, Role::ApiManager, "api").await;
    let program = owner.program(&["customers:read"]).await;
    let others = chief.program(&["customers:read"]).await;
    let change = async |change: fn(&mut domain::user::User)| {
        house.change_user(&owner, change).await;
        house.advance(60).await;
        works(&program).await
    };
    assert_eq!(works(&program).await, 200);
    assert_eq!(change(|user| user.status = Status::Suspended).await, 401);
    assert_eq!(change(|user| user.status = Status::Active).await, 200);
    assert_eq!(change(|user| user.duties.role = Role::Representative).await, 401);
    assert_eq!(works(&others).await, 200, "other owners' keys go on");
}

/// PPL-1, PPL-16. An API manager has keys of their own, for provisioning; a company manager sees and ends any.
#[tokio::test(flavor = "multi_thread")]
async fn an_api_manager_sees_and_ends_their_own_keys_alone() {
    let house = House::start().await;
    let chief = house.manager("acme").await;
    let owner = house.staff(&chief, Role::ApiManager, "api").await;
    let (theirs, chiefs) = (owner.program(&["imports:write"]).await, chief.program(&["audit:read"]).await);
    let path = |program: &Person| format!("/v1/api-keys/{}", program.user["id"].as_str().unwrap());
    let ids = async |who: &Person| {
        let keys = who.all("/v1/api-keys").await;
        keys.iter().map(|key| key["id"].clone()).collect::<Vec<Value>>()
    };
    assert_eq!(ids(&owner).await, [theirs.user["id"].clone()]);
    assert_eq!(ids(&chief).await, [chiefs.user["id"].clone(), theirs.user["id"].clone()], "newest first");
    assert_eq!(owner.delete(&path(&chiefs)).await.status, 404);
    let refused = owner.post("/v1/api-keys", &json!({ "name": "", "scopes": ["audit:read"] })).await;
    assert_eq!((refused.status, refused.errors().len()), (422, 2), "{refused:?}");
    assert_eq!(owner.get("/v1/audit").await.problem(), "forbidden");
    assert_eq!(
        (chief.delete(&path(&theirs)).await.status, chief.delete(&path(&theirs)).await.status),
        (204, 404)
    );
    assert_eq!(ids(&owner).await, Vec::<Value>::new());
    let past = json!({ "name": "Late", "scopes": [], "expires_at": "2020-01-01T00:00:00Z" });
    let refused = chief.post("/v1/api-keys", &past).await;
    assert_eq!(refused.errors(), ["expires_at: in_the_past", "scopes: required"]);
}

/// PPL-16, CUS-8. Deleting is one thing, keeping out for good another.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_may_delete_needs_another_scope_to_deny() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let customer = json!({ "last_name": "Lovelace", "email": "ada@example.org" });
    let path = format!("/v1/customers/{}", manager.post("/v1/customers", &customer).await.id());
    let deletes = manager.program(&["customers:write"]).await;
    assert_eq!(deletes.delete(&format!("{path}?denylist=true")).await.problem(), "forbidden");
    assert_eq!(manager.get(&path).await.status, 200, "nothing has happened");
    let denies = manager.program(&["customers:write", "denylist:write"]).await;
    assert_eq!(denies.delete(&format!("{path}?denylist=true")).await.status, 204);
    assert_eq!(manager.all("/v1/denylist").await.len(), 1);
}
