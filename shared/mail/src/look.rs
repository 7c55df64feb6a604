//! How an organisation looks in its mails.

use domain::account::Brand;

use crate::{InvalidLink, Link};

/// The most pixels by which a logo is shown in a mail, in height.
const HIGHEST: u32 = 48;

/// How a mail looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The colour of its button and its edge: `#rrggbb`, on which white text can be read.
    pub accent: String,
    /// The organisation's logo.
    pub logo: Option<Picture>,
}

/// A picture that the reader's program fetches when it shows the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it is.
    pub address: Link,
    /// How wide it is shown, in pixels.
    pub width: u32,
    /// How high it is shown, in pixels.
    pub height: u32,
}

impl Look {
    /// How the mails of an organisation look whose pages are at `app`.
    pub fn of(brand: &Brand, app: &str) -> Result<Self, InvalidLink> {
        let picture = |logo: &domain::settings::Logo| {
            let address = Link::new(format!("{app}{}", logo.address))?;
            let height = (logo.height / 2).clamp(1, HIGHEST);
            let width = logo.width * height / logo.height.max(1);
            Ok(Picture { address, width: width.max(1), height })
        };
        let logo = brand.logo.as_ref().map(picture).transpose()?;
        Ok(Self { accent: brand.accent_colour.as_str().to_owned(), logo })
    }
}
