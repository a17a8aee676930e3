//! Names per second of the systems with Chinese characters.

mod cpu;

use cpu::Cpu;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isonym::translit::{Ask, Use, system};
use std::hint::black_box;
use std::time::Duration;

const CHINESE: &str = "黑龙江 哈尔滨 六安 石家庄 秦皇岛 重庆 乐清 长春 阆中 厦门 丹江口 甘井子 乌鲁木齐 景德镇 张家口 铁岭 临汾 六盘水 单县 东莞";
const PERSONS: &str = "习近平 欧阳修 单田芳 王毅 刘少奇 任继愈 诸葛亮 曾国藩 李源潮 华罗庚 尉迟恭 钟睒睒 徐悲鸿 陈独秀 解缙 薛稷 查良镛 沈从文 仇英 聂耳";
const RUSSIAN: &str = "Абакан Березники Боровичи Вязьма Ржев Енисейск Всеволожск Нижневартовск Новокузнецк Калининград Ставрополь Иваново \
Александровск Усть-Кут Заинск Петрозаводск Сыктывкар Магнитогорск Череповец Каменск-Уральский";

fn run(c: &mut Criterion<Cpu>, name: &str, id: &str, names: &str, kind: Use) {
    let system = system(id).expect("listed");
    let names: Vec<&str> = names.split_whitespace().collect();
    let ask = Ask {
        kind,
        ..Ask::default()
    };
    let mut group = c.benchmark_group("chinese");
    group.throughput(Throughput::Elements(names.len() as u64));
    group.bench_function(name, |b| {
        b.iter(|| {
            for name in &names {
                black_box(system.candidates(black_box(name), &ask));
            }
        });
    });
    group.finish();
}

fn chinese(c: &mut Criterion<Cpu>) {
    run(c, "places to Pinyin", "pinyin", CHINESE, Use::Place);
    run(
        c,
        "persons to Pinyin with tones",
        "pinyin-tones",
        PERSONS,
        Use::Person,
    );
    run(c, "places to Palladius", "palladius", CHINESE, Use::Place);
    run(c, "Russian places to Chinese", "gbt-17693.4", RUSSIAN, Use::Place);
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2)).sample_size(20);
    targets = chinese
}
criterion_main!(benches);
