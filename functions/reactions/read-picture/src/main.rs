//! The function `read-picture`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(read_picture::handle)
}
