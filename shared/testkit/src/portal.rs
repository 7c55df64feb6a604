//! Customers who come in through the portal.

use serde_json::{Value, json};

use crate::{House, PASSWORD, Person};

impl House {
    /// A customer with access to the portal, who has not come in yet; gives their id.
    pub async fn invited(&self, manager: &Person, email: &str) -> String {
        let name = email.split('@').next().unwrap_or_default();
        let company = manager.post("/v1/companies", &json!({ "name": format!("Of {name}") })).await.id();
        let customer = json!({ "first_name": "Ina", "last_name": "Berg", "email": email, "company_id": company, "locale": manager.user["locale"],
            "portal_access": "company", "send_activation": true });
        let added = manager.post("/v1/customers", &customer).await;
        assert_eq!(added.status, 201, "{added:?}");
        added.id()
    }

    /// A customer who has followed the link of the mail and signed in; their id is in `user`.
    pub async fn customer(&self, manager: &Person, email: &str) -> Person {
        self.invited(manager, email).await;
        let path = format!("/v1/activations/{}", self.letter_to(email).await.token());
        let activated = self.visitor().put(&path, &json!({ "password": PASSWORD })).await;
        assert_eq!(activated.status, 204, "{activated:?}");
        self.enter(&manager.user["account"]["id"], email, PASSWORD).await
    }

    /// Somebody who has an address and a password in the portal of an account, signed in.
    pub async fn enter(&self, account: &Value, email: &str, password: &str) -> Person {
        let mut person = self.visitor();
        let asked = json!({ "account_id": account, "email": email, "password": password });
        let reply = person.post("/v1/portal/sign-in", &asked).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        person.take_session(&reply);
        person.user = reply.json["customer"].clone();
        person
    }
}
