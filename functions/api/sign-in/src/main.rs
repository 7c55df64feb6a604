//! The functions of `sign-in`.

fn main() -> Result<(), runtime::Error> {
    runtime::serve(sign_in::routes())
}
