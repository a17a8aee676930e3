//! Persons: which part of a name is the surname.

use super::name::Unit;
use super::readings::{PERSONS, SURNAMES, read_part};
use super::surname::is_surname;
use crate::translit::Use;

/// The surnames of most people: the first hundred of the Ministry of Public Security's count.
const COMMON: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习";

/// How many characters the surname of a person takes, and where a double surname is divided.
pub(super) fn surname(plain: &[char]) -> (usize, Option<usize>) {
    if let Some(compound) = SURNAMES.longest(plain) {
        return (compound.len().min(plain.len()), None);
    }
    match plain {
        [first, second, _, _] if is_surname(*first) && is_surname(*second) => (2, Some(1)),
        _ => (1.min(plain.len()), None),
    }
}

/// Reads a person's name by its parts.
pub(super) fn read_person(original: &[char], plain: &[char], found: &mut Vec<Unit>) {
    if let Some(known) = PERSONS.longest(plain)
        && known.len() == plain.len()
    {
        let units = known.iter().zip(original);
        return found.extend(units.map(|(reading, &c)| Unit::of(Some(*reading), c)));
    }
    let (split, double) = surname(plain);
    for part in [0..double.unwrap_or(0), double.unwrap_or(0)..split] {
        read_part(&original[part.clone()], &plain[part], Use::Surname, found);
    }
    read_part(&original[split..], &plain[split..], Use::Given, found);
}

/// Whether a name of unknown kind is surely enough a person's: a listed one, a compound surname with a given name, or three
/// characters that begin with one of the commonest surnames and do not end like a place.
pub(super) fn looks_like_person(plain: &[char]) -> bool {
    let known = PERSONS
        .longest(plain)
        .is_some_and(|known| known.len() == plain.len());
    let compound = SURNAMES.longest(plain).map_or(0, <[_]>::len);
    known
        || (compound >= 2 && (1..=2).contains(&(plain.len() - compound)) && !ends_like_place(plain))
        || (plain.len() == 3 && COMMON.contains(plain[0]) && !ends_like_place(plain))
}

fn ends_like_place(plain: &[char]) -> bool {
    const PLACE: &str = "省市县区旗盟州国邦江河湖海洋山岛湾岭港口峡庄村镇乡屯堡寨店集桥坝关塘沟坪坡洲铺营台埠浦津溪泉川原门头里堂园林路街巷\
城府站场院校寺庙宫殿楼阁塔亭陵墓池潭渡井坊厂矿局部委会社党军队报族人语文字鼻尾咀嘴角洼坨滩圩墩岗峪崖峰错利亚尔斯克加拿达坦";
    plain.last().is_some_and(|last| PLACE.contains(*last))
}
