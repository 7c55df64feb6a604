//! The functions of `erasures`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(erasures::routes())
}
