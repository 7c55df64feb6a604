//! The function `erase`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(erase::handle)
}
