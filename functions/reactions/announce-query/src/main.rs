//! The function `announce-query`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(announce_query::handle)
}
