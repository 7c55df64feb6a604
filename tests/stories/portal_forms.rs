//! What becomes of what is sent from a portal's page (QRY-1, DEN-1).

use serde_json::json;
use testkit::{House, Reply};

use crate::{
    portal_page::{good, page, set_up, value_of},
    portals::portal,
};

/// QRY-1. The query waits, the page says so, and whoever opened the account is told by mail, with nothing of what was asked.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_waits_for_an_answer_and_those_who_look_after_the_portal_are_told() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "it").await;
    let path = set_up(&manager, "north", json!({ "name": "Northern desk" })).await;
    let form = house.visitor().get("/p/north?lang=de").await;
    let id = value_of(page(&form), "form_id").to_owned();
    assert!(form.text.contains("action=\"/p/north/queries?lang=de\""), "{}", form.text);
    let thanks = house.visitor().fill_in("/p/north/queries?lang=de", &good(&id)).await;
    assert!(
        thanks.status == 200 && page(&thanks).contains("Wir antworten Ihnen per E-Mail"),
        "{}",
        thanks.text
    );
    let queries = manager.all("/v1/queries").await;
    assert_eq!(queries.len(), 1);
    let told = |name: &str| queries[0][name].as_str().unwrap().to_owned();
    assert_eq!([told("state"), told("name"), told("question")], ["waiting", "Ada", "Why?"]);
    assert_eq!(path, format!("/v1/portals/{}", told("portal_id")));
    let query = manager.get(&format!("/v1/queries/{}", told("id"))).await.json;
    assert_eq!((&query["asked"]["email"], &query["locale"]), (&json!("ada@example.org"), &json!("de")));
    let letter = house.letter_to("acme@house.example").await;
    assert!(
        letter.subject.contains("Northern desk") && letter.subject.contains("richiesta"),
        "{}",
        letter.subject
    );
    assert!(letter.text.contains(&format!("/queries/{}", told("id"))), "{}", letter.text);
    assert!(!letter.text.contains("Why?") && !letter.text.contains("Ada"), "{}", letter.text);
    let own = json!({ "texts": { "en": { "thanks": "Seen.\nSoon." } }, "fields": { "email": "hidden" } });
    assert_eq!(manager.patch(&path, &own).await.status, 200);
    let other = [("name", "Bo"), ("question", "How?")];
    let thanks = house.visitor().fill_in("/p/north/queries", &other).await;
    assert!(page(&thanks).contains("<p>Seen.</p>\n<p>Soon.</p>"), "{}", thanks.text);
}

/// API-2 in a browser: pressed twice, one query; and another question from the same page is another query.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twice_makes_one_query_and_with_another_question_two() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let visitor = house.visitor();
    let (first, second) = futures::future::join(
        visitor.fill_in("/p/north/queries", &good("f1")),
        visitor.fill_in("/p/north/queries", &good("f1")),
    )
    .await;
    assert_eq!((first.status, second.status), (200, 200));
    assert_eq!(manager.all("/v1/queries").await.len(), 1);
    let mut other = good("f1");
    other[2].1 = "And how?";
    assert_eq!(visitor.fill_in("/p/north/queries", &other).await.status, 200);
    assert_eq!(manager.all("/v1/queries").await.len(), 2);
    let program = json!({ "name": "P", "email": "p@example.org", "question": "?", "form_id": "p1" });
    let taken = visitor.post("/p/north/queries", &program).await;
    let again = visitor.post("/p/north/queries", &program).await;
    assert_eq!((taken.status, again.status, taken.id()), (201, 201, again.id()));
    house.quiet().await;
    assert_eq!(
        house
            .letters_to("acme@house.example")
            .await
            .iter()
            .filter(|letter| letter.subject.contains("north"))
            .count(),
        3
    );
}

/// Whoever fills in what nobody sees, and whoever is denied, hears the same thanks, and nothing is kept but the hit (DEN-1).
#[tokio::test(flavor = "multi_thread")]
async fn robots_and_people_who_are_denied_are_thanked_and_not_kept() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let entry = manager.post("/v1/denylist", &json!({ "domain": "spam.example" })).await.id();
    let visitor = house.visitor();
    let bare = |reply: &Reply| reply.text.split("</style>").nth(1).unwrap().to_owned();
    let mut denied = good("f1");
    denied[1].1 = "ada@mail.spam.example";
    let thanks = visitor.fill_in("/p/north/queries", &denied).await;
    let mut robot = good("f2");
    robot[3].1 = "https://spam.example";
    let trapped = visitor.fill_in("/p/north/queries", &robot).await;
    assert_eq!((thanks.status, trapped.status), (200, 200));
    assert_eq!(manager.all("/v1/queries").await.len(), 0);
    let kept = visitor.fill_in("/p/north/queries", &good("f3")).await;
    assert_eq!((bare(&thanks), bare(&trapped)), (bare(&kept), bare(&kept)), "they are told the same");
    let program = json!({ "name": "P", "email": "p@spam.example", "question": "?" });
    assert_eq!(visitor.post("/p/north/queries", &program).await.status, 201);
    house.quiet().await;
    assert_eq!(manager.all("/v1/queries").await.len(), 1);
    assert_eq!(manager.get(&format!("/v1/denylist/{entry}")).await.json["hits"], 2);
    let log = manager.all("/v1/audit").await;
    assert!(!log.iter().any(|event| event.to_string().contains("spam.example")), "{log:?}");
}

/// Ten queries in ten minutes come from one place; then the page says when to come again, and keeps what was typed.
#[tokio::test(flavor = "multi_thread")]
async fn too_many_queries_from_one_place_have_to_wait() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    portal(&manager, "north").await;
    let edge =
        |ip: &str| house.visitor().with("x-deskhand-viewer", ip).with("x-deskhand-edge", &house.edge_key);
    let here = edge("2001:db8:1:2:aaaa::1");
    let wrong = here.fill_in("/p/north/queries", &[("name", "Ada")]).await;
    assert_eq!(wrong.status, 422, "mistakes don't count");
    for at in 0..10 {
        assert_eq!(here.fill_in("/p/north/queries", &good(&at.to_string())).await.status, 200, "{at}");
    }
    let next_door = edge("2001:db8:1:2:bbbb::9");
    let limited = next_door.fill_in("/p/north/queries", &good("more")).await;
    assert_eq!(limited.status, 429, "a network is one place");
    let seconds: u64 = limited.headers["retry-after"].parse().unwrap();
    assert!((1..=600).contains(&seconds) && page(&limited).contains("value=\"Ada\""), "{}", limited.text);
    let program = json!({ "name": "P", "email": "p@example.org", "question": "?" });
    let refused = here.post("/p/north/queries", &program).await;
    assert_eq!((refused.status, refused.problem()), (429, "limited".into()));
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(edge("198.51.100.7").fill_in("/p/north/queries", &good("far")).await.status, 200);
    house.advance(u32::try_from(seconds).unwrap() + 1).await;
    assert_eq!(here.fill_in("/p/north/queries", &good("later")).await.status, 200);
}
