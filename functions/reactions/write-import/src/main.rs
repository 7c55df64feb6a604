//! The function `write-import`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(write_import::handle)
}
