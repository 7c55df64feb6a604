//! Files that can't be imported: said plainly, with what to do.

use serde_json::{Value, json};
use testkit::{House, Person};

async fn refused(manager: &Person, bytes: &[u8]) -> Value {
    let id = manager.upload_csv("customers.csv", bytes).await;
    let import = manager.watch_import(&id, &["ready"]).await;
    assert_eq!(import["state"], "failed", "{import}");
    assert_eq!(import["problem"]["title"], "Diese Datei kann nicht importiert werden");
    import
}

fn told(import: &Value) -> (&str, &str) {
    (import["problem"]["type"].as_str().unwrap(), import["problem"]["detail"].as_str().unwrap())
}

/// Bytes that many programs write at a file's beginning, with something behind.
fn file(beginning: &[u8]) -> Vec<u8> {
    let noise = (0..2000u32).map(|n| u8::try_from(n * 7919 % 256).unwrap_or_default());
    beginning.iter().copied().chain(noise).collect()
}

fn utf32(text: &str) -> Vec<u8> {
    let letters = text.chars().flat_map(|letter| u32::from(letter).to_le_bytes());
    [0xFF, 0xFE, 0, 0].into_iter().chain(letters).collect()
}

/// IMP-3.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_csv_is_refused_with_what_it_is_and_what_to_do() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let workbook = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml\0\0\0\0xl/workbook.xml";
    let archive = b"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0customers.csv";
    for (bytes, code, detail) in [
        (
            file(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"),
            "pdf",
            "Das ist ein PDF-Dokument, keine CSV-Datei. Bitte",
        ),
        (
            file(workbook),
            "excel",
            "Das ist eine Excel-Arbeitsmappe, keine CSV-Datei. Bitte speichern Sie sie",
        ),
        (file(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "excel", "Das ist eine Excel-Arbeitsmappe"),
        (file(archive), "zip", "Das ist ein ZIP-Archiv, keine CSV-Datei. Bitte entpacken Sie es"),
        (
            file(b"\x1F\x8B\x08\0\0\0\0\0\0\x03"),
            "gzip",
            "Die Datei ist mit gzip komprimiert. Bitte entpacken",
        ),
        (file(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "image", "Das ist ein Bild, keine CSV-Datei."),
        (file(b"\x7FELF\x02\x01\x01\0"), "binary", "Das ist eine Binärdatei, keine CSV-Datei."),
        (
            utf32("email,last_name\na@example.org,L\n"),
            "utf32",
            "Die Zeichenkodierung der Datei wurde nicht erkannt. Bitte speichern Sie sie als CSV in UTF-8",
        ),
    ] {
        let import = refused(&manager, &bytes).await;
        let (kind, said) = told(&import);
        assert_eq!(kind, format!("/problems/import/{code}"));
        assert!(said.starts_with(detail), "{said}");
    }
    assert_eq!(manager.all("/v1/customers").await.len(), 0);
    assert_eq!(house.dead_letters().await.len(), 0, "a bad file is no accident");
}

/// IMP-2, IMP-3.
#[tokio::test(flavor = "multi_thread")]
async fn a_csv_without_rows_or_without_addresses_is_refused_with_what_it_lacks() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    for (text, code, detail) in [
        ("\r\n\n", "empty", "Die Datei ist leer."),
        ("\u{feff}", "empty", "Die Datei ist leer."),
        ("email,last_name\n", "no_rows", "Die Datei enthält nur die Kopfzeile."),
        (
            "first_name,phone\nAda,1\n",
            "no_email_column",
            "Es gibt keine Spalte „email“. Gefunden wurden: first_name, phone.",
        ),
        (
            "email,E-Mail\na@example.org,b@example.org\n",
            "duplicate_column",
            "Die Spalte „email“ kommt mehrfach vor.",
        ),
        (
            "sep=|\nemail|last_name\na@example.org|L\n",
            "unsupported_delimiter",
            "Die Zellen sind durch „|“ getrennt.",
        ),
        (
            "\"email,last_name\na@example.org,L\n",
            "header_unclosed_quote",
            "In der Zeile mit den Spaltennamen wird ein Anführungszeichen nicht geschlossen.",
        ),
    ] {
        let import = refused(&manager, text.as_bytes()).await;
        let (kind, said) = told(&import);
        assert_eq!(kind, format!("/problems/import/{code}"));
        assert!(said.starts_with(detail) && !said.contains('{'), "{said}");
    }
}

/// IMP-6, API-1. What can be said before the upload is said before the upload.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_above_the_limit_an_empty_one_and_one_without_name_are_refused_at_once() {
    let house = House::start().await;
    let manager = house.manager_reading("acme", "de").await;
    let large = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": (512 << 20) + 1 })).await;
    assert_eq!((large.status, large.problem().as_str()), (413, "too_large"));
    assert_eq!(large.json["detail"], "Erlaubt sind höchstens 512 MB. Bitte senden Sie weniger auf einmal.");
    let nothing = manager.post("/v1/imports", &json!({ "file_name": " " })).await;
    assert_eq!(
        (nothing.status, nothing.errors()),
        (422, vec!["file_name: required".to_owned(), "size: required".to_owned()])
    );
    let negative = manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": -1 })).await;
    assert_eq!(negative.errors(), ["size: wrong_type"]);
    assert_eq!(manager.all("/v1/imports").await.len(), 0);
    assert_eq!(
        manager.post("/v1/imports", &json!({ "file_name": "a.csv", "size": 512 << 20 })).await.status,
        201
    );
}
