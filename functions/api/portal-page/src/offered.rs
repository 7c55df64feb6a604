//! The representatives among whom a visitor chooses (POR-2).

use std::collections::BTreeMap;

use domain::{
    Problem, SubportalId, UserId,
    portal::{Kind, Portal},
};
use runtime::App;

/// A representative, as customers see them.
#[derive(Debug)]
pub(crate) struct Offered {
    pub id: UserId,
    pub name: String,
}

/// Those who serve a subportal now, by name; nobody where there is no choice.
pub(crate) async fn offered(
    app: &App,
    portal: &Portal,
    subportal: Option<SubportalId>,
) -> Result<Vec<Offered>, Problem> {
    if portal.kind != Kind::ChooseRepresentative {
        return Ok(vec![]);
    }
    let serving = app.store().representatives(portal).await?.into_iter();
    let subportal = subportal.or_else(|| portal.first());
    let serving = serving.filter(|serving| subportal.is_none_or(|subportal| serving.serves(subportal)));
    let by_name: BTreeMap<(String, UserId), String> = serving
        .map(|serving| {
            ((domain::text::fold(&serving.user.screen_name), serving.user.id), serving.user.screen_name)
        })
        .collect();
    Ok(by_name.into_iter().map(|((_, id), name)| Offered { id, name }).collect())
}
