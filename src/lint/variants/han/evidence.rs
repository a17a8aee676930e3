//! What speaks for two like places of a Chinese text being one name.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::coincidence::{is_all_words, is_coincidence, is_doubled, is_within_listed};
use super::pairs::{Place, Slip};
use super::text::{HanText, Known};
use crate::known::characters::{GRAMMATICAL, commonness, likeness, transcribes};
use crate::translit::han::is_surname;

/// A judged pair of places.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    /// The characters of the likelier variant's name.
    pub name: (usize, usize),
    /// The characters of the likelier model's name.
    pub model: (usize, usize),
    /// Whether the glossary has the model's name.
    pub listed: bool,
    /// Observations by name, as `evidence.csv` weighs them.
    pub features: Vec<(&'static str, f32)>,
    /// The weighed sum: above zero, one name is likelier than two.
    pub score: f32,
}

/// What one side of a pair looks like.
pub(super) struct Side {
    /// The characters that differ.
    pub differing: (usize, usize),
    /// The longest known stretch that covers the difference, within what both places share.
    pub shared: Option<(usize, usize, Known)>,
    /// The same without that limit.
    pub any: Option<(usize, usize, Known)>,
    count: usize,
}

impl Side {
    fn of(text: &HanText, place: &Place, differing: (usize, usize)) -> Side {
        let within = (differing.0 - place.left, differing.1 + place.right);
        // An omission lies between two characters: what covers it covers both.
        let covered = match differing.0 == differing.1 {
            true => (differing.0 - 1, differing.1 + 1),
            false => differing,
        };
        let run = |at: usize| text.runs[at] == text.runs[covered.0];
        let (mut from, mut to) = covered;
        while from > 0 && run(from - 1) && covered.0 - from < 8 {
            from -= 1;
        }
        while to < text.len() && run(to) && to - covered.1 < 8 {
            to += 1;
        }
        let shared = (covered.0 >= within.0 && covered.1 <= within.1)
            .then(|| text.covering(covered.0, covered.1, within))
            .flatten();
        let core = (differing.0 - place.left.min(2), differing.1 + place.right.min(2));
        let wanted = &text.chars[core.0..core.1];
        let count = text.count_of(wanted);
        Side {
            differing,
            shared,
            any: text.covering(covered.0, covered.1, (from, to)),
            count,
        }
    }

    fn certainty(&self) -> f32 {
        let known = self.shared.map_or(0.0, |(from, to, known)| {
            (to - from) as f32 + f32::from(known as u8) * 0.7
        });
        let other = self.any.map_or(0.0, |(from, to, _)| (to - from) as f32 * 0.5);
        known + other + (self.count as f32).ln() * 2.5
    }
}

/// How much is observed of a pair of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Whatever can make one name the likelier: dividing into words is slow and left out where it cannot.
    Enough,
    /// Everything.
    All,
}

/// Observes a pair of places and weighs what was observed.
pub(super) fn judge(text: &HanText, place: Place, depth: Depth) -> Judged {
    let first = Side::of(text, &place, place.differing[0]);
    let second = Side::of(text, &place, place.differing[1]);
    // What the article writes three times as often as the other is what its writer means.
    let first_is_model = match (first.count, second.count) {
        (a, b) if a >= 3 * b => true,
        (a, b) if b >= 3 * a => false,
        _ => first.certainty() >= second.certainty(),
    };
    let (model, variant) = if first_is_model {
        (first, second)
    } else {
        (second, first)
    };
    let slip = match place.slip {
        Slip::Extra if first_is_model => Slip::Missing,
        slip => slip,
    };
    let (before, after) = extent(text, &place, &model);
    let name = (variant.differing.0 - before, variant.differing.1 + after);
    let named = (model.differing.0 - before, model.differing.1 + after);
    let mut features = features(text, &place, slip, &variant, &model);
    observe_rest(text, name, variant.differing, &mut features);
    if depth == Depth::All || weigh(&features) + *MOST_OF_DIVISION > 0.0 {
        let (gain, loss) = divided(text, name, named);
        features.push((DIVISION[0], gain));
        features.push((DIVISION[1], loss));
        features.push((DIVISION[2], gain.min(loss)));
        let cut = slip != Slip::Substituted && is_within_listed(text, name);
        if cut || is_coincidence(text, &place, slip, [&variant, &model], gain) || is_all_words(text, name) {
            features.push(("no slip", 1.0));
        }
    }
    let score = weigh(&features);
    Judged {
        name,
        model: named,
        listed: model.shared.is_some_and(|(_, _, known)| known == Known::Listed),
        features,
        score,
    }
}

/// How many characters before and after the difference belong to the name: those of the known name, or else of
/// the shared context without grammatical characters.
fn extent(text: &HanText, place: &Place, model: &Side) -> (usize, usize) {
    if let Some((from, to, _)) = model.shared {
        return (model.differing.0 - from, to - model.differing.1);
    }
    let plain = |at: usize| commonness(text.chars[at]) < GRAMMATICAL;
    let before = (1..=place.left.min(3))
        .take_while(|back| plain(model.differing.0 - back))
        .count();
    let after = (0..place.right.min(3))
        .take_while(|on| plain(model.differing.1 + on))
        .count();
    match before + after {
        0 => (place.left.min(1), place.right.min(1)),
        _ => (before, after),
    }
}

/// Whether the difference lies outside the shared characters, which are a word of their own: 委员陈, 委员沈.
fn beside_word(text: &HanText, place: &Place, side: &Side) -> bool {
    let (from, to) = side.differing;
    let ends = |most: usize| (2..=most.min(4)).any(|n| text.known(from - n, from).is_some());
    let begins = |most: usize| (2..=most.min(4)).any(|n| text.known(to, to + n).is_some());
    place.right == 0 && ends(place.left) || place.left == 0 && begins(place.right)
}

/// What is observed of how a place divides into words.
const DIVISION: [&str; 3] = [
    "divides better",
    "model divides worse",
    "divides better (at least)",
];

/// What these can add to a sum.
static MOST_OF_DIVISION: LazyLock<f32> =
    LazyLock::new(|| DIVISION.iter().map(|name| MOST * weight(name).abs()).sum());

fn weigh(features: &[(&'static str, f32)]) -> f32 {
    features.iter().map(|(name, value)| weight(name) * value).sum()
}

fn weight(name: &str) -> f32 {
    WEIGHTS.get(name).copied().unwrap_or(0.0)
}

/// How much better or worse a division is at most taken to be, in fives of nats.
const MOST: f32 = 3.0;

/// How much better the words divide with the model's characters in the variant's place, and how much worse with
/// the variant's in the model's: in fives of nats.
fn divided(text: &HanText, name: (usize, usize), model: (usize, usize)) -> (f32, f32) {
    let scale = |nats: f32| (nats / 5.0).clamp(-MOST, MOST);
    let gain = scale(text.cost(name, name) - text.cost(name, model));
    let loss = scale(text.cost(model, name) - text.cost(model, model));
    (gain, loss)
}

/// Observes what a name is without the character in question at its end: 北京是 beside 北京市.
fn observe_rest(
    text: &HanText,
    name: (usize, usize),
    differing: (usize, usize),
    features: &mut Vec<(&'static str, f32)>,
) {
    let before = (differing.0 >= name.0 + 2)
        .then(|| text.known(name.0, differing.0))
        .flatten();
    let after = (differing.1 + 2 <= name.1)
        .then(|| text.known(differing.1, name.1))
        .flatten();
    let gap = differing.0 == differing.1;
    let at_end = differing.1 == name.1 || gap;
    let at_start = differing.0 == name.0 || gap;
    let rest = before.filter(|_| at_end).max(after.filter(|_| at_start));
    features.extend(match rest {
        Some(Known::Listed) => Some(("rest is listed", 1.0)),
        Some(Known::Word) => Some(("rest is a word", 1.0)),
        Some(Known::Name) => Some(("rest is a name", 1.0)),
        None => None,
    });
}

fn features(
    text: &HanText,
    place: &Place,
    slip: Slip,
    variant: &Side,
    model: &Side,
) -> Vec<(&'static str, f32)> {
    let flag = |yes: bool| f32::from(u8::from(yes));
    let mut features = vec![("bias", 1.0)];
    let mut put = |name: &'static str, value: f32| {
        if value != 0.0 {
            features.push((name, value));
        }
    };
    let (mut sounds, mut shapes) = (false, false);
    match slip {
        Slip::Substituted => {
            let (wrong, right) = (text.chars[variant.differing.0], text.chars[model.differing.0]);
            let alike = likeness(wrong, right);
            (sounds, shapes) = (alike.same_sound || alike.near_sound, alike.shape);
            put("same sound", flag(alike.same_sound));
            put("near sound", flag(alike.near_sound));
            put("like shape", flag(alike.shape));
            put(
                "neither sound nor shape",
                flag(!alike.same_sound && !alike.near_sound && !alike.shape),
            );
            put("variant character common", (commonness(wrong) - 5.0) / 3.0);
            put("model character common", (commonness(right) - 5.0) / 3.0);
            put(
                "grammatical character",
                flag(commonness(wrong).max(commonness(right)) > GRAMMATICAL),
            );
        }
        Slip::Swapped => {
            let (from, to) = variant.differing;
            put("swapped", 1.0);
            put(
                "swapped into a word",
                flag(text.known(from, to) == Some(Known::Word)),
            );
        }
        Slip::Extra => {
            let doubled = is_doubled(text, variant.differing.0);
            put(if doubled { "doubled" } else { "extra" }, 1.0);
        }
        Slip::Missing => put("missing", 1.0),
    }
    let context = place.left + place.right;
    put("context", (context.min(6) as f32 - 3.0) / 2.0);
    put("context two", flag(context == 2));
    put("context on both sides", flag(place.left > 0 && place.right > 0));
    if let Some((from, to, known)) = model.shared {
        put("model known", 1.0);
        put("model length", (to - from) as f32 - 3.0);
        put("model of two", flag(to - from == 2));
        put(
            match known {
                Known::Word => "model is a word",
                Known::Name => "model is a name",
                Known::Listed => "model is listed",
            },
            1.0,
        );
    }
    let length = model.shared.map_or(0, |(from, to, _)| to - from);
    let explained = variant.any.map_or(0, |(from, to, _)| to - from);
    put("explained (model of three)", flag(explained > 0 && length == 3));
    put("explained (model longer)", flag(explained > 0 && length > 3));
    put("explained as well", flag(explained > 0 && explained >= length));
    put(
        "gap (model longer)",
        flag(matches!(slip, Slip::Extra | Slip::Missing) && length > 3),
    );
    put(
        "swapped (model longer)",
        flag(slip == Slip::Swapped && length > 3),
    );
    put("sound (model of three)", flag(sounds && length >= 3));
    put("shape (model of three)", flag(shapes && length >= 3));
    put(
        "sound (neither known)",
        flag(sounds && length == 0 && explained == 0),
    );
    put(
        "listed (model of three)",
        flag(model.shared.is_some_and(|(_, _, known)| known == Known::Listed) && length >= 3),
    );
    let window = (
        model.differing.0 - place.left.min(2),
        (model.differing.1 + place.right.min(2)).min(text.len()),
    );
    let transcribed = text.chars[window.0..window.1]
        .iter()
        .filter(|&&c| transcribes(c))
        .count();
    let share = transcribed as f32 / (window.1 - window.0).max(1) as f32;
    put("transcribed", share);
    put("wholly transcribed", flag(share == 1.0));
    put(
        "wholly transcribed (long)",
        flag(share == 1.0 && window.1 - window.0 >= 4),
    );
    put("long context", flag(context >= 5));
    let longer = |a: Option<(usize, usize, Known)>, b: Option<(usize, usize, Known)>| {
        let length = |x: Option<(usize, usize, Known)>| x.map_or(0, |(from, to, _)| to - from);
        length(a) as f32 - length(b) as f32
    };
    put(
        "variant known as long",
        flag(variant.shared.is_some() && longer(variant.shared, model.shared) >= 0.0),
    );
    put("variant known", flag(variant.shared.is_some()));
    put(
        "variant is listed",
        flag(variant.shared.is_some_and(|(_, _, known)| known == Known::Listed)),
    );
    put("variant explained", flag(variant.any.is_some()));
    put(
        "variant explained by more",
        flag(variant.any.is_some_and(|(from, to, _)| to - from > 2)),
    );
    put("model explained", flag(model.any.is_some()));
    put(
        "model explained otherwise",
        flag(model.shared.is_none() && model.any.is_some()),
    );
    put(
        "neither known",
        flag(model.shared.is_none() && variant.any.is_none()),
    );
    let grammar =
        |side: &Side| (side.differing.0..side.differing.1).any(|at| commonness(text.chars[at]) > GRAMMATICAL);
    put(
        "grammar (model short)",
        flag(length < 3 && (grammar(variant) || grammar(model))),
    );
    put(
        "grammar too much or too little",
        flag(
            variant.differing.1 - variant.differing.0 != model.differing.1 - model.differing.0
                && (grammar(variant) || grammar(model)),
        ),
    );
    put(
        "beside a word",
        flag(length == 0 && beside_word(text, place, model)),
    );
    put("variant repeated", flag(variant.count > 1));
    put("model repeated", flag(model.count > 1));
    put(
        "ratio",
        ((model.count as f32 / variant.count as f32).ln()).clamp(-2.0, 2.0),
    );
    let start = model.differing.0 - place.left.min(2);
    let surname = |at: usize| at < text.len() && is_surname(text.chars[at]);
    put(
        "surname",
        flag(place.slip == Slip::Substituted && (start..model.differing.0).any(surname)),
    );
    put(
        "dotted",
        flag(
            text.dotted[start..(model.differing.1 + place.right.min(3)).min(text.len())]
                .iter()
                .any(|&d| d),
        ),
    );
    features
}

static WEIGHTS: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let rows = include_str!("evidence.csv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1);
    rows.filter_map(|row| row.split_once(','))
        .filter_map(|(name, weight)| Some((name, weight.parse().ok()?)))
        .collect()
});
