//! How fast names are inflected, led back to their base forms, and put into another case.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::inflection::{Hint, inflect, lemmas, reinflect};

const NAMES: [&str; 12] = [
    "Благовещенск",
    "Москва",
    "Хэйхэ",
    "Иванов",
    "Комсомольск-на-Амуре",
    "Нижний Новгород",
    "Амурская область",
    "Владимир Путин",
    "Си Цзиньпин",
    "Чебоксары",
    "Тверь",
    "МИД",
];

const FORMS: [&str; 6] = [
    "Благовещенске",
    "Москвой",
    "Ивановым",
    "Тяньцзиня",
    "Химкам",
    "Захаровой",
];

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("inflection");
    group.throughput(Throughput::Elements(NAMES.len() as u64));
    group.bench_function("inflect", |b| {
        b.iter(|| {
            for name in NAMES {
                black_box(inflect(black_box(name), Hint::default()));
            }
        });
    });
    group.throughput(Throughput::Elements(FORMS.len() as u64));
    group.bench_function("lemmas", |b| {
        b.iter(|| {
            for form in FORMS {
                black_box(lemmas(black_box(form)));
            }
        });
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("reinflect", |b| {
        b.iter(|| {
            reinflect(
                black_box("Благовещинск"),
                black_box("Благовещинске"),
                black_box("Благовещенск"),
            )
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
