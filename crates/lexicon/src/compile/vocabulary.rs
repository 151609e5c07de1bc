//! The table of lemmas with their forms, and the look-up of words that other files name.

use std::collections::{BTreeMap, BTreeSet};

use demarche_document::{Language, fold};
use demarche_morphology::arabic::particle_forms;
use demarche_morphology::{Cell, FormsBuilder, Gender, LemmaId, Number, Pos};

use super::inflection::{self, Inflected};
use super::phrases::{self, PhraseForm};
use crate::problem::{Code, Place, Problems};
use crate::reading::PhraseReading;
use crate::source::{Agent, Noun, NumberForm, Particle, Text, Words, report_duplicates};
use crate::trie::{TrieBuilder, keys};
use crate::{ActorId, Behaviour, Function, Lemma, NounClass, NumberWord, Sector};

/// All lemmas, and for each language how its words are found.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub lemmas: Vec<Lemma>,
    pub arabic: Lists,
    pub english: Lists,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub forms: FormsBuilder,
    pub agents: TrieBuilder<PhraseReading>,
    pub particles: TrieBuilder<PhraseReading>,
    /// By folded words.
    pub numbers: BTreeMap<String, NumberWord>,
    by_text: BTreeMap<(Pos, String), Vec<LemmaId>>,
    /// The same without shadda, which verbs need and nouns may have.
    by_bare_text: BTreeMap<(Pos, String), Vec<LemmaId>>,
    /// Lemmas by the key of their text, to find what somebody misspelled.
    by_key: BTreeMap<(Pos, String), BTreeSet<LemmaId>>,
    /// Nouns by the spelling of any form.
    by_form: BTreeMap<String, LemmaId>,
    /// Verbs by the spelling of their masdars and participles.
    derived: BTreeMap<(Pos, String), Vec<LemmaId>>,
    /// Nouns of several words by the text of the noun that heads them.
    headed: BTreeMap<String, Vec<LemmaId>>,
    /// Forms of single nouns and adjectives, for the phrases that they head.
    nouns: BTreeMap<String, Inflected>,
    adjectives: BTreeMap<String, Inflected>,
}

/// A word without what the spelling rules of the lexicon leave out.
fn plain(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '\u{064B}'..='\u{0650}' | '\u{0652}' | '\u{0640}')).collect()
}

fn bare(word: &str) -> String {
    plain(word).replace('\u{0651}', "")
}

/// A lemma of which only the text and kind are told.
fn lemma(language: Language, pos: Pos, text: &str, gloss: &str) -> Lemma {
    Lemma {
        text: text.to_owned(),
        language,
        pos,
        function: None,
        class: NounClass::empty(),
        behaviour: Behaviour::empty(),
        sector: None,
        country: None,
        modal: Vec::new(),
        units: Vec::new(),
        lights: Vec::new(),
        contexts: Vec::new(),
        gloss: gloss.to_owned(),
    }
}

impl Vocabulary {
    pub fn lists(&self, language: Language) -> &Lists {
        match language {
            Language::Arabic => &self.arabic,
            _ => &self.english,
        }
    }

    fn lists_mut(&mut self, language: Language) -> &mut Lists {
        match language {
            Language::Arabic => &mut self.arabic,
            _ => &mut self.english,
        }
    }

    fn push(&mut self, lemma: Lemma) -> LemmaId {
        let id = LemmaId(self.lemmas.len() as u32);
        self.name_lemma(lemma.language, lemma.pos, &lemma.text, id);
        self.lemmas.push(lemma);
        id
    }

    /// Lets other files name a lemma by a spelling.
    fn name_lemma(&mut self, language: Language, pos: Pos, text: &str, id: LemmaId) {
        let lists = self.lists_mut(language);
        lists.by_text.entry((pos, plain(text))).or_default().push(id);
        if pos != Pos::Verb {
            lists.by_bare_text.entry((pos, bare(text))).or_default().push(id);
        }
        lists.by_key.entry((pos, fold(text))).or_default().insert(id);
    }

    /// Adds all word lists of a language.
    pub fn add_words(&mut self, language: Language, words: &Words, problems: &mut Problems) {
        report_repeated(words, problems);
        for verb in &words.verbs {
            let inflected = match inflection::verb(verb) {
                Ok(inflected) => inflected,
                Err(error) => {
                    inflection::report(&error, &verb.place, problems);
                    Inflected::new()
                }
            };
            let text = verb.lemma.as_str();
            let behaviour = verb.behaviour;
            let id = self.push(Lemma { behaviour, ..lemma(language, Pos::Verb, text, &verb.gloss) });
            let lists = self.lists_mut(language);
            for (form, cell) in inflected {
                lists.forms.add(&form, id, cell);
                if cell.pos != Pos::Verb && cell.number != Number::Plural {
                    let verbs = lists.derived.entry((cell.pos, fold(&form))).or_default();
                    if !verbs.contains(&id) {
                        verbs.push(id);
                    }
                }
            }
        }
        for adjective in &words.adjectives {
            let named = lemma(language, Pos::Adjective, &adjective.lemma, &adjective.gloss);
            let words: Vec<&str> = adjective.lemma.split_whitespace().collect();
            if words.len() > 1 {
                let id = self.push(named);
                let forms = match language {
                    Language::Arabic => phrases::arabic_adjective(&words),
                    _ => phrases::particle(&words, Cell::of(Pos::Adjective), false),
                };
                for form in forms {
                    add_phrase(&mut self.lists_mut(language).agents, id, form);
                }
            } else {
                let inflected = inflection::adjective(language, adjective, problems);
                self.adjective(named, inflected);
            }
        }
        self.add_nouns(language, words, problems);
        self.add_particles(language, &words.particles);
        self.add_numbers(language, &words.numbers, problems);
    }

    fn adjective(&mut self, lemma: Lemma, inflected: Inflected) -> LemmaId {
        let (language, text) = (lemma.language, lemma.text.clone());
        let id = self.push(lemma);
        let lists = self.lists_mut(language);
        for (form, cell) in &inflected {
            lists.forms.add(form, id, *cell);
        }
        lists.adjectives.entry(text).or_insert(inflected);
        id
    }

    /// Nouns and agents; phrases among them last, as they need the forms of the words that head them.
    fn add_nouns(&mut self, language: Language, words: &Words, problems: &mut Problems) {
        let agents: BTreeMap<&str, &Agent> =
            words.agents.iter().map(|agent| (agent.noun.lemma.as_str(), agent)).collect();
        let mut rows: Vec<(Noun, Option<Sector>)> = Vec::new();
        for noun in &words.nouns {
            match agents.get(noun.lemma.as_str()) {
                // Others are homographs (عالم, world and scholar).
                Some(agent) if (&agent.noun.gender, &agent.noun.plural) == (&noun.gender, &noun.plural) => {
                    let message = format!("\"{}\" is listed as an agent at {}", noun.lemma, agent.noun.place);
                    problems.add(&noun.place, Code::NounAndAgent, message, "keep the agent, remove this row");
                }
                _ => rows.push((noun.clone(), None)),
            }
        }
        rows.extend(words.agents.iter().map(|agent| (agent.noun.clone(), agent.sector)));
        let is_phrase = |noun: &Noun| noun.lemma.contains(char::is_whitespace);
        for (noun, sector) in rows.iter().filter(|(noun, _)| !is_phrase(noun)) {
            let inflected = inflection::noun(language, noun, problems);
            let id = self.push(Lemma {
                class: noun.class,
                sector: *sector,
                ..lemma(language, Pos::Noun, &noun.lemma, &noun.gloss)
            });
            let lists = self.lists_mut(language);
            for (form, cell) in &inflected {
                lists.forms.add(form, id, *cell);
                lists.by_form.entry(plain(form)).or_insert(id);
            }
            lists.nouns.entry(noun.lemma.clone()).or_insert(inflected);
        }
        // رئيس البلدية gives the forms of رئيس بلدية too, where both are listed: they are one word.
        let mut phrases: Vec<&(Noun, Option<Sector>)> =
            rows.iter().filter(|(noun, _)| is_phrase(noun)).collect();
        phrases.sort_by_key(|(noun, _)| !noun.lemma.contains(" ال"));
        let mut known: BTreeMap<_, LemmaId> = BTreeMap::new();
        for (noun, sector) in phrases {
            let bare = format!(" {}", noun.lemma).replace(" ال", " ");
            let key = (bare, &noun.gender, noun.class, *sector);
            if let Some(&id) = known.get(&key) {
                self.name_lemma(language, Pos::Noun, &noun.lemma, id);
                continue;
            }
            let named = lemma(language, Pos::Noun, &noun.lemma, &noun.gloss);
            let id = self.push(Lemma { class: noun.class, sector: *sector, ..named });
            known.insert(key, id);
            let head = self.base(language, phrases::head(language, &noun.lemma));
            self.lists_mut(language).headed.entry(head).or_default().push(id);
            self.add_phrase_forms(language, id, noun, problems);
        }
    }

    fn add_phrase_forms(&mut self, language: Language, id: LemmaId, noun: &Noun, problems: &mut Problems) {
        let forms = match language {
            Language::Arabic => self.arabic_phrase(noun, problems),
            _ => phrases::english(&noun.lemma, &noun.plural, |head| {
                let known = self.english.nouns.get(head).cloned();
                known.unwrap_or_else(|| inflection::english_noun(head, ""))
            }),
        };
        let lists = self.lists_mut(language);
        for form in forms {
            lists.by_form.entry(plain(&form.words.join(" "))).or_insert(id);
            add_phrase(&mut lists.agents, id, form);
        }
    }

    /// Every form of an Arabic noun of several words.
    fn arabic_phrase(&self, noun: &Noun, problems: &mut Problems) -> Vec<PhraseForm> {
        let words: Vec<&str> = noun.lemma.split_whitespace().collect();
        let Some(gender) = inflection::gender(&noun.gender) else {
            let message = format!("gender \"{}\" of \"{}\"", noun.gender, noun.lemma);
            problems.add(&noun.place, Code::Gender, message, "write m or f");
            return Vec::new();
        };
        let bare = words[0].strip_prefix("ال").unwrap_or(words[0]);
        let first = match self.arabic.nouns.get(bare) {
            Some(inflected) => inflected.clone(),
            None => inflection::arabic_noun(bare, gender, "").unwrap_or_default(),
        };
        let second = words[1].strip_prefix("ال").unwrap_or(words[1]);
        let masculine = second.strip_suffix('ة').unwrap_or(second);
        // الأمين العام is one noun with one adjective, الأمن القومي after مستشار is not.
        let both = words[0].starts_with("ال") == words[1].starts_with("ال");
        let adjective = [second, masculine]
            .into_iter()
            .filter(|word| *word == second || gender == Gender::Feminine)
            .find_map(|word| self.arabic.adjectives.get(word));
        let mut forms = match adjective {
            Some(adjective) if both && words.len() == 2 => phrases::attribute(&first, adjective),
            _ if words[0].starts_with("ال") => Vec::new(),
            _ => phrases::idafa(&first, &words[1..]),
        };
        let owned: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let cell = Cell { gender, number: Number::Singular, ..Cell::of(Pos::Noun) };
        if forms.is_empty() {
            forms.extend(phrases::both_articles(&owned, cell));
        }
        for plural in noun.plural.split('|').map(str::trim).filter(|plural| plural.contains(' ')) {
            let cell = Cell { number: Number::Plural, ..cell };
            let words: Vec<&str> = plural.split_whitespace().collect();
            for words in phrases::cases(&words) {
                if adjective.is_some() && both {
                    forms.extend(phrases::both_articles(&words, cell));
                } else {
                    let rest: Vec<&str> = words[1..].iter().map(String::as_str).collect();
                    forms.extend(phrases::idafa(&vec![(words[0].clone(), cell)], &rest));
                }
            }
        }
        forms
    }

    fn add_particles(&mut self, language: Language, particles: &[Particle]) {
        let mut known: BTreeMap<(&str, Function), LemmaId> = BTreeMap::new();
        for particle in particles {
            let id = *known.entry((particle.form.as_str(), particle.function)).or_insert_with(|| {
                let function = Some(particle.function);
                self.push(Lemma {
                    function,
                    ..lemma(language, Pos::Particle, &particle.form, &particle.gloss)
                })
            });
            let takes_pronoun = language == Language::Arabic && takes_pronoun(particle.function);
            let words: Vec<&str> = particle.form.split_whitespace().collect();
            let lists = self.lists_mut(language);
            for cell in &particle.cells {
                if words.len() > 1 {
                    for form in phrases::particle(&words, *cell, takes_pronoun) {
                        add_phrase(&mut lists.particles, id, form);
                    }
                } else if language == Language::Arabic {
                    for (form, told) in particle_forms(&particle.form, takes_pronoun) {
                        lists.forms.add(&form, id, Cell { state: told.state, ..*cell });
                    }
                } else {
                    lists.forms.add(&particle.form, id, *cell);
                }
            }
        }
    }

    fn add_numbers(&mut self, language: Language, numbers: &[NumberForm], problems: &mut Problems) {
        let mut places: BTreeMap<String, &Place> = BTreeMap::new();
        for number in numbers {
            let words = keys(&number.form);
            let key = words.join(" ");
            let Some(known) = self.lists(language).numbers.get(&key) else {
                let id = self.push(lemma(language, Pos::Number, &number.form, ""));
                let lists = self.lists_mut(language);
                if words.len() == 1 {
                    lists.forms.add(&number.form, id, Cell::of(Pos::Number));
                }
                lists.numbers.insert(key.clone(), number.word);
                places.insert(key, &number.place);
                continue;
            };
            match known.join(number.word) {
                Some(joined) => {
                    self.lists_mut(language).numbers.insert(key, joined);
                }
                None => {
                    let message = format!("\"{}\" has another value at {}", number.form, places[&key]);
                    problems.add(&number.place, Code::DuplicateWord, message, "remove one of the rows");
                }
            }
        }
    }

    fn english_demonym(&mut self, (id, form, cell): (LemmaId, String, Cell)) {
        let words: Vec<String> = form.split_whitespace().map(str::to_owned).collect();
        if words.len() > 1 {
            let form = PhraseForm { words, cell, article: false, pronoun: None };
            add_phrase(&mut self.english.agents, id, form);
        } else {
            self.english.forms.add(&form, id, cell);
        }
    }

    /// Adds the adjective and the noun of a people; `plurals` are those of the people, without article.
    pub fn add_demonym(
        &mut self,
        language: Language,
        country: ActorId,
        demonym: &Text,
        plurals: &[String],
        gloss: &str,
        problems: &mut Problems,
    ) {
        let text = demonym.text.as_str();
        let words: Vec<&str> = text.split_whitespace().collect();
        let named =
            |pos: Pos, text: &str| Lemma { country: Some(country), ..lemma(language, pos, text, gloss) };
        let people = |text: &str| Lemma { class: NounClass::GROUP, ..named(Pos::Noun, text) };
        let plural_cell = Cell { number: Number::Plural, ..Cell::of(Pos::Noun) };
        if language != Language::Arabic {
            let id = self.push(named(Pos::Adjective, text));
            let adjective = (id, text.to_owned(), Cell::of(Pos::Adjective));
            if plurals.is_empty() {
                self.english_demonym(adjective);
                return;
            }
            let human = self.push(Lemma { class: NounClass::HUMAN | NounClass::GROUP, ..people(text) });
            let singular = Cell { number: Number::Singular, ..plural_cell };
            self.english_demonym(adjective);
            self.english_demonym((human, text.to_owned(), singular));
            for plural in plurals {
                self.english_demonym((human, plural.clone(), plural_cell));
            }
            return;
        }
        let (broken, sound): (Vec<&String>, Vec<&String>) =
            plurals.iter().partition(|plural| !plural.ends_with("ون"));
        let broken: Vec<&str> = broken.into_iter().map(String::as_str).collect();
        match words.as_slice() {
            [one] => {
                let plural = broken.join("|");
                let inflected = inflection::arabic_adjective(one, "", &plural).unwrap_or_else(|error| {
                    inflection::report(&error, &demonym.place, problems);
                    Inflected::new()
                });
                let nouns: Inflected = inflected
                    .iter()
                    .filter(|(_, cell)| cell.number == Number::Plural && cell.gender != Gender::Feminine)
                    .map(|(form, cell)| (form.clone(), Cell { pos: Pos::Noun, ..*cell }))
                    .collect();
                self.adjective(named(Pos::Adjective, one), inflected);
                let title = plurals.first().cloned().unwrap_or_else(|| format!("{one}ون"));
                let id = self.push(people(&title));
                for (form, cell) in nouns {
                    self.arabic.forms.add(&form, id, cell);
                }
            }
            [first @ .., last] => {
                let id = self.push(named(Pos::Adjective, text));
                let inflect = |word: &str| inflection::arabic_adjective(word, "", "").unwrap_or_default();
                let forms: Vec<PhraseForm> = match first {
                    // كوري جنوبي: both words are adjectives.
                    [first] if first.ends_with('ي') => phrases::attribute(&inflect(first), &inflect(last)),
                    _ => {
                        let fixed: Vec<String> = first.iter().map(|word| (*word).to_owned()).collect();
                        let inflected = inflect(last).into_iter();
                        inflected
                            .flat_map(|(form, cell)| {
                                let words: Vec<String> = fixed.iter().cloned().chain([form]).collect();
                                fixed_before(words, cell)
                            })
                            .collect()
                    }
                };
                let title = plurals.first().map_or(text, String::as_str);
                let people = self.push(people(title));
                for form in forms {
                    if form.cell.number == Number::Plural && form.cell.gender != Gender::Feminine {
                        let cell = Cell { pos: Pos::Noun, ..form.cell };
                        add_phrase(&mut self.arabic.agents, people, PhraseForm { cell, ..form.clone() });
                    }
                    add_phrase(&mut self.arabic.agents, id, form);
                }
                for plural in broken.into_iter().chain(sound.into_iter().map(String::as_str)) {
                    let words: Vec<&str> = plural.split_whitespace().collect();
                    for words in phrases::cases(&words) {
                        for form in phrases::both_articles(&words, plural_cell) {
                            add_phrase(&mut self.arabic.agents, people, form);
                        }
                    }
                }
            }
            [] => {}
        }
    }

    /// The words of a kind that are spelled so; in English also in lower case, of other kinds than verbs also
    /// with or without shadda.
    pub fn find(&self, language: Language, pos: Pos, text: &str) -> &[LemmaId] {
        let lists = self.lists(language);
        let find = |text: String| lists.by_text.get(&(pos, text)).map(Vec::as_slice);
        let exact = find(plain(text));
        let bare = || lists.by_bare_text.get(&(pos, bare(text))).map(Vec::as_slice);
        exact.or_else(|| find(text.to_lowercase())).or_else(bare).unwrap_or_default()
    }

    /// The noun of which a word is a form, such as its plural.
    pub fn noun_of(&self, language: Language, text: &str) -> Option<LemmaId> {
        self.lists(language).by_form.get(&plain(text)).copied()
    }

    /// A listed word with the same key, for who misspelled it.
    pub fn similar(&self, language: Language, pos: Pos, text: &str) -> Option<&str> {
        let ids = self.lists(language).by_key.get(&(pos, fold(text)))?;
        ids.first().map(|id| self.lemmas[id.0 as usize].text.as_str())
    }

    /// The verbs of which a word is the masdar or participle, by the first kind that gives any.
    pub fn verbs_of(&self, language: Language, kinds: &[Pos], text: &str) -> &[LemmaId] {
        let derived = &self.lists(language).derived;
        let found = kinds.iter().find_map(|pos| derived.get(&(*pos, fold(text))));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The nouns of several words that a noun heads, which may be given in any form.
    pub fn headed_by(&self, language: Language, text: &str) -> &[LemmaId] {
        let headed = &self.lists(language).headed;
        headed.get(&self.base(language, text)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The nouns of several words of a language, with the text of the noun that heads each.
    pub fn phrases(&self, language: Language) -> impl Iterator<Item = (&str, LemmaId)> {
        let headed = self.lists(language).headed.iter();
        headed.flat_map(|(head, phrases)| phrases.iter().map(|id| (head.as_str(), *id)))
    }

    /// The text of the noun of which a word is a form; the word itself where it is none.
    fn base(&self, language: Language, word: &str) -> String {
        let listed = !self.find(language, Pos::Noun, word).is_empty();
        let noun = (!listed).then(|| self.noun_of(language, word)).flatten();
        plain(noun.map_or(word, |noun| &self.lemmas[noun.0 as usize].text))
    }
}

/// The words of a demonym whose last word alone inflects (جنوب أفريقي): plain, and with the article on the
/// first word, on the last, or on both.
fn fixed_before(words: Vec<String>, cell: Cell) -> Vec<PhraseForm> {
    let last = words.len() - 1;
    let mut forms = Vec::new();
    for (front, back) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut words = words.clone();
        if front {
            words[0].insert_str(0, "ال");
        }
        if back {
            words[last].insert_str(0, "ال");
        }
        forms.push(PhraseForm { words, cell, article: front || back, pronoun: None });
    }
    forms
}

/// Whether Arabic writes pronouns after words of this function.
fn takes_pronoun(function: Function) -> bool {
    matches!(
        function,
        Function::Preposition
            | Function::That
            | Function::But
            | Function::Because
            | Function::Between
            | Function::Agent
            | Function::According
            | Function::Quantifier
            | Function::Perhaps
    )
}

fn add_phrase(trie: &mut TrieBuilder<PhraseReading>, lemma: LemmaId, form: PhraseForm) {
    let PhraseForm { words, cell, article, pronoun } = form;
    let reading = PhraseReading { lemma, cell, article, enclitic: pronoun };
    trie.add(&keys(&words.join(" ")), reading);
}

/// Rows that list a word again.
fn report_repeated(words: &Words, problems: &mut Problems) {
    use crate::source::VerbForms;
    report_duplicates(
        words.verbs.iter().map(|verb| {
            let told = match &verb.forms {
                VerbForms::Arabic { root, measure, vowels, .. } => format!("{root} {measure} {vowels}"),
                VerbForms::English { past, .. } => past.clone(),
            };
            (format!("{} {told}", plain(&verb.lemma)), verb.lemma.as_str(), &verb.place)
        }),
        problems,
    );
    let noun = |noun: &Noun| format!("{} {} {}", plain(&noun.lemma), noun.gender, noun.plural);
    report_duplicates(words.nouns.iter().map(|n| (noun(n), n.lemma.as_str(), &n.place)), problems);
    let agents = words.agents.iter().map(|agent| &agent.noun);
    report_duplicates(agents.map(|n| (noun(n), n.lemma.as_str(), &n.place)), problems);
    let adjectives = words.adjectives.iter();
    report_duplicates(adjectives.map(|a| (plain(&a.lemma), a.lemma.as_str(), &a.place)), problems);
    report_duplicates(
        words.particles.iter().map(|particle| {
            let key = format!("{} {} {:?}", particle.form, particle.function, particle.cells);
            (key, particle.form.as_str(), &particle.place)
        }),
        problems,
    );
}
