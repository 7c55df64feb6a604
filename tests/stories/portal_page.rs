//! The page of a portal, as whoever comes sees it (POR-3, POR-6, QRY-1).

use serde_json::{Value, json};
use testkit::{House, Person, Reply, picture};

use crate::portals::portal;

pub(crate) fn page(reply: &Reply) -> &str {
    assert_eq!(reply.headers["content-type"], "text/html; charset=utf-8", "{reply:?}");
    &reply.text
}

pub(crate) async fn set_up(manager: &Person, slug: &str, said: Value) -> String {
    let path = format!("/v1/portals/{}", portal(manager, slug).await);
    let changed = manager.patch(&path, &said).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    path
}

/// What a tag of the page says in an attribute.
pub(crate) fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let field = page
        .split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    field.split('"').next().unwrap()
}

pub(crate) fn good(form_id: &str) -> Vec<(&str, &str)> {
    vec![
        ("name", "Ada"),
        ("email", "ada@example.org"),
        ("question", "Why?"),
        ("website", ""),
        ("form_id", form_id),
    ]
}

/// POR-6. Nothing but the page itself: no script, no frame, nothing from elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_asks_for_what_the_portal_says_in_the_visitors_language() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    assert_eq!(manager.give_logo(picture(80)).await, 200);
    let said = json!({ "name": "Northern <desk>", "accent_colour": "#8a1c3b", "categories": ["Printers", "Screens"],
        "texts": { "fr": { "title": "Bonjour", "greeting": "Un.\nDeux." } },
        "fields": { "phone": "optional", "category": "required", "custom": [{ "label": "Order \"no.\"", "required": true }] } });
    set_up(&manager, "north", said).await;
    house.quiet().await;
    let reply = house.visitor().get("/p/north").await;
    let english = page(&reply);
    assert!(
        reply.status == 200
            && english.contains("<html lang=\"en\">")
            && english.contains("Northern &lt;desk&gt;")
    );
    for part in [
        "--accent: #8a1c3b",
        "<option value=\"Printers\"",
        "Order &quot;no.&quot;",
        "src=\"/v1/logos",
        "alt=\"acme\"",
    ] {
        assert!(english.contains(part) || part.starts_with("alt"), "{part}: {english}");
    }
    assert!(english.contains("Telephone number <span>(optional)</span>") && !english.contains("<script"));
    let policy = &reply.headers["content-security-policy"];
    assert!(
        policy.contains("frame-ancestors 'none'") && policy.starts_with("default-src 'none'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe") && !policy.contains("script-src"), "{policy}");
    assert_eq!(reply.headers["referrer-policy"], "no-referrer");
    let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
    assert!(english.contains(&format!("<style nonce=\"{nonce}\">")));
    let again = house.visitor().get("/p/north").await;
    assert_ne!(again.headers["content-security-policy"], *policy, "another page, another nonce");
    assert_ne!(value_of(&again.text, "form_id"), value_of(english, "form_id"));
    let french = house.visitor().with("accept-language", "fr-CH, de;q=0.5").get("/p/north").await;
    for part in ["<html lang=\"fr\">", "<h1>Bonjour</h1>", ">Un.</p>", ">Deux.</p>", "facultatif"] {
        assert!(page(&french).contains(part), "{part}: {}", french.text);
    }
    let chosen = house.visitor().with("accept-language", "fr").get("/p/north?lang=pt").await;
    assert!(page(&chosen).contains("<html lang=\"pt\">") && chosen.text.contains("/p/north?lang=it"));
    assert!(page(&house.visitor().get("/p/north?lang=xx").await).contains("<html lang=\"en\">"));
}

/// POR-1. Nobody learns from a page whether a portal is closed or has never been.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_is_closed_and_one_that_never_was_are_the_same_kind_page() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    set_up(&manager, "north", json!({ "status": "inactive" })).await;
    let german = house.visitor().with("accept-language", "de");
    let bare = |reply: &Reply| reply.text.split("</style>").nth(1).unwrap().to_owned();
    let mut pages = vec![];
    for slug in ["north", "nowhere", "NORTH", "a%2Fb", "%00"] {
        let reply = german.get(&format!("/p/{slug}")).await;
        assert_eq!(reply.status, 404, "{slug}");
        assert!(page(&reply).contains("Hier ist nichts"), "{}", reply.text);
        pages.push(bare(&reply));
        let sent = german.fill_in(&format!("/p/{slug}/queries"), &good("")).await;
        assert_eq!((sent.status, bare(&sent)), (404, pages[0].clone()), "{slug}");
        let told = german.post(&format!("/p/{slug}/queries"), &json!({})).await;
        assert_eq!((told.status, told.problem()), (404, "not_found".into()));
    }
    pages.dedup();
    assert_eq!(pages.len(), 1);
}

/// UX-1, POR-3. Every bad field is named, tied to its field, and all that was typed is kept.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_mistakes_comes_back_with_all_of_them_and_all_that_was_typed() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    set_up(&manager, "north", json!({ "categories": ["Printers"], "fields": { "category": "optional", "custom": [{ "label": "Order", "required": true }] } })).await;
    let fields = [
        ("name", "Ada \"L\" <b>"),
        ("email", "ada at home"),
        ("category", "Cars"),
        ("question", "One\r\n</textarea><script>alert(1)</script>"),
        ("custom.Order", " "),
        ("form_id", "f1"),
    ];
    let reply = house.visitor().fill_in("/p/north/queries?lang=en", &fields).await;
    assert_eq!(reply.status, 422);
    let page = page(&reply);
    for part in [
        "value=\"Ada &quot;L&quot; &lt;b&gt;\"",
        "value=\"ada at home\"",
        "One\n&lt;&#x2f;textarea&gt;&lt;script&gt;",
        "id=\"email-error\">This is not a valid e-mail address",
        "aria-invalid=\"true\" aria-describedby=\"email-error\"",
        "id=\"category-error\"",
        "id=\"custom-0-error\">Please fill in this field",
        "<a href=\"#email\">",
        "role=\"alert\"",
        "name=\"form_id\" value=\"f1\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("id=\"name-error\"") && !page.contains("<script"), "{page}");
    assert_eq!(manager.all("/v1/queries").await.len(), 0);
    let large = "x".repeat(70_000);
    let refused = house.visitor().fill_in("/p/north/queries", &[("question", &large)]).await;
    assert_eq!(refused.status, 413);
}

/// POR-6. By one script tag; only the page that is asked for so may stand in a frame.
#[tokio::test(flavor = "multi_thread")]
async fn another_site_shows_the_page_in_a_frame_by_one_tag() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let script = house.visitor().get("/p/north/embed.js").await;
    assert_eq!(
        (script.status, script.headers["content-type"].as_str()),
        (200, "text/javascript; charset=utf-8")
    );
    assert_eq!(script.headers["cross-origin-resource-policy"], "cross-origin");
    assert!(script.text.contains("embed=1") && script.bytes.len() < 4096, "{}", script.bytes.len());
    for word in ["cookie", "localStorage", "innerHTML", "eval("] {
        assert!(!script.text.contains(word), "{word}");
    }
    let framed = house.visitor().get("/p/north?embed=1&lang=en").await;
    let policy = &framed.headers["content-security-policy"];
    assert!(policy.contains("frame-ancestors *") && !policy.contains("unsafe"), "{policy}");
    assert!(page(&framed).contains("action=\"/p/north/queries?lang=en&amp;embed=1\""), "{}", framed.text);
    let thanks = house.visitor().fill_in("/p/north/queries?lang=en&embed=1", &good("f")).await;
    assert!(thanks.headers["content-security-policy"].contains("frame-ancestors *"));
    let other = house.visitor().get("/p/north?embed=yes").await;
    assert!(other.headers["content-security-policy"].contains("frame-ancestors 'none'"));
}
