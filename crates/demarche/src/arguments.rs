//! The arguments, and the help that explains them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use demarche_document::{Date, Language};

/// Reads the news in Arabic and English and writes down who did what to whom: sanctions, visits, air strikes,
/// aid, accusations, promises, with the words that show each.
#[derive(Debug, Parser)]
#[command(name = "demarche", disable_version_flag = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// Print the versions of the program and of its lexicon
    #[arg(short = 'V', long)]
    pub version: bool,
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

const EXAMPLES: &str = "\
Examples:
  demarche read story.txt                     who did what to whom in one story, as a table
  demarche read news/ --format html -o a.html a page with the stories and what was coded, side by side
  demarche read wire.jsonl --format json      one record a line, for other programs
  demarche explain 3f9a2c story.txt           why that record was coded
  demarche lexicon show استدعى                what the lexicon knows of a word

Exit status: 0 done; 1 some input failed and the rest was done; 2 wrong usage.
Results go to the standard output, everything else to the standard error.";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    Read(Read),
    Classify(Classify),
    Explain(Explain),
    /// Check the lexicon, look a word up in it, or find what it lacks
    Lexicon {
        #[command(subcommand)]
        verb: Lexicon,
    },
}

/// Code documents and print what they tell
///
/// Events (who did what to whom), relations (who is ally, rival or neighbour of whom) and offices (who is minister of
/// what), each with the words that show it.
#[derive(Debug, Args)]
#[command(after_long_help = READ_HELP)]
pub struct Read {
    #[command(flatten)]
    pub source: Source,
    /// How to print; a table also where the output goes to a file or another program
    #[arg(long, value_enum, default_value_t = ReadFormat::Table)]
    pub format: ReadFormat,
    /// Write to this file instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

const READ_HELP: &str = "\
The table has one row a record:
  Id          the start of the record's id, enough for `demarche explain`
  What        root type and mode of the PLOVER ontology; for a relation its standing and trend
  Who → whom  actor code and sector; ↔ joins equals; [brackets] mark an actor that the text does not name there
              but that was inferred; – is nobody
  Status      actual, ongoing, habitual, planned, possible, demanded or denied; «background» where the text tells
              it as history and not as its news
  Date        day, month or year; ≤ and ≥ where only one end is known
  Words       the clause that shows it
It is as wide as the terminal, or as COLUMNS says, or 100. NO_COLOR turns colours off.

CSV has one row an event or relation, and these columns, in this order; lists are joined with «;» and sectors and
names stand in the order of their codes:
  kind document id published outlet language sentence type mode quad cameo intensity score
  source source_sector source_name target target_sector target_name mutual modality background
  date_from date_to date_precision place object quantity killed injured arrested
  speaker speaker_sector speech_verb told_outlet contexts dimensions standing trend polarity
  frame trigger field start end evidence
start and end count Unicode characters of the text, the end not included; field is `title` where they count
characters of a title given apart from the text, else `text`.

Examples:
  demarche read story.txt
  demarche read news/ --format csv -o events.csv
  curl -s https://news.example/story | demarche read - --input-format html --date 2018-03-06
  demarche read wire.jsonl --format json | jq 'select(.type == \"SANCTION\")'";

/// Tell the relation between a marked source and target in a sentence
///
/// Reads one JSON object a line, {"id", "lang", "text", "source_span": [start, end], "target_span": [start, end]},
/// and writes one a line in the same order: {"id", "type", "quad", "score", "trigger", "derivation"}. The type is
/// always the best answer, even where the score is low. Spans count Unicode characters, the end not included; they
/// may be null.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  demarche classify pairs.jsonl > answers.jsonl")]
pub struct Classify {
    /// A file of JSON lines, or - for the standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = ClassifyFormat::Json)]
    pub format: ClassifyFormat,
    #[command(flatten)]
    pub lexicon: LexiconFolder,
}

/// Tell why a record was coded: the sentence, its words, each step, and the lines of the lexicon
///
/// Codes the documents again and explains the record whose id begins with ID.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  demarche explain 3f9a2c story.txt")]
pub struct Explain {
    /// The id of a record, or as much of its start as no other record shares
    pub id: String,
    #[command(flatten)]
    pub source: Source,
}

/// What to do with the lexicon.
#[derive(Debug, Subcommand)]
pub enum Lexicon {
    Check(Check),
    Show(Show),
    Gaps(Gaps),
}

/// Check the lexicon and list every problem with file, line and remedy
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  demarche lexicon check\n  demarche lexicon check my-words --examples\n\n\
                        Exit status 1 where there is an error or an example fails."
)]
pub struct Check {
    /// A folder of your own, laid over the bundled lexicon: a file of the same name replaces, others are added
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Also code the example sentences of every unit and list those that fail
    #[arg(long)]
    pub examples: bool,
}

/// Show everything the lexicon knows of a word, name or phrase, in both languages
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  demarche lexicon show sanction\n  demarche lexicon show وبالهجوم\n  \
                        demarche lexicon show 'foreign minister'")]
pub struct Show {
    /// The word in any of its forms
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub lexicon: LexiconFolder,
}

/// Count over documents what the lexicon lacks: unknown words, and deeds between two actors that no unit covers
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  demarche lexicon gaps corpus.jsonl --most 100")]
pub struct Gaps {
    #[command(flatten)]
    pub source: Source,
    /// How many words to list of each kind
    #[arg(long, default_value_t = 40, value_name = "NUMBER")]
    pub most: usize,
}

/// Where documents come from, and what is known about them from outside.
#[derive(Debug, Args)]
pub struct Source {
    /// Files, folders (read with all folders in them, in the order of names), or - for the standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How the input is written; auto tells it from name and content
    #[arg(long, value_enum, default_value_t = InputFormat::Auto)]
    pub input_format: InputFormat,
    /// Day of publication of documents that come without one, such as 2018-03-06
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<String>,
    /// Language of documents that come without one; else it is found out
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    #[command(flatten)]
    pub lexicon: LexiconFolder,
}

/// Which lexicon to use.
#[derive(Debug, Args)]
pub struct LexiconFolder {
    /// A lexicon folder of your own, laid over the bundled one
    #[arg(long = "lexicon", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// How input is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum InputFormat {
    /// Told from name and content
    Auto,
    /// One story a file
    Text,
    /// One web page a file
    Html,
    /// One JSON object a line: {"text": …} with id, lang, title, date, outlet, url where known
    Jsonl,
}

impl From<InputFormat> for demarche_sources::Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Auto => Self::Auto,
            InputFormat::Text => Self::Text,
            InputFormat::Html => Self::Html,
            InputFormat::Jsonl => Self::Jsonl,
        }
    }
}

/// How `read` prints.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReadFormat {
    /// To be read
    Table,
    /// One record a line
    Json,
    /// One event or relation a row
    Csv,
    /// One page that stands alone: the stories with their evidence marked, and the records beside it
    Html,
}

/// How `classify` prints.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ClassifyFormat {
    /// One answer a line
    Json,
    /// To be read
    Table,
}

/// A language that is coded.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Lang {
    /// Arabic
    Ar,
    /// English
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ar => Self::Arabic,
            Lang::En => Self::English,
        }
    }
}

/// Takes a day, with a time or without.
fn date(given: &str) -> Result<String, String> {
    let day = given.split(['T', ' ']).next().unwrap_or_default();
    match day.parse::<Date>() {
        Ok(_) => Ok(given.to_owned()),
        Err(_) => Err("write year, month and day, such as 2018-03-06".to_owned()),
    }
}
