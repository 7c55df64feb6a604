//! The function `read-import`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(read_import::handle)
}
