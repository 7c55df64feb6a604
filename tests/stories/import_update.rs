//! Imports that change customers there are already.

use serde_json::{Value, json};
use testkit::{House, Person, Table};

fn path(import: &Value, step: &str) -> String {
    format!("/v1/imports/{}{step}", import["id"].as_str().unwrap())
}

/// Uploads a file whose rows may change customers, and waits for the preview.
async fn preview(manager: &Person, table: Table) -> Value {
    let bytes: Vec<u8> = table.into();
    let asked = json!({ "file_name": "a.csv", "size": bytes.len(), "mode": "update" });
    let asked = manager.post("/v1/imports", &asked).await;
    assert_eq!((asked.status, &asked.json["mode"]), (201, &json!("update")), "{asked:?}");
    assert_eq!(manager.upload(&asked.json["upload"], bytes).await.status, 200);
    manager.watch_import(&asked.id(), &["ready"]).await
}

async fn add(manager: &Person, customer: Value) -> String {
    let added = manager.post("/v1/customers", &customer).await;
    assert_eq!(added.status, 201, "{added:?}");
    added.id()
}

async fn show(manager: &Person, id: &str) -> Value {
    manager.get(&format!("/v1/customers/{id}")).await.json
}

async fn undone(manager: &Person, import: &Value) -> Value {
    assert_eq!(manager.post(&path(import, "/undo"), &json!({})).await.status, 202);
    manager.watch_import(import["id"].as_str().unwrap(), &["undone"]).await["undo"].clone()
}

/// IMP-1, IMP-4. The preview shows each change; empty cells change nothing.
#[tokio::test(flavor = "multi_thread")]
async fn rows_change_customers_and_the_preview_shows_what() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ada = add(&manager, json!({ "first_name": "Ada", "last_name": "Byron", "email": "ada@example.org", "email_aliases": ["a.byron@example.org"], "notes": "stays" })).await;
    let alan = add(&manager, json!({ "last_name": "Turing", "email": "alan@example.org" })).await;
    let table = Table::new("email,last_name,company,notes,job_title")
        .row("A.Byron@example.org,Lovelace,Engines,,Countess")
        .row("alan@example.org,Turing,,,")
        .row("grace@example.org,Hopper,Engines,,")
        .row("nameless@example.org,,,,")
        .row("ALAN@example.org,Again,,,");
    let import = preview(&manager, table).await;
    assert_eq!(
        import["counts"],
        json!({ "rows": 5, "create": 1, "update": 1, "exists": 1, "duplicate": 1, "invalid": 1, "denylisted": 0, "written": 0 })
    );
    let rows = manager.all(&path(&import, "/rows")).await;
    let changes = json!([
        { "field": "last_name", "before": "Byron", "after": "Lovelace" },
        { "field": "company", "before": "", "after": "Engines" },
        { "field": "job_title", "before": "", "after": "Countess" },
    ]);
    assert_eq!(
        (&rows[0]["verdict"], &rows[0]["customer_id"], &rows[0]["changes"]),
        (&json!("update"), &json!(ada), &changes)
    );
    assert_eq!(
        (&rows[1]["errors"][0]["code"], &rows[3]["errors"][0]["code"]),
        (&json!("unchanged"), &json!("required"))
    );
    assert_eq!(show(&manager, &ada).await["last_name"], "Byron", "nothing is written before confirm");
    let alan_before = show(&manager, &alan).await;
    let done = manager.confirm(&import, &json!({})).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &json!(2)));
    let now = show(&manager, &ada).await;
    assert_eq!(
        (&now["last_name"], &now["company"]["name"], &now["notes"], &now["email"]),
        (&json!("Lovelace"), &json!("Engines"), &json!("stays"), &json!("ada@example.org"))
    );
    assert_eq!(now["email_aliases"], json!(["a.byron@example.org"]));
    assert_eq!(show(&manager, &alan).await, alan_before);
    // Undone, all is as it was.
    let undo = undone(&manager, &import).await;
    assert_eq!(
        (&undo["customers_restored"], &undo["customers_removed"], &undo["companies_removed"]),
        (&json!(1), &json!(1), &json!(1)),
        "{undo}"
    );
    let now = show(&manager, &ada).await;
    assert_eq!(
        (&now["last_name"], &now["company"], &now["job_title"]),
        (&json!("Byron"), &Value::Null, &json!(""))
    );
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// CUS-2, CUS-3. What a change would break is told, row by row.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_would_break_a_rule_is_invalid() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Engines" })).await.id();
    let service =
        manager.post("/v1/services", &json!({ "name": "Desk", "company_ids": [company] })).await.id();
    add(&manager, json!({ "last_name": "L", "email": "ada@example.org", "company_id": company, "services": [{ "service_id": service }], "portal_access": "standard" })).await;
    add(&manager, json!({ "last_name": "T", "email": "alan@example.org" })).await;
    let table = Table::new("email,company,email_aliases")
        .row("ada@example.org,Looms,")
        .row("alan@example.org,,ada@example.org");
    let import = preview(&manager, table).await;
    let rows = manager.all(&path(&import, "/rows")).await;
    assert_eq!(
        (&rows[0]["verdict"], &rows[0]["errors"][0]["code"]),
        (&json!("invalid"), &json!("service_not_open_to_company")),
        "{rows:?}"
    );
    assert_eq!(rows[1]["verdict"], "duplicate", "the address is that of the first row");
    assert_eq!(manager.all("/v1/companies").await.len(), 1);
}

/// IMP-4. Somebody is faster than the import: their change is not lost, and the row says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_changed_since_the_preview_is_left_alone() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let ada = add(&manager, json!({ "last_name": "Byron", "email": "ada@example.org" })).await;
    let alan = add(&manager, json!({ "last_name": "T", "email": "alan@example.org" })).await;
    let grace = add(&manager, json!({ "last_name": "H", "email": "grace@example.org" })).await;
    let table = Table::new("email,last_name,email_aliases")
        .row("ada@example.org,Lovelace,")
        .row("alan@example.org,Turing,")
        .row("grace@example.org,Hopper,g@example.org");
    let import = preview(&manager, table).await;
    assert_eq!(import["counts"]["update"], 3);
    manager.patch(&format!("/v1/customers/{ada}"), &json!({ "job_title": "Countess" })).await;
    manager.delete(&format!("/v1/customers/{alan}")).await;
    add(&manager, json!({ "last_name": "G", "email": "g@example.org" })).await;
    // Until the erasure has come to the row, it would say the same as Ada's.
    house.quiet().await;
    let done = manager.confirm(&import, &json!({})).await;
    assert_eq!(
        (&done["counts"]["written"], &done["counts"]["exists"], &done["counts"]["invalid"]),
        (&json!(0), &json!(2), &json!(1))
    );
    let rows = manager.all(&path(&import, "/rows")).await;
    let codes: Vec<_> = rows.iter().map(|row| row["errors"][0]["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["changed_since", "erased", "exists"]);
    let ada = show(&manager, &ada).await;
    assert_eq!((&ada["last_name"], &ada["job_title"]), (&json!("Byron"), &json!("Countess")));
    assert_eq!(show(&manager, &grace).await["last_name"], "H");
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// IMP-7. What somebody has changed since the import stays; what can't be put back is told.
#[tokio::test(flavor = "multi_thread")]
async fn undoing_restores_those_whom_nobody_has_changed_since() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let company = manager.post("/v1/companies", &json!({ "name": "Old" })).await.id();
    let mut ids = vec![];
    for name in ["ada", "alan", "grace", "mary"] {
        let customer = json!({ "last_name": "Old", "email": format!("{name}@example.org"), "email_aliases": [format!("{name}.old@example.org")], "company_id": company });
        ids.push(add(&manager, customer).await);
    }
    let table = ["ada", "alan", "grace", "mary"]
        .iter()
        .fold(Table::new("email,last_name,email_aliases,company"), |table, name| {
            table.row(&format!("{name}@example.org,New,{name}.new@example.org,New"))
        });
    let import = preview(&manager, table).await;
    assert_eq!(manager.confirm(&import, &json!({})).await["counts"]["written"], 4);
    manager.patch(&format!("/v1/customers/{}", ids[1]), &json!({ "job_title": "Don" })).await;
    add(&manager, json!({ "last_name": "Other", "email": "grace.old@example.org" })).await;
    manager.delete(&format!("/v1/customers/{}", ids[3])).await;
    let undo = undone(&manager, &import).await;
    assert_eq!((&undo["customers_restored"], &undo["customers_kept"]), (&json!(1), &json!(3)), "{undo}");
    let kept = manager.all(&path(&import, "/rows?kept=true")).await;
    let told: Vec<_> = kept.iter().map(|row| row["kept"]["code"].as_str().unwrap()).collect();
    assert_eq!(told, ["kept_changed", "kept_address", "kept_gone"]);
    let ada = show(&manager, &ids[0]).await;
    assert_eq!(
        (&ada["last_name"], &ada["email_aliases"], &ada["company"]["name"]),
        (&json!("Old"), &json!(["ada.old@example.org"]), &json!("Old"))
    );
    add(&manager, json!({ "last_name": "Free", "email": "ada.new@example.org" })).await;
}
