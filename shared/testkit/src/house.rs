//! A house: the whole of Deskhand on the local cloud, in this process, on ports of its own.

use std::path::{Path, PathBuf};

use deskhand::{Keys, fill, make_function, seed_app};
use local::{Data, Local, MakeFunction, Options, Running};
use runtime::Clock;
use serde_json::{Value, json};

use crate::{Letter, PASSWORD, Person};

/// The whole of Deskhand.
pub struct House {
    /// The local cloud that it runs on.
    pub running: Running,
    /// By which the distribution would prove that a request came through it.
    pub edge_key: String,
}

impl House {
    /// A new house that is gone when the test ends.
    pub async fn start() -> Self {
        Self::start_with(Data::Memory, make_function()).await
    }

    /// A house with its data in a folder, to be found again.
    pub async fn start_in(folder: &Path) -> Self {
        Self::start_with(Data::Folder(folder.to_owned()), make_function()).await
    }

    /// A house in which nobody may open an account.
    pub async fn start_closed() -> Self {
        Self::open(Data::Memory, make_function(), "false").await
    }

    /// A house with functions of one's own making.
    pub async fn start_with(data: Data, make_function: MakeFunction) -> Self {
        Self::open(data, make_function, "true").await
    }

    async fn open(data: Data, make_function: MakeFunction, accounts: &str) -> Self {
        let keys = match &data {
            Data::Folder(folder) => Keys::in_folder(folder, &mut Clock::system().moment()).unwrap(),
            Data::Memory => Keys::new(&mut Clock::system().moment()),
        };
        let parameters = [
            ("AppUrl", "http://localhost:8080"),
            ("Sender", "desk@house.example"),
            ("MessageOrigin", "+4930000000"),
            ("OpenAccounts", accounts),
        ];
        let options = Options {
            data,
            parameters: parameters
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            secrets: keys.secrets(),
            ..Options::new(Self::root().join("infra/template.yaml"), make_function)
        };
        Self { running: Local::start(options).await.unwrap(), edge_key: keys.edge_key }
    }

    /// The root of the repository.
    #[must_use]
    pub fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
    }

    /// Somebody who is not signed in.
    #[must_use]
    pub fn visitor(&self) -> Person {
        Person::at(&self.running.api_url)
    }

    /// A new account, and its manager, who has followed the link of the mail and signed in.
    pub async fn manager(&self, name: &str) -> Person {
        let login = format!("{name}@house.example");
        let opening = json!({ "name": name, "login": login, "first_name": "Mo", "last_name": "Chief", "time_zone": "Europe/Berlin" });
        let opened = self.visitor().post("/v1/accounts", &opening).await;
        assert_eq!(opened.status, 201, "{opened:?}");
        let token = self.letter_to(&login).await.token();
        let activated =
            self.visitor().put(&format!("/v1/activations/{token}"), &json!({ "password": PASSWORD })).await;
        assert_eq!(activated.status, 204, "{activated:?}");
        self.sign_in(&login).await
    }

    /// Somebody who has a login and [`PASSWORD`], signed in.
    pub async fn sign_in(&self, login: &str) -> Person {
        self.sign_in_with(login, PASSWORD).await
    }

    /// Somebody with a login and a password of their own, signed in.
    pub async fn sign_in_with(&self, login: &str, password: &str) -> Person {
        let mut person = self.visitor();
        let reply = person.post("/v1/sign-in", &json!({ "login": login, "password": password })).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        person.take_session(&reply);
        person
    }

    /// A manager as [`House::manager`] makes one, who reads this language.
    pub async fn manager_reading(&self, name: &str, locale: &str) -> Person {
        let manager = self.manager(name).await;
        let changed = manager.patch("/v1/me", &json!({ "locale": locale })).await;
        assert_eq!(changed.status, 200, "{changed:?}");
        self.sign_in(&format!("{name}@house.example")).await
    }

    /// The demo's manager and representative, in the demo's account.
    pub async fn demo(&self) -> (Person, Person) {
        fill(&seed_app(&self.running).unwrap()).await.unwrap();
        let manager = self.sign_in_with("manager@demo.example", deskhand::PASSWORD).await;
        (manager, self.sign_in_with("representative@demo.example", deskhand::PASSWORD).await)
    }

    /// Writes a file into the bucket past everybody.
    pub async fn put_file(&self, key: &str, bytes: Vec<u8>) {
        let app = seed_app(&self.running).unwrap();
        app.files().unwrap().save(key, "application/octet-stream", bytes).await.unwrap();
    }

    /// All mails, newest first, once all is quiet.
    pub async fn letters(&self) -> Vec<Letter> {
        self.quiet().await;
        let mails = self.visitor().get("/_local/mail.json").await.json;
        mails.as_array().unwrap().iter().map(Letter::read).collect()
    }

    /// The mails to an address, newest first, once all is quiet.
    pub async fn letters_to(&self, address: &str) -> Vec<Letter> {
        let letters = self.letters().await.into_iter();
        letters.filter(|letter| letter.to.eq_ignore_ascii_case(address)).collect()
    }

    /// The newest mail to an address.
    pub async fn letter_to(&self, address: &str) -> Letter {
        self.letters_to(address).await.into_iter().next().unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// All text messages and calls, newest first, once all is quiet.
    pub async fn messages(&self) -> Vec<Value> {
        self.quiet().await;
        let messages = self.visitor().get("/_local/messages.json").await.json;
        messages.as_array().unwrap().clone()
    }

    /// Waits until nothing is in flight: every event delivered, every function done.
    pub async fn quiet(&self) {
        self.running.idle().await.unwrap();
    }

    /// Moves time forward.
    pub async fn advance(&self, seconds: u32) {
        self.running.advance(seconds).await.unwrap();
    }

    /// Runs the watchdog now.
    pub async fn watch(&self) {
        self.strike("Watchdog").await;
    }

    /// Lets the clock strike for the function of a schedule.
    pub async fn strike(&self, function: &str) {
        let reply = self.visitor().post(&format!("/_local/schedules/{function}"), &Value::Null).await;
        assert!(reply.status < 300, "{reply:?}");
        self.quiet().await;
    }

    /// What was given up: the dead letters.
    pub async fn dead_letters(&self) -> Vec<Value> {
        let events = self.visitor().get("/_local/events.json").await.json;
        events["dead_letters"].as_array().unwrap_or_else(|| panic!("{events}")).clone()
    }
}
