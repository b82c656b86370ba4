//! Dehusk
