//! The function `merge-companies`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(merge_companies::handle)
}
