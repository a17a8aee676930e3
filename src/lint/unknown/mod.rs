//! Names of an article that no entry has: candidates for new rows.

mod han;

use std::collections::HashMap;

use super::Article;
use super::variants::same_word;
use super::words::Word;
use crate::glossary::Kind;
use crate::inflection::lemmas;
use crate::known::{is_word, name_rank};
use crate::lang::{Lang, Script};
use crate::text::{Span, fold};

/// A name that no entry has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name: of a Russian one the nominative, if its forms agree on one.
    pub text: String,
    /// The language of its letters.
    pub lang: Lang,
    /// What it is likely to be the name of: a person, where a given name or the words beside it say so.
    pub kind: Kind,
    /// Where it stands, in order.
    pub places: Vec<Span>,
}

/// Words with a capital that are no names.
const CALENDAR: &str = " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ";

/// The names that no entry of the index has, the most frequent first.
///
/// A name is a run of words with capitals. A word that opens a sentence counts only with another one behind it, or if it
/// stands with a capital within a sentence, too; runs of ordinary words and abbreviations do not count. A Chinese name is
/// told by the dot in it, by an office or a verb of saying beside it, or by characters that write foreign sounds.
///
/// ```
/// use isonym::lint::{Article, Options, unknown_names};
/// let (index, options) = (isonym::shipped(), Options::default());
/// let text = "Мэр Ванька-Встанькин приехал в Москву. Ванькой-Встанькиным довольны. Жители рады.";
/// let found = unknown_names(&Article::new(&index, text, &options));
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].places.len(), 2);
/// ```
pub fn unknown_names(article: &Article<'_>) -> Vec<Unknown> {
    let runs = runs(article);
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut buckets: HashMap<String, Vec<usize>> = HashMap::new();
    for run in &runs {
        let start: String = run[0].key.chars().take(3).collect();
        let bucket = buckets.entry(start).or_default();
        match bucket
            .iter()
            .copied()
            .find(|&at| is_same(groups[at].runs[0], run))
        {
            Some(at) => groups[at].runs.push(run),
            None => {
                bucket.push(groups.len());
                groups.push(Group { runs: vec![run] });
            }
        }
    }
    let mut unknown: Vec<Unknown> = groups
        .iter()
        .filter(|group| group.is_name())
        .map(|group| group.unknown(article.text))
        .collect();
    unknown.extend(han::names(article));
    unknown.sort_by_key(|name| std::cmp::Reverse(name.places.len()));
    unknown
}

/// The words of a name in one place.
type Run<'a> = Vec<&'a Word<'a>>;

/// The places of one name.
struct Group<'a> {
    runs: Vec<&'a Run<'a>>,
}

/// The runs of words with capitals that are in no mention.
fn runs<'a>(article: &'a Article<'_>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut is_open = false;
    for word in &article.words {
        let counts = word.capital
            && !word.all_capitals
            && word.script.is_some_and(|script| script != Script::Han)
            && article.mention_at(word.span).is_none()
            && !article.is_accepted(word.span);
        let joins = is_open
            && word.follows
            && word.joint != '\n'
            && runs
                .last()
                .is_some_and(|run| run[0].script == word.script && run.len() < MOST_WORDS);
        match (counts, joins) {
            (false, _) => {}
            (true, true) => runs.last_mut().expect("an open run").push(word),
            (true, false) => runs.push(vec![word]),
        }
        is_open = counts;
    }
    runs.into_iter()
        .map(without_opening)
        .filter(|run| !run.is_empty() && !run.iter().all(|word| is_ordinary(word)))
        .collect()
}

/// A longer run is a heading.
const MOST_WORDS: usize = 5;

/// A run without an ordinary word that has its capital from the sentence that it opens.
fn without_opening(mut run: Run<'_>) -> Run<'_> {
    let first = run[0];
    // A case form of some word may be a given name: before another capital it is one.
    let is_given = first.script == Some(Script::Cyrillic)
        && run.len() > 1
        && name_rank(&first.key) > 0
        && !is_word(&first.key, Lang::Ru);
    let is_part = run.get(1).is_some_and(|next| matches!(next.joint, '-' | '‑'));
    let is_letter = first.key.chars().count() == 1;
    if first.opens && !is_part && (is_letter || is_ordinary(first) && !is_given) {
        run.remove(0);
    }
    run
}

fn is_ordinary(word: &Word<'_>) -> bool {
    match word.script {
        Some(Script::Cyrillic) => {
            is_word(&word.key, Lang::Ru)
                || lemmas(&word.key)
                    .iter()
                    .take(MOST_LEMMAS)
                    .any(|lemma| is_word(&fold(&lemma.text), Lang::Ru))
        }
        _ => {
            let singular = word.key.strip_suffix('s').unwrap_or(&word.key);
            is_word(&word.key, Lang::En)
                || is_word(singular, Lang::En)
                || CALENDAR.contains(&format!(" {} ", word.key))
        }
    }
}

const MOST_LEMMAS: usize = 40;

fn is_same(a: &Run<'_>, b: &Run<'_>) -> bool {
    let russian = a[0].script == Some(Script::Cyrillic);
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_word(&a.key, &b.key, russian))
}

impl Group<'_> {
    /// Whether a capital says that it is a name: one within a sentence, or that of a second word.
    fn is_name(&self) -> bool {
        self.runs.iter().any(|run| run.len() > 1 || !run[0].opens)
    }

    fn unknown(&self, text: &str) -> Unknown {
        let span = |run: &Run<'_>| Span {
            start: run[0].span.start,
            end: run[run.len() - 1].span.end,
        };
        let places: Vec<Span> = self.runs.iter().map(|run| span(run)).collect();
        let lang = if self.runs[0][0].script == Some(Script::Cyrillic) {
            Lang::Ru
        } else {
            Lang::En
        };
        let mut forms: Vec<&str> = places.iter().map(|place| place.of(text)).collect();
        let first = forms[0];
        forms.sort_unstable();
        forms.dedup();
        let base = if lang == Lang::Ru && forms.len() > 1 {
            common_base(&forms)
        } else {
            None
        };
        Unknown {
            text: base.unwrap_or_else(|| first.to_owned()),
            lang,
            kind: kind(self.runs[0]),
            places,
        }
    }
}

/// Two or three words that begin with a given name are a person's.
fn kind(run: &Run<'_>) -> Kind {
    let is_person = (2..=3).contains(&run.len()) && name_rank(&run[0].key) >= GIVEN;
    if is_person { Kind::Person } else { Kind::Other }
}

/// The rank from which on a name is one that many people have.
const GIVEN: u8 = 3;

/// The nominative that all forms may belong to; best one that is a form itself.
fn common_base(forms: &[&str]) -> Option<String> {
    let mut common: Vec<String> = lemmas(forms[0]).into_iter().map(|lemma| lemma.text).collect();
    for form in &forms[1..] {
        let bases = lemmas(form);
        common.retain(|base| bases.iter().any(|lemma| lemma.text == *base));
    }
    common
        .iter()
        .find(|base| forms.contains(&base.as_str()))
        .or(common.first())
        .cloned()
}
