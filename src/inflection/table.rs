//! The tables: endings by class, classes by a word's end, and words that go their own way.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pattern::Sort;
use super::{Case, Declension, Gender, Number};

/// A class: its endings by number and case.
pub(super) struct Class {
    pub(super) name: String,
    pub(super) declension: Declension,
    /// What the nominative ends in: cut off to get the stem.
    pub(super) nominative: String,
    /// In the order of the table; an accusative that depends on animacy is not among them.
    pub(super) endings: Vec<Ending>,
    /// The numbers whose accusative is the nominative of things and the genitive of beings.
    pub(super) by_animacy: Vec<Number>,
}

pub(super) struct Ending {
    pub(super) number: Number,
    pub(super) case: Case,
    pub(super) text: String,
}

/// A row that leads from a word, or its end, to a class.
pub(super) struct Choice {
    pub(super) sort: Option<Sort>,
    pub(super) gender: Option<Gender>,
    pub(super) class: usize,
    /// What stands in place of the ending before endings other than the nominative's.
    pub(super) stem: Option<String>,
    /// The word or the end of a word that the row is for.
    pub(super) ending: String,
}

pub(super) struct Tables {
    pub(super) classes: Vec<Class>,
    words: HashMap<String, Vec<Choice>>,
    endings: HashMap<String, Vec<Choice>>,
    east: HashSet<&'static str>,
}

pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);
    &TABLES
}

/// Letters of the longest ending in `choices.csv`.
const LONGEST_ENDING: usize = 7;

impl Tables {
    fn read() -> Tables {
        let classes = read_classes(include_str!("endings.csv"));
        let number: HashMap<String, usize> = (0..classes.len())
            .map(|at| (classes[at].name.clone(), at))
            .collect();
        Tables {
            words: read_choices(include_str!("words.csv"), &number),
            endings: read_choices(include_str!("choices.csv"), &number),
            east: rows(include_str!("east.csv")).map(|row| row[0]).collect(),
            classes,
        }
    }

    /// The classes of a word in lower case, as a word of a kind.
    pub(super) fn choose(&self, word: &str, sort: Sort) -> Vec<&Choice> {
        let own = self.own_rows(word, sort);
        if !own.is_empty() {
            return own;
        }
        let starts = word.char_indices().map(|(at, _)| at);
        let skip = word.chars().count().saturating_sub(LONGEST_ENDING);
        for start in starts.skip(skip) {
            let fitting: Vec<&Choice> = pick(self.endings.get(&word[start..]), sort)
                .into_iter()
                .filter(|choice| choice.fits(word))
                .collect();
            if !fitting.is_empty() {
                return fitting;
            }
        }
        Vec::new()
    }

    /// The rows of `words.csv` for a word.
    fn own_rows(&self, word: &str, sort: Sort) -> Vec<&Choice> {
        pick(self.words.get(plain(word).as_ref()), sort)
    }

    /// Whether the word is listed as a word of this very kind.
    pub(super) fn lists(&self, word: &str, sort: Sort) -> bool {
        let rows = self.words.get(plain(word).as_ref());
        rows.is_some_and(|rows| rows.iter().any(|row| row.sort == Some(sort)))
    }

    /// Whether the word is listed at all.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(plain(word).as_ref())
    }

    /// Whether a personal name of the Chinese order may begin with this word.
    pub(super) fn is_eastern_surname(&self, word: &str) -> bool {
        self.east.contains(word)
    }

    /// All rows of both tables of choices.
    pub(super) fn all_choices(&self) -> impl Iterator<Item = (&Choice, bool)> {
        let words = self.words.values().flatten().map(|choice| (choice, true));
        words.chain(self.endings.values().flatten().map(|choice| (choice, false)))
    }
}

impl Choice {
    /// What an ending of the class is put on: the word without its own ending.
    ///
    /// A fleeting vowel comes or goes before all endings but the nominative's (Павел, Павла); in a plural-only name
    /// it comes before the empty ending alone (Химки, Химкам, but Химок).
    /// (`ending` matters only as empty or not.)
    pub(super) fn stem_of(&self, word: &str, class: &Class, ending: &str) -> String {
        let plural_only = class.declension == Declension::Plural;
        match &self.stem {
            Some(stem) if !plural_only || ending.is_empty() => self.without_ending(word).to_owned() + stem,
            _ => word
                .strip_suffix(class.nominative.as_str())
                .unwrap_or(word)
                .to_owned(),
        }
    }

    fn without_ending<'a>(&self, word: &'a str) -> &'a str {
        word.strip_suffix(self.ending.as_str()).unwrap_or("")
    }

    /// A stem that would lose its last vowel keeps it: Мец, Меца.
    fn fits(&self, word: &str) -> bool {
        let has_vowel = |text: &str| text.chars().any(is_vowel);
        match &self.stem {
            Some(stem) => has_vowel(self.without_ending(word)) || has_vowel(stem),
            None => true,
        }
    }
}

pub(super) fn is_vowel(c: char) -> bool {
    "аеёиоуыэюя".contains(c)
}

/// The key of a word: ё is written е as often as not.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    if word.contains('ё') {
        word.replace('ё', "е").into()
    } else {
        word.into()
    }
}

/// Of the rows for an ending, those of the kind itself, or else those for any kind.
fn pick(rows: Option<&Vec<Choice>>, sort: Sort) -> Vec<&Choice> {
    let of = |wanted: Option<Sort>| -> Vec<&Choice> {
        let rows = rows.into_iter().flatten();
        rows.filter(|row| row.sort == wanted).collect()
    };
    let own = of(Some(sort));
    if own.is_empty() && sort.is_open() {
        of(None)
    } else {
        own
    }
}

/// The cells of the rows below the header.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split(',').collect())
}

fn read_classes(text: &'static str) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    for row in rows(text) {
        let number: Number = row[2].parse().expect("endings.csv has a number in every row");
        if classes.last().is_none_or(|class| class.name != row[0]) {
            classes.push(Class {
                name: row[0].to_owned(),
                declension: row[1].parse().expect("endings.csv has a declension in every row"),
                nominative: row[3].replace('-', ""),
                endings: Vec::new(),
                by_animacy: Vec::new(),
            });
        }
        let class = classes.last_mut().expect("a class was pushed for the first row");
        if !row[3].is_empty() && row[6].is_empty() {
            class.by_animacy.push(number);
        }
        for (&case, cell) in Case::ALL
            .iter()
            .zip(&row[3..])
            .filter(|(_, cell)| !cell.is_empty())
        {
            class.endings.push(Ending {
                number,
                case,
                text: cell.replace('-', ""),
            });
        }
    }
    classes
}

fn read_choices(text: &'static str, number: &HashMap<String, usize>) -> HashMap<String, Vec<Choice>> {
    let mut choices: HashMap<String, Vec<Choice>> = HashMap::new();
    for row in rows(text) {
        choices.entry(plain_key(text, row[0])).or_default().push(Choice {
            sort: Sort::from_word(row[1]),
            gender: row[2].parse().ok(),
            class: number[row[3]],
            stem: Some(row[4]).filter(|stem| !stem.is_empty()).map(str::to_owned),
            ending: row[0].to_owned(),
        });
    }
    choices
}

/// Words are looked up without the dots of ё; endings with them, since -ёл and -ел differ.
fn plain_key(text: &str, word: &str) -> String {
    if text.contains("\nword,") {
        plain(word).into_owned()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_ends_as_its_class_does() {
        for (choice, _) in tables().all_choices().filter(|(choice, _)| choice.stem.is_none()) {
            let class = &tables().classes[choice.class];
            let (ending, nominative) = (choice.ending.as_str(), class.nominative.as_str());
            let fits = ending.ends_with(nominative) || nominative.ends_with(ending);
            assert!(fits, "{ending} cannot be of the class {}", class.name);
        }
    }

    #[test]
    fn every_class_has_a_row_that_leads_to_it() {
        let used: HashSet<usize> = tables().all_choices().map(|(choice, _)| choice.class).collect();
        let unused = (0..tables().classes.len()).filter(|at| !used.contains(at));
        let names: Vec<&str> = unused.map(|at| tables().classes[at].name.as_str()).collect();
        assert!(names.is_empty(), "no row leads to {names:?}");
    }

    #[test]
    fn no_ending_is_longer_than_the_search_for_it() {
        let longest = tables().endings.keys().map(|ending| ending.chars().count()).max();
        assert!(longest <= Some(LONGEST_ENDING));
    }

    #[test]
    fn no_row_stands_twice() {
        let mut seen = HashSet::new();
        for file in [
            include_str!("choices.csv"),
            include_str!("words.csv"),
            include_str!("east.csv"),
        ] {
            for row in rows(file) {
                assert!(seen.insert((file.len(), row.clone())), "twice: {row:?}");
            }
        }
    }
}
