//! The functions of `api-keys`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(api_keys::routes())
}
