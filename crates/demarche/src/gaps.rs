//! `demarche lexicon gaps`: what the lexicon lacks for a body of documents.

use std::collections::BTreeMap;

use demarche_coder::{Coder, SentenceCoverage};
use demarche_document::{Document, Language};
use demarche_lexicon::Lexicon;
use demarche_morphology::{LemmaId, Pos};

use crate::arguments::Gaps;
use crate::coding::each;
use crate::error::{Error, Outcome};
use crate::layout::clean;
use crate::output::Output;
use crate::screen::{Screen, paragraph};
use crate::table::language;
use crate::{grammar, knowledge};

/// How often something was seen, and where first.
#[derive(Default)]
struct Seen {
    times: usize,
    document: String,
    sentence: String,
}

/// Counts of one language.
#[derive(Default)]
struct Counts {
    sentences: usize,
    between_actors: usize,
    coded: usize,
    unknown: BTreeMap<String, Seen>,
    uncovered: BTreeMap<LemmaId, Seen>,
}

/// Runs the verb.
pub fn run(arguments: Gaps) -> Result<Outcome, Error> {
    let lexicon = knowledge::load(arguments.source.lexicon.folder.as_deref())?;
    let coder = Coder::new(&lexicon);
    let mut output = Output::standard();
    let mut counts: BTreeMap<Language, Counts> = BTreeMap::new();
    let mut documents = 0_usize;
    let take = |document: Document, coverage: Vec<SentenceCoverage>| {
        documents += 1;
        for sentence in coverage {
            counts.entry(sentence.language).or_default().add(&document, sentence);
        }
        Ok(())
    };
    let outcome = each(&arguments.source, &lexicon, |document| coder.coverage(document), take)?;
    output.line(&format!("{documents} documents"))?;
    for (of, counts) in &counts {
        output.line("")?;
        output.line(&output.screen.bold(language(*of)))?;
        for line in counts.lines(&lexicon, arguments.most, &output.screen) {
            output.line(&line)?;
        }
    }
    output.finish()?;
    Ok(outcome)
}

impl Counts {
    fn add(&mut self, document: &Document, covered: SentenceCoverage) {
        let found = document.sentences.iter().find(|sentence| sentence.index == covered.sentence);
        let text =
            || found.map(|sentence| clean(document.slice(sentence.field, sentence.span))).unwrap_or_default();
        self.sentences += 1;
        if covered.actors >= 2 {
            self.between_actors += 1;
            self.coded += usize::from(covered.coded);
        }
        for word in covered.unknown {
            self.unknown.entry(word).or_default().count(&document.input.id, text);
        }
        for lemma in covered.uncovered {
            self.uncovered.entry(lemma).or_default().count(&document.input.id, text);
        }
    }

    fn lines(&self, lexicon: &Lexicon, most: usize, screen: &Screen) -> Vec<String> {
        let percent =
            |part: usize, whole: usize| if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
        let share = percent(self.coded, self.between_actors);
        let mut lines = vec![format!(
            "{} sentences; {} name two actors or more, and in {} of these ({share:.1} %) something shows a unit",
            self.sentences, self.between_actors, self.coded
        )];
        lines.push(String::new());
        lines.push(format!("Words that the lexicon does not know ({} different):", self.unknown.len()));
        for (word, seen) in most_frequent(&self.unknown, most) {
            lines.push(format!("{:>7}  {}", seen.times, clean(word)));
        }
        lines.push(String::new());
        lines.push(format!(
            "Deeds between two actors that no unit covers ({} different):",
            self.uncovered.len()
        ));
        for (&lemma, seen) in most_frequent(&self.uncovered, most) {
            let lemma = lexicon.lemma(lemma);
            let kind = if lemma.pos == Pos::Verb { "verb" } else { grammar::part_of_speech(lemma.pos) };
            let gloss = if lemma.gloss.is_empty() { String::new() } else { format!(": {}", lemma.gloss) };
            lines.push(format!("{:>7}  {} ({kind}{gloss})", seen.times, lemma.text));
            lines.push(format!("         {}:", clean(&seen.document)));
            lines.extend(paragraph(&seen.sentence, screen, 9, 2));
        }
        lines
    }
}

impl Seen {
    fn count(&mut self, document: &str, sentence: impl FnOnce() -> String) {
        if self.times == 0 {
            self.document = document.to_owned();
            self.sentence = sentence();
        }
        self.times += 1;
    }
}

/// The most frequent first; of equally frequent ones in the order of their keys.
fn most_frequent<K>(seen: &BTreeMap<K, Seen>, most: usize) -> Vec<(&K, &Seen)> {
    let mut all: Vec<(&K, &Seen)> = seen.iter().collect();
    all.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.times));
    all.truncate(most);
    all
}
