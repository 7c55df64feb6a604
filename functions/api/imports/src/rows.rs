//! A manager looks through the preview.

use axum::{Json, extract::State};
use domain::{
    ImportId, Problem,
    import::{Import, Row, Verdict},
    permission::SeeImports,
};
use runtime::{Answer, App, Caller, Named, Paging, ProblemDocument, Query, Words, answer, answer::List};
use serde::{Deserialize, Serialize};
use store::{Chunk, Page, Position};
use utoipa::IntoParams;

use crate::row_view::RowView;

/// How many chunks one page reads at the most; what few rows they have of a rare verdict make a short page.
const MOST_FILES: usize = 5;
/// How many chunks are listed at once to find those with a rare verdict.
const MOST_CHUNKS: usize = 1000;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// Only rows with this verdict.
    #[param(inline, value_type = Option<Verdict>)]
    verdict: Option<String>,
    /// Only rows whose customer undoing has left as they are.
    #[param(value_type = Option<bool>)]
    kept: Option<String>,
}

/// Which rows are wanted.
struct Wanted {
    verdict: Option<Verdict>,
    kept: bool,
}

impl Wanted {
    /// Whether a chunk has any.
    fn are_in(&self, chunk: &Chunk) -> bool {
        self.verdict.is_none_or(|verdict| chunk.counts.with(verdict) > 0) && (!self.kept || chunk.kept > 0)
    }

    fn is(&self, row: &Row) -> bool {
        self.verdict.is_none_or(|verdict| row.verdict == verdict) && (!self.kept || row.kept.is_some())
    }

    /// Whether all rows are.
    fn all(&self) -> bool {
        self.verdict.is_none() && !self.kept
    }
}

/// Where a page goes on: in this chunk, behind this row.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Place {
    chunk: u32,
    row: u64,
}

/// The rows of an import with their verdicts.
#[utoipa::path(get, path = "/v1/imports/{id}/rows", tag = "imports", params(("id" = ImportId, Path), Filter, runtime::PagingParameters),
    responses((status = 200, body = List<RowView>), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_rows(
    State(app): State<App>,
    caller: Caller<SeeImports>,
    Named(id): Named<ImportId>,
    Query(filter): Query<Filter>,
    paging: Paging,
) -> Answer<Json<List<RowView>>> {
    let verdict = filter
        .verdict
        .filter(|text| !text.is_empty())
        .map(serde_json::Value::String)
        .map(serde_json::from_value);
    let verdict = verdict.transpose().map_err(|_| Problem::field("verdict", "wrong_type"))?;
    let import = app.store().import(caller.account_id, id).await?.thing;
    let kept = match filter.kept.as_deref() {
        None | Some("" | "false") => false,
        Some("true") => true,
        Some(_) => return Err(Problem::field("kept", "wrong_type").into()),
    };
    let wanted = Wanted { verdict, kept };
    let page = page(&app, &import, &wanted, &paging).await?;
    let words = Words(caller.locale);
    let header = import.header.ok_or(Problem::NotFound);
    let header = if page.items.is_empty() { header.unwrap_or_default() } else { header? };
    answer::list(page, &paging, |row| RowView::new(row, &header, words))
}

async fn page(app: &App, import: &Import, wanted: &Wanted, paging: &Paging) -> Result<Page<Row>, Problem> {
    let mut place: Place = match &paging.position {
        Some(position) => {
            serde_json::from_str(&position.after).map_err(|error| Problem::Bug(error.to_string()))?
        }
        None => Place::default(),
    };
    let list_at_once = if wanted.all() { MOST_FILES } else { MOST_CHUNKS };
    let (mut rows, mut files) = (vec![], 0);
    loop {
        let chunks = app.store().chunks(import, place.chunk, list_at_once).await?;
        let at_end = chunks.len() < list_at_once;
        for chunk in chunks {
            if wanted.are_in(&chunk) {
                files += 1;
                let matching = |row: &Row| row.row > place.row && wanted.is(row);
                rows.extend(read(app, import, chunk.number).await?.into_iter().filter(matching));
            }
            if rows.len() > paging.limit {
                rows.truncate(paging.limit);
                let row = rows.last().map_or(0, |row| row.row);
                return Ok(Page { items: rows, next: Some(position(chunk.number, row)?) });
            }
            place.chunk = chunk.number + 1;
            if files >= MOST_FILES {
                return Ok(Page { items: rows, next: Some(position(place.chunk, 0)?) });
            }
        }
        if at_end {
            return Ok(Page { items: rows, next: None });
        }
    }
}

fn position(chunk: u32, row: u64) -> Result<Position, Problem> {
    let after =
        serde_json::to_string(&Place { chunk, row }).map_err(|error| Problem::Bug(error.to_string()))?;
    Ok(Position { source: 0, after })
}

async fn read(app: &App, import: &Import, chunk: u32) -> Result<Vec<Row>, Problem> {
    Row::read_all(&app.files()?.load(&import.rows_key(chunk)).await?)
}
