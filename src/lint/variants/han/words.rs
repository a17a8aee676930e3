//! What is known of rows of Chinese characters as words and names, each asked once an article.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::lang::Lang;
use crate::lint::known::{name_rank, word_rank};

/// How widely a row of characters is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rank {
    /// As a word: 0 for none.
    pub word: u8,
    /// As a name: 0 for none.
    pub name: u8,
}

/// The rows that were asked about.
#[derive(Debug, Default)]
pub(super) struct Words(RefCell<HashMap<Row, Rank>>);

/// The longest row that is kept.
const LONGEST: usize = 8;

type Row = [char; LONGEST];

impl Words {
    /// How widely a row is known.
    pub(super) fn rank(&self, chars: &[char]) -> Rank {
        let look_up = || {
            let text: String = chars.iter().collect();
            Rank {
                word: word_rank(&text, Lang::Zh),
                name: name_rank(&text),
            }
        };
        let mut row: Row = ['\0'; LONGEST];
        match row.get_mut(..chars.len()) {
            Some(own) => own.copy_from_slice(chars),
            None => return look_up(),
        }
        *self.0.borrow_mut().entry(row).or_insert_with(look_up)
    }
}
