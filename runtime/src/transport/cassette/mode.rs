//! Whether a cassette is recorded or replayed.

use super::error::CassetteError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Record,
    Replay,
    /// Replays what is there, and records what is not.
    Auto,
}

impl Mode {
    /// What the environment wants, if it wants anything.
    pub(super) fn of_environment() -> Result<Option<Self>, CassetteError> {
        std::env::var_os("DESKPRO_CASSETTE")
            .map_or(Ok(None), |value| Self::parse(&value.to_string_lossy()))
    }

    /// Whether to record, with a file there or not.
    pub(super) fn records(self, is_there: bool) -> bool {
        match self {
            Self::Record => true,
            Self::Replay => false,
            Self::Auto => !is_there,
        }
    }

    fn parse(value: &str) -> Result<Option<Self>, CassetteError> {
        match value {
            "" => Ok(None),
            "record" => Ok(Some(Self::Record)),
            "replay" => Ok(Some(Self::Replay)),
            "auto" => Ok(Some(Self::Auto)),
            _ => Err(CassetteError::Mode { value: value.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mode;

    #[test]
    fn the_environment_says_one_of_three_words_or_nothing() {
        for (value, expected) in [
            ("", None),
            ("record", Some(Mode::Record)),
            ("replay", Some(Mode::Replay)),
            ("auto", Some(Mode::Auto)),
        ] {
            assert_eq!(Mode::parse(value).unwrap(), expected, "{value}");
        }
        assert_eq!(
            Mode::parse("play").unwrap_err().to_string(),
            "DESKPRO_CASSETTE is \"play\", not `record`, `replay` or `auto`"
        );
    }

    #[test]
    fn only_the_mode_in_between_asks_for_the_file() {
        let records = |mode: Mode| [mode.records(false), mode.records(true)];
        assert_eq!(records(Mode::Record), [true, true]);
        assert_eq!(records(Mode::Replay), [false, false]);
        assert_eq!(records(Mode::Auto), [true, false]);
    }
}
