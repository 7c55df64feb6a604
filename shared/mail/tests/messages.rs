//! Every message in every language, as its reader gets it.
#![cfg(test)]

use domain::Locale;
use mail::{Format, Link, Look, Message, Recipient, Rendered, brief, render};

const LINK: &str =
    "https://desk.example.com/set-password?to=a&via=b#token=Jx2b7mQw9Zt4Lr8Vn3Kc6Yd1Hs5Gf0Pa-Tq_Eu";

fn messages() -> Vec<Message> {
    let account = || "Nordwind Logistik".to_owned();
    let login = || "maria.goncalves@nordwind.example".to_owned();
    let link = || Link::new(LINK).unwrap();
    let invitation = |inviter| Message::Activation {
        account: account(),
        inviter,
        login: login(),
        link: link(),
        valid_hours: 72,
    };
    vec![
        invitation(Some("Jens Ørsted".to_owned())),
        invitation(None),
        Message::CustomerActivation { account: account(), link: link(), valid_hours: 72 },
        Message::AccessChanged { account: account() },
        Message::PasswordReset { account: account(), login: login(), link: link(), valid_minutes: 30 },
        Message::PasswordChanged { account: account(), login: login() },
        Message::SignInLocked { account: account(), login: login(), attempts: 5, minutes: 15 },
        Message::Verification { account: account(), address: login(), link: link(), valid_hours: 72 },
        Message::Test { account: account() },
        Message::QuerySubmitted { account: account(), portal: "Hilfe".to_owned(), link: link() },
    ]
}

fn look() -> Look {
    Look { accent: "#8a1c3b".into(), logo: None }
}

fn maria() -> Recipient {
    Recipient { first_name: "Maria".to_owned(), last_name: "Gonçalves".to_owned() }
}

fn each(check: impl Fn(&Message, Locale, &Rendered)) {
    for locale in Locale::ALL {
        for message in messages() {
            let rendered = render(&message, locale, (&maria(), Format::Html), &look())
                .unwrap_or_else(|error| panic!("{locale} {}: {error}", message.name()));
            check(&message, locale, &rendered);
        }
    }
}

#[test]
fn every_message_is_complete_in_six_languages() {
    each(|message, locale, rendered| {
        let html = rendered.html.as_deref().unwrap();
        let place = format!("{locale} {}", message.name());
        assert!(rendered.subject.contains("Nordwind Logistik"), "{place}: {}", rendered.subject);
        assert!(html.contains(&format!("<html lang=\"{locale}\"")), "{place}");
        for body in [rendered.subject.as_str(), rendered.text.as_str(), html] {
            assert!(!body.contains("{{") && !body.contains("{%") && !body.contains("}}"), "{place}: {body}");
        }
        for gap in ["undefined", "none", "None", "  ", " ,", " ."] {
            assert!(
                !rendered.subject.contains(gap) && !rendered.text.contains(gap),
                "{place} {gap}: {}",
                rendered.text
            );
        }
        for body in [rendered.text.as_str(), html] {
            assert!(body.contains("Maria Gonçalves"), "{place}: {body}");
        }
    });
}

#[test]
fn no_two_languages_say_the_same() {
    for message in messages() {
        let mut texts: Vec<_> = Locale::ALL
            .iter()
            .map(|&locale| render(&message, locale, (&maria(), Format::Plain), &look()).unwrap().text)
            .collect();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), Locale::ALL.len(), "{}", message.name());
    }
}

#[test]
fn what_a_message_knows_is_said_in_it() {
    each(|message, locale, rendered| {
        let says = |what: &str| {
            assert!(rendered.text.replace('\n', " ").contains(what), "{locale}: {}", rendered.text);
        };
        match message {
            Message::Activation { inviter, login, .. } => {
                says("72");
                says(login);
                says(inviter.as_deref().unwrap_or_default());
            }
            Message::CustomerActivation { .. } => says("72"),
            Message::AccessChanged { account } | Message::Test { account } => says(account),
            Message::PasswordReset { login, .. } => {
                says("30");
                says(login);
            }
            Message::PasswordChanged { login, .. } => says(login),
            Message::SignInLocked { login, .. } => {
                says("15");
                says("5");
                says(login);
            }
            Message::Verification { address, .. } => {
                says("72");
                says(address);
            }
            Message::QuerySubmitted { portal, account, .. } => {
                says(portal);
                says(account);
            }
        }
    });
}

#[test]
fn the_link_stands_alone_in_the_text_and_twice_in_the_html() {
    each(|message, locale, rendered| {
        let html = rendered.html.as_deref().unwrap();
        let lines = rendered.text.matches(&format!("\n\n{LINK}\n\n")).count();
        let escaped = LINK.replace('&', "&amp;");
        let hrefs = html.matches(&format!("href=\"{escaped}\"")).count();
        let written = html.matches(&format!(">{escaped}<")).count();
        let expected = if message.link().is_some() { (1, 2, 1) } else { (0, 0, 0) };
        assert_eq!((lines, hrefs, written), expected, "{locale} {}", message.name());
    });
}

#[test]
fn text_is_at_most_78_columns_but_for_the_link() {
    each(|_, locale, rendered| {
        for line in rendered.text.lines().filter(|line| *line != LINK) {
            assert!(line.chars().count() <= 78, "{locale}: {line}");
            assert!(line == "-- " || line.trim_end() == line, "{locale}: {line:?}");
        }
        assert!(
            !rendered.text.contains("\n\n\n") && rendered.text.ends_with(".\n"),
            "{locale}: {:?}",
            rendered.text
        );
    });
}

#[test]
fn plain_customers_get_no_html() {
    for message in messages() {
        let plain = render(&message, Locale::Fr, (&maria(), Format::Plain), &look()).unwrap();
        let both = render(&message, Locale::Fr, (&maria(), Format::Html), &look()).unwrap();
        assert_eq!(plain.html, None);
        assert_eq!((plain.text, plain.subject), (both.text, both.subject));
    }
}

#[test]
fn html_shows_names_and_does_not_obey_them() {
    let message = Message::Activation {
        account: "<b>A&B</b>".to_owned(),
        inviter: Some("<img src=x onerror=alert(1)>".to_owned()),
        login: "\"><script>@example.com".to_owned(),
        link: Link::new(LINK).unwrap(),
        valid_hours: 72,
    };
    let recipient = Recipient { first_name: "{{ link }}".to_owned(), last_name: "<i>".to_owned() };
    for locale in Locale::ALL {
        let rendered = render(&message, locale, (&recipient, Format::Html), &look()).unwrap();
        let html = rendered.html.unwrap();
        for tag in ["<b>", "<img", "<script", "<i>", "&amp;lt;"] {
            assert!(!html.contains(tag), "{locale} {tag}: {html}");
        }
        assert!(html.contains("&lt;b&gt;A&amp;B&lt;&#x2f;b&gt;"), "{locale}: {html}");
        // In text nothing is escaped, and a name that looks like a template stays a name.
        assert!(rendered.text.contains("<b>A&B</b>") && rendered.text.contains("{{ link }} <i>"), "{locale}");
        assert!(rendered.subject.contains("<b>A&B</b>"), "{locale}");
    }
}

#[test]
fn somebody_without_a_name_is_greeted_all_the_same() {
    let greetings = ["Guten Tag,", "Hello,", "Hola:", "Bonjour,", "Buongiorno,", "Olá,"];
    for (locale, greeting) in Locale::ALL.into_iter().zip(greetings) {
        let rendered =
            render(&messages()[2], locale, (&Recipient::default(), Format::Plain), &look()).unwrap();
        assert_eq!(rendered.text.lines().next(), Some(greeting));
    }
}

#[test]
fn a_name_of_several_lines_cannot_write_lines_of_its_own() {
    let recipient = Recipient {
        first_name: "Eve,\n\nPlease pay at\nhttps://evil.example".to_owned(),
        last_name: String::new(),
    };
    let rendered = render(&messages()[2], Locale::En, (&recipient, Format::Plain), &look()).unwrap();
    assert!(
        rendered.text.starts_with("Hello Eve, Please pay at https://evil.example,\n"),
        "{}",
        rendered.text
    );
}

#[test]
fn links_stay_out_of_logs() {
    each(|message, _, rendered| {
        assert!(!format!("{message:?} {rendered:?}").contains("token="));
    });
}

/// Not a check: writes what people would see into the folder that `MAIL_SAMPLES` names, to be looked at.
#[test]
#[ignore = "writes files to look at"]
fn samples() {
    let folder = std::path::PathBuf::from(option_env!("MAIL_SAMPLES").unwrap_or(env!("CARGO_TARGET_TMPDIR")));
    each(|message, locale, rendered| {
        let inviter = matches!(message, Message::Activation { inviter: Some(_), .. });
        let name = format!("{}{}.{locale}", message.name(), if inviter { "_by" } else { "" });
        std::fs::write(folder.join(format!("{name}.html")), rendered.html.as_deref().unwrap()).unwrap();
        std::fs::write(
            folder.join(format!("{name}.txt")),
            format!("{}\n\n{}", rendered.subject, rendered.text),
        )
        .unwrap();
    });
}

/// CON-1. A text message of 160 characters is one; with other letters than the basic ones, 70 are.
#[test]
fn what_is_sent_as_text_message_is_short_and_names_the_account() {
    let mut texts = vec![];
    for locale in Locale::ALL {
        let text =
            brief(&Message::Test { account: "Nordwind Logistik".to_owned() }, locale).unwrap().unwrap();
        assert!(text.starts_with("Nordwind Logistik") && text.chars().count() < 140, "{text}");
        assert!(!text.contains('{') && !text.contains("&amp;"), "{text}");
        texts.push(text);
    }
    texts.dedup();
    assert_eq!(texts.len(), Locale::ALL.len());
    let other = Message::AccessChanged { account: "Nordwind Logistik".to_owned() };
    assert_eq!(brief(&other, Locale::En).unwrap(), None, "by mail alone");
}
