//! house-tests.
