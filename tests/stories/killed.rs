//! The process is killed in the middle of an import, again and again, and the outcome is the same (IMP-6).
//!
//! The child process is this test binary itself: `house_for_the_killer` runs a whole house with its data in a folder.

use std::{path::Path, process::Stdio, time::Duration};

use serde_json::{Value, json};
use testkit::{House, PASSWORD, Person, Table};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// How many rows the file has.
const ROWS: usize = 10_000;
/// How many imports are made, and how often each is killed: 50 different points in all.
const IMPORTS: u32 = 5;
const KILLS: u32 = 10;
/// Where the child finds its data.
const FOLDER: &str = "HOUSE_FOLDER";

/// Not a test: the process that is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "run by the killer, as a process of its own"]
#[expect(clippy::disallowed_methods, reason = "how the killer tells its child where the data is")]
async fn house_for_the_killer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let house = House::start_in(Path::new(&folder)).await;
    println!("HOUSE {}", house.running.api_url);
    // The end of its input is the end of the test that started it.
    let _ = tokio::io::copy(&mut tokio::io::stdin(), &mut tokio::io::sink()).await;
}

struct Process {
    child: Child,
    person: Person,
}

async fn start(folder: &Path) -> Process {
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new(program);
    command.args(["--ignored", "--exact", "--nocapture", "killed::house_for_the_killer"]).env(FOLDER, folder);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let url = loop {
        let line = lines.next_line().await.unwrap().expect("the house came up");
        if let Some(url) = line.strip_prefix("HOUSE ") {
            break url.to_owned();
        }
    };
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Process { child, person: Person::at(&url) }
}

impl Process {
    async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// The lease of whoever was killed runs out, and the watchdog wakes another.
    async fn go_on(&self) {
        self.person.post("/_local/clock", &json!({ "advance_seconds": 121 })).await;
        self.person.post("/_local/schedules/Watchdog", &Value::Null).await;
    }

    async fn sign_in(&mut self) {
        let reply = self
            .person
            .post("/v1/sign-in", &json!({ "login": "acme@house.example", "password": PASSWORD }))
            .await;
        self.person.take_session(&reply);
    }
}

/// How far an import is: bytes read while reading, then rows written.
fn step(import: &Value) -> (bool, u64) {
    let reading = import["state"] == "reading" || import["state"] == "awaiting_upload";
    let done = if reading { &import["counts"]["rows"] } else { &import["counts"]["written"] };
    (!reading, done.as_u64().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_import_goes_on_and_makes_the_same_customers_wherever_it_is_killed() {
    for number in 0..IMPORTS {
        let folder = tempfile::tempdir().unwrap();
        {
            let house = House::start_in(folder.path()).await;
            house.manager("acme").await;
            house.running.stop().await;
        }
        let counts = import_with_kills(folder.path(), number).await;
        let wanted = json!({ "rows": ROWS, "create": ROWS - 100, "update": 0, "exists": 0, "duplicate": 60, "invalid": 40, "denylisted": 0, "written": ROWS - 100 });
        assert_eq!(counts, wanted, "import {number}");
    }
}

/// Imports the file while the process is killed [`KILLS`] times, half of them while reading, half while writing, at
/// moments that differ from import to import. Gives the counts, having checked them against the customers there are.
async fn import_with_kills(folder: &Path, number: u32) -> Value {
    let mut process = start(folder).await;
    process.sign_in().await;
    let id = process.person.upload_csv("customers.csv", file()).await;
    let path = format!("/v1/imports/{id}");
    let mut confirmed = false;
    for kill in 0..KILLS {
        if kill == KILLS / 2 {
            process.person.watch_import(&id, &["ready"]).await;
            process.person.post(&format!("{path}/confirm"), &json!({})).await;
            confirmed = true;
        }
        // Somewhere in the work of a chunk: a different place each time.
        let micros = u64::from((kill * 37 + number * 11) % 50) * 4_000;
        let before = step(&process.person.get(&path).await.json);
        for _ in 0..400 {
            if step(&process.person.get(&path).await.json) != before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_micros(micros)).await;
        process.kill().await;
        process = start(folder).await;
        process.sign_in().await;
        process.go_on().await;
    }
    assert!(confirmed);
    let import = process.person.watch_import(&id, &["done"]).await;
    assert_eq!(import["state"], "done", "{import}");
    assert_eq!(process.person.all("/v1/customers").await.len(), ROWS - 100);
    assert_eq!(process.person.all(&format!("{path}/rows")).await.len(), ROWS);
    process.kill().await;
    import["counts"].clone()
}

/// Rows with duplicates and mistakes spread over all chunks.
fn file() -> Table {
    let table = Table::new("first_name,last_name,email,company");
    (0..ROWS).fold(table, |table, row| match row % 100 {
        0 if row >= 4000 => table.row(&format!("A,Duplicate,PERSON{}@example.org,", row - 50)),
        0 => table.row("An,Invalid,nobody at example.org,"),
        _ => table.row(&format!("Pat,Person {row},person{row}@example.org,Company {}", row % 23)),
    })
}
