//! Nothing is left of a customer who has been deleted: not in the table, not in the bucket, not on the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use deskhand::seed_app;
use domain::mail::{Mail, State};
use rusqlite::{Connection, OpenFlags, types::ValueRef};
use serde_json::{Value, json};
use store::Trace;
use testkit::{House, Person};

/// What stands in every field of the person.
pub(crate) const MARKER: &str = "zqxwv";

/// Every type of item there is, and whether it holds anything that a person says or is called. Whoever adds a type says
/// here what it does, and this test sees to it that it is so.
const TYPES: [(&str, bool); 52] = [
    ("access_change", false),
    ("account", false),
    ("api_key", false),
    ("api_key_door", false),
    ("api_key_use", false),
    ("attempts", false),
    ("avatar", false),
    ("chunk", false),
    ("code", false),
    ("code_door", false),
    ("claim", false),
    ("company", false),
    // Of merges: companies, and who of the staff has asked.
    ("company_merge", false),
    ("company_size", false),
    // Somebody else, or staff; what is kept of one goes with it, see below.
    ("contact", false),
    ("counted", false),
    ("customer", true),
    ("denial", false),
    ("denied", false),
    ("device", false),
    ("erasure", false),
    ("event", false),
    ("export", false),
    ("figures_now", false),
    ("figures_of_day", false),
    ("form", false),
    ("idempotency", false),
    ("import", true),
    ("lane", false),
    ("link", false),
    ("login", false),
    ("logins", false),
    ("logo_upload", false),
    ("made_company", false),
    ("mail", true),
    ("merged_company", false),
    ("movement", false),
    ("newest_link", false),
    ("portal", false),
    ("portal_password", false),
    ("portal_slug", false),
    ("pulse", false),
    ("query", true),
    ("seat_day", false),
    ("seat_use", false),
    ("seats", false),
    ("service", false),
    ("sign_in", false),
    ("skipped", false),
    ("team", false),
    ("two_factor", false),
    ("user", false),
];

/// The prefixes of the bucket under which something of the person was found before.
const FILES: [&str; 6] = ["drops", "exports", "people", "results", "rows", "uploads"];

/// The indexes in which they stand.
const INDEXES: [&str; 5] = ["by_company", "by_email", "by_first_name", "by_name", "by_newest"];

/// What of the store has the marker: types of items, names of other tables, prefixes of the bucket.
pub(crate) fn found(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let file =
        Connection::open_with_flags(folder.join("table.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let names = |query: &str| -> Vec<String> {
        let mut query = file.prepare(query).unwrap();
        query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for table in names("SELECT name FROM sqlite_master WHERE type = 'table'") {
        let mut query = file.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let texts: Vec<String> = (0..columns).map(|at| text(row.get_ref(at).unwrap())).collect();
            if texts.iter().any(|text| has_marker(text)) {
                let index = table.rsplit_once("::gsi::").map(|(_, index)| format!("index {index}"));
                let kind = index.or_else(|| texts.iter().find_map(|text| type_of(text)));
                found.insert(kind.unwrap_or_else(|| format!("table {table}")));
            }
        }
    }
    let mut files = vec![];
    walk(&folder.join("buckets"), &mut files);
    for file in files {
        let name = file.strip_prefix(folder.join("buckets")).unwrap().to_string_lossy().into_owned();
        if has_marker(&name) || has_marker(&String::from_utf8_lossy(&fs::read(&file).unwrap())) {
            found.insert(format!("file {}", name.split('/').nth(1).unwrap_or(&name)));
        }
    }
    found
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    }
}

fn has_marker(text: &str) -> bool {
    text.to_lowercase().contains(MARKER)
}

fn type_of(text: &str) -> Option<String> {
    let item: Value = serde_json::from_str(text).ok()?;
    item["type"]["S"].as_str().map(str::to_owned)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

/// The types that the code knows: those of records, of claims, and of jobs.
fn types_in_code() -> BTreeSet<String> {
    let mut files = vec![];
    for folder in ["shared/store/src", "shared/domain/src"] {
        walk(&House::root().join(folder), &mut files);
    }
    let mut types = BTreeSet::from(["claim".to_owned()]);
    for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
        let code = fs::read_to_string(file).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for constant in ["const TYPE: &'static str = \"", "const NAME: &'static str = \""] {
            types.extend(
                code.split(constant).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
            );
        }
    }
    types
}

fn address(name: &str) -> String {
    format!("{name}.{MARKER}@x{MARKER}.example")
}

/// A person with the marker in every field that takes text.
fn person() -> Value {
    let mut person =
        json!({ "email": address("ada"), "email_aliases": [address("al")], "portal_access": "standard" });
    for field in [
        "first_name",
        "last_name",
        "job_title",
        "department",
        "office_phone",
        "mobile_phone",
        "other_phone",
        "fax",
        "address",
        "notes",
    ] {
        person[field] = json!(format!("{field} {MARKER}"));
    }
    person
}

/// Lives a customer's life: whatever can be kept of somebody is kept.
async fn life(house: &House, manager: &Person) -> String {
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let mut ada = person();
    ada["services"] = json!([{ "service_id": service }]);
    let added = manager
        .with("idempotency-key", &format!("create {}", address("ada")))
        .post("/v1/customers", &ada)
        .await;
    assert_eq!(added.status, 201, "{added:?}");
    let fields = added.json.as_object().unwrap();
    let texts = fields.iter().filter(|(name, value)| {
        value.is_string()
            && !["id", "created_at", "updated_at", "locale", "time_zone", "email_format", "portal_access"]
                .contains(&name.as_str())
    });
    let unmarked: Vec<_> = texts.filter(|(_, value)| !has_marker(&value.to_string())).collect();
    assert!(unmarked.is_empty(), "a field without the marker: {unmarked:?}");
    let (id, path) = (added.id(), format!("/v1/customers/{}", added.id()));
    manager.patch(&path, &json!({ "notes": format!("{MARKER} again") })).await;
    house.visitor().post("/v1/sign-in", &json!({ "login": address("ada"), "password": "guess" })).await;
    let rows = format!(
        "email,first_name,last_name,notes\n{a},Ada,{MARKER},x\nbo@example.org,Bo,B,see {a}\n{a},Ada,{MARKER},again\nbroken,{a},{MARKER},x\nfi@example.org,Fi,F,fine\n",
        a = address("ada")
    );
    // What is said of them in somebody else's record is theirs who said it; here it gets no further than the preview.
    manager.post("/v1/customers", &json!({ "last_name": "B", "email": "bo@example.org" })).await;
    let preview = manager.preview(rows.as_bytes()).await;
    manager.confirm(&preview, &json!({ "service_ids": [service], "send_activation": true })).await;
    house.drop_file(manager.user["account"]["id"].as_str().unwrap(), "night.csv", rows).await;
    let account = manager.user["account"]["id"].as_str().unwrap();
    let changes = format!(
        "email,last_name,notes\n{al},New {MARKER},\nbo@example.org,B,see {al}\nbroken,{al},\n",
        al = address("al")
    );
    house.drop_file_saying(account, "changes.csv", changes, &[("mode", "update")]).await;
    manager.upload_csv("no header.csv", format!("{},Ada,{MARKER}\n", address("al"))).await;
    house.quiet().await;
    assert_eq!(manager.get(&format!("{path}/data")).await.status, 303);
    assert_eq!(manager.post("/v1/exports", &json!({})).await.status, 202);
    house.quiet().await;
    id
}

/// They ask something at a portal, and fill in all that it asks for.
async fn asks(house: &House, manager: &Person) {
    let shown = |name: &str| (name.to_owned(), json!("optional"));
    let mut fields: serde_json::Map<_, _> =
        ["name", "email", "phone", "company", "category", "question"].map(shown).into_iter().collect();
    fields.insert("custom".into(), json!([{ "label": "Order", "required": true }]));
    let portal = json!({ "slug": "all-fields", "name": "All", "fields": fields, "categories": ["Any"] });
    assert_eq!(manager.post("/v1/portals", &portal).await.status, 201);
    for name in ["ada", "al"] {
        let said = json!({ "name": format!("Ada {MARKER}"), "email": address(name), "phone": format!("1 {MARKER}"),
            "company": MARKER, "question": format!("Why {MARKER}?"), "form_id": MARKER,
            "custom": [{ "label": "Order", "value": MARKER }] });
        let taken = house.visitor().post("/p/all-fields/queries", &said).await;
        assert_eq!(taken.status, 201, "{taken:?}");
    }
    house.quiet().await;
}

/// Mails to them, one of which the mail service refused, naming the address.
async fn mails(house: &House, manager: &Person, id: &str) {
    let app = seed_app(&house.running).unwrap();
    let (account, person) =
        (manager.user["account"]["id"].as_str().unwrap().parse().unwrap(), id.parse().unwrap());
    for state in [
        State::Failed { reason: format!("550 {} unknown", address("ada")) },
        State::Sent { message_id: "1".into() },
    ] {
        let moment = &mut app.moment();
        let to = domain::link::Person::Customer(person);
        let mail = Mail::queue(moment, account, to, domain::mail::Kind::Activation);
        app.store()
            .queue_mail(domain::Changed { now: Mail { state, ..mail.now }, events: vec![] })
            .await
            .unwrap();
    }
    let traces = app.store().traces(account, person, 100, None).await.unwrap().items;
    assert_eq!(traces.iter().filter(|trace| matches!(trace, Trace::Mail(_))).count(), 2);
}

async fn erased(manager: &Person, id: &str) -> Value {
    let deleted = manager.delete(&format!("/v1/customers/{id}?denylist=true")).await;
    assert_eq!(deleted.status, 204, "{deleted:?}");
    for _ in 0..1000 {
        let erasure = manager.get(&deleted.headers["location"]).await.json;
        if erasure["state"] == "done" {
            return erasure;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{:?}", manager.get(&deleted.headers["location"]).await);
}

/// ERA-1. The person is in every kind of record and file that can hold them; then they are deleted, and the whole store
/// is searched: every table of the database, the stream's and the bus's own included, and every file of every bucket.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_anywhere_of_a_customer_who_has_been_deleted() {
    let known: BTreeMap<_, _> = TYPES.into_iter().collect();
    assert_eq!(
        types_in_code(),
        known.keys().map(ToString::to_string).collect(),
        "say in TYPES what a type holds of a person"
    );
    let folder = tempfile::tempdir().unwrap();
    let house = House::start_in(folder.path()).await;
    let manager = house.manager("acme").await;
    let id = life(&house, &manager).await;
    asks(&house, &manager).await;
    mails(&house, &manager, &id).await;
    house.quiet().await;
    let holding = known.iter().filter(|(_, holds)| **holds).map(|(name, _)| (*name).to_owned());
    let expected: BTreeSet<_> = holding
        .chain(FILES.map(|prefix| format!("file {prefix}")))
        .chain(INDEXES.map(|index| format!("index {index}")))
        .collect();
    assert_eq!(found(folder.path()), expected, "where they are kept, and nowhere else");
    let before = manager.all("/v1/imports").await;
    let erasure = erased(&manager, &id).await;
    house.quiet().await;
    assert_eq!(found(folder.path()), BTreeSet::new());
    for page in ["/_local/events.json", "/v1/imports", "/v1/customers", "/v1/denylist", "/v1/erasures"] {
        let reply = manager.get(page).await;
        assert!(reply.status == 200 && !has_marker(&reply.text), "{page}: {}", reply.text);
    }
    assert!(erasure["erased"].as_u64().unwrap() >= 10, "{erasure}");
    assert_eq!(erasure["progress"]["done"], erasure["progress"]["total"]);
    let after = manager.all("/v1/imports").await;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(
            (&after["counts"], &after["state"]),
            (&before["counts"], &before["state"]),
            "records and totals stay"
        );
        manager.all(&format!("/v1/imports/{}/rows", after["id"].as_str().unwrap())).await;
    }
    let retried = manager
        .with("idempotency-key", &format!("create {}", address("ada")))
        .post("/v1/customers", &person())
        .await;
    assert_eq!(
        (retried.status, retried.problem().as_str()),
        (409, "idempotency_mismatch"),
        "a late retry brings nobody back"
    );
    assert_eq!(house.dead_letters().await.len(), 0);
    house.running.stop().await;
}

/// ERA-1, CON-3. Nothing is left of a contact who has been deleted, either, be it verified, tested or refused.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_anywhere_of_a_contact_who_has_been_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start_in(folder.path()).await;
    let manager = house.manager("acme").await;
    let path = manager.post("/v1/contacts", &json!({ "name": format!("Ada {MARKER}") })).await;
    let path = format!("/v1/contacts/{}", path.id());
    let mut method = json!({ "address": address("ada"), "label": MARKER, "uses": ["alerts"] });
    let added = manager.post(&format!("{path}/methods"), &method).await;
    let id = added.json["methods"][0]["id"].as_str().unwrap().to_owned();
    let token = house.letter_to(&address("ada")).await.token();
    let confirmed = house.visitor().put(&format!("/v1/contact-methods/{token}"), &json!({})).await;
    assert_eq!(confirmed.status, 204, "{confirmed:?}");
    assert_eq!(manager.post(&format!("{path}/methods/{id}/test"), &json!({})).await.status, 202);
    method["address"] = json!(address("other"));
    manager.patch(&format!("{path}/methods/{id}"), &method).await;
    house.quiet().await;
    assert_eq!(found(folder.path()), ["contact", "index by_name"].map(str::to_owned).into());
    assert_eq!(manager.delete(&path).await.status, 204);
    house.quiet().await;
    assert_eq!(found(folder.path()), BTreeSet::new());
    house.running.stop().await;
}
