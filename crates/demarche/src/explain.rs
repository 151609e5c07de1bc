//! `demarche explain`: why a record was coded.

use demarche_coder::{Actor, Attribution, Coder, When};
use demarche_document::{Document, Sentence};
use demarche_lexicon::{Files, Lexicon};

use crate::arguments::Explain;
use crate::coding::{Coded, each_coded};
use crate::error::{Error, Outcome};
use crate::knowledge;
use crate::layout::clean;
use crate::output::Output;
use crate::screen::{Screen, paragraph};
use crate::told::{Told, day, modality};

/// Most ids that are listed where several fit.
const LISTED: usize = 8;

/// Runs the verb.
pub fn run(arguments: Explain) -> Result<Outcome, Error> {
    let folder = arguments.source.lexicon.folder.as_deref();
    let lexicon = knowledge::load(folder)?;
    let wanted = arguments.id.trim().to_lowercase();
    let mut output = Output::standard();
    let screen = output.screen;
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let (mut documents, mut records) = (0, 0);
    let mut files = None;
    let outcome = each_coded(&arguments.source, &lexicon, |coded| {
        documents += 1;
        for told in coded.records.iter().filter_map(Told::of) {
            records += 1;
            if told.id().starts_with(&wanted) && !found.iter().any(|(id, _)| id == told.id()) {
                let files = match &files {
                    Some(files) => files,
                    None => files.insert(knowledge::files(folder)?),
                };
                let explained = Explanation { lexicon: &lexicon, files, coded: &coded, told, screen };
                found.push((told.id().to_owned(), explained.lines()));
            }
        }
        Ok(())
    })?;
    match &found[..] {
        [] => Err(Error::NoRecord { id: wanted, records, documents }),
        [(_, lines)] => {
            for line in lines {
                output.line(line)?;
            }
            output.finish()?;
            Ok(outcome)
        }
        several => {
            let found = several.iter().take(LISTED).map(|(id, _)| id.clone()).collect();
            Err(Error::AmbiguousId { id: wanted, found })
        }
    }
}

/// A record with everything that tells why it is there.
struct Explanation<'a> {
    lexicon: &'a Lexicon,
    files: &'a Files,
    coded: &'a Coded,
    told: Told<'a>,
    screen: Screen,
}

impl Explanation<'_> {
    fn lines(&self) -> Vec<String> {
        let document = &self.coded.document;
        let evidence = self.told.evidence();
        let mut lines =
            vec![self.screen.bold(&format!("{} {}: {}", self.told.kind(), self.told.id(), self.told.what()))];
        let published = document
            .metadata
            .published
            .as_deref()
            .map(|day| format!(", published {day}"))
            .unwrap_or_default();
        let place = if evidence.sentence == 0 {
            "the title".to_owned()
        } else {
            format!("sentence {}", evidence.sentence)
        };
        lines.push(format!("in {place} of {}{published}", clean(&document.input.id)));
        let sentence = document.sentences.iter().find(|sentence| sentence.index == evidence.sentence);
        if let Some(sentence) = sentence {
            self.section("The sentence", &mut lines);
            lines.extend(paragraph(
                document.slice(sentence.field, sentence.span),
                &self.screen,
                2,
                usize::MAX,
            ));
            if clean(&evidence.text) != clean(document.slice(sentence.field, sentence.span)) {
                self.section("The words that show it", &mut lines);
                lines.extend(paragraph(&evidence.text, &self.screen, 2, usize::MAX));
            }
        }
        self.section("What was coded", &mut lines);
        lines.extend(self.facts().into_iter().map(|(name, value)| format!("  {name:<11} {value}")));
        self.section("Why, step by step", &mut lines);
        self.steps(&mut lines);
        self.units(&mut lines);
        if let Some(sentence) = sentence {
            self.grammar(document, sentence, &mut lines);
        }
        lines
    }

    fn section(&self, title: &str, lines: &mut Vec<String>) {
        lines.push(String::new());
        lines.push(self.screen.bold(title));
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let told = &self.told;
        let mut facts = Vec::new();
        if let Told::Role(role) = told {
            facts.push(("person", clean(&role.name)));
            facts.push(("office", clean(&role.title)));
        }
        let sides = match told {
            Told::Role(_) => ("of", "of"),
            _ if told.mutual() => ("side", "side"),
            _ => ("who", "to whom"),
        };
        facts.extend(told.source().iter().map(|actor| (sides.0, self.actor(actor))));
        facts.extend(told.target().iter().map(|actor| (sides.1, self.actor(actor))));
        if told.source().is_empty() {
            facts.push(("who", "nobody: the text names and implies no one".to_owned()));
        }
        if let Some(found) = told.modality() {
            let holder = match told {
                Told::Event(event) => {
                    event.holder.as_ref().map(|holder| format!(", of {}", self.actor(holder)))
                }
                _ => None,
            };
            let background = if told.background() { ", told as background" } else { "" };
            facts.push(("whether", format!("{}{}{background}", modality(found), holder.unwrap_or_default())));
        }
        facts.extend(told.date().map(|date| ("when", when(date))));
        if let Told::Event(event) = told {
            facts.extend(
                event
                    .place
                    .as_ref()
                    .map(|p| ("where", format!("{} {}, from «{}»", p.code, p.name, clean(&p.text)))),
            );
            facts.extend(event.object.as_ref().map(|object| {
                let quantity = object.quantity.map(|quantity| format!(", {quantity}")).unwrap_or_default();
                ("what", format!("«{}» ({}{quantity})", clean(&object.text), object.item))
            }));
            if let Some(hurt) = event.casualties {
                let counts =
                    [("killed", hurt.killed), ("injured", hurt.injured), ("arrested", hurt.arrested)];
                let counts: Vec<String> =
                    counts.iter().filter_map(|(name, n)| n.map(|n| format!("{n} {name}"))).collect();
                facts.push(("casualties", counts.join(", ")));
            }
            facts.extend(event.attribution.as_ref().map(|said| ("said by", self.said(said))));
            facts.push(("contexts", event.contexts.join(", ")));
            facts.push(("CAMEO", format!("{}, intensity {}", event.cameo, event.intensity)));
            facts.push(("score", event.score.to_string()));
        }
        if let Told::Relation(relation) = told {
            facts.extend(relation.attribution.as_ref().map(|said| ("said by", self.said(said))));
            facts.push(("contexts", relation.contexts.join(", ")));
            facts.push(("score", relation.score.to_string()));
        }
        facts.retain(|(_, value)| !value.is_empty());
        facts
    }

    fn actor(&self, actor: &Actor) -> String {
        let mut text = actor.code.clone();
        if let Some(sector) = actor.sector {
            text.push_str(&format!(" {sector}"));
        }
        if let Some(id) = self.lexicon.actor_by_code(&actor.code) {
            text.push_str(&format!(" ({})", self.lexicon.actor(id).english));
        }
        if let Some(name) = &actor.name {
            text.push_str(&format!(", {}", clean(name)));
        }
        match actor.inferred {
            Some(how) => {
                text.push_str(&format!(", not named but inferred ({how}) from «{}»", clean(&actor.text)))
            }
            None => text.push_str(&format!(", named by «{}»", clean(&actor.text))),
        }
        text
    }

    fn said(&self, said: &Attribution) -> String {
        let mut parts: Vec<String> = said.speaker.iter().map(|speaker| self.actor(speaker)).collect();
        parts.push(format!("reported with «{}»", clean(&said.verb)));
        parts.extend(said.outlet.as_ref().map(|outlet| format!("to {}", clean(outlet))));
        parts.extend(said.chain.iter().map(|speaker| format!("quoting {}", clean(speaker))));
        parts.join(", ")
    }

    fn steps(&self, lines: &mut Vec<String>) {
        if self.told.derivation().is_empty() {
            lines.push("  A title or office stands beside a name.".to_owned());
        }
        for (number, step) in self.told.derivation().iter().enumerate() {
            lines.push(format!("  {}. {}", number + 1, clean(step)));
        }
    }

    /// The lines of the lexicon that the steps name.
    fn units(&self, lines: &mut Vec<String>) {
        let mut shown: Vec<&str> = Vec::new();
        for unit in self.lexicon.units() {
            let named = self.told.derivation().iter().any(|step| mentions(step, &unit.origin));
            if !named || shown.contains(&unit.origin.as_str()) {
                continue;
            }
            shown.push(&unit.origin);
            self.section(&format!("The lexicon says so in {}", unit.origin), lines);
            lines.extend(self.entry(&unit.origin).into_iter().map(|line| format!("  {line}")));
        }
    }

    /// The entry that stands at `folder/path:line`.
    fn entry(&self, origin: &str) -> Vec<String> {
        let place = origin
            .rsplit_once(':')
            .and_then(|(file, line)| Some((file.split_once('/')?.1, line.parse::<usize>().ok()?)));
        let Some((text, line)) = place.and_then(|(path, line)| Some((self.files.get(path)?, line))) else {
            return Vec::new();
        };
        let rows: Vec<&str> = text.lines().collect();
        let start = line.saturating_sub(1).min(rows.len());
        let end = rows[start..].iter().skip(1).position(|row| row.trim().is_empty() || row.starts_with("[["));
        let end = end.map_or(rows.len(), |rest| start + 1 + rest);
        rows[start..end].iter().map(|row| (*row).to_owned()).collect()
    }

    fn grammar(&self, document: &Document, sentence: &Sentence, lines: &mut Vec<String>) {
        let outline = Coder::new(self.lexicon).outline(document, sentence.index);
        if outline.is_empty() {
            return;
        }
        self.section("How the sentence was read: its words, then its verbs and nouns of action with what belongs to them", lines);
        lines.extend(outline.iter().map(|line| format!("  {}", clean(line))));
    }
}

/// Whether a step names this place, and not one whose line number only begins so.
fn mentions(step: &str, origin: &str) -> bool {
    step.match_indices(origin)
        .any(|(at, _)| !step[at + origin.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

fn when(date: &When) -> String {
    let told = day(date);
    let told = if told.is_empty() { "unknown".to_owned() } else { told };
    match &date.text {
        Some(text) => format!("{told}, from «{}»", clean(text)),
        None if date.precision == "dateline" => format!("{told}, bounded by the day of publication only"),
        None => format!("{told} ({})", date.precision),
    }
}
