//! Language tags (BCP 47) and what else heads a column of names.

use crate::glossary::Name;
use crate::lang::Lang;

/// The `system` of a Chinese name in traditional characters.
pub(super) const TRADITIONAL: &str = "traditional";

/// What a language tag says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) lang: Lang,
    /// The `system` that the tag stands for; empty for the usual one of the language.
    pub(super) system: &'static str,
}

/// Tags beyond a language and its usual script and country, and the words that head columns of names.
const SPECIAL: &[(&str, Lang, &str)] = &[
    ("zh-hant", Lang::Zh, TRADITIONAL),
    ("zh-tw", Lang::Zh, "taiwan"),
    ("zh-hk", Lang::Zh, "hong-kong"),
    ("zh-mo", Lang::Zh, "hong-kong"),
    ("traditional chinese", Lang::Zh, TRADITIONAL),
    ("chinese (traditional)", Lang::Zh, TRADITIONAL),
    ("繁體中文", Lang::Zh, TRADITIONAL),
    ("繁体中文", Lang::Zh, TRADITIONAL),
    ("chinese", Lang::Zh, ""),
    ("simplified chinese", Lang::Zh, ""),
    ("chinese (simplified)", Lang::Zh, ""),
    ("китайский", Lang::Zh, ""),
    ("по-китайски", Lang::Zh, ""),
    ("中文", Lang::Zh, ""),
    ("简体中文", Lang::Zh, ""),
    ("汉语", Lang::Zh, ""),
    ("cmn", Lang::Zh, ""),
    ("zho", Lang::Zh, ""),
    ("chi", Lang::Zh, ""),
    ("russian", Lang::Ru, ""),
    ("русский", Lang::Ru, ""),
    ("по-русски", Lang::Ru, ""),
    ("俄文", Lang::Ru, ""),
    ("俄语", Lang::Ru, ""),
    ("rus", Lang::Ru, ""),
    ("english", Lang::En, ""),
    ("английский", Lang::En, ""),
    ("по-английски", Lang::En, ""),
    ("英文", Lang::En, ""),
    ("英语", Lang::En, ""),
    ("eng", Lang::En, ""),
];

/// Reads a language tag, or the name of a language.
pub(super) fn tag(text: &str) -> Option<Tag> {
    let text = text.trim().to_lowercase().replace('_', "-");
    let special = |text: &str| {
        let found = SPECIAL.iter().find(|(word, ..)| *word == text);
        found.map(|&(_, lang, system)| Tag { lang, system })
    };
    if let Some(tag) = special(&text) {
        return Some(tag);
    }
    let mut parts = text.split('-');
    let lang = match parts.next()? {
        "zh" | "cmn" | "zho" => Lang::Zh,
        "ru" | "rus" => Lang::Ru,
        "en" | "eng" => Lang::En,
        _ => return None,
    };
    let is_subtag =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let rest: Vec<&str> = parts.collect();
    if !rest.iter().all(|part| is_subtag(part)) || rest.contains(&"latn") {
        return None;
    }
    // A script says more than a country: zh-Hans-HK is simplified, zh-Hant-HK is Hong Kong's.
    let system = match lang {
        Lang::Zh if rest.contains(&"hans") => "",
        Lang::Zh => {
            let country = rest
                .iter()
                .find_map(|part| special(&format!("zh-{part}")).filter(|t| t.system != TRADITIONAL));
            let script = rest.contains(&"hant").then_some(TRADITIONAL);
            country.map(|tag| tag.system).or(script).unwrap_or("")
        }
        _ => "",
    };
    Some(Tag { lang, system })
}

/// The language tag of a name, and whether it says the name's `system`.
pub(super) fn tag_of(lang: Lang, name: &Name) -> (&'static str, bool) {
    match lang {
        Lang::Zh if name.system == TRADITIONAL => ("zh-Hant", true),
        Lang::Zh => ("zh-Hans", false),
        Lang::Ru => ("ru", false),
        Lang::En => ("en", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: Option<(Lang, &'static str)>) {
        assert_eq!(tag(text).map(|tag| (tag.lang, tag.system)), wanted, "{text}");
    }

    #[test]
    fn tags_and_names_of_languages_are_known() {
        for plain in [
            "zh",
            "zh-CN",
            "zh_CN",
            "ZH-Hans",
            "zh-Hans-CN",
            "zh-Hans-HK",
            "Chinese",
            "中文",
        ] {
            check(plain, Some((Lang::Zh, "")));
        }
        check("zh-Hant", Some((Lang::Zh, "traditional")));
        check("zh-TW", Some((Lang::Zh, "taiwan")));
        check("zh-Hant-TW", Some((Lang::Zh, "taiwan")));
        check("zh_Hant_HK", Some((Lang::Zh, "hong-kong")));
        check("ru-RU", Some((Lang::Ru, "")));
        check("EN-gb", Some((Lang::En, "")));
        for other in ["de", "", "zh-Latn-pinyin", "ru-", "note", "english name", "en-!"] {
            check(other, None);
        }
    }
}
