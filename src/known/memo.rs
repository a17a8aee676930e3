//! What was found out about a word, kept for the next article: a thread asks once for each distinct word of a run.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

/// Once so many answers are kept, all are forgotten: the frequent ones come back at once.
const MOST: usize = 1 << 16;

/// The answers of a function that depends on its question alone.
pub(crate) struct Memo<K, V>(RefCell<HashMap<K, V>>);

impl<K: Hash + Eq, V: Clone> Memo<K, V> {
    pub(crate) fn new() -> Memo<K, V> {
        Memo(RefCell::new(HashMap::new()))
    }

    /// The answer to a question, asked with `answer` if it is not known yet.
    pub(crate) fn get<Q>(&self, question: &Q, answer: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(known) = self.0.borrow().get(question) {
            return known.clone();
        }
        let answer = answer();
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(question.to_owned(), answer.clone());
        answer
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn each_question_is_asked_once() {
        let (memo, asked) = (Memo::<String, usize>::new(), Cell::new(0));
        let length = |word: &str| {
            memo.get(word, || {
                asked.set(asked.get() + 1);
                word.len()
            })
        };
        assert_eq!(["ab", "a", "ab"].map(length), [2, 1, 2]);
        assert_eq!(asked.get(), 2);
        (0..2 * MOST).for_each(|number| assert_eq!(length(&number.to_string()), number.to_string().len()));
        assert!(memo.0.borrow().len() <= MOST);
    }
}
