//! Enumerations whose variants have one spelling each, in files and in records.

/// A word that is no code of the enumeration it was read as.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} \"{given}\"")]
pub struct UnknownCode {
    /// What was to be read.
    pub what: &'static str,
    /// What was found.
    pub given: String,
}

/// Gives an enumeration `ALL`, `as_str`, `Display` and `FromStr` over the same spellings.
macro_rules! codes {
    ($type:ident, $what:literal, $($variant:ident = $code:literal),+ $(,)?) => {
        impl $type {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its spelling in files and records.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::codes::UnknownCode;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                match given {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::codes::UnknownCode { what: $what, given: given.to_owned() }),
                }
            }
        }
    };
}

pub(crate) use codes;
