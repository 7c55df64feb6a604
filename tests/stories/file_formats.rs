//! Files as the programs of this world write them.

use serde_json::{Value, json};
use testkit::House;

fn utf16(text: &str, mark: bool, little: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| if letter == '€' { 0x80 } else { u8::try_from(u32::from(letter)).unwrap() })
        .collect()
}

/// IMP-3.
#[tokio::test(flavor = "multi_thread")]
async fn encodings_delimiters_and_line_ends_are_recognised() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let text = |delimiter: &str, end: &str| {
        let lines = [
            ["notes", "last_name", "EMAIL"],
            ["Zoë", "Müller", "zoe@example.org"],
            ["\"A, B;\r\nC\"", "D", "d@example.org"],
        ];
        lines.map(|cells| cells.join(delimiter) + end).concat()
    };
    for (bytes, encoding, delimiter) in [
        (text(",", "\n").into_bytes(), "utf-8", ","),
        (format!("\u{feff}{}", text(";", "\r\n")).into_bytes(), "utf-8", ";"),
        (windows_1252(&text(";", "\r\n")), "windows-1252", ";"),
        (windows_1252(&text(",", "\n")), "windows-1252", ","),
        (utf16(&text("\t", "\r\n"), true, true), "utf-16le", "\t"),
        (utf16(&text(";", "\n"), true, false), "utf-16be", ";"),
        (utf16(&text(",", "\n"), false, true), "utf-16le", ","),
        (text("\t", "\r").into_bytes(), "utf-8", "\t"),
    ] {
        let import = manager.preview(bytes).await;
        assert_eq!(import["format"], json!({ "encoding": encoding, "delimiter": delimiter }), "{import}");
        let rows = manager.all(&format!("/v1/imports/{}/rows", import["id"].as_str().unwrap())).await;
        let names: Vec<_> = rows.iter().map(|row| row["values"]["last_name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Müller", "D"], "{encoding} {delimiter}");
    }
}

/// IMP-2. The sample file shows how it is done, and is itself a file without mistakes.
#[tokio::test(flavor = "multi_thread")]
async fn the_sample_file_is_imported_as_it_is() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let sample = manager.get("/v1/imports/sample.csv").await;
    assert_eq!((sample.status, sample.headers["content-type"].as_str()), (200, "text/csv; charset=utf-8"));
    let import = manager.preview(sample.text.into_bytes()).await;
    assert_eq!((&import["counts"]["rows"], &import["counts"]["create"]), (&json!(3), &json!(3)));
    assert_eq!((&import["problem"], &import["unknown_columns"]), (&Value::Null, &json!([])));
}

/// IMP-3, IMP-4. A row that can't be read is told with its line, and the others go on.
#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_row_is_told_with_its_line_number_and_stops_no_other() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let lines: [&[u8]; 9] = [
        b"\xEF\xBB\xBFnotes,last_name,email",
        b"Ada,Lovelace,ada@example.org",
        b"Alan,Turing",
        b"\"Grace\nM\",Hopper,grace@example.org",
        b"",
        b"Edsger,Dijkstra,ed@example.org,extra",
        b"N\0l,Nul,nul@example.org",
        b"Ren\xE9,Descartes,rene@example.org",
        b"Katherine,Johnson,kate@example.org",
    ];
    let import = manager.preview(lines.join(&b'\n')).await;
    assert_eq!(
        import["counts"],
        json!({ "rows": 7, "create": 3, "update": 0, "exists": 0, "duplicate": 0, "invalid": 4, "denylisted": 0, "written": 0 })
    );
    let rows =
        manager.all(&format!("/v1/imports/{}/rows?verdict=invalid", import["id"].as_str().unwrap())).await;
    let told = |row: &Value| {
        (
            row["line"].as_u64().unwrap(),
            row["row"].as_u64().unwrap(),
            row["errors"][0]["code"].as_str().unwrap().to_owned(),
        )
    };
    let expected = [(3, 2, "cell_count"), (7, 4, "cell_count"), (8, 5, "nul"), (9, 6, "undecodable")];
    assert_eq!(
        rows.iter().map(told).collect::<Vec<_>>(),
        expected.map(|(line, row, code)| (line, row, code.to_owned()))
    );
    let message = rows[0]["errors"][0]["message"].as_str().unwrap();
    assert!(message.starts_with("Die Anzahl der Zellen stimmt nicht: erwartet 3, gefunden 2."), "{message}");
    let done = manager.confirm(&import, &json!({})).await;
    assert_eq!(done["counts"]["written"], 3);
}

/// IMP-4. Each verdict says why, and a duplicate names the earlier row.
#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_cell_of_a_row_is_named_by_its_column() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    manager
        .post(
            "/v1/customers",
            &json!({ "last_name": "L", "email": "ada@example.org", "email_aliases": ["al@example.org"] }),
        )
        .await;
    let table = testkit::Table::new("email,email_aliases,last_name,fax")
        .row("grace@example.org,\"g@example.org, gh@example.org\",Hopper,1")
        .row("x@example.org,GH@example.org,X,1")
        .row("AL@example.org,,Byron,1")
        .row(&format!("nobody,\"bad, z@example.org\",,{}", "1".repeat(256)));
    let import = manager.preview(table).await;
    let rows = manager.all(&format!("/v1/imports/{}/rows", import["id"].as_str().unwrap())).await;
    let codes = |row: &Value| {
        let mut codes: Vec<_> = row["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| format!("{}: {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap()))
            .collect();
        codes.sort();
        codes
    };
    assert_eq!(
        (&rows[0]["verdict"], &rows[1]["verdict"], &rows[1]["same_as"]),
        (&json!("create"), &json!("duplicate"), &json!(1))
    );
    assert!(rows[1]["errors"][0]["message"].as_str().unwrap().contains('1'), "{}", rows[1]);
    assert_eq!((&rows[2]["verdict"], codes(&rows[2])), (&json!("exists"), vec!["email: exists".to_owned()]));
    assert_eq!(
        codes(&rows[3]),
        ["email: email", "email_aliases: email", "fax: too_long", "last_name: required"]
    );
}
