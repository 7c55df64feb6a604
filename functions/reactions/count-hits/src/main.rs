//! The function `count-hits`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(count_hits::handle)
}
