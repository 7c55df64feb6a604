//! Plain HTML without a template engine: three small pages don't need one.

use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse, Response};

const STYLE: &str = "
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 15%, transparent); --accent: #2563eb }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 0 1.25rem 3rem }
header { display: flex; gap: 1.25rem; align-items: baseline; border-bottom: 1px solid var(--line); padding: 1rem 0; margin-bottom: 1.25rem }
header b { margin-right: auto } a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
h1 { font-size: 1.35rem; margin: .5rem 0 1rem } h2 { font-size: 1.05rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } th { text-align: left; font-weight: 600 }
td, th { border-bottom: 1px solid var(--line); padding: .45rem .75rem .45rem 0; vertical-align: top }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: color-mix(in srgb, currentColor 5%, transparent); padding: 1rem; border-radius: .5rem; margin: 0 }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff }
.quiet { opacity: .65 } .bad { color: #dc2626 } .good { color: #16a34a } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem } dd { margin: 0 }
button { font: inherit; padding: .3rem .8rem; border-radius: .4rem; border: 1px solid var(--line); cursor: pointer }";

/// A page around this content, which must be escaped already.
pub(super) fn page(title: &str, content: &str) -> Response {
    let title = escape(title);
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style><header><b>Local cloud</b><a href=\"/_local/mail\">Mail</a><a href=\"/_local/messages\">Messages</a>\
         <a href=\"/_local/events\">Events</a><a href=\"/_local/clock\">Clock</a><a href=\"/_local/calls\">Calls</a><a href=\"/\">App</a>\
         </header><main><h1>{title}</h1>{content}</main></html>"
    );
    // Mail is written by others: nothing of it may run or load anything.
    let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'";
    ([(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

/// Text as it may stand in HTML, also in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
