//! What was sent to a portal: by its form, or as JSON by a program.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::header,
};
use domain::{
    Problem,
    query::{CustomAnswer, Submission},
};
use runtime::{App, Failure, Input};

/// The most bytes that a form may have.
const MOST: usize = 64 * 1024;

/// What was sent.
pub(crate) enum Filled {
    /// By the form: its answers are pages. `trapped`: a field was filled in that nobody sees.
    ByForm { said: Submission, trapped: bool },
    /// By a program: its answers are JSON.
    ByProgram(Submission),
}

impl FromRequest<App> for Filled {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let is_form = kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let too_large = || Problem::TooLarge { limit: MOST as u64 };
        let bytes = axum::body::to_bytes(body, MOST).await.map_err(|_| too_large())?;
        if is_form {
            return Ok(Self::of_pairs(&bytes));
        }
        let request = Request::from_parts(parts, Body::from(bytes));
        let Input(said) = Input::<Submission>::from_request(request, app).await?;
        Ok(Self::ByProgram(said))
    }
}

impl Filled {
    /// What was sent.
    pub fn said(&self) -> &Submission {
        let (Self::ByForm { said, .. } | Self::ByProgram(said)) = self;
        said
    }

    /// A form tells what a portal had when it was opened: names that are none of a form's are left alone.
    fn of_pairs(bytes: &Bytes) -> Self {
        let (mut said, mut trapped) = (Submission::default(), false);
        for (name, value) in form_urlencoded::parse(bytes) {
            let value = value.replace("\r\n", "\n");
            match name.as_ref() {
                "name" => said.name = value,
                "email" => said.email = value,
                "phone" => said.phone = value,
                "company" => said.company = value,
                "category" => said.category = value,
                "question" => said.question = value,
                "code" => said.code = value,
                "form_id" => said.form_id = value,
                "representative_id" => said.representative_id = value.parse().ok(),
                "subportal_id" => said.subportal_id = value.parse().ok(),
                "website" => trapped = !value.is_empty(),
                name => {
                    if let Some(label) = name.strip_prefix("custom.") {
                        said.custom.push(CustomAnswer { label: label.to_owned(), value });
                    }
                }
            }
        }
        Self::ByForm { said, trapped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_send_it_and_what_it_does_not_know_is_left_alone() {
        let sent = "name=Ada+L&question=a%0D%0Ab+%26+c&custom.Order+no.=7&other=1&subportal_id=x&website=&form_id=ab";
        let Filled::ByForm { said, trapped } = Filled::of_pairs(&Bytes::from_static(sent.as_bytes())) else {
            panic!("a form");
        };
        let expected = Submission {
            name: "Ada L".into(),
            question: "a\nb & c".into(),
            custom: vec![CustomAnswer { label: "Order no.".into(), value: "7".into() }],
            form_id: "ab".into(),
            ..Submission::default()
        };
        assert_eq!((said, trapped), (expected, false));
        let trap = Filled::of_pairs(&Bytes::from_static(b"website=http%3A%2F%2Fspam.example"));
        assert!(matches!(trap, Filled::ByForm { trapped: true, .. }));
    }
}
