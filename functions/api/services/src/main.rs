//! The functions of `services`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(services::routes())
}
