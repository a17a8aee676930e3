//! Where rows of characters stand in a text: all its places, sorted by the characters that follow.

/// Rows are sorted by so many characters.
const SORTED: usize = 8;

/// So many characters are packed into a number.
const PACKED: usize = 3;

/// A number that sorts as some characters do, of which there are at most [`PACKED`].
fn packed(chars: &[char]) -> u64 {
    (0..PACKED).fold(0, |sum, at| {
        sum << 21 | chars.get(at).map_or(0, |&c| u64::from(c))
    })
}

/// The places of a text in the order of their next characters.
pub(super) struct Rows {
    sorted: Vec<u32>,
}

impl Rows {
    pub(super) fn of(chars: &[char]) -> Rows {
        // Most places differ in the characters that one number holds.
        let mut keyed: Vec<(u64, u32)> = (0..chars.len())
            .map(|at| (packed(first(chars, at, PACKED)), at as u32))
            .collect();
        let rest = |at: u32| first(chars, chars.len().min(at as usize + PACKED), SORTED - PACKED);
        keyed.sort_unstable_by(|a, b| {
            (a.0.cmp(&b.0))
                .then_with(|| rest(a.1).cmp(rest(b.1)))
                .then(a.1.cmp(&b.1))
        });
        let sorted = keyed.into_iter().map(|(_, at)| at).collect();
        Rows { sorted }
    }

    /// How often a row stands in the text.
    pub(super) fn count(&self, chars: &[char], wanted: &[char]) -> usize {
        let near = self.near(chars, wanted);
        if wanted.len() <= SORTED {
            near.len()
        } else {
            near.iter()
                .filter(|&&at| chars[at as usize..].starts_with(wanted))
                .count()
        }
    }

    /// Where a row stands, in the order of the text.
    pub(super) fn places(&self, chars: &[char], wanted: &[char]) -> Vec<usize> {
        let near = self.near(chars, wanted).iter().map(|&at| at as usize);
        let mut places: Vec<usize> = near.filter(|&at| chars[at..].starts_with(wanted)).collect();
        places.sort_unstable();
        places
    }

    /// The places of a row's first characters.
    fn near(&self, chars: &[char], wanted: &[char]) -> &[u32] {
        let wanted = first(wanted, 0, SORTED);
        let here = |at: u32| first(chars, at as usize, wanted.len());
        let from = self.sorted.partition_point(|&at| here(at) < wanted);
        let count = self.sorted[from..].partition_point(|&at| here(at) == wanted);
        &self.sorted[from..from + count]
    }
}

fn first(chars: &[char], from: usize, most: usize) -> &[char] {
    &chars[from..chars.len().min(from + most)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_and_found_in_order() {
        let chars: Vec<char> = "黑河市在黑河边，黑龙江流过黑河市".chars().collect();
        let rows = Rows::of(&chars);
        let row = |text: &str| text.chars().collect::<Vec<char>>();
        assert_eq!(rows.places(&chars, &row("黑河")), [0, 4, 13]);
        assert_eq!(rows.count(&chars, &row("黑河市")), 2);
        assert_eq!(rows.count(&chars, &row("黑河市在黑河边，黑龙江流过黑河市")), 1);
        assert_eq!(rows.count(&chars, &row("黑河市在黑河边，黑龙江流过黑河边")), 0);
        assert_eq!(rows.count(&chars, &row("江河")), 0);
    }
}
