//! Names converted in a second, forward by a plain table and by tables full of context, backwards, and by ear.

mod cpu;

use std::hint::black_box;
use std::time::Duration;

use cpu::Cpu;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::names::same_by_rule;
use isonym::translit::{Ask, Use, keys, system};

/// Names of places and persons, as they come.
fn names() -> Vec<&'static str> {
    include_str!("../src/translit/russian_names.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| Some(line.split_once(',')?.1))
        .collect()
}

fn forward(c: &mut Criterion<Cpu>) {
    let names = names();
    let mut group = c.benchmark_group("forward");
    group.throughput(Throughput::Elements(names.len() as u64));
    for id in ["iso9", "bgn-pcgn", "wikipedia", "german", "french"] {
        let system = system(id).expect("a shipped system");
        group.bench_function(id, |b| {
            b.iter(|| {
                names
                    .iter()
                    .map(|name| system.convert(black_box(name), Use::Any).len())
                    .sum::<usize>()
            })
        });
    }
    group.finish();
}

fn backward(c: &mut Criterion<Cpu>) {
    let some: Vec<&str> = names().into_iter().step_by(97).collect();
    let mut group = c.benchmark_group("backward");
    group.throughput(Throughput::Elements(some.len() as u64));
    for id in ["iso9", "wikipedia", "german"] {
        let system = system(id).expect("a shipped system");
        let latin: Vec<String> = some.iter().map(|name| system.convert(name, Use::Any)).collect();
        let ask = Ask {
            limit: 3,
            ..Ask::default()
        };
        group.bench_function(id, |b| {
            b.iter(|| {
                latin
                    .iter()
                    .map(|name| system.invert(black_box(name), &ask).len())
                    .sum::<usize>()
            })
        });
    }
    group.finish();
}

fn by_ear(c: &mut Criterion<Cpu>) {
    let german = system("german").expect("a shipped system");
    let some: Vec<&str> = names().into_iter().step_by(97).collect();
    let pairs: Vec<(&str, String)> = some
        .iter()
        .map(|name| (*name, german.convert(name, Use::Any)))
        .collect();
    let mut group = c.benchmark_group("by ear");
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("same", |b| {
        b.iter(|| {
            pairs
                .iter()
                .filter(|(a, g)| same_by_rule(black_box(a), g).same)
                .count()
        })
    });
    group.bench_function("keys", |b| {
        b.iter(|| pairs.iter().map(|(_, g)| keys(black_box(g)).len()).sum::<usize>())
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2)).sample_size(20);
    targets = forward, backward, by_ear
}
criterion_main!(benches);
