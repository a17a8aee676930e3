//! How fast glossary rows are read, sound ones and bad ones, and written in canonical form.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::Glossary;
use isonym::glossary::canonical;

const ROWS: u64 = 10_000;

fn rows(kind: &str) -> String {
    let row =
        |n: u64| format!("entry-{n},{kind},preferred,黑河{n},Хэйхэ {n},Heihe {n},,,,,\"a, b\",GeoNames\n");
    let header = "id,kind,status,zh,ru,en,form,style,system,valid,note,source\n".to_owned();
    header + &(0..ROWS).map(row).collect::<String>()
}

fn bench(criterion: &mut Criterion) {
    let (sound, bad) = (rows("city"), rows("town"));
    let mut group = criterion.benchmark_group("glossary");
    group.throughput(Throughput::Elements(ROWS)).sample_size(20);
    group.bench_function("read", |b| b.iter(|| Glossary::from_csv(black_box(&sound))));
    group.bench_function("read, all rows bad", |b| {
        b.iter(|| Glossary::from_csv(black_box(&bad)))
    });
    group.bench_function("canonical", |b| b.iter(|| canonical(black_box(&sound))));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
