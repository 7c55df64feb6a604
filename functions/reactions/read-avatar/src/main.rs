//! The function `read-avatar`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(read_avatar::handle)
}
