//! What is known of rows of Chinese characters as words and names.

use crate::lint::known::Beginning;
use crate::lint::memo::Memo;

/// How widely a row of characters is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rank {
    /// As a word: 0 for none.
    pub word: u8,
    /// As a name: 0 for none.
    pub name: u8,
}

thread_local! {
    /// By two characters, the words and names that begin with them: most rows begin with characters that nothing begins with.
    static BEGINNINGS: Memo<[char; 2], Beginning> = Memo::new();
}

/// What is known of rows of characters.
#[derive(Debug, Default)]
pub(super) struct Words;

impl Words {
    /// How widely a row of two or more characters is known.
    pub(super) fn rank(&self, chars: &[char]) -> Rank {
        let &[first, second, ..] = chars else {
            return Rank::default();
        };
        let look_up = || Beginning::of_chinese(&String::from_iter([first, second]));
        let beginning = BEGINNINGS.with(|known| known.get(&[first, second], look_up));
        if beginning.is_empty() {
            return Rank::default();
        }
        let text: String = chars.iter().collect();
        Rank {
            word: beginning.word_rank(&text),
            name: beginning.name_rank(&text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::lint::known::{name_rank, word_rank};

    #[test]
    fn the_beginning_changes_nothing() {
        let words = Words;
        for text in [
            "中国",
            "中华人民共和国",
            "黑龙江",
            "黑尔",
            "约翰逊",
            "嗐",
            "龘龘",
            "一",
            "的人",
            "北京市",
        ] {
            let chars: Vec<char> = text.chars().collect();
            let expected = match chars.len() {
                1 => Rank::default(),
                _ => Rank {
                    word: word_rank(text, Lang::Zh),
                    name: name_rank(text),
                },
            };
            assert_eq!(words.rank(&chars), expected, "{text}");
        }
    }
}
