//! The index: building it, finding mentions in text of three languages, looking names up, and linting an article.
//! Throughput is given per byte of text; `cargo bench --bench index`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::lint::{Options, lint};
use isonym::{Glossary, Index, fold, shipped};

const ARTICLES: [(&str, &str); 3] = [
    ("en", include_str!("../examples/heihe.md")),
    ("ru", include_str!("../examples/heihe.ru.md")),
    ("zh", include_str!("../examples/heihe.zh.md")),
];

fn build(c: &mut Criterion) {
    let mut glossary = Glossary::default();
    shipped()
        .entries()
        .take(1_000)
        .for_each(|entry| glossary.add(entry));
    let mut group = c.benchmark_group("build");
    group.throughput(Throughput::Elements(Index::build(&glossary).spellings() as u64));
    group.sample_size(10);
    group.bench_function("1,000 shipped entries, by spelling", |b| {
        b.iter(|| Index::build(black_box(&glossary)))
    });
    // Made by `benches/rows.sh`.
    if let Some(path) = std::env::var_os("ISONYM_ROWS") {
        let (glossary, _) = Glossary::from_csv(&std::fs::read_to_string(path).expect("rows"));
        group.throughput(Throughput::Elements(Index::build(&glossary).spellings() as u64));
        group.bench_function("the rows of ISONYM_ROWS, by spelling", |b| {
            b.iter(|| Index::build(black_box(&glossary)))
        });
    }
    group.finish();
}

fn mentions(c: &mut Criterion) {
    let index = shipped();
    let mut group = c.benchmark_group("mentions");
    for (lang, article) in ARTICLES {
        let text = article.repeat(100);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(lang, |b| b.iter(|| index.mentions(black_box(&text))));
    }
    group.finish();
}

fn lookup(c: &mut Criterion) {
    let index = shipped();
    c.bench_function("look up a name", |b| {
        b.iter(|| index.readings(black_box("Благовещенске")))
    });
    for name in ["Blagoveschchensk", "Благовещинск", "黑龙河省"] {
        let key = fold(name);
        for slips in 1..=2 {
            c.bench_function(&format!("names at most {slips} from {name}"), |b| {
                b.iter(|| index.near(black_box(&key), slips))
            });
        }
    }
}

fn whole_lint(c: &mut Criterion) {
    let index = shipped();
    let mut group = c.benchmark_group("lint");
    for (lang, article) in ARTICLES {
        group.throughput(Throughput::Bytes(article.len() as u64));
        group.bench_function(lang, |b| {
            b.iter(|| lint(&index, black_box(article), &Options::default()))
        });
    }
    group.finish();
}

criterion_group!(benches, build, mentions, lookup, whole_lint);
criterion_main!(benches);
