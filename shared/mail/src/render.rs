//! Puts the words of a message into the two layouts.

use std::fmt;

use domain::Locale;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use crate::catalogue::{Catalogue, Words};
use crate::message::one_line;
use crate::{Format, Link, Look, Message, Recipient};

/// The longest line of a plain text, except for links and other words that are longer by themselves.
const COLUMNS: usize = 78;

/// A message, ready to be packed.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The language it is written in.
    pub locale: Locale,
    /// The subject, in one line.
    pub subject: String,
    /// The plain text, with `\n` line ends.
    pub text: String,
    /// The HTML, unless the recipient wants plain text only.
    pub html: Option<String>,
}

/// The bodies may hold a link that sets a password, so `Debug` leaves them out.
impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let html = self.html.is_some();
        f.debug_struct("Rendered").field("locale", &self.locale).field("html", &html).finish_non_exhaustive()
    }
}

/// A catalogue or layout is broken: a mistake in this crate, never of the recipient's making.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A catalogue lacks a key, or has one too many.
    #[error("message catalogue: {0}")]
    Catalogue(#[from] serde_json::Error),
    /// A text names something that its message doesn't know, or is no template.
    #[error("message template: {0}")]
    Template(#[from] minijinja::Error),
}

/// Writes a message to somebody, in their language and format, as the mails of their organisation look.
pub fn render(
    message: &Message,
    locale: Locale,
    (recipient, format): (&Recipient, Format),
    look: &Look,
) -> Result<Rendered, RenderError> {
    let catalogue = Catalogue::of(locale)?;
    let page = Page {
        env: environment()?,
        catalogue: &catalogue,
        message,
        look,
        values: values(message, recipient)?,
        locale,
    };
    Ok(Rendered {
        locale,
        subject: one_line(&page.say("txt", &page.words().subject)?),
        text: page.lay_out("txt")?,
        html: match format {
            Format::Html => Some(page.lay_out("html")?),
            Format::Plain => None,
        },
    })
}

/// A message in a sentence or two, for a text message or a call; `None` when it goes by mail alone.
pub fn brief(message: &Message, locale: Locale) -> Result<Option<String>, RenderError> {
    let catalogue = Catalogue::of(locale)?;
    let Some(short) = &catalogue.words(message).short else { return Ok(None) };
    let values = values(message, &Recipient::default())?;
    Ok(Some(one_line(&environment()?.render_named_str("brief.txt", short, values)?)))
}

/// All that both layouts need.
struct Page<'a> {
    env: Environment<'static>,
    catalogue: &'a Catalogue,
    message: &'a Message,
    look: &'a Look,
    values: Value,
    locale: Locale,
}

impl Page<'_> {
    fn words(&self) -> &Words {
        self.catalogue.words(self.message)
    }

    /// Fills one layout; `kind` (`txt` or `html`) also decides how values are escaped.
    fn lay_out(&self, kind: &str) -> Result<String, minijinja::Error> {
        let frame = &self.catalogue.frame;
        let words = self.words();
        self.env.get_template(&format!("mail.{kind}"))?.render(context! {
            lang => self.locale.code(),
            link => self.message.link().map(|link| address(kind, link)),
            accent => &self.look.accent,
            logo => self.look.logo.as_ref().map(|logo| context! {
                address => address(kind, &logo.address),
                width => logo.width,
                height => logo.height,
            }),
            subject => self.part(kind, &words.subject)?,
            greeting => self.part(kind, &frame.greeting)?,
            paragraphs => self.parts(kind, &words.paragraphs)?,
            button => words.button.as_deref().map(|text| self.part(kind, text)).transpose()?,
            closing => self.parts(kind, &words.closing)?,
            link_hint => self.part(kind, &frame.link_hint)?,
            footer => self.part(kind, &frame.footer)?,
            ..self.values.clone()
        })
    }

    /// A text of the catalogue with its values in place. They have been escaped there, so the layout must not do it again.
    fn part(&self, kind: &str, text: &str) -> Result<Value, minijinja::Error> {
        self.say(kind, text).map(Value::from_safe_string)
    }

    fn parts(&self, kind: &str, texts: &[String]) -> Result<Vec<Value>, minijinja::Error> {
        texts.iter().map(|text| self.part(kind, text)).collect()
    }

    fn say(&self, kind: &str, text: &str) -> Result<String, minijinja::Error> {
        self.env.template_from_named_str(&format!("part.{kind}"), text)?.render(&self.values)
    }
}

/// A link. minijinja would write its slashes as entities too, which is correct and looks to spam filters like hiding; of what a
/// [`Link`] may hold only `&` needs escaping.
fn address(kind: &str, link: &Link) -> Value {
    let link = link.as_str();
    Value::from_safe_string(if kind == "html" { link.replace('&', "&amp;") } else { link.to_owned() })
}

/// By their names minijinja escapes `*.html` and nothing else.
fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut env = Environment::new();
    // A value that a text names and its message lacks shall fail a test, not leave a gap in somebody's mail.
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_syntax(SyntaxConfig::builder().trim_blocks(true).keep_trailing_newline(true).build()?);
    env.add_filter("wrap", wrap);
    env.add_template("mail.txt", include_str!("../layouts/mail.txt"))?;
    env.add_template("mail.html", include_str!("../layouts/mail.html"))?;
    Ok(env)
}

/// What the texts may name: the fields of the message, and the recipient's name. Whatever people typed becomes one line.
fn values(message: &Message, recipient: &Recipient) -> Result<Value, serde_json::Error> {
    let mut fields = serde_json::to_value(message)?;
    if let Some(fields) = fields.as_object_mut() {
        for field in fields.values_mut() {
            if let Some(line) = field.as_str().map(one_line) {
                *field = line.into();
            }
        }
        fields.insert("name".to_owned(), recipient.name().into());
    }
    serde_json::from_value(fields)
}

/// Breaks a paragraph between words only: a broken address or link could not be copied.
fn wrap(text: &str) -> String {
    let options = Options::new(COLUMNS)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(text, options)
}
