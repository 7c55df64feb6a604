//! Looking for customers.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{House, Person, Table};

async fn import(manager: &Person, table: Table, service: Option<&str>) {
    let services: Vec<&str> = service.into_iter().collect();
    let preview = manager.preview(table).await;
    let done = manager.confirm(&preview, &json!({ "service_ids": services })).await;
    assert_eq!((&done["state"], &done["counts"]["written"]), (&json!("done"), &done["counts"]["create"]));
}

async fn pages(person: &Person, path: &str, limit: usize) -> Vec<Value> {
    let (mut items, mut cursor) = (vec![], String::new());
    loop {
        let page = person.get(&format!("{path}limit={limit}{cursor}")).await;
        let found = page.json["items"].as_array().unwrap_or_else(|| panic!("{page:?}")).clone();
        assert!(found.len() <= limit);
        items.extend(found);
        match page.json["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

fn texts<'a>(items: &'a [Value], field: &str) -> Vec<&'a str> {
    items.iter().map(|item| item[field].as_str().unwrap()).collect()
}

/// API-2, CUS-1. 230 customers, once each, in order, whatever the size of the page.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_pages_by_name_and_by_newest_without_gap_or_repeat() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    import(&manager, Table::people("early", 115), None).await;
    house.advance(1).await;
    import(&manager, Table::people("late", 115), None).await;
    for limit in [7, 50, 100] {
        let by_name = pages(&manager, "/v1/customers?", limit).await;
        let names = texts(&by_name, "last_name");
        assert!(names.is_sorted(), "{names:?}");
        let newest = pages(&manager, "/v1/customers?sort=newest&", limit).await;
        let times = texts(&newest, "created_at");
        assert!(times.iter().rev().is_sorted() && newest[0]["email"].as_str().unwrap().starts_with("late"));
        for items in [&by_name, &newest] {
            let ids: BTreeSet<_> = texts(items, "id").into_iter().collect();
            assert_eq!((items.len(), ids.len()), (230, 230), "limit {limit}");
        }
    }
}

/// CUS-1. Case and accents don't matter, and either name may come first.
#[tokio::test(flavor = "multi_thread")]
async fn a_text_finds_last_names_first_names_and_addresses_by_their_beginning() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    for (first, last, email) in [
        ("Zoë", "Müller", "z.m@example.org"),
        ("Muriel", "Brontë", "info@example.org"),
        ("Ida", "Ng", "mu@example.org"),
        ("Émile", "Zola", "x@example.org"),
    ] {
        let added = manager
            .post("/v1/customers", &json!({ "first_name": first, "last_name": last, "email": email }))
            .await;
        assert_eq!(added.status, 201, "{added:?}");
    }
    for (text, found) in [
        ("MU", &["Müller", "Brontë", "Ng"][..]),
        ("mü", &["Müller", "Brontë"]),
        ("muller zo", &["Müller"]),
        ("zoe mu", &["Müller"]),
        ("EMILE", &["Zola"]),
        ("mu@", &["Ng"]),
        ("z", &["Zola", "Müller"]),
        ("ller", &[]),
        ("%23", &[]),
    ] {
        for limit in [1, 100] {
            let items =
                pages(&manager, &format!("/v1/customers?text={}&", text.replace(' ', "%20")), limit).await;
            assert_eq!(texts(&items, "last_name"), found, "{text}");
        }
    }
}

/// CUS-1, CUS-6, CUS-7. The list, a mass change and an export mean the same people by the same text.
#[tokio::test(flavor = "multi_thread")]
async fn a_text_finds_the_customers_of_companies_by_their_beginning_once_each() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    // Twelve companies with three customers each; one customer is found by name as well.
    let table = (0..36).fold(Table::new("first_name,last_name,email,company"), |table, number| {
        let name = if number == 5 { "Norbert" } else { "Pat" };
        table.row(&format!("{name},P{number:02},p{number}@example.org,Nörd {:02}", number % 12))
    });
    import(&manager, table.row("Nora,Other,o@example.org,Other"), None).await;
    let company = manager.get("/v1/companies?text=Nord%2005").await.json["items"][0]["id"].clone();
    let company = company.as_str().unwrap();
    for (filter, found) in [
        ("text=nord", 36),
        ("text=NÖRD%2005", 3),
        ("text=no", 37),
        ("text=ord", 0),
        (&format!("text=nord&company_id={company}"), 3),
        (&format!("text=other&company_id={company}"), 0),
        ("text=nord&portal_access=standard", 0),
    ] {
        for limit in [1, 2, 100] {
            let items = pages(&manager, &format!("/v1/customers?{filter}&"), limit).await;
            let ids: BTreeSet<_> = texts(&items, "id").into_iter().collect();
            assert_eq!((items.len(), ids.len()), (found, found), "{filter}, {limit} a page");
        }
    }
    let filter = json!({ "text": "nörd" });
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    let change = json!({ "filter": filter, "set_services": [{ "service_id": service }] });
    let change = manager.ask_for("/v1/customers/access", &change).await;
    assert_eq!(manager.watch(&change, &["done"]).await["counts"]["changed"], 36);
    let export = manager.ask_for("/v1/exports", &json!({ "filter": filter })).await;
    assert_eq!(manager.watch(&export, &["done"]).await["rows"], 36);
}

/// CUS-1 to CUS-3. Filters hold alone and together, in either order of the list.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_cut_to_a_company_a_service_and_an_access() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let service = manager.post("/v1/services", &json!({ "name": "Help desk" })).await.id();
    import(&manager, Table::people("with", 80), Some(&service)).await;
    import(&manager, Table::people("without", 80), None).await;
    let all = manager.all("/v1/customers").await;
    let company = manager.get("/v1/companies?text=Company%203").await.json["items"][0].clone();
    let (id, name) = (company["id"].as_str().unwrap(), &company["name"]);
    let of_company = |item: &&Value| item["company"]["name"] == *name;
    let served = |item: &&Value| {
        item["email"].as_str().unwrap().starts_with("with")
            && !item["email"].as_str().unwrap().starts_with("without")
    };
    for (filter, expected) in [
        (format!("company_id={id}"), all.iter().filter(of_company).count()),
        (format!("service_id={service}"), 80),
        ("portal_access=standard".into(), 80),
        ("portal_access=none".into(), 80),
        ("portal_access=company".into(), 0),
        (
            format!("company_id={id}&service_id={service}"),
            all.iter().filter(of_company).filter(served).count(),
        ),
        (format!("text=without&portal_access=standard&service_id={service}"), 0),
        (
            format!("text=with&company_id={id}&portal_access=none"),
            all.iter().filter(of_company).filter(|item| !served(item)).count(),
        ),
    ] {
        for sort in ["name", "newest"] {
            assert_eq!(
                pages(&manager, &format!("/v1/customers?{filter}&sort={sort}&"), 9).await.len(),
                expected,
                "{filter} {sort}"
            );
        }
    }
}

/// API-1. Every filter that makes no sense is named at once.
#[tokio::test(flavor = "multi_thread")]
async fn filters_that_make_no_sense_are_refused() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let wrong = manager.get("/v1/customers?company_id=x&service_id=y&portal_access=z&sort=age").await;
    let errors = [
        "company_id: company_unknown",
        "portal_access: wrong_type",
        "service_id: service_unknown",
        "sort: wrong_type",
    ];
    assert_eq!((wrong.status, wrong.errors()), (422, errors.map(str::to_owned).to_vec()));
}

/// API-2. A cursor is good for whom it was made, and for the query it was made for.
#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_of_another_query_or_user_is_refused() {
    let house = House::start().await;
    let (manager, representative) = house.demo().await;
    let stranger = house.manager("acme").await;
    let cursor = manager.get("/v1/customers?limit=10").await.json["next_cursor"].as_str().unwrap().to_owned();
    assert_eq!(
        manager.get(&format!("/v1/customers?limit=20&cursor={cursor}")).await.status,
        200,
        "the size of the page may change"
    );
    for (person, path) in [
        (&manager, "/v1/customers?sort=newest"),
        (&manager, "/v1/customers?text=a"),
        (&manager, "/v1/companies?limit=1"),
        (&representative, "/v1/customers?limit=10"),
        (&stranger, "/v1/customers?limit=10"),
    ] {
        let refused = person.get(&format!("{path}&cursor={cursor}")).await;
        assert_eq!(
            (refused.status, refused.errors()),
            (422, vec!["cursor: cursor_invalid".to_owned()]),
            "{path}"
        );
    }
}
