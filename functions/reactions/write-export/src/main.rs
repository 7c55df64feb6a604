//! The function `write-export`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(write_export::handle)
}
