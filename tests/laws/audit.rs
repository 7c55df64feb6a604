//! What the audit log tells, and what it must not.

use testkit::{House, Person};

use crate::everything;

async fn log(person: &Person) -> Vec<serde_json::Value> {
    person.all("/v1/audit").await
}

/// AUD-1, ERA-1. Whoever does something is told with where they are. No secret is, and nothing personal of a customer.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_told_with_who_and_from_where_and_without_secrets_and_customers() {
    let house = House::start().await;
    everything::happens(&house).await;
    house.quiet().await;
    let day = log(&house.sign_in("day@house.example").await).await;
    let lost = log(&house.sign_in_with("lost@house.example", everything::NEW).await).await;
    let told = |action: &str| day.iter().chain(&lost).any(|entry| entry["action"] == action);
    for action in [
        "access_change.customers_changed",
        "access_change.requested",
        "account.opened",
        "api_key.created",
        "api_key.revoked",
        "avatar.kept",
        "avatar.requested",
        "avatar.removed",
        "company.changed",
        "company.created",
        "company.deleted",
        "company.merged",
        "company_merge.access_given",
        "company_merge.access_moved",
        "company_merge.customers_moved",
        "company_merge.devices_moved",
        "company_merge.done",
        "company_merge.requested",
        "contact.changed",
        "contact.created",
        "contact.deleted",
        "contact_method.added",
        "contact_method.changed",
        "contact_method.removed",
        "contact_method.tested",
        "contact_method.verified",
        "customer.activated",
        "customer.changed",
        "customer.created",
        "customer.deleted",
        "customer.password_reset",
        "denylist.added",
        "denylist.hit",
        "denylist.removed",
        "device.came_online",
        "device.changed",
        "device.created",
        "device.deleted",
        "device.key_renewed",
        "device.moved",
        "device.went_offline",
        "erasure.done",
        "erasure.requested",
        "export.requested",
        "import.cancelled",
        "import.confirmed",
        "import.done",
        "import.requested",
        "logo.refused",
        "logo.requested",
        "portal.changed",
        "portal.created",
        "portal.deleted",
        "query.submitted",
        "service.changed",
        "service.created",
        "settings.changed",
        "sign_in.ended",
        "sign_in.succeeded",
        "user.activated",
        "user.invited",
        "user.password_reset",
    ] {
        assert!(told(action), "{action}");
    }
    for entry in day.iter().chain(&lost) {
        let subject = entry["subject"].as_str().unwrap();
        let of_customer = ["cus_", "con_", "qry_"].iter().any(|prefix| subject.starts_with(prefix))
            || entry["action"] == "denylist.hit";
        let (by, action) = (entry["actor"]["kind"].as_str().unwrap(), entry["action"].as_str().unwrap());
        // What somebody has asked for is done behind their back; from where they asked, the request tells.
        let later = ["access_change.customers_changed", "company.merged"].contains(&action)
            || (action.starts_with("company_merge.") && action != "company_merge.requested")
            || entry["after"]["logo"].is_object();
        let known = !later && (by == "user" || by == "key" || (by == "visitor" && !of_customer));
        assert_eq!(entry["origin"]["ip"].as_str(), known.then_some("127.0.0.1"), "{entry}");
        let text = entry.to_string();
        for hidden in ["example.org", "Countess", everything::NEW, testkit::PASSWORD, "dhk_"] {
            let visible = hidden == "dhk_" && entry["action"].as_str().unwrap().starts_with("api_key.");
            assert!(visible || !text.contains(hidden), "{hidden} in {text}");
        }
    }
}
