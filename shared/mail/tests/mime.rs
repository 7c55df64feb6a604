//! The bytes that leave the house, read back by a parser that isn't the writer's.
#![cfg(test)]

use domain::Locale;
use jiff::Timestamp;
use mail::{Envelope, Format, Link, Look, Mailbox, Message, Recipient, Rendered, render, to_mime};
use mail_parser::{MessageParser, MimeHeaders};

fn rendered(account: &str, format: Format) -> Rendered {
    let link = Link::new("https://desk.example.com/reset?a=b&c=d#token=0123456789").unwrap();
    let message = Message::PasswordReset {
        account: account.to_owned(),
        login: "zoe@example.com".to_owned(),
        link,
        valid_minutes: 30,
    };
    let recipient = Recipient { first_name: "Zoë".to_owned(), last_name: "Müller".to_owned() };
    let look = Look { accent: "#0b6f88".into(), logo: None };
    render(&message, Locale::De, (&recipient, format), &look).unwrap()
}

fn pack(rendered: &Rendered, from: &Mailbox, to: &Mailbox) -> Vec<u8> {
    let date: Timestamp = "2026-03-01T10:20:30Z".parse().unwrap();
    to_mime(rendered, &Envelope { from, to, date, id: "mai_0195", domain: "desk.example.com" })
}

fn desk() -> Mailbox {
    Mailbox::new("Größe & Söhne, Support", "desk@example.com")
}

#[test]
fn both_bodies_and_all_headers_come_back() {
    let rendered = rendered("Größe & Söhne", Format::Html);
    let bytes = pack(&rendered, &desk(), &Mailbox::new("Zoë Müller", "zoe@example.com"));
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    let to = mail.to().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Größe & Söhne, Support"), Some("desk@example.com")));
    assert_eq!((to.name(), to.address()), (Some("Zoë Müller"), Some("zoe@example.com")));
    assert_eq!(mail.subject(), Some(rendered.subject.as_str()));
    assert_eq!(mail.message_id(), Some("mai_0195@desk.example.com"));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2026-03-01T10:20:30Z");
    assert_eq!(mail.header("Auto-Submitted").unwrap().as_text(), Some("auto-generated"));
    assert_eq!(mail.header_raw("Content-Language").map(str::trim), Some("de"));
    assert!(mail.content_type().is_some_and(|kind| kind.subtype() == Some("alternative")));
    assert_eq!((mail.text_body_count(), mail.html_body_count(), mail.attachment_count()), (1, 1, 0));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), rendered.text);
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n"), rendered.html.unwrap());
}

#[test]
fn plain_mail_is_one_text_part() {
    let rendered = rendered("Nordwind", Format::Plain);
    let bytes = pack(&rendered, &desk(), &Mailbox::new("", "zoe@example.com"));
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.parts.len(), 1);
    assert!(mail.content_type().is_some_and(|kind| kind.attribute("charset") == Some("utf-8")));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), rendered.text);
    assert_eq!(mail.to().unwrap().first().unwrap().name(), None);
}

#[test]
fn the_wire_is_short_lines_of_ascii_with_crlf() {
    for format in [Format::Html, Format::Plain] {
        let bytes = pack(&rendered("Größe & Söhne", format), &desk(), &desk());
        let wire = String::from_utf8(bytes).unwrap();
        assert!(wire.is_ascii());
        assert_eq!(wire.matches('\n').count(), wire.matches("\r\n").count());
        assert!(wire.lines().all(|line| line.len() <= 78), "{wire}");
    }
}

#[test]
fn the_same_mail_is_the_same_bytes() {
    let rendered = rendered("Nordwind", Format::Html);
    assert_eq!(pack(&rendered, &desk(), &desk()), pack(&rendered, &desk(), &desk()));
}

#[test]
fn nobody_adds_a_header_or_a_recipient() {
    let evils = [
        "Eve\r\nBcc: all@example.com",
        "Eve\nBcc: all@example.com\n\nbody",
        "Eve\rBcc: all@example.com",
        "Eve\u{0}\u{85}\u{2028}Bcc: all@example.com",
        "Eve <all@example.com>, \"",
        "=?utf-8?Q?Eve=0D=0ABcc:_all@example.com?=",
    ];
    for evil in evils {
        let rendered = rendered(evil, Format::Html);
        let address = format!("eve@example.com>{evil}");
        for (from, to) in
            [(Mailbox::new(evil, "desk@example.com"), desk()), (desk(), Mailbox::new(evil, &address))]
        {
            let bytes = pack(&rendered, &from, &to);
            let mail = MessageParser::default().parse(&bytes).unwrap();
            let names: Vec<_> = mail.headers().iter().map(|header| header.name().to_owned()).collect();
            assert_eq!(names, HEADERS, "{evil:?}");
            assert_eq!(mail.from().unwrap().iter().count(), 1, "{evil:?}");
            assert_eq!(mail.to().unwrap().iter().count(), 1, "{evil:?}");
            assert!(!mail.subject().unwrap().contains(['\r', '\n']), "{evil:?}");
        }
    }
}

const HEADERS: [&str; 10] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Content-Language",
    "Content-Type",
];

#[test]
fn id_and_domain_cannot_break_out_either() {
    let date: Timestamp = "2026-03-01T10:20:30Z".parse().unwrap();
    let (rendered, box_) = (rendered("Nordwind", Format::Html), desk());
    let evil = "x>\r\nBcc: all@example.com";
    let bytes = to_mime(&rendered, &Envelope { from: &box_, to: &box_, date, id: evil, domain: evil });
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.headers().len(), HEADERS.len());
    assert_eq!(mail.html_body_count(), 1);
}
