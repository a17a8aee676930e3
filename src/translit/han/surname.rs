//! The characters that are surnames.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::rows;

/// Whether a simplified character is a surname by itself.
pub fn is_surname(c: char) -> bool {
    static SURNAMES: LazyLock<HashSet<char>> = LazyLock::new(|| {
        let names = rows(include_str!("surnames.csv")).filter_map(|row| row.split(',').next());
        names
            .filter(|name| name.chars().count() == 1)
            .flat_map(str::chars)
            .collect()
    });
    SURNAMES.contains(&c)
}
