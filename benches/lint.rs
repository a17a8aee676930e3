//! Whole lints: an article of the usual length in three languages, a long text, and words that all look alike, which no
//! document may make quadratic. Throughput is given per byte of text; `cargo bench --bench lint`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::lint::{Options, lint};
use isonym::shipped;

const ARTICLES: [(&str, &str); 3] = [
    ("en", include_str!("../examples/heihe.md")),
    ("ru", include_str!("../examples/heihe.ru.md")),
    ("zh", include_str!("../examples/heihe.zh.md")),
];

/// An article over and over, to about so many bytes.
fn repeated(article: &str, bytes: usize) -> String {
    article.repeat(bytes.div_ceil(article.len()))
}

/// Distinct capitalised words of a few syllables, so that each has many others a slip away.
fn look_alikes(bytes: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ba", "be", "bi", "bo", "da", "de", "di", "do", "ka", "ke", "ki", "ko", "la", "le", "li", "lo", "ma",
        "me", "mi", "mo", "ra", "re", "ri", "ro",
    ];
    let mut text = String::new();
    for number in 0.. {
        let mut rest = number;
        let mut word = String::new();
        while rest > 0 || word.len() < 6 {
            word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
            rest /= SYLLABLES.len();
        }
        text.push_str(&word[..1].to_uppercase());
        text.push_str(&word[1..]);
        text.push(' ');
        if text.len() >= bytes {
            break;
        }
    }
    text
}

fn run(c: &mut Criterion, name: &str, text: &str, samples: usize) {
    let index = shipped();
    let mut group = c.benchmark_group("lint");
    group
        .throughput(Throughput::Bytes(text.len() as u64))
        .sample_size(samples);
    group.bench_function(name, |b| {
        b.iter(|| lint(&index, black_box(text), &Options::default()))
    });
    group.finish();
}

fn articles(c: &mut Criterion) {
    for (lang, article) in ARTICLES {
        run(c, &format!("7 KB, {lang}"), &repeated(article, 7_000), 50);
    }
}

fn long_texts(c: &mut Criterion) {
    for (lang, article) in ARTICLES {
        run(c, &format!("1 MB, {lang}"), &repeated(article, 1_000_000), 10);
    }
}

fn crowds(c: &mut Criterion) {
    for (name, bytes) in [("100 KB", 100_000), ("1 MB", 1_000_000)] {
        run(c, &format!("look-alike words, {name}"), &look_alikes(bytes), 10);
    }
}

criterion_group!(benches, articles, long_texts, crowds);
criterion_main!(benches);
