//! The relation type of a marked source and target: always one root, the best answer.

use demarche_document::{Document, Field, Input, Language, read};
use demarche_lexicon::{Root, UnitId};
use serde::{Deserialize, Serialize};

use crate::coder::Coder;
use crate::memory::Memory;
use crate::modality::stance;
use crate::reading::{Parsed, parse, remember};
use crate::roles::{Roles, Shown};
use crate::syntax::{Filler, PhraseId, PredicateId, PredicateKind, bytes};

/// A sentence with its marked sides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Pair {
    /// Identifies the answer.
    pub id: String,
    /// Its language; found out where not given.
    #[serde(default)]
    pub lang: Option<Language>,
    /// The sentence.
    pub text: String,
    /// Unicode scalar values of the source, end-exclusive.
    #[serde(default)]
    pub source_span: Option<(usize, usize)>,
    /// Unicode scalar values of the target, end-exclusive.
    #[serde(default)]
    pub target_span: Option<(usize, usize)>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Classified {
    /// The pair's id.
    pub id: String,
    /// The root.
    #[serde(rename = "type")]
    pub root: Root,
    /// Its quad class.
    pub quad: &'static str,
    /// How sure, 0..1.
    pub score: f32,
    /// The word that decided, empty where none did.
    pub trigger: String,
    /// The steps.
    pub derivation: Vec<String>,
}

/// A candidate answer.
struct Candidate {
    root: Root,
    weight: f32,
    trigger: String,
    origin: String,
}

/// The most common root in news, for a sentence without any clue.
const FALLBACK: Root = Root::Consult;

/// What somebody demands, plans or denies counts less than his demanding, planning or denying it.
const EMBEDDED: f32 = 3.5;

impl Coder<'_> {
    /// Classifies a pair.
    pub fn classify(&self, pair: &Pair) -> Classified {
        let input = Input {
            id: pair.id.clone(),
            text: pair.text.replace('\n', " "),
            language: pair.lang,
            ..Input::default()
        };
        let document = read(input, self.lexicon.almanac());
        let mut memory = Memory::default();
        let mut candidates: Vec<Candidate> = Vec::new();
        for sentence in &document.sentences {
            let Some(parsed) = parse(self.lexicon, &document, sentence) else { continue };
            remember(self.lexicon, &document, &parsed, None, &mut memory);
            candidates.extend(self.candidates(&document, &parsed, pair));
        }
        let best = candidates.iter().fold(None, |best: Option<&Candidate>, next| match best {
            Some(b) if b.weight >= next.weight => Some(b),
            _ => Some(next),
        });
        match best {
            Some(c) => Classified {
                id: pair.id.clone(),
                root: c.root,
                quad: c.root.quad().as_str(),
                score: ((c.weight / 12.0).clamp(0.1, 0.95) * 100.0).round() / 100.0,
                trigger: c.trigger.clone(),
                derivation: vec![format!("{} shows {} ({})", c.trigger, c.root.as_str(), c.origin)],
            },
            None => Classified {
                id: pair.id.clone(),
                root: FALLBACK,
                quad: FALLBACK.quad().as_str(),
                score: 0.05,
                trigger: String::new(),
                derivation: vec!["no unit of the lexicon stands in the text".to_owned()],
            },
        }
    }

    fn candidates(&self, document: &Document, parsed: &Parsed, pair: &Pair) -> Vec<Candidate> {
        let roles = Roles { lexicon: self.lexicon, syntax: &parsed.syntax, sentence: parsed.sentence };
        let shown: Vec<Shown> =
            roles.read().into_iter().filter_map(|readings| readings.into_iter().next()).collect();
        let mut found: Vec<Candidate> =
            shown.iter().filter_map(|s| self.candidate(document, parsed, pair, s)).collect();
        let told: Vec<PredicateId> =
            shown.iter().flat_map(|s| [Some(s.predicate), s.told_by]).flatten().collect();
        for (index, predicate) in parsed.syntax.predicates.iter().enumerate() {
            let id = PredicateId(index as u32);
            let plain = |u: &&UnitId| {
                let unit = self.lexicon.unit(**u);
                unit.needs.is_empty() && unit.particle.is_empty()
            };
            let Some(&unit) = self.lexicon.lemma(predicate.lemma).units.iter().find(plain) else { continue };
            if told.contains(&id) {
                continue;
            }
            found.extend(self.weak(document, parsed, pair, id, unit));
        }
        found
    }

    fn candidate(
        &self,
        document: &Document,
        parsed: &Parsed,
        pair: &Pair,
        shown: &Shown,
    ) -> Option<Candidate> {
        let unit = self.lexicon.unit(shown.unit);
        let root = turned(parsed, shown.predicate, self.lexicon.frame(unit.frame).root?);
        let mut weight = 1.0 + 0.3 * shown.fit;
        for fill in &shown.fills {
            let Filler::Phrase(phrase) = fill.filler else { continue };
            if pair.source_span.is_some_and(|s| overlaps(document, parsed, phrase, s)) {
                weight += 3.0;
            }
            if pair.target_span.is_some_and(|s| overlaps(document, parsed, phrase, s)) {
                weight += 3.0;
            }
        }
        weight += self.nearness(document, parsed, pair, shown.predicate);
        let held = stance(self.lexicon, &parsed.syntax, shown.predicate, shown.told_by);
        if held.holder.is_some() && !held.modality.is_real() {
            weight -= EMBEDDED;
        }
        let trigger = self.lexicon.lemma(parsed.syntax.predicate(shown.predicate).lemma).text.clone();
        Some(Candidate { root, weight, trigger, origin: unit.origin.clone() })
    }

    fn weak(
        &self,
        document: &Document,
        parsed: &Parsed,
        pair: &Pair,
        id: PredicateId,
        unit: UnitId,
    ) -> Option<Candidate> {
        let unit = self.lexicon.unit(unit);
        let root = self.lexicon.frame(unit.frame).root?;
        let trigger = self.lexicon.lemma(parsed.syntax.predicate(id).lemma).text.clone();
        let weight = 0.4 + self.nearness(document, parsed, pair, id);
        Some(Candidate { root, weight, trigger, origin: unit.origin.clone() })
    }

    /// A verb between the sides counts more, one inside a side hardly; finite verbs before nouns.
    fn nearness(&self, document: &Document, parsed: &Parsed, pair: &Pair, id: PredicateId) -> f32 {
        let predicate = parsed.syntax.predicate(id);
        let place = bytes(parsed.sentence, predicate.tokens);
        let at = document.char_offset(parsed.sentence.field, place.start as usize);
        let inside = |span: Option<(usize, usize)>| span.is_some_and(|(s, e)| s <= at && at < e);
        let mut weight = match predicate.kind {
            PredicateKind::Nominal(_) => 0.0,
            PredicateKind::Finite | PredicateKind::Bare => 1.0,
        };
        if inside(pair.source_span) || inside(pair.target_span) {
            weight -= 1.0;
        }
        if let (Some(a), Some(b)) = (pair.source_span, pair.target_span) {
            let (low, high) = (a.1.min(b.1), a.0.max(b.0));
            if low <= at && at < high {
                weight += 1.5;
            }
        }
        weight
    }
}

/// What is not conceded, given or talked over is rejected; what is promised for later is agreed to.
fn turned(parsed: &Parsed, id: PredicateId, root: Root) -> Root {
    let predicate = parsed.syntax.predicate(id);
    match root {
        Root::Concede
        | Root::Retreat
        | Root::Consult
        | Root::Agree
        | Root::Support
        | Root::Aid
        | Root::Cooperate
            if predicate.negated =>
        {
            Root::Reject
        }
        Root::Consult | Root::Support | Root::Aid | Root::Cooperate if predicate.future => Root::Agree,
        other => other,
    }
}

fn overlaps(document: &Document, parsed: &Parsed, phrase: PhraseId, (start, end): (usize, usize)) -> bool {
    if parsed.sentence.field != Field::Text {
        return false;
    }
    let place = bytes(parsed.sentence, parsed.syntax.extent(phrase));
    let from = document.char_offset(Field::Text, place.start as usize);
    let to = document.char_offset(Field::Text, place.end as usize);
    from < end && start < to
}
