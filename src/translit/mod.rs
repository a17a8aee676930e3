//! Conversion of names between scripts by named standard systems, forward and back.
//!
//! A [`System`] is a row of [`SYSTEMS`]; [`system`] finds one by its id. Conversion knows no glossary: it sees
//! tables, rules and (for Chinese) a lexicon of name parts alone.
//!
//! ```
//! use isonym::translit::{Ask, Use, system};
//! let bgn = system("bgn-pcgn").unwrap();
//! assert_eq!(bgn.convert("Щёлково", Use::Place), "Shchëlkovo");
//! assert_eq!(bgn.convert("ЩЁЛКОВО", Use::Place), "SHCHËLKOVO");
//! let back = system("wikipedia").unwrap().invert("Ulyanovsk", &Ask::default());
//! assert_eq!(back[0].text, "Ульяновск");
//! ```

mod agree;
mod chinese;
mod distance;
pub mod han;
mod inverse;
mod key;
mod letters;
pub mod lexicon;
mod model;
mod registry;
mod route;
mod russian_chinese;
mod sounds;
mod table;

pub(crate) use agree::{agree, russian_letters};
pub(crate) use distance::distance;
pub use key::{key, keys};
pub(crate) use model::russian as russian_names;
pub use registry::{SYSTEMS, system};
pub use route::{Route, route};
pub(crate) use sounds::{Reading as Sounds, chinese_readings, readings};

use std::sync::LazyLock;

use crate::lang::Script;
use table::Table;

/// What a name is a name of: readings and rules differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Use {
    /// Not known; the converter judges by the text.
    #[default]
    Any,
    /// A place.
    Place,
    /// A person's full name.
    Person,
    /// A surname alone.
    Surname,
    /// A given name alone.
    Given,
}

/// What an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// An entry of the glossary.
    Entry,
    /// A lexicon of name parts.
    Lexicon,
    /// Tables and rules of the system alone.
    Rule,
}

impl Basis {
    /// The word for it in output: `entry`, `lexicon` or `rule`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Basis::Entry => "entry",
            Basis::Lexicon => "lexicon",
            Basis::Rule => "rule",
        }
    }
}

/// One possible conversion of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The converted name.
    pub text: String,
    /// What it rests on.
    pub basis: Basis,
    /// How likely it is among the candidates, from 0 to 1.
    pub score: f32,
}

/// What is asked of a conversion besides the name itself.
#[derive(Clone, Copy)]
pub struct Ask {
    /// What the name is a name of.
    pub kind: Use,
    /// How many candidates are wanted at most.
    pub limit: usize,
    /// Whether a lexicon of name parts may be used.
    pub lexicon: bool,
    /// The system that the text was written by, where it is not in the system's own source script:
    /// Pinyin to Palladius, Wade–Giles to Pinyin.
    pub written_by: Option<&'static System>,
}

impl Default for Ask {
    fn default() -> Ask {
        Ask {
            kind: Use::Any,
            limit: 1,
            lexicon: true,
            written_by: None,
        }
    }
}

/// A conversion system: what it is called, who publishes it, and which script it leads to.
pub struct System {
    /// The id on the command line: `bgn-pcgn`, `iso9`, `palladius` …
    pub id: &'static str,
    /// Script of the source text.
    pub from: Script,
    /// Script of the result.
    pub to: Script,
    /// The `#` lines that cite the standard, with the table below them where there is one.
    data: &'static str,
    method: Method,
}

/// How a system converts.
enum Method {
    /// By a table of rows, which is also read backwards.
    Table(&'static LazyLock<Table>),
    /// By code with tables of its own. A direction that a system does not have answers nothing.
    Code {
        forward: fn(&str, &Ask) -> Vec<Candidate>,
        backward: fn(&str, &Ask) -> Vec<Candidate>,
    },
}

impl System {
    /// The name of the standard.
    pub fn title(&self) -> &'static str {
        self.cited("title")
    }

    /// Who publishes the standard.
    pub fn authority(&self) -> &'static str {
        self.cited("authority")
    }

    /// When the standard was published.
    pub fn date(&self) -> &'static str {
        self.cited("date")
    }

    /// The document that the table was checked against.
    pub fn document(&self) -> &'static str {
        self.cited("document")
    }

    fn cited(&self, field: &str) -> &'static str {
        table::header(self.data, field).unwrap_or("")
    }

    /// The likeliest conversion of a text; a text without a letter of the source script stays as it is.
    pub fn convert(&self, text: &str, kind: Use) -> String {
        let ask = Ask {
            kind,
            ..Ask::default()
        };
        match &self.method {
            Method::Table(table) => table.convert(text),
            Method::Code { forward, .. } => forward(text, &ask).into_iter().next().map(|c| c.text),
        }
        .unwrap_or_else(|| text.to_owned())
    }

    /// The likeliest conversions of a text, best first; none if the text is no name in the source script.
    pub fn candidates(&self, text: &str, ask: &Ask) -> Vec<Candidate> {
        let mut found = match &self.method {
            Method::Table(table) => table.convert(text).map(by_rule).into_iter().collect(),
            Method::Code { forward, .. } => forward(text, ask),
        };
        found.truncate(ask.limit);
        found
    }

    /// The likeliest sources of a text that this system has written, best first.
    pub fn invert(&self, text: &str, ask: &Ask) -> Vec<Candidate> {
        let mut found = match &self.method {
            Method::Table(table) => table.invert(text, ask.limit),
            Method::Code { backward, .. } => backward(text, ask),
        };
        found.truncate(ask.limit);
        found
    }
}

fn by_rule(text: String) -> Candidate {
    Candidate {
        text,
        basis: Basis::Rule,
        score: 1.0,
    }
}
