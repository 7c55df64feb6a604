//! A portal's page as HTML.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    FieldError, Locale, Problem,
    account::{Account, Brand},
    portal::{Portal, Text},
    query::Submission,
    sign_in::hex,
};
use minijinja::{Environment, UndefinedBehavior, syntax::SyntaxConfig};
use runtime::App;
use serde_json::{Value, json};

use crate::{
    form::fields,
    http::{Wish, html},
    offered::Offered,
    words::{Words, words},
};

/// How every page looks.
const STYLE: &str = include_str!("../layouts/page.css");

/// A portal that is open, as somebody wants to see it.
pub(crate) struct Page<'a> {
    app: &'a App,
    portal: &'a Portal,
    offered: &'a [Offered],
    brand: Brand,
    wish: &'a Wish,
    locale: Locale,
    words: &'static Words,
}

/// What has to be said above the form.
pub(crate) enum Notice {
    /// Nothing.
    None,
    /// These fields are wrong.
    Errors(Vec<FieldError>),
    /// Too much was sent; so many seconds are to be waited.
    Limited(u64),
    /// It is our fault.
    Broken,
}

impl<'a> Page<'a> {
    /// The page of a portal of an account.
    pub fn new(
        app: &'a App,
        (portal, account, offered): (&'a Portal, &Account, &'a [Offered]),
        (wish, locale): (&'a Wish, Option<Locale>),
    ) -> Result<Self, Problem> {
        let locale = locale.unwrap_or_else(|| account.locale());
        let (brand, words) = (portal.brand(account.brand()), words(locale)?);
        Ok(Self { app, portal, offered, brand, wish, locale, words })
    }

    /// In which language it is.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The form, with what was typed.
    pub fn form(&self, said: &Submission, notice: &Notice) -> Result<Response, Problem> {
        let (status, told, errors) = match notice {
            Notice::None => (StatusCode::OK, None, &[][..]),
            Notice::Errors(errors) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Some(self.words.check.clone()), errors.as_slice())
            }
            Notice::Limited(seconds) => {
                let minutes = seconds.div_ceil(60).to_string();
                let told = self.words.limited.replace("{minutes}", &minutes);
                (StatusCode::TOO_MANY_REQUESTS, Some(told), &[][..])
            }
            Notice::Broken => (StatusCode::SERVICE_UNAVAILABLE, Some(self.words.broken.clone()), &[][..]),
        };
        let fields = fields((self.portal, self.offered), (self.locale, self.words), said, errors);
        // What is wrong with something that the page does not show is told all the same.
        let hidden = errors.iter().filter(|error| !fields.iter().any(|field| field.name == error.field));
        let others: Vec<_> = hidden.map(|error| runtime::Words(self.locale).field(error)).collect();
        let form_id = if said.form_id.is_empty() {
            hex(&self.app.moment().bytes::<16>())
        } else {
            said.form_id.clone()
        };
        let greeting = self.text(|text| &text.greeting).unwrap_or(&self.words.greeting);
        let parts = json!({
            "view": "form",
            "lines": lines(greeting),
            "notice": told,
            "listed": !errors.is_empty(),
            "others": others,
            "fields": fields,
            "form_id": form_id,
            "subportal": said.subportal_id,
            "action": self.address("/queries"),
        });
        let mut response = self.page(status, parts)?;
        if let Notice::Limited(seconds) = notice {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
        }
        Ok(response)
    }

    /// Thanks for what was sent; `by_mail`: it will be answered there.
    pub fn thanks(&self, by_mail: bool) -> Result<Response, Problem> {
        let usual = if by_mail { &self.words.thanks_mail } else { &self.words.thanks };
        let lines = lines(self.text(|text| &text.thanks).unwrap_or(usual));
        let parts = json!({ "view": "thanks", "lines": lines, "again": self.address("") });
        self.page(StatusCode::OK, parts)
    }

    fn page(&self, status: StatusCode, parts: Value) -> Result<Response, Problem> {
        let language = |locale: Locale| {
            let wish = Wish { lang: Some(locale.code().into()), ..self.wish.clone() };
            let (code, current) = (locale.code(), locale == self.locale);
            let (name, address) = (&words(locale)?.language, address(&self.portal.slug, "", &wish));
            Ok(json!({ "code": code, "name": name, "current": current, "address": address }))
        };
        let languages: Vec<Value> = Locale::ALL.into_iter().map(language).collect::<Result<_, Problem>>()?;
        let logo = self.brand.logo.as_ref().map(|logo| {
            let (width, height) = (logo.width.div_ceil(2), logo.height.div_ceil(2));
            json!({ "address": in_attribute(&logo.address), "width": width, "height": height })
        });
        let accent = self.brand.accent_colour.as_str();
        let title = self.text(|text| &text.title).unwrap_or(&self.portal.name);
        let brand = json!({ "name": self.brand.name, "logo": logo, "accent": accent });
        let parts = with(parts, json!({ "title": title, "brand": brand, "languages": languages }));
        render(self.app, (self.locale, self.words), (status, self.wish.is_embedded()), parts)
    }

    /// What the portal itself says in this language.
    fn text(&self, part: impl Fn(&Text) -> &String) -> Option<&String> {
        self.portal.texts.of(self.locale).map(part).filter(|text| !text.is_empty())
    }

    /// An address below the portal's, for a page in the same language and frame.
    fn address(&self, below: &str) -> String {
        let wish = Wish { lang: Some(self.locale.code().into()), ..self.wish.clone() };
        address(&self.portal.slug, below, &wish)
    }
}

/// The page where there is no portal.
pub(crate) fn nothing(app: &App, wish: &Wish, locale: Option<Locale>) -> Result<Response, Problem> {
    let locale = locale.unwrap_or_default();
    let words = words(locale)?;
    let parts = json!({
        "view": "nothing",
        "title": words.not_found_title,
        "lines": lines(&words.not_found),
        "brand": { "accent": domain::settings::Colour::default().as_str() },
    });
    render(app, (locale, words), (StatusCode::NOT_FOUND, wish.is_embedded()), parts)
}

fn render(
    app: &App,
    (locale, words): (Locale, &Words),
    (status, embedded): (StatusCode, bool),
    parts: Value,
) -> Result<Response, Problem> {
    let nonce = hex(&app.moment().bytes::<16>());
    let all = json!({ "lang": locale.code(), "words": words, "nonce": nonce, "embedded": embedded, "style": STYLE });
    let page: minijinja::Value =
        serde_json::from_value(with(parts, all)).map_err(|error| Problem::Bug(error.to_string()))?;
    let bug = |error: minijinja::Error| Problem::Bug(error.to_string());
    let page = environment().and_then(|env| env.get_template("page.html")?.render(page)).map_err(bug)?;
    Ok(html(status, page, (&nonce, embedded)))
}

/// The parts of a page with some more.
fn with(mut parts: Value, more: Value) -> Value {
    if let (Value::Object(parts), Value::Object(more)) = (&mut parts, more) {
        parts.extend(more);
    }
    parts
}

/// By its name minijinja escapes what the page holds.
fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    env.set_syntax(SyntaxConfig::builder().trim_blocks(true).build()?);
    env.add_template("page.html", include_str!("../layouts/page.html"))?;
    Ok(env)
}

fn address(slug: &str, below: &str, wish: &Wish) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("lang", &wish.lang), ("embed", &wish.embed), ("subportal", &wish.subportal)] {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    in_attribute(&format!("/p/{slug}{below}?{}", query.finish()))
}

/// An address of ours as an attribute holds it. minijinja would write its slashes as entities, too.
fn in_attribute(address: &str) -> String {
    address.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// What somebody typed in paragraphs.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}
