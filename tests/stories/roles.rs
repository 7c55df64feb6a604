//! Who may do what.

use serde_json::json;
use testkit::House;

/// PPL-1. A representative sees account data but changes none of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_representative_sees_customers_companies_and_services_and_changes_none() {
    let house = House::start().await;
    let (manager, representative) = house.demo().await;
    assert_eq!(representative.get("/v1/me").await.json["role"], "representative");
    for (list, count) in [("customers", 300), ("companies", 2), ("services", 3)] {
        let things = representative.all(&format!("/v1/{list}")).await;
        assert_eq!(things.len(), count);
        let path = format!("/v1/{list}/{}", things[0]["id"].as_str().unwrap());
        let before = representative.get(&path).await;
        assert_eq!(before.status, 200);
        for refused in [
            representative
                .post(
                    &format!("/v1/{list}"),
                    &json!({ "name": "New", "last_name": "New", "email": "new@example.org" }),
                )
                .await,
            representative.patch(&path, &json!({ "name": "New", "last_name": "New" })).await,
            representative.delete(&path).await,
        ] {
            assert_eq!((refused.status, refused.problem().as_str()), (403, "forbidden"));
        }
        let after = manager.get(&path).await;
        assert_eq!((after.json, &after.headers["etag"]), (before.json, &before.headers["etag"]));
        assert_eq!(manager.all(&format!("/v1/{list}")).await.len(), count);
    }
    assert_eq!(
        representative.patch("/v1/me", &json!({ "screen_name": "Rui" })).await.status,
        200,
        "but their own profile is theirs"
    );
}

/// PPL-1, IMP-1. Imports are the managers'.
#[tokio::test(flavor = "multi_thread")]
async fn a_representative_imports_nothing_and_looks_into_no_import() {
    let house = House::start().await;
    let (manager, representative) = house.demo().await;
    let import = manager.preview(testkit::Table::people("new", 3)).await;
    let path = format!("/v1/imports/{}", import["id"].as_str().unwrap());
    for read in ["/v1/imports", &path, &format!("{path}/rows"), &format!("{path}/rejected.csv")] {
        let refused = representative.get(read).await;
        assert_eq!((refused.status, refused.problem().as_str()), (403, "forbidden"), "{read}");
    }
    for write in ["/v1/imports", &format!("{path}/confirm"), &format!("{path}/cancel")] {
        let refused = representative.post(write, &json!({})).await;
        assert_eq!((refused.status, refused.problem().as_str()), (403, "forbidden"), "{write}");
    }
    assert_eq!(manager.get(&path).await.json["state"], "ready");
}
