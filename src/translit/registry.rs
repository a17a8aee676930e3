//! The list of all conversion systems.

use std::sync::LazyLock;

use super::table::Table;
use super::{Method, System, chinese, russian_chinese};
use crate::lang::Script;

/// A system that is a table from Cyrillic to Latin letters: the id is the name of its file.
macro_rules! table {
    ($id:literal) => {
        System {
            id: $id,
            from: Script::Cyrillic,
            to: Script::Latin,
            data: include_str!(concat!("systems/", $id, ".csv")),
            method: Method::Table({
                static TABLE: LazyLock<Table> = LazyLock::new(|| {
                    Table::read(include_str!(concat!("systems/", $id, ".csv")))
                        .expect("a test reads every shipped table")
                });
                &TABLE
            }),
        }
    };
}

/// A system with Chinese characters: code, with a header that cites the standard.
macro_rules! code {
    ($id:literal, $from:ident, $to:ident, $forward:path, $backward:path) => {
        System {
            id: $id,
            from: Script::$from,
            to: Script::$to,
            data: include_str!(concat!("systems/", $id, ".csv")),
            method: Method::Code {
                forward: $forward,
                backward: $backward,
            },
        }
    };
}

/// All systems, in the order in which they are listed to users.
pub static SYSTEMS: &[System] = &[
    table!("news"),
    table!("wikipedia"),
    table!("bgn-pcgn"),
    table!("bgn-pcgn-simplified"),
    table!("iso9"),
    table!("gost-7.79-a"),
    table!("gost-7.79-b"),
    table!("gost-16876"),
    table!("gost-7.0.34"),
    table!("un-1987"),
    table!("ala-lc"),
    table!("ala-lc-plain"),
    table!("icao"),
    table!("mvd-782"),
    table!("gost-52535"),
    table!("gost-52290"),
    table!("scientific"),
    table!("bs-2979"),
    table!("iso-r-9"),
    table!("yandex"),
    table!("telegram"),
    table!("mosmetro"),
    table!("german"),
    table!("french"),
    table!("ukrainian-2010"),
    table!("belarusian-2007"),
    code!("english", Han, Latin, chinese::english, chinese::characters),
    code!("pinyin", Han, Latin, chinese::pinyin, chinese::characters),
    code!(
        "pinyin-tones",
        Han,
        Latin,
        chinese::pinyin_tones,
        chinese::characters
    ),
    code!(
        "pinyin-numbers",
        Han,
        Latin,
        chinese::pinyin_numbers,
        chinese::characters
    ),
    code!("passport", Han, Latin, chinese::passport, chinese::characters),
    code!("wade-giles", Han, Latin, chinese::wade_giles, chinese::characters),
    code!("tongyong", Han, Latin, chinese::tongyong, chinese::characters),
    code!("yale", Han, Latin, chinese::yale, chinese::characters),
    code!("postal", Han, Latin, chinese::postal, chinese::characters),
    code!("russian", Han, Cyrillic, chinese::russian, chinese::characters),
    code!(
        "palladius",
        Han,
        Cyrillic,
        chinese::palladius,
        chinese::characters
    ),
    code!(
        "gbt-17693.4",
        Cyrillic,
        Han,
        russian_chinese::forward,
        russian_chinese::backward
    ),
];

/// The system of an id.
pub fn system(id: &str) -> Option<&'static System> {
    SYSTEMS.iter().find(|system| system.id == id)
}
