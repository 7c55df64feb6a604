//! The functions of `meta`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(meta::routes())
}
