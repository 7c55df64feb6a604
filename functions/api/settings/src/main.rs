//! The functions of `settings`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(settings::routes())
}
