//! The function `revert-import`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(revert_import::handle)
}
