//! What somebody says of a portal, and the checks that make a portal of it (POR-1, POR-2, POR-3).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Fields, Kind, Mode, Portal, Status, Subportal, Texts, fields::MAX_LABEL};
use crate::{
    AccountId, Actor, Changed, CompanyId, Event, FieldError, Moment, PortalId, Problem, SubportalId,
    feature::Features,
    settings::Colour,
    text::{Check, fold},
};

/// The most portals of an account.
pub const MAX_PORTALS: usize = 100;
/// The most characters of a portal's name.
const MAX_NAME: usize = 128;
/// Fewest and most characters of a slug.
const SLUG: (usize, usize) = (3, 40);
/// The most categories.
const MAX_CATEGORIES: usize = 50;
/// What the first subportal is called until somebody says otherwise: a portal's visitors never read it.
const FIRST: &str = "General";
/// Slugs that would be taken for something of Deskhand itself.
const RESERVED: &[&str] = &[
    "account",
    "accounts",
    "admin",
    "api",
    "app",
    "assets",
    "code",
    "codes",
    "deskhand",
    "embed",
    "health",
    "login",
    "logout",
    "mail",
    "new",
    "null",
    "portal",
    "portals",
    "queries",
    "query",
    "root",
    "sign-in",
    "sign-out",
    "static",
    "status",
    "system",
    "undefined",
    "www",
];

/// What somebody says of a portal. A merge patch is applied to the present one and checked whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PortalInput {
    /// Its name in addresses, `/p/<slug>`: small letters, digits, and single hyphens inside. Unique in the deployment.
    #[schema(min_length = 3, max_length = 40, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")]
    pub slug: String,
    /// Its name.
    #[schema(max_length = 128)]
    pub name: String,
    /// How customers are brought to representatives.
    pub mode: Mode,
    /// What its page is like; not every type goes with every mode. Null: the mode's usual one.
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    /// Whether it is open.
    pub status: Status,
    /// The company whose portal it is; a company has one at the most.
    pub company_id: Option<CompanyId>,
    /// What its page says, by language. What is not said is said in the words that every portal has.
    pub texts: Texts,
    /// The colour of its page; null: the account's.
    pub accent_colour: Option<Colour>,
    /// What its page asks for; null: what is usual for its type.
    pub fields: Option<Fields>,
    /// What a question can be about, at most 50.
    pub categories: Vec<String>,
}

impl Portal {
    /// Makes a portal with its first subportal, in an account that has `there` of them.
    pub fn create(
        moment: &mut Moment,
        (account_id, actor): (AccountId, Actor),
        input: &PortalInput,
        there: usize,
    ) -> Result<Changed<Self>, Problem> {
        if there >= MAX_PORTALS {
            return Err(Problem::conflict_with("too_many_portals", "max", MAX_PORTALS));
        }
        let kind = input.kind.unwrap_or_else(|| input.mode.usual());
        let blank = Self {
            id: PortalId::new(moment),
            account_id,
            slug: String::new(),
            name: String::new(),
            mode: input.mode,
            kind,
            status: input.status,
            company_id: None,
            texts: Texts::default(),
            accent_colour: None,
            fields: Fields::usual(kind),
            categories: vec![],
            subportals: vec![Subportal { id: SubportalId::new(moment), name: FIRST.into() }],
            features: Features::default(),
            created_at: moment.now,
        };
        let now = blank.with(input)?;
        let event = Event::new(moment, account_id, actor, "portal.created", now.id).between(None, Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Changes it.
    pub fn update(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &PortalInput,
    ) -> Result<Changed<Self>, Problem> {
        let now = self.clone().with(input)?;
        Ok(self.told(moment, actor, now))
    }

    fn with(self, input: &PortalInput) -> Result<Self, Problem> {
        let mut check = Check::default();
        let slug = slug(&mut check, &input.slug);
        let name = check.required("name", &input.name, MAX_NAME);
        let kind = input.kind.unwrap_or_else(|| input.mode.usual());
        if !input.mode.kinds().contains(&kind) {
            let allowed: Vec<_> = input.mode.kinds().iter().map(|kind| kind.text()).collect();
            check.refuse(FieldError::new("type", "one_of").with("allowed", allowed.join(", ")));
        }
        let texts = input.texts.clone().checked(&mut check);
        let accent_colour = input.accent_colour.as_ref().map(|colour| colour.checked(&mut check));
        let categories = categories(&mut check, &input.categories);
        let fields = input.fields.clone().unwrap_or_else(|| Fields::usual(kind));
        let fields = fields.checked(&mut check, &categories);
        check.finish(Self {
            slug,
            name,
            mode: input.mode,
            kind,
            status: input.status,
            company_id: input.company_id,
            texts,
            accent_colour,
            fields,
            categories,
            ..self
        })
    }

    /// What is said of it, as [`Portal::update`] takes it.
    #[must_use]
    pub fn input(&self) -> PortalInput {
        PortalInput {
            slug: self.slug.clone(),
            name: self.name.clone(),
            mode: self.mode,
            kind: Some(self.kind),
            status: self.status,
            company_id: self.company_id,
            texts: self.texts.clone(),
            accent_colour: self.accent_colour.clone(),
            fields: Some(self.fields.clone()),
            categories: self.categories.clone(),
        }
    }
}

fn slug(check: &mut Check, slug: &str) -> String {
    let (min, max) = SLUG;
    let mut wrong = |error: FieldError| check.refuse(error);
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    match slug.chars().count() {
        0 => wrong(FieldError::new("slug", "required")),
        length if length < min => wrong(FieldError::new("slug", "too_short").with("min", min)),
        length if length > max => wrong(FieldError::new("slug", "too_long").with("max", max)),
        _ if !slug.split('-').all(part) => wrong(FieldError::new("slug", "slug")),
        _ if RESERVED.contains(&slug) => wrong(FieldError::new("slug", "slug_reserved")),
        _ => {}
    }
    slug.to_owned()
}

fn categories(check: &mut Check, said: &[String]) -> Vec<String> {
    if said.len() > MAX_CATEGORIES {
        check.refuse(FieldError::new("categories", "too_many").with("max", MAX_CATEGORIES));
    }
    let mut seen = BTreeSet::new();
    let mut one = |(at, category): (usize, &String)| {
        let field = format!("categories.{at}");
        let category = check.required(&field, category, MAX_LABEL);
        if !seen.insert(fold(&category)) {
            check.refuse(FieldError::new(field, "given_twice"));
        }
        category
    };
    said.iter().enumerate().take(MAX_CATEGORIES).map(&mut one).collect()
}
