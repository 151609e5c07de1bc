//! What is wrong in a lexicon folder, where, and what to do about it.

use std::fmt;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The lexicon is not compiled.
    Error,
    /// The lexicon is compiled; somebody should look.
    Warning,
}

macro_rules! problem_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal $severity:ident;)+) => {
        /// What kind of problem it is. The code of a kind never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every kind of problem.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code to search for (`L014`).
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

problem_codes! {
    /// The file is not TOML.
    Syntax = "L001" Error;
    /// A key that the format does not know.
    UnknownKey = "L002" Error;
    /// A key that the format demands is not there.
    MissingKey = "L003" Error;
    /// A value of another type than the key wants.
    WrongType = "L004" Error;
    /// The header of a table lacks a column or has one that the format does not know.
    Columns = "L005" Error;
    /// A row has more cells than the header.
    TooManyCells = "L006" Error;
    /// A file that no part of the lexicon reads.
    UnknownFile = "L007" Warning;
    /// A cell that must not be empty is.
    EmptyCell = "L008" Error;
    /// The same word is listed twice.
    DuplicateWord = "L010" Error;
    /// A root that is not made of three or four radicals.
    Root = "L011" Error;
    /// Vowels of measure I that are missing or unknown.
    Vowels = "L012" Error;
    /// An unknown letter of valency.
    Valency = "L013" Error;
    /// An unknown measure.
    Measure = "L014" Error;
    /// An unknown gender.
    Gender = "L015" Error;
    /// An unknown class word.
    ClassWord = "L016" Error;
    /// An unknown function.
    Function = "L017" Error;
    /// Unknown features of a function word.
    Features = "L018" Error;
    /// An unknown sector.
    Sector = "L019" Error;
    /// A number word without a readable value.
    NumberValue = "L020" Error;
    /// A word listed both as noun and as agent.
    NounAndAgent = "L021" Warning;
    /// A word that the morphology cannot inflect.
    Inflection = "L022" Error;
    /// A verb whose spelling is not what its root and measure give.
    Spelling = "L023" Error;
    /// Several words where the format takes one.
    SeveralWords = "L024" Error;
    /// An unknown PLOVER root type.
    RootType = "L030" Error;
    /// A mode that the root type does not have.
    Mode = "L031" Error;
    /// An unknown PLOVER context.
    Context = "L032" Error;
    /// An unknown dimension.
    Dimension = "L033" Error;
    /// An intensity outside -10..10.
    Intensity = "L034" Error;
    /// An unknown inference.
    Inference = "L035" Error;
    /// An unknown kind of record, trend or polarity, or a relation that lacks one.
    Standing = "L036" Error;
    /// A frame that is defined twice.
    DuplicateFrame = "L037" Error;
    /// An unknown frame.
    UnknownFrame = "L040" Error;
    /// A unit without a word or with more than one.
    Anchor = "L041" Error;
    /// A word that is not in the word lists.
    UnlistedWord = "L042" Error;
    /// A verbal noun given as a noun.
    MasdarAsNoun = "L043" Error;
    /// An unknown role.
    Role = "L044" Error;
    /// An unknown position: neither a grammatical position nor a listed preposition.
    Position = "L045" Error;
    /// A unit without a sentence that it must code.
    NoPositiveExample = "L046" Error;
    /// A unit without a sentence that it must not code.
    NoNegativeExample = "L047" Error;
    /// The expectation after `=>` cannot be read.
    Expectation = "L048" Error;
    /// Roles that do not agree with whether the frame is mutual.
    MutualRoles = "L049" Warning;
    /// A unit that is given twice.
    DuplicateUnit = "L050" Warning;
    /// A spelling that several listed words share.
    AmbiguousWord = "L051" Warning;
    /// An unknown effect of a class.
    Effect = "L060" Error;
    /// A country code that is malformed or not that of its file.
    CountryCode = "L070" Error;
    /// A code that no actor has.
    UnknownActor = "L071" Error;
    /// An actor without a name in one of the languages.
    NoName = "L072" Error;
    /// A code that two actors claim.
    DuplicateActor = "L073" Error;
    /// The code of an organisation or group is malformed.
    GroupCode = "L074" Error;
    /// Two actors that share a name of the same kind.
    SharedName = "L075" Warning;
    /// A name in which there is no word.
    EmptyName = "L076" Error;
    /// A date that cannot be read.
    Date = "L080" Error;
    /// A term that ends before it begins.
    TermOrder = "L081" Error;
    /// Two persons who hold the same office at the same time.
    TermOverlap = "L082" Warning;
    /// An office that is no agent word, so that its sector is not known.
    OfficeSector = "L083" Warning;
    /// Words of time or outlets that the reader of documents does not take.
    Almanac = "L090" Error;
}

/// One thing that is wrong, with its remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, with the name of the lexicon folder in front.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What kind of problem it is.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = if self.severity() == Severity::Warning { "warning: " } else { "" };
        let Self { file, line, code, message, remedy } = self;
        write!(f, "{file}:{line}: {} {warning}{message} — {remedy}", code.as_str())
    }
}

impl std::error::Error for Problem {}

/// Where something stands in the lexicon folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub file: String,
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    pub fn add(&mut self, place: &Place, code: Code, message: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Problem {
            file: place.file.clone(),
            line: place.line,
            code,
            message: message.into(),
            remedy: remedy.into(),
        });
    }

    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|problem| problem.severity() == Severity::Error)
    }

    /// All of them, by file and line, each once.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
