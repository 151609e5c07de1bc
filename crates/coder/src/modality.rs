//! Whether it happened: tense, negation, and what the words around make of it.

use demarche_document::Language;
use demarche_lexicon::{Effect, Lexicon, NounClass};
use demarche_morphology::{Aspect, Pos};

use crate::record::Modality;
use crate::roles::{effect, effect_of};
use crate::syntax::{ClauseId, Head, Link, Parent, PhraseId, PredicateId, PredicateKind, Slot, Syntax};

/// How the text holds what a predicate tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Whether it happened.
    pub modality: Modality,
    /// The predicate whose subject hopes, fears, plans, demands or denies it.
    pub holder: Option<PredicateId>,
    /// History or context rather than news.
    pub background: bool,
    /// Verbs of speech around it, nearest first.
    pub speech: Vec<PredicateId>,
    /// The steps, for `explain`.
    pub steps: Vec<String>,
}

/// Most steps up the sentence.
const STEPS: usize = 12;

/// The stance of the text to `predicate`, told by the light verb `told_by` if there is one.
pub fn stance(
    lexicon: &Lexicon,
    syntax: &Syntax,
    predicate: PredicateId,
    told_by: Option<PredicateId>,
) -> Stance {
    let mut stance = Stance {
        modality: Modality::Actual,
        holder: None,
        background: false,
        speech: Vec::new(),
        steps: Vec::new(),
    };
    let mut reader = Reader { lexicon, syntax, stance: &mut stance };
    reader.walk(told_by.unwrap_or(predicate));
    stance
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    syntax: &'a Syntax,
    stance: &'a mut Stance,
}

impl Reader<'_> {
    fn walk(&mut self, start: PredicateId) {
        let mut at = start;
        for _ in 0..STEPS {
            self.own(at);
            let predicate = self.syntax.predicate(at);
            let next = match predicate.kind {
                PredicateKind::Nominal(phrase) => self.through_phrase(phrase, predicate.clause, at == start),
                PredicateKind::Finite | PredicateKind::Bare => self.through_clause(predicate.clause),
            };
            match next {
                Some(outer) if outer != at => at = outer,
                _ => break,
            }
        }
    }

    /// What the predicate's own form tells.
    fn own(&mut self, at: PredicateId) {
        let p = self.syntax.predicate(at);
        if p.negated {
            self.set(Modality::Denied, None, "negated");
        }
        if p.possible {
            self.set(Modality::Possible, None, "told as possible");
        }
        if p.necessary {
            self.set(Modality::Demanded, None, "told as a duty");
        }
        if p.future {
            self.set(Modality::Planned, None, "future");
        }
        for &auxiliary in &p.auxiliaries {
            if let Some(effect) = effect(self.lexicon, auxiliary, Slot::Content) {
                self.apply(effect, None, &self.lexicon.lemma(auxiliary).text);
            }
        }
        let going_on = match self.lexicon.lemma(p.lemma).language {
            Language::Arabic => p.cell.aspect == Aspect::Present && p.cell.pos == Pos::Verb,
            _ => p.cell.pos == Pos::ActiveParticiple,
        };
        if p.kind == PredicateKind::Finite
            && going_on
            && p.auxiliaries.is_empty()
            && self.stance.speech.is_empty()
            && self.stance.modality == Modality::Actual
        {
            self.stance.modality = Modality::Ongoing;
        }
    }

    fn through_clause(&mut self, clause: ClauseId) -> Option<PredicateId> {
        let c = self.syntax.clause(clause);
        match c.link {
            Link::Main => None,
            Link::Content => {
                let governor = c.governor?;
                let word = self.syntax.predicate(governor).lemma;
                match effect_of(self.lexicon, self.syntax, governor, Slot::Content) {
                    Some(effect) => self.apply(effect, Some(governor), &self.lexicon.lemma(word).text),
                    None => self.stance.speech.push(governor),
                }
                Some(governor)
            }
            Link::Condition => {
                self.set(Modality::Possible, None, "in a condition");
                c.governor
            }
            Link::Purpose => {
                self.set(Modality::Planned, None, "a purpose");
                c.governor
            }
            Link::Relative => {
                self.stance.background = true;
                self.stance.steps.push("in a relative clause: background".to_owned());
                None
            }
            Link::Temporal => {
                self.stance.background = true;
                self.stance.steps.push("in a temporal clause: background".to_owned());
                None
            }
            Link::Circumstance => match c.governor {
                Some(governor) if self.syntax.predicate(governor).clause != clause => {
                    self.through_clause(self.syntax.predicate(governor).clause)
                }
                _ => None,
            },
        }
    }

    /// Up the chain of phrases to the predicate that governs a noun of action.
    fn through_phrase(&mut self, phrase: PhraseId, clause: ClauseId, first: bool) -> Option<PredicateId> {
        let mut at = phrase;
        for _ in 0..STEPS {
            match self.syntax.phrase(at).parent {
                Some(Parent::Predicate(governor, slot)) => {
                    let word = self.syntax.predicate(governor).lemma;
                    match effect_of(self.lexicon, self.syntax, governor, slot) {
                        Some(effect) => self.apply(effect, Some(governor), &self.lexicon.lemma(word).text),
                        None => self.presuppose(phrase, first),
                    }
                    return Some(governor);
                }
                Some(Parent::Phrase(outer)) => {
                    if let Head::Lemma(word) = self.syntax.phrase(outer).head {
                        let slot = self.slot_in(outer, at);
                        if let Some(effect) = effect(self.lexicon, word, slot) {
                            let governor = self.syntax.nominal(outer);
                            self.apply(effect, governor, &self.lexicon.lemma(word).text);
                            if let Some(governor) = governor {
                                return Some(governor);
                            }
                        }
                    }
                    at = outer;
                }
                None => {
                    self.presuppose(phrase, first);
                    return self.through_clause(clause);
                }
            }
        }
        None
    }

    fn slot_in(&self, outer: PhraseId, inner: PhraseId) -> Slot {
        self.syntax
            .phrase(outer)
            .complements
            .iter()
            .find(|&&(_, c)| c == inner)
            .map_or(Slot::Genitive, |&(preposition, _)| Slot::Preposition(preposition))
    }

    /// A noun of action that nothing around asserts is taken as known: context rather than news.
    fn presuppose(&mut self, phrase: PhraseId, first: bool) {
        let p = self.syntax.phrase(phrase);
        let tie = matches!(p.head, Head::Lemma(l) if self.lexicon.lemma(l).class.contains(NounClass::TIE));
        if first && p.definite && !tie {
            self.stance.background = true;
            self.stance.steps.push("named as known: background".to_owned());
        }
    }

    fn apply(&mut self, effect: Effect, governor: Option<PredicateId>, word: &str) {
        let refused = governor.is_some_and(|g| self.syntax.predicate(g).negated);
        let modality = match effect {
            Effect::Speech => {
                self.stance.speech.extend(governor);
                return;
            }
            Effect::Claim => {
                self.stance.speech.extend(governor);
                self.stance.holder = self.stance.holder.or(governor);
                self.stance.steps.push(format!("claimed by {word}"));
                return;
            }
            Effect::Achieve | Effect::Cause | Effect::Allow | Effect::Begin => {
                if !refused {
                    self.stance.steps.push(format!("done, by {word}"));
                    return;
                }
                Modality::Denied
            }
            Effect::Continue => {
                if self.stance.modality == Modality::Actual {
                    self.stance.modality = Modality::Ongoing;
                    self.stance.steps.push(format!("going on, by {word}"));
                }
                return;
            }
            Effect::Habit => {
                if self.stance.modality.is_real() {
                    self.stance.modality = Modality::Habitual;
                    self.stance.steps.push(format!("usual, by {word}"));
                }
                return;
            }
            Effect::Recall => {
                self.stance.background = true;
                self.stance.steps.push(format!("recalled, by {word}: background"));
                return;
            }
            Effect::Deny | Effect::Fail | Effect::Prevent | Effect::Cease => Modality::Denied,
            Effect::Plan | Effect::Threaten => Modality::Planned,
            Effect::Attempt | Effect::Fear | Effect::Hope | Effect::Possible => Modality::Possible,
            Effect::Demand => Modality::Demanded,
        };
        self.set(modality, governor, word);
    }

    /// The innermost word that makes it unreal decides.
    fn set(&mut self, modality: Modality, holder: Option<PredicateId>, why: &str) {
        if self.stance.modality.is_real() {
            self.stance.modality = modality;
            self.stance.holder = self.stance.holder.or(holder);
            self.stance.steps.push(format!("{}: {why}", name(modality)));
        }
    }
}

/// The word that the contract uses.
pub fn name(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Ongoing => "ongoing",
        Modality::Habitual => "habitual",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Demanded => "demanded",
        Modality::Denied => "denied",
    }
}
