//! Whose a dropped file is.

use domain::{
    AccountId, Locale, Problem,
    import::{FileFault, Report},
};
use runtime::{App, Words};

/// The account under whose prefix a file was dropped. When there is none such, nobody could ever see an import of it: the
/// answer beside the file says so, and that is all.
pub(crate) async fn account(app: &App, named: String, key: &str) -> Result<Option<AccountId>, Problem> {
    if let Ok(account) = named.parse() {
        match app.store().account(account).await {
            Ok(_) => return Ok(Some(account)),
            Err(Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    tracing::warn!(account = named, "a file was dropped for an account that does not exist");
    let fault = FileFault::new("account_unknown").with("account", named);
    let detail = Words(Locale::En).message(&format!("import.{}", fault.code), &fault.parameters);
    let report = Report::refused(key, &fault, detail);
    app.files()?.save(&Report::key(key), "application/json", report.to_json()).await?;
    Ok(None)
}
