//! What is known of rows of Chinese characters as words and names.

use std::rc::Rc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::memo::Memo;
use super::{Beginning, chinese_from};

thread_local! {
    /// By a character, the parts of the lists that begin with it.
    static FIRSTS: Memo<char, [&'static str; 2]> = Memo::new();
    /// By two characters, the words and names that begin with them: with most, none does.
    static BEGINNINGS: Memo<[char; 2], Option<Rc<Beginning>>> = Memo::new();
}

/// What is known of rows of characters.
#[derive(Debug, Default)]
pub(crate) struct Words;

impl Words {
    /// The words and names that begin with the first two of some characters, if there are any.
    pub(crate) fn beginning(&self, chars: &[char]) -> Option<Rc<Beginning>> {
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

/// A sieve of two characters that follow each other within a Chinese word: those that are not in it do not.
pub(crate) struct Sieve(Vec<u64>);

/// The bits of the sieve, by a power of two.
const BITS: u32 = 20;

/// Once the sieve was wanted so often, it is made: that takes as long as looking up the words around so many names.
const WORTH_IT: usize = 5000;

static SIEVE: OnceLock<Sieve> = OnceLock::new();
static WANTED: AtomicUsize = AtomicUsize::new(0);

impl Sieve {
    /// The sieve, if it was wanted often enough to be worth making.
    pub(crate) fn if_worth_it() -> Option<&'static Sieve> {
        let wanted_often = || WANTED.fetch_add(1, Ordering::Relaxed) >= WORTH_IT;
        SIEVE
            .get()
            .or_else(|| wanted_often().then(|| SIEVE.get_or_init(Sieve::new)))
    }

    fn new() -> Sieve {
        let mut bits = vec![0; 1 << (BITS - 6)];
        for word in super::chinese_words() {
            for (a, b) in word.chars().zip(word.chars().skip(1)) {
                let at = place(a, b);
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Sieve(bits)
    }

    /// Whether two characters may follow each other within a word.
    pub(crate) fn lets(&self, a: char, b: char) -> bool {
        let at = place(a, b);
        self.0[at / 64] >> (at % 64) & 1 > 0
    }
}

/// The bit of two characters.
fn place(a: char, b: char) -> usize {
    let pair = u64::from(a) << 21 | u64::from(b);
    (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::{Rank, name_rank, word_rank};
    use crate::lang::Lang;

    #[test]
    fn the_sieve_lets_all_words_through_and_little_else() {
        let sieve = Sieve::new();
        let mut pairs = super::super::chinese_words().flat_map(|word| word.chars().zip(word.chars().skip(1)));
        assert!(pairs.all(|(a, b)| sieve.lets(a, b)));
        assert!(!sieve.lets('龘', '的') && !sieve.lets('国', '龘'));
    }

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
