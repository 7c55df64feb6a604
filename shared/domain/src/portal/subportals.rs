//! Where the queries of a portal are routed to.

use serde::{Deserialize, Serialize};

use super::Portal;
use crate::{
    Actor, Changed, FieldError, Moment, Problem, SubportalId,
    team::Teams,
    text::{Check, fold},
};

/// The most subportals of a portal.
pub const MAX_SUBPORTALS: usize = 20;
/// The most characters of a subportal's name.
const MAX_NAME: usize = 128;

/// Where queries are routed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Subportal {
    /// Its id.
    pub id: SubportalId,
    /// Its name; unique in the portal.
    pub name: String,
}

/// What somebody says of a subportal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SubportalInput {
    /// Its name; unique in the portal, case, accents and spaces ignored.
    #[schema(max_length = 128)]
    pub name: String,
}

impl Portal {
    /// A subportal of it.
    pub fn subportal(&self, id: SubportalId) -> Result<&Subportal, Problem> {
        self.subportals.iter().find(|subportal| subportal.id == id).ok_or(Problem::NotFound)
    }

    /// The subportal that a query goes to when it names none.
    #[must_use]
    pub fn first(&self) -> Option<SubportalId> {
        self.subportals.first().map(|subportal| subportal.id)
    }

    /// Adds a subportal; gives its id, too.
    pub fn add_subportal(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &SubportalInput,
    ) -> Result<(Changed<Self>, SubportalId), Problem> {
        if self.subportals.len() >= MAX_SUBPORTALS {
            return Err(Problem::conflict_with("too_many_subportals", "max", MAX_SUBPORTALS));
        }
        let (id, name) = (SubportalId::new(moment), self.free_name(None, input)?);
        let mut now = self.clone();
        now.subportals.push(Subportal { id, name });
        Ok((self.told(moment, actor, now), id))
    }

    /// Gives a subportal another name.
    pub fn rename_subportal(
        self,
        moment: &mut Moment,
        actor: Actor,
        id: SubportalId,
        input: &SubportalInput,
    ) -> Result<Changed<Self>, Problem> {
        let _ = self.subportal(id)?;
        let (name, mut now) = (self.free_name(Some(id), input)?, self.clone());
        now.subportals.iter_mut().filter(|subportal| subportal.id == id).for_each(|subportal| {
            subportal.name.clone_from(&name);
        });
        Ok(self.told(moment, actor, now))
    }

    /// Takes a subportal away; not the last one, and none that teams serve by its name.
    pub fn remove_subportal(
        self,
        moment: &mut Moment,
        actor: Actor,
        id: SubportalId,
        teams: &Teams,
    ) -> Result<Changed<Self>, Problem> {
        let _ = self.subportal(id)?;
        if self.subportals.len() == 1 {
            return Err(Problem::conflict("last_subportal"));
        }
        let serving = teams.iter().filter(|team| team.subportal_ids.contains(&id)).count();
        if serving > 0 {
            return Err(Problem::InUse(vec![("teams", serving as u64)]));
        }
        let mut now = self.clone();
        now.subportals.retain(|subportal| subportal.id != id);
        Ok(self.told(moment, actor, now))
    }

    /// The name that is said, unless another subportal than `own` has it.
    fn free_name(&self, own: Option<SubportalId>, input: &SubportalInput) -> Result<String, Problem> {
        let mut check = Check::default();
        let name = check.required("name", &input.name, MAX_NAME);
        let mut others = self.subportals.iter().filter(|subportal| Some(subportal.id) != own);
        if others.any(|subportal| fold(&subportal.name) == fold(&name)) {
            check.refuse(FieldError::new("name", "name_taken"));
        }
        check.finish(name)
    }
}
