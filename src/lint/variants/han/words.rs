//! What is known of rows of Chinese characters as words and names.

use std::rc::Rc;

pub(super) use crate::lint::known::{Beginning, Rank};

use crate::lint::known::chinese_from;
use crate::lint::memo::Memo;

thread_local! {
    /// By a character, the parts of the lists that begin with it.
    static FIRSTS: Memo<char, [&'static str; 2]> = Memo::new();
    /// By two characters, the words and names that begin with them: with most, none does.
    static BEGINNINGS: Memo<[char; 2], Option<Rc<Beginning>>> = Memo::new();
}

/// What is known of rows of characters.
#[derive(Debug, Default)]
pub(super) struct Words;

impl Words {
    /// The words and names that begin with the first two of some characters, if there are any.
    pub(super) fn beginning(&self, chars: &[char]) -> Option<Rc<Beginning>> {
        let &[first, second, ..] = chars else {
            return None;
        };
        let look_up = || {
            let lists = FIRSTS.with(|known| known.get(&first, || chinese_from(first)));
            let beginning = Beginning::of_chinese(lists, &String::from_iter([first, second]));
            (!beginning.is_empty()).then(|| Rc::new(beginning))
        };
        BEGINNINGS.with(|known| known.get(&[first, second], look_up))
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
            let beginning = words.beginning(&chars);
            let rank = beginning.map_or_else(Rank::default, |beginning| beginning.rank(&chars[2..]));
            assert_eq!(rank, expected, "{text}");
        }
    }
}
