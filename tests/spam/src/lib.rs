//! Spam by other hands.
