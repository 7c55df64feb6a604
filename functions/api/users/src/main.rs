//! The functions of `users`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(users::routes())
}
