//! The function `count-customers`.

fn main() -> Result<(), runtime::Error> {
    runtime::listen(count_customers::handle)
}
