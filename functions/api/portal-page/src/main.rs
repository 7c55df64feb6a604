//! The functions of `portal-page`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(portal_page::routes())
}
