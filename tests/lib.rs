//! Tests of the whole house: stories that people would tell, and laws that hold everywhere.
