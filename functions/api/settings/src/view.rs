//! The JSON that the outside sees.

use domain::{account::Account, logo::LogoUpload, settings::Effective};
use runtime::{PictureProblem, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// The settings of an account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccountSettings)]
pub struct View {
    /// Every setting, and where its value comes from.
    #[serde(flatten)]
    pub settings: Effective,
    /// Whether a logo has been asked for and not been read yet.
    pub logo_pending: bool,
    /// Why the newest picture is not the logo.
    pub logo_problem: Option<PictureProblem>,
}

impl View {
    /// An account and the upload of its logo, told in the reader's language.
    #[must_use]
    pub fn new(account: &Account, logo: &LogoUpload, words: Words) -> Self {
        Self {
            settings: account.effective(),
            logo_pending: logo.upload.is_some(),
            logo_problem: logo.fault.as_ref().map(|fault| PictureProblem::new(fault, words)),
        }
    }
}
