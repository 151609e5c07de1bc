//! `demarche lexicon show`: everything the lexicon knows of a word.

use demarche_document::{Language, tokenize};
use demarche_lexicon::{Behaviour, Lexicon, Name};
use demarche_morphology::{LemmaId, Reading, arabic, english};

use crate::arguments::Show;
use crate::error::{self, Error, Outcome};
use crate::output::Output;
use crate::{grammar, knowledge};

/// Runs the verb.
pub fn run(arguments: Show) -> Result<Outcome, Error> {
    let lexicon = knowledge::load(arguments.lexicon.folder.as_deref())?;
    let mut output = Output::standard();
    let mut outcome = Outcome::Done;
    for word in &arguments.words {
        let lines = describe(&lexicon, word);
        if lines.is_empty() {
            outcome = Outcome::SomeFailed;
            error::tell(&Error::UnknownWord(word.clone()));
        }
        for line in lines {
            output.line(&line)?;
        }
    }
    output.finish()?;
    Ok(outcome)
}

fn describe(lexicon: &Lexicon, word: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (language, name) in [(Language::Arabic, "Arabic"), (Language::English, "English")] {
        let keys: Vec<String> = tokenize(word, 0).into_iter().map(|token| token.key.into_string()).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let mut readings = readings(lexicon, language, word, &keys);
        while let Some(first) = readings.first().copied() {
            let (same, others) =
                readings.into_iter().partition(|reading: &Reading| reading.lemma == first.lemma);
            readings = others;
            lines.extend(lemma(lexicon, name, first.lemma, &same));
        }
        if let [key] = keys[..]
            && let Some(number) = lexicon.number_word(language, key)
        {
            lines.push(format!("{word} — {name} number word: {}", number.value));
        }
        for spelling in spellings(language, &keys) {
            let spelling: Vec<&str> = spelling.iter().map(String::as_str).collect();
            for &id in lexicon.names(language).exact(&spelling) {
                lines.extend(self::name(lexicon, lexicon.name(id), name));
            }
        }
    }
    lines
}

fn readings(lexicon: &Lexicon, language: Language, word: &str, keys: &[&str]) -> Vec<Reading> {
    let mut found: Vec<Reading> = match keys {
        [key] if language == Language::Arabic => {
            let takes_pronoun =
                |lemma: LemmaId| lexicon.lemma(lemma).behaviour.contains(Behaviour::TRANSITIVE);
            arabic::analyse(lexicon.forms(language), key, word, &takes_pronoun).to_vec()
        }
        [key] => english::analyse(lexicon.forms(language), key).to_vec(),
        _ => Vec::new(),
    };
    found.extend_from_slice(lexicon.agents(language).exact(keys));
    found.extend_from_slice(lexicon.particles(language).exact(keys));
    found
}

/// The words, and in Arabic also without what is written before the first.
fn spellings(language: Language, keys: &[&str]) -> Vec<Vec<String>> {
    let own: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
    let (Language::Arabic, Some((first, rest))) = (language, keys.split_first()) else { return vec![own] };
    let mut all = vec![own];
    for (_, peeled) in arabic::peel(first) {
        let spelling: Vec<String> =
            std::iter::once(peeled.to_string()).chain(rest.iter().map(|&key| key.to_owned())).collect();
        if !all.contains(&spelling) {
            all.push(spelling);
        }
    }
    all
}

fn lemma(lexicon: &Lexicon, language: &str, id: LemmaId, readings: &[Reading]) -> Vec<String> {
    let lemma = lexicon.lemma(id);
    let gloss = if lemma.gloss.is_empty() { String::new() } else { format!(": {}", lemma.gloss) };
    let mut lines =
        vec![format!("{} — {language} {}{gloss}", lemma.text, grammar::part_of_speech(lemma.pos))];
    lines.extend(readings.iter().map(|reading| format!("  read as {}", grammar::reading(reading))));
    lines.extend(grammar::properties(lexicon, lemma).into_iter().map(|line| format!("  {line}")));
    for &unit in &lemma.units {
        for (number, line) in grammar::unit(lexicon, lexicon.unit(unit)).into_iter().enumerate() {
            lines.push(if number == 0 { format!("  shows {line}") } else { format!("  {line}") });
        }
    }
    lines
}

fn name(lexicon: &Lexicon, name: &Name, language: &str) -> Vec<String> {
    let actor = lexicon.actor(name.actor);
    let sector = name.sector.map(|sector| format!(" {sector}")).unwrap_or_default();
    let person = name.person.as_ref().map(|person| format!(", {person}")).unwrap_or_default();
    let kind = grammar::name_kind(name.kind);
    let mut lines = vec![format!(
        "{} — {language} name ({kind}) of {}{sector} {}{person}",
        name.text, actor.code, actor.english
    )];
    for term in &name.terms {
        let from = term.from.map(|day| day.to_string()).unwrap_or_default();
        let to = term.to.map_or_else(|| "today".to_owned(), |day| day.to_string());
        lines.push(format!("  {} {} – {to}, {}", term.title, from, term.sector));
    }
    if !name.anaphors.is_empty() {
        lines.push(format!("  also called, once named: {}", name.anaphors.join(", ")));
    }
    if !actor.members.is_empty() {
        let members: Vec<&str> =
            actor.members.iter().map(|&member| lexicon.actor(member).code.as_str()).collect();
        lines.push(format!("  stands for {}", members.join(" ")));
    }
    lines
}
