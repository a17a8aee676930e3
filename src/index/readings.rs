//! What a mention can mean: mostly one thing, which needs no room of its own.

use std::fmt;
use std::ops::Deref;

use super::Reading;

/// Some readings, used like a slice of them.
#[derive(Clone)]
pub struct Readings(Held);

#[derive(Clone)]
enum Held {
    One([Reading; 1]),
    Several(Vec<Reading>),
}

impl Deref for Readings {
    type Target = [Reading];

    fn deref(&self) -> &[Reading] {
        match &self.0 {
            Held::One(one) => one,
            Held::Several(several) => several,
        }
    }
}

impl From<Reading> for Readings {
    fn from(reading: Reading) -> Readings {
        Readings(Held::One([reading]))
    }
}

impl From<Vec<Reading>> for Readings {
    fn from(readings: Vec<Reading>) -> Readings {
        match readings[..] {
            [one] => one.into(),
            _ => Readings(Held::Several(readings)),
        }
    }
}

impl<'a> IntoIterator for &'a Readings {
    type Item = &'a Reading;
    type IntoIter = std::slice::Iter<'a, Reading>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Readings {
    fn eq(&self, other: &Readings) -> bool {
        **self == **other
    }
}

impl Eq for Readings {}

impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
