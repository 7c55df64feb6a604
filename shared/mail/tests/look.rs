//! How an organisation looks in its mails (SET-1).
#![cfg(test)]

use domain::{
    Locale,
    account::Brand,
    settings::{Colour, Logo},
};
use mail::{Format, Look, Message, Recipient, Rendered, render};

fn written(logo: Option<Logo>) -> Rendered {
    let accent_colour = Colour::parse("#8a1c3b").unwrap();
    let brand = Brand { name: "Nordwind Logistik".into(), logo, accent_colour };
    let look = Look::of(&brand, "https://desk.example.com").unwrap();
    let message = Message::AccessChanged { account: brand.name };
    render(&message, Locale::En, (&Recipient::default(), Format::Html), &look).unwrap()
}

/// SET-1. Name, colour and logo of whoever writes; a logo is shown sharp, and never higher than a line or three of text.
#[test]
fn a_mail_looks_as_its_organisation_does() {
    let logo = Logo { address: "/v1/logos/acc_1/9f.png".into(), width: 480, height: 120 };
    let rendered = written(Some(logo));
    let html = rendered.html.unwrap();
    let picture =
        "src=\"https://desk.example.com/v1/logos/acc_1/9f.png\" alt=\"\" width=\"192\" height=\"48\"";
    assert!(html.contains(picture), "{html}");
    assert!(html.contains("border-top:4px solid #8a1c3b"), "{html}");
    assert!(!rendered.text.contains("logos"), "plain text shows no pictures");
    assert!(!written(None).html.unwrap().contains("<img"));
}
