//! Traditional characters in simplified text, or the reverse, inside a name.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::Rule;
use crate::lang::Script;
use crate::lint::messages::say;
use crate::lint::variants::han::is_common;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::{Span, simplified, traditional_pairs};

pub(super) const RULE: Rule = Rule {
    name: "mixed-hanzi",
    summary: "traditional characters in simplified text, or the reverse, inside a name",
    page: include_str!("../../../tests/lint/mixed-hanzi.md"),
    check,
};

/// From this share of telling characters on, a text is written in the one set and not in the other.
const SETTLED: f32 = 0.9;
/// Fewer telling characters than this say nothing of a text.
const FEWEST: usize = 8;

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    if !article.has_han() {
        return;
    }
    let (mut traditional, mut simple) = (0, 0);
    for c in article
        .text
        .chars()
        .filter(|&c| Script::of(c) == Some(Script::Han))
    {
        traditional += usize::from(is_traditional(c));
        simple += usize::from(SIMPLIFIED_ONLY.contains(&c));
    }
    let telling = traditional + simple;
    let settled = |count: usize| telling >= FEWEST && count as f32 >= SETTLED * telling as f32;
    if settled(simple) && traditional > 0 {
        strangers(article, found, is_traditional, "traditional", |name| {
            name.chars().map(simplified).collect()
        });
    } else if settled(traditional) && simple > 0 {
        strangers(
            article,
            found,
            |c| SIMPLIFIED_ONLY.contains(&c),
            "simplified",
            |name| as_elsewhere(article, name),
        );
    }
}

/// Names with characters of the set that the text is not written in.
fn strangers(
    article: &Article<'_>,
    found: &mut Vec<Diagnostic>,
    strange: impl Fn(char) -> bool,
    set: &str,
    mend: impl Fn(&str) -> String,
) {
    let text = article.han();
    let mut done = 0;
    for at in 0..text.len() {
        let c = text.written(article, at);
        if at < done || !strange(c) {
            continue;
        }
        let Some((from, to)) = text.name_around(at) else {
            continue;
        };
        done = to;
        let span = text.span(from, to);
        let right = mend(span.of(article.text));
        if right != span.of(article.text) {
            found.push(diagnostic(article, span, set, c, right));
        }
    }
}

fn diagnostic(article: &Article<'_>, span: Span, set: &str, strange: char, right: String) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Warning,
        span,
        message: say(
            "mixed-hanzi",
            &[
                ("set", set),
                ("character", &strange.to_string()),
                ("here", span.of(article.text)),
            ],
        ),
        suggestions: vec![right],
        fix: Some(Fix::Safe),
        entry: None,
        related: Vec::new(),
    }
}

/// The name as the article writes it in other places, in traditional characters.
fn as_elsewhere(article: &Article<'_>, name: &str) -> String {
    let plain: String = name.chars().map(simplified).collect();
    let count = name.chars().count();
    let chars: Vec<char> = article.text.chars().collect();
    let other = chars.windows(count).find(|window| {
        let text: String = window.iter().collect();
        text != name
            && text.chars().map(simplified).collect::<String>() == plain
            && window.iter().any(|&c| is_traditional(c))
    });
    other.map_or_else(|| name.to_owned(), |window| window.iter().collect())
}

/// Whether only traditional text uses a character: 乾 stands in simplified text too.
fn is_traditional(c: char) -> bool {
    simplified(c) != c && !is_common(c)
}

/// Characters that only simplified text uses: simplified forms that are no traditional character themselves.
static SIMPLIFIED_ONLY: LazyLock<HashSet<char>> = LazyLock::new(|| {
    // These stood in traditional text before they became simplified forms of others.
    let old = "后里面台云余谷郁斗胡表丰几千干征出发回系向才制冲松姜咸秋御夫卷参曲困仆佣板别辟克借旋家帘当胜致采了升占布周游舍划合同注症卜仇朱伙吁修淀";
    traditional_pairs()
        .map(|(_, simple)| simple)
        .filter(|&c| !is_traditional(c) && !old.contains(c))
        .collect()
});
