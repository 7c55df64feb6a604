//! A manager adds many representatives at once, after a look at what would become of each line (PPL-12).

use std::collections::{BTreeMap, HashSet};

use axum::{Json, extract::State};
use domain::{
    Changed, FieldError, Problem, UserId,
    mail::{Kind, Mail},
    permission::ManageUsers,
    team::Teams,
    text::Email,
    user::{
        Named, User, UserInput,
        batch::{BatchInput, Line, Verdict},
    },
};
use futures::{StreamExt, future::try_join};
use runtime::{Answer, App, Caller, Input, Piecemeal, ProblemDocument, Query, Trial, Words, WrongField};
use serde::Serialize;
use utoipa::ToSchema;

use crate::care::teams;

/// How many users are kept at once.
const AT_ONCE: usize = 8;

/// What became of a batch.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Batch {
    /// The lines, in their order.
    items: Vec<BatchLine>,
    /// How many lines have which verdict.
    counts: BTreeMap<&'static str, u64>,
}

/// What became of a line.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BatchLine {
    /// Where it stands, from 1.
    line: u64,
    /// What became of it, or would.
    verdict: Verdict,
    /// The user whom it has added.
    user_id: Option<UserId>,
    /// The line itself.
    text: String,
    /// What it says, by column.
    values: BTreeMap<&'static str, String>,
    /// What is wrong with it.
    errors: Vec<WrongField>,
}

/// Adds a representative for each good line, who is sent an invitation, and says of the others what is wrong with them.
/// With `dry_run`, nobody is added.
#[utoipa::path(post, path = "/v1/users/batch", tag = "users", params(Trial), request_body = BatchInput,
    responses((status = 200, body = Batch), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_users(
    State(app): State<App>,
    caller: Caller<ManageUsers>,
    _: Piecemeal,
    Query(trial): Query<Trial>,
    Input(batch): Input<BatchInput>,
) -> Answer<Json<Batch>> {
    let mut lines = batch.read()?;
    let teams = teams(&app, &caller, lines.iter().any(Line::names_a_team)).await?;
    let inputs: Vec<UserInput> = lines.iter_mut().map(|line| line.input(&batch, &teams)).collect();
    let (named, mut taken) = look_up(&app, &caller, (&batch, &inputs), teams).await?;
    let moment = &mut app.moment();
    let judge = |(mut line, input): (Line, &UserInput)| {
        let (_, user) = line.judge((moment, caller.actor(), &caller.duties), input, &named, &mut taken);
        (line, user)
    };
    let judged: Vec<_> = lines.into_iter().zip(&inputs).map(judge).collect();
    let kept = judged.into_iter().map(|(line, user)| keep(&app, line, user.filter(|_| !trial.dry_run)));
    let kept: Vec<_> = futures::stream::iter(kept).buffered(AT_ONCE).collect().await;
    let words = Words(caller.locale);
    let items = kept.into_iter().map(|kept| kept.map(|(line, id)| BatchLine::new(line, id, words)));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    let mut counts = BTreeMap::new();
    for item in &items {
        *counts.entry(item.verdict.name()).or_default() += 1;
    }
    Ok(Json(Batch { items, counts }))
}

/// The account, what there is of what the lines name, and the keys of those logins that are taken.
async fn look_up(
    app: &App,
    caller: &Caller<ManageUsers>,
    (batch, inputs): (&BatchInput, &[UserInput]),
    teams: Teams,
) -> Result<(Named, HashSet<String>), Problem> {
    let companies = batch.company_access.listed().into_iter().flatten().copied();
    let addresses: Vec<Email> = inputs.iter().flat_map(|input| input.new_addresses(None)).collect();
    let logins: Vec<Email> = inputs.iter().filter_map(|input| Email::parse(&input.login)).collect();
    let ((account, companies), denied) = try_join(
        app.store().account_and_companies(caller.account_id, companies),
        app.denied_of_many(caller.account_id, &addresses),
    )
    .await?;
    let taken = app.store().taken_logins(&logins).await?;
    Ok((Named { account, companies, denied, teams }, taken))
}

/// Keeps a new user, if there is one; what stands in the way is noted on their line.
async fn keep(
    app: &App,
    mut line: Line,
    user: Option<Changed<User>>,
) -> Result<(Line, Option<UserId>), Problem> {
    let Some(user) = user else { return Ok((line, None)) };
    let (account, id) = (user.now.account_id, user.now.id);
    let mail = Mail::queue(&mut app.moment(), account, id.into(), Kind::Activation);
    match app.store().create_user(user, Some(mail)).await {
        Ok(_) => Ok((line, Some(id))),
        Err(Problem::Invalid(errors)) => {
            line.errors.extend(errors);
            Ok((line, None))
        }
        Err(Problem::Unavailable(_)) => {
            line.errors.push(FieldError::new("lines", "try_again"));
            Ok((line, None))
        }
        Err(problem) => Err(problem),
    }
}

impl BatchLine {
    fn new(line: Line, user_id: Option<UserId>, words: Words) -> Self {
        let wrong = |error: &FieldError| WrongField::new(words, error);
        let (verdict, errors) = (line.verdict(), line.errors.iter().map(wrong).collect());
        Self { line: line.number, verdict, user_id, text: line.text, values: line.values, errors }
    }
}
