//! The JSON that the outside sees.

use domain::{
    CompanyId, PortalId, Problem, SubportalId, Timestamp,
    feature::FeaturesInput,
    portal::{Fields, Kind, Mode, Portal, Status, Subportal, Texts},
    settings::Colour,
};
use serde::Serialize;
use utoipa::ToSchema;

/// A portal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Portal)]
pub struct View {
    /// Its id.
    pub id: PortalId,
    /// Its name in addresses; unique in the deployment.
    pub slug: String,
    /// Where its page is, below the address of the app.
    pub address: String,
    /// Its name.
    pub name: String,
    /// How customers are brought to representatives.
    pub mode: Mode,
    /// What its page is like.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whether it is open.
    pub status: Status,
    /// The company whose portal it is, if it is one's.
    pub company_id: Option<CompanyId>,
    /// What its page says, by language; what is not said is said in the words that every portal has.
    pub texts: Texts,
    /// The colour of its page; null: the account's.
    pub accent_colour: Option<Colour>,
    /// What its page asks for.
    pub fields: Fields,
    /// What a question can be about.
    pub categories: Vec<String>,
    /// Where queries are routed to.
    pub subportals: Vec<Subportal>,
    /// What it says of features: it can only take away.
    pub features: FeaturesInput,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

impl From<Portal> for View {
    fn from(portal: Portal) -> Self {
        let (address, features) = (portal.address(), portal.features.input());
        let Portal { id, slug, name, mode, kind, status, company_id, texts, accent_colour, .. } = portal;
        let Portal { fields, categories, subportals, created_at, .. } = portal;
        Self {
            id,
            slug,
            address,
            name,
            mode,
            kind,
            status,
            company_id,
            texts,
            accent_colour,
            fields,
            categories,
            subportals,
            features,
            created_at,
        }
    }
}

/// The portal and the subportal that a path names.
pub fn both((portal, subportal): (String, String)) -> Result<(PortalId, SubportalId), Problem> {
    let named = portal.parse().ok().zip(subportal.parse().ok());
    named.ok_or(Problem::NotFound)
}
