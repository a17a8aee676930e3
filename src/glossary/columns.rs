//! The closed lists of values that columns may have.

use crate::words::words;

words! {
    /// How a name stands beside the entry's other names (TBX administrativeStatus).
    #[derive(Default)]
    Status, Data, "status", {
        /// The name to use.
        #[default]
        Preferred = "preferred",
        /// A name that is right too.
        Admitted = "admitted",
        /// A name to avoid.
        Deprecated = "deprecated",
        /// A name that was right once.
        Superseded = "superseded",
    }
}

words! {
    /// Which form of a name it is.
    #[derive(Default)]
    Form, Data, "form", {
        /// The name in ordinary use.
        #[default]
        Ordinary = "",
        /// The full official name.
        Official = "official",
        /// A shortened name.
        Short = "short",
        /// An abbreviation.
        Abbreviation = "abbreviation",
        /// The adjective (российский, Russian).
        Adjective = "adjective",
        /// The name of an inhabitant (москвич, Muscovite).
        Demonym = "demonym",
        /// A spelling that only answers questions and is not looked for in texts: an ordinary word too, or a
        /// register's own way of writing.
        Lookup = "lookup",
        /// Another name that a house style wants beside the first mention (符拉迪沃斯托克（海参崴）). It is no mention by itself.
        Gloss = "gloss",
    }
}

words! {
    /// What kind of thing an entry is.
    #[derive(Default)]
    Kind, Data, "kind", {
        /// A city or town.
        City = "city",
        /// A smaller place where people live.
        Settlement = "settlement",
        /// A county.
        County = "county",
        /// A district.
        District = "district",
        /// A first-level division: oblast, krai, republic, autonomous region, state.
        Province = "province",
        /// A country.
        Country = "country",
        /// A region that is no division of a state.
        Region = "region",
        /// A river.
        River = "river",
        /// A lake or reservoir.
        Lake = "lake",
        /// A sea, ocean or bay.
        Sea = "sea",
        /// A strait or canal.
        Strait = "strait",
        /// An island or group of islands.
        Island = "island",
        /// A peninsula or cape.
        Peninsula = "peninsula",
        /// A mountain or a range.
        Mountain = "mountain",
        /// A bridge.
        Bridge = "bridge",
        /// A border crossing or port of entry.
        Crossing = "crossing",
        /// A road.
        Road = "road",
        /// A railway.
        Railway = "railway",
        /// A pipeline.
        Pipeline = "pipeline",
        /// An airport.
        Airport = "airport",
        /// A dam, plant, cosmodrome, fort, reserve …
        Site = "site",
        /// A people.
        People = "people",
        /// A person.
        Person = "person",
        /// A ministry, party, agency or international body.
        Organization = "organization",
        /// A company or bank.
        Company = "company",
        /// A university or institute.
        University = "university",
        /// A treaty or agreement.
        Treaty = "treaty",
        /// An event, war or summit.
        Event = "event",
        /// A currency.
        Currency = "currency",
        /// A book, film, newspaper, ship or product.
        Work = "work",
        /// A place of a kind that is not known.
        Place = "place",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

impl Kind {
    /// Whether the thing has a place on a map.
    pub fn is_place(self) -> bool {
        self <= Kind::Site || self == Kind::Place
    }

    /// Which of two things of one name is the likelier one to be asked for: that of the lesser rank.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Kind::Country => 0,
            Kind::City | Kind::Province => 1,
            Kind::Person | Kind::Organization => 2,
            _ => 3,
        }
    }
}
