//! Closed lists of words: an enum, its words in data files and output, and the way between the two.

/// Declares a closed list. After the name of the enum come the kind of error that an unknown word is and what the list is
/// called in its message.
macro_rules! words {
    ($(#[$about:meta])* $name:ident, $error:ident, $what:literal, { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word for the value in data files and output.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(word: &str) -> Result<$name, Self::Err> {
                $name::ALL.iter().copied().find(|value| value.word() == word).ok_or_else(|| {
                    let words: Vec<&str> = $name::ALL.iter().map(|v| v.word()).filter(|w| !w.is_empty()).collect();
                    let values = vec![("word", word.into()), ("words", words.join(", ").into())];
                    let message = crate::message::Message::new(concat!("unknown-", $what), values);
                    crate::error::Error::new(crate::error::ErrorKind::$error, message)
                })
            }
        }
    };
}

pub(crate) use words;
