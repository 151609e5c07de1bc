//! The words and positions that other files name, looked up in the word lists.

use demarche_document::Language;
use demarche_morphology::{LemmaId, Pos};

use super::vocabulary::Vocabulary;
use crate::problem::{Code, Problems};
use crate::source::{ByPosition, Text, class_words, code};
use crate::trie::keys;
use crate::{Function, Role, SlotPattern};

/// The word lists of a kind, as remedies name them.
fn list_of(language: Language, pos: Pos) -> String {
    let folder = if language == Language::Arabic { "ar" } else { "en" };
    let list = match pos {
        Pos::Verb => "verbs",
        Pos::Adjective => "adjectives",
        Pos::Particle => "particles",
        _ => "nouns",
    };
    format!("lexicon/{folder}/{list}.tsv")
}

/// Look-ups in one language.
pub(super) struct Words<'v> {
    pub language: Language,
    pub vocabulary: &'v Vocabulary,
}

impl Words<'_> {
    /// The words of a kind that are spelled so; with a gloss in brackets, those of that gloss: حسب (think).
    pub fn find(&self, pos: Pos, text: &str) -> Vec<LemmaId> {
        let named = text.strip_suffix(')').and_then(|text| text.split_once('('));
        let (word, gloss) = named.map_or((text, None), |(word, gloss)| (word.trim(), Some(gloss.trim())));
        let found = self.vocabulary.find(self.language, pos, word).iter();
        let means =
            |id: &&LemmaId| gloss.is_none_or(|gloss| self.vocabulary.lemmas[id.0 as usize].gloss == gloss);
        found.filter(means).copied().collect()
    }

    /// The one word that is meant; several are warned of, none is reported.
    pub fn one(&self, pos: Pos, text: &Text, problems: &mut Problems) -> Option<LemmaId> {
        let found = self.find(pos, &text.text);
        if let (true, Pos::Noun) = (found.is_empty(), pos)
            && let Some(noun) = self.vocabulary.noun_of(self.language, &text.text)
        {
            return Some(noun);
        }
        if found.len() > 1 {
            let message = format!("\"{}\" is {} listed words; the first is taken", text.text, found.len());
            let glosses = found.iter().map(|id| self.vocabulary.lemmas[id.0 as usize].gloss.as_str());
            let choices: Vec<String> = glosses.map(|gloss| format!("\"{} ({gloss})\"", text.text)).collect();
            let remedy = format!("write the gloss of the one meant behind it: {}", choices.join(" or "));
            problems.add(&text.place, Code::AmbiguousWord, message, remedy);
        }
        if found.is_empty() {
            self.report_unlisted(pos, text, problems);
        }
        found.first().copied()
    }

    fn report_unlisted(&self, pos: Pos, text: &Text, problems: &mut Problems) {
        let given = &text.text;
        let list = list_of(self.language, pos);
        let derived = match pos {
            Pos::Noun => self.vocabulary.verbs_of(self.language, &[Pos::Masdar], given),
            _ => &[],
        };
        if let Some(verb) = derived.first() {
            let verb = &self.vocabulary.lemmas[verb.0 as usize].text;
            let message = format!("\"{given}\" is the masdar of the verb \"{verb}\"");
            let remedy = format!("write the verb, or add the noun to {list} if it stands for itself");
            problems.add(&text.place, Code::MasdarAsNoun, message, remedy);
            return;
        }
        let remedy = match self.vocabulary.similar(self.language, pos, given) {
            Some(similar) => format!("write \"{similar}\", or add it to {list}"),
            None => format!("add it to {list}"),
        };
        problems.add(&text.place, Code::UnlistedWord, format!("\"{given}\" is not listed"), remedy);
    }

    /// A verb, and the words that must follow it where the text has several (carry out).
    pub fn verb(&self, text: &Text, problems: &mut Problems) -> Option<(LemmaId, Vec<String>)> {
        match text.text.split_once(' ') {
            Some((verb, particle))
                if !text.text.ends_with(')') && self.find(Pos::Verb, &text.text).is_empty() =>
            {
                let verb = Text { text: verb.to_owned(), place: text.place.clone() };
                Some((self.one(Pos::Verb, &verb, problems)?, keys(particle)))
            }
            _ => Some((self.one(Pos::Verb, text, problems)?, Vec::new())),
        }
    }

    /// The words that a position's head may be: nouns and agents with the verbs whose masdars are spelled
    /// alike, adjectives used as nouns, else the verbs whose masdars and participles they are; and the nouns
    /// of several words that any of them heads.
    pub fn heads(&self, text: &Text, problems: &mut Problems) -> Vec<LemmaId> {
        let given = text.text.as_str();
        let verbs = |kinds: &[Pos]| self.vocabulary.verbs_of(self.language, kinds, given).to_vec();
        let mut found = self.find(Pos::Noun, given);
        if found.is_empty() {
            found.extend(self.vocabulary.noun_of(self.language, given));
            found.extend(verbs(&[Pos::Masdar, Pos::ActiveParticiple, Pos::PassiveParticiple]));
            found.extend(self.find(Pos::Adjective, given));
        } else {
            found.extend(verbs(&[Pos::Masdar]));
        }
        if found.is_empty() {
            self.report_unlisted(Pos::Noun, text, problems);
        }
        found.extend(self.vocabulary.headed_by(self.language, given));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The listed words of whatever kind that are spelled so, with the verbs whose masdars are; failing that, the
    /// noun of which it is a form and the verbs whose participle it is.
    pub fn kindred(&self, text: &Text, problems: &mut Problems) -> Vec<LemmaId> {
        let given = text.text.as_str();
        let kinds = [Pos::Verb, Pos::Noun, Pos::Adjective];
        let mut found: Vec<LemmaId> = kinds.iter().flat_map(|pos| self.find(*pos, given)).collect();
        found.extend(self.vocabulary.verbs_of(self.language, &[Pos::Masdar], given));
        if found.is_empty() {
            let participles = [Pos::ActiveParticiple, Pos::PassiveParticiple];
            found.extend(self.vocabulary.noun_of(self.language, given));
            found.extend(self.vocabulary.verbs_of(self.language, &participles, given));
        }
        if found.is_empty() {
            self.report_unlisted(Pos::Noun, text, problems);
        }
        found
    }

    /// The nouns and adjectives that a word inside a phrase is: without article, adjectives without ة too.
    pub fn nominals(&self, word: &str) -> Vec<LemmaId> {
        let bare = match self.language {
            Language::Arabic => word.strip_prefix("ال").unwrap_or(word),
            _ => word,
        };
        let masculine = bare.strip_suffix('ة').unwrap_or(bare);
        let found =
            [(Pos::Noun, word), (Pos::Noun, bare), (Pos::Adjective, bare), (Pos::Adjective, masculine)];
        found.iter().flat_map(|(pos, text)| self.find(*pos, text)).collect()
    }

    pub fn position(&self, text: &Text, problems: &mut Problems) -> Option<SlotPattern> {
        Some(match text.text.as_str() {
            "subject" => SlotPattern::Subject,
            "object" => SlotPattern::Object,
            "indirect" => SlotPattern::Indirect,
            "genitive" => SlotPattern::Genitive,
            "adjective" => SlotPattern::Adjective,
            "content" => SlotPattern::Content,
            word => match self.preposition(word) {
                Some(id) => SlotPattern::Preposition(id),
                None => {
                    let remedy = format!(
                        "write subject object indirect genitive adjective content, or a preposition of {}",
                        list_of(self.language, Pos::Particle)
                    );
                    let message = format!("unknown position \"{word}\"");
                    problems.add(&text.place, Code::Position, message, remedy);
                    return None;
                }
            },
        })
    }

    /// The lemma that stands for a preposition: the plainest of its functions.
    fn preposition(&self, word: &str) -> Option<LemmaId> {
        let order = [Function::Preposition, Function::Between, Function::Agent, Function::According];
        let rank = |id: &LemmaId| {
            let function = self.vocabulary.lemmas[id.0 as usize].function;
            order.iter().position(|known| Some(*known) == function).unwrap_or(order.len())
        };
        self.find(Pos::Particle, word).into_iter().min_by_key(rank)
    }

    pub fn roles(&self, given: &ByPosition, problems: &mut Problems) -> Vec<(SlotPattern, Role)> {
        let mut roles = Vec::new();
        for (position, values) in given {
            let slot = self.position(position, problems);
            if values.len() != 1 {
                let message = format!("position \"{}\" has {} roles", position.text, values.len());
                problems.add(&position.place, Code::Role, message, "give it one role");
            }
            for value in values {
                let role = code(&value.text, &value.place, Code::Role, Role::ALL, problems);
                roles.extend(slot.clone().zip(role));
            }
        }
        roles
    }

    pub fn classes(
        &self,
        given: &ByPosition,
        problems: &mut Problems,
    ) -> Vec<(SlotPattern, crate::NounClass)> {
        let mut all = Vec::new();
        for (position, words) in given {
            let class = class_words(words.iter().map(|word| word.text.as_str()), &position.place, problems);
            all.extend(self.position(position, problems).map(|slot| (slot, class)));
        }
        all
    }
}
