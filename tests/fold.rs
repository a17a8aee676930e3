//! The fold from spellings to keys.

use isonym::{Folded, fold};
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_key_is_that_of_the_text_with_its_way_back(any in any::<String>(), plain in "[ .a-cA-Cа-вА-ВёЁ黑龍江’\\-]{0,12}") {
        prop_assert_eq!(fold(&any), Folded::new(&any).key);
        prop_assert_eq!(fold(&plain), Folded::new(&plain).key);
    }

    #[test]
    fn folding_is_idempotent(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn every_byte_of_a_key_leads_back_to_a_character(text in any::<String>()) {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.starts.len(), folded.key.len() + 1);
        prop_assert!(folded.starts.is_sorted());
        prop_assert!(folded.starts.iter().all(|&at| text.is_char_boundary(at as usize)));
    }
}

#[test]
fn letters_within_letters_fold_to_plain_ones() {
    assert_eq!(fold("\u{10783}"), "ae");
}
