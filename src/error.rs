//! The only ways a call can fail: arguments that cannot be used, or a page over the caller's limit.

/// What went wrong, with a sentence that says what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Error {
    /// The page is larger than a limit the caller set.
    TooLarge(String),
    /// A snapshot's columns do not fit together.
    BadSnapshot(String),
    /// An option has a value that cannot be used.
    BadOption(String),
}

impl Error {
    /// The stable code: `TOO_LARGE`, `BAD_SNAPSHOT` or `BAD_OPTION`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLarge(_) => "TOO_LARGE",
            Error::BadSnapshot(_) => "BAD_SNAPSHOT",
            Error::BadOption(_) => "BAD_OPTION",
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::TooLarge(why) | Error::BadSnapshot(why) | Error::BadOption(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Error {}
