//! sign-in.
