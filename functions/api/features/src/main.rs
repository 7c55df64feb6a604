//! The functions of `features`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(features::routes())
}
