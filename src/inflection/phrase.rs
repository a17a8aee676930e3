//! Names of more than one word: Нижний Новгород, Амурская область, Республика Саха.

use super::pattern::{Part, Pattern, Sort};
use super::table::tables;
use super::word::{attribute, starts_small, suits};
use super::{Hint, NameKind, compound, person};

/// A word of a name with the white space before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) before: &'a str,
    pub(super) text: &'a str,
}

/// The words of a name. White space at its ends is left out.
pub(super) fn tokens(name: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut rest) = (Vec::new(), name.trim());
    while !rest.is_empty() {
        let at = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let (before, word) = rest.split_at(at);
        let (text, after) = word.split_at(word.find(char::is_whitespace).unwrap_or(word.len()));
        tokens.push(Token { before, text });
        rest = after;
    }
    tokens
}

/// The declensions of a name of several words.
pub(super) fn patterns(tokens: &[Token<'_>], hint: Hint) -> Vec<Pattern> {
    let found = match hint.kind {
        Some(NameKind::Place | NameKind::Thing) => place(tokens),
        None => headed(tokens).unwrap_or_else(|| person::patterns(tokens, hint.gender)),
        _ => return person::patterns(tokens, hint.gender),
    };
    found.into_iter().filter(|p| suits(p, hint.gender)).collect()
}

fn place(tokens: &[Token<'_>]) -> Vec<Pattern> {
    if let [token] = tokens {
        return compound::patterns(token.text, Sort::Place);
    }
    if let Some(found) = coordinated(tokens) {
        return found;
    }
    headed(tokens).unwrap_or_else(|| trailing_attribute(tokens).unwrap_or_else(|| last_declines(tokens)))
}

/// A name with a head that can be told: after attributes that agree with it, or a word for a kind of thing.
fn headed(tokens: &[Token<'_>]) -> Option<Vec<Pattern>> {
    if !is_generic(tokens[0].text)
        && let Some(dash) = tokens.iter().rposition(|t| matches!(t.text, "—" | "–"))
    {
        let mut after = tokens[dash + 1..].to_vec();
        after.first_mut()?.before = "";
        return Some(after_fixed(&tokens[..=dash], place(&after)));
    }
    if person::looks_like_one(tokens) {
        return None;
    }
    let attributes = tokens[..tokens.len() - 1].iter();
    let leading = attributes
        .take_while(|t| !attribute(t.text, Sort::Noun).is_empty())
        .count();
    for head in (1..=leading).rev() {
        let found = agreeing(tokens, head);
        if !found.is_empty() {
            return Some(found);
        }
    }
    is_generic(tokens[0].text).then(|| generic(tokens))
}

/// Attributes before a head that agree with it; what follows the head does not change.
fn agreeing(tokens: &[Token<'_>], head: usize) -> Vec<Pattern> {
    let after = text_of(&tokens[head + 1..]);
    let mut found = Vec::new();
    for noun in nouns(tokens[head].text) {
        let attributes: Vec<Pattern> = tokens[..head]
            .iter()
            .filter_map(|token| {
                attribute(token.text, noun.sort)
                    .into_iter()
                    .find(|a| a.agrees_with(&noun))
            })
            .collect();
        if attributes.len() == head {
            let patterns = attributes.iter().chain([&noun]);
            let parts: Vec<Part<'_>> = tokens.iter().zip(patterns).map(|(t, p)| part(t, p)).collect();
            found.push(Pattern::combine(&parts, head, &after));
        }
    }
    found
}

/// Республика Корея, город Москва: the word for the kind declines; a single name after it may.
fn generic(tokens: &[Token<'_>]) -> Vec<Pattern> {
    let heads = nouns(tokens[0].text);
    let after = text_of(&tokens[1..]);
    let alone = heads
        .iter()
        .map(|head| head.clone().within(tokens[0].before, &after));
    let mut found: Vec<Pattern> = alone.collect();
    if let [kind, name] = tokens
        && !starts_small(name.text)
    {
        for (head, name_pattern) in heads.iter().zip(compound::patterns(name.text, Sort::Place)) {
            if !name_pattern.is_fixed() && !name_pattern.has_plural_only() {
                found.push(Pattern::combine(
                    &[part(kind, head), part(name, &name_pattern)],
                    0,
                    "",
                ));
            }
        }
    }
    found
}

/// Гусь Хрустальный, Ростов Великий.
fn trailing_attribute(tokens: &[Token<'_>]) -> Option<Vec<Pattern>> {
    let [noun, after] = tokens else { return None };
    let attributes = attribute(after.text, Sort::Place);
    let mut found = Vec::new();
    for head in nouns(noun.text) {
        if let Some(attribute) = attributes
            .iter()
            .find(|a| a.agrees_with(&head) && !head.is_fixed())
        {
            found.push(Pattern::combine(
                &[part(noun, &head), part(after, attribute)],
                0,
                "",
            ));
        }
    }
    (!found.is_empty()).then_some(found)
}

fn last_declines(tokens: &[Token<'_>]) -> Vec<Pattern> {
    let (last, first) = tokens
        .split_last()
        .expect("a name of several words has a last one");
    after_fixed(first, compound::patterns(last.text, Sort::Place))
}

/// Босния и Герцеговина, Сен-Пьер и Микелон: both names decline, in the singular.
fn coordinated(tokens: &[Token<'_>]) -> Option<Vec<Pattern>> {
    let and = tokens.iter().position(|token| token.text == "и")?;
    if and == 0 || and + 1 == tokens.len() || starts_small(tokens[0].text) {
        return None;
    }
    let side = |tokens: &[Token<'_>]| {
        let mut tokens = tokens.to_vec();
        tokens[0].before = "";
        let found = place(&tokens);
        found.into_iter().find(|pattern| !pattern.has_plural_only())
    };
    let (left, right) = (side(&tokens[..and])?, side(&tokens[and + 1..])?);
    let parts = [("", &left), (" и ", &right)].map(|(before, pattern)| Part { before, pattern });
    Some(vec![Pattern::combine(&parts, 0, "")])
}

/// The same declensions with words before them that do not change.
fn after_fixed(first: &[Token<'_>], patterns: Vec<Pattern>) -> Vec<Pattern> {
    let before = text_of(first).trim_start().to_owned() + " ";
    let within = |pattern: Pattern| pattern.within(&before, "");
    patterns.into_iter().map(within).collect()
}

/// What a word may be as the head of a name.
fn nouns(word: &str) -> Vec<Pattern> {
    let lower = word.to_lowercase();
    let sort = if starts_small(word) || tables().lists(&lower, Sort::Noun) {
        Sort::Noun
    } else {
        Sort::Place
    };
    compound::patterns(word, sort)
}

/// Whether a word names a kind of thing and heads the name: область, Министерство, Организация.
fn is_generic(word: &str) -> bool {
    let lower = word.to_lowercase();
    starts_small(word)
        || tables().lists(&lower, Sort::Noun)
        || ["ство", "ция", "сия", "ние", "тет", "ость", "тория"]
            .iter()
            .any(|end| lower.ends_with(end))
}

fn part<'a>(token: &Token<'a>, pattern: &'a Pattern) -> Part<'a> {
    Part {
        before: token.before,
        pattern,
    }
}

fn text_of(tokens: &[Token<'_>]) -> String {
    tokens
        .iter()
        .flat_map(|token| [token.before, token.text])
        .collect()
}
