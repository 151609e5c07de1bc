//! The table of actors and all their names.

use std::collections::BTreeMap;

use demarche_document::{Date, Language};

use super::country_names;
use super::vocabulary::Vocabulary;
use crate::problem::{Code, Place, Problems};
use crate::source::{Agent, Bilingual, Country, Group, Named, Office, Source, Text};
use crate::trie::{TrieBuilder, keys};
use crate::{Actor, ActorId, ActorKind, Name, NameId, NameKind, Sector, Term};

const LANGUAGES: [Language; 2] = [Language::Arabic, Language::English];

/// Actors and names as they are collected.
#[derive(Debug, Default)]
pub(super) struct Actors {
    pub actors: Vec<Actor>,
    pub names: Vec<Name>,
    pub arabic: TrieBuilder<NameId>,
    pub english: TrieBuilder<NameId>,
    codes: BTreeMap<String, ActorId>,
    /// Where each name stands first.
    places: Vec<Place>,
    known: BTreeMap<NameKey, NameId>,
}

/// What tells a name from others of the same spelling.
type NameKey = (Language, Vec<String>, ActorId, Option<Sector>, Option<String>);

/// A name to be added.
struct NewName<'n> {
    language: Language,
    text: &'n Text,
    actor: ActorId,
    kind: NameKind,
    sector: Option<Sector>,
}

impl Actors {
    /// Collects actors, names, demonyms and offices.
    pub fn collect(source: &Source, vocabulary: &mut Vocabulary, problems: &mut Problems) -> Self {
        let mut all = Self::default();
        let mut countries: Vec<&Country> = source.countries.iter().collect();
        countries.sort_by(|a, b| a.code.cmp(&b.code));
        for country in &countries {
            all.actor(&country.code, ActorKind::Country, &country.place, problems);
        }
        for group in source.groups.iter().filter(|group| group.code.text.contains(':')) {
            all.actor(&group.code.text, group.kind, &group.code.place, problems);
        }
        for country in countries {
            all.country(country, vocabulary, problems);
        }
        let mut next = 0;
        for group in &source.groups {
            all.group(group, &mut next, vocabulary, problems);
        }
        for region in &source.regions {
            let english = region.names.en[0].text.as_str();
            let code = format!("REG:{}", english.to_uppercase().replace([' ', '-'], "_"));
            if let Some(id) = all.actor(&code, ActorKind::Region, &region.place, problems) {
                let members = all.references(&region.members, problems);
                let actor = &mut all.actors[id.0 as usize];
                actor.members = members;
                all.view_names(id, &region.names);
                all.bilingual(&region.names, id, NameKind::PROPER, None, problems);
            }
        }
        all.offices(&source.offices, &source.english.words.agents, problems);
        all.report_shared(problems);
        all
    }

    /// The actor of a code that somebody refers to.
    pub fn reference(&self, code: &Text, problems: &mut Problems) -> Option<ActorId> {
        let found = self.codes.get(&code.text).copied();
        if found.is_none() {
            let remedy = match code.text.contains(':') {
                true => "write a code of organisations.toml or armed-groups.toml".to_owned(),
                false => format!("correct it, or add actors/countries/{}.toml", code.text),
            };
            problems.add(
                &code.place,
                Code::UnknownActor,
                format!("no actor has the code \"{}\"", code.text),
                remedy,
            );
        }
        found
    }

    fn references(&self, codes: &[Text], problems: &mut Problems) -> Vec<ActorId> {
        codes.iter().filter_map(|code| self.reference(code, problems)).collect()
    }

    fn actor(
        &mut self,
        code: &str,
        kind: ActorKind,
        place: &Place,
        problems: &mut Problems,
    ) -> Option<ActorId> {
        let id = ActorId(self.actors.len() as u32);
        // Groups without a code of their own share one; the first stands for it.
        let shared = code.ends_with(":OTHER");
        if self.codes.contains_key(code) && !shared {
            let message = format!("another actor has the code \"{code}\" already");
            problems.add(place, Code::DuplicateActor, message, "join the entries or give one another code");
            return None;
        }
        self.codes.entry(code.to_owned()).or_insert(id);
        self.actors.push(Actor {
            code: code.to_owned(),
            kind,
            english: String::new(),
            arabic: String::new(),
            members: Vec::new(),
            home: None,
            region: String::new(),
        });
        Some(id)
    }

    fn view_names(&mut self, id: ActorId, names: &Bilingual) {
        let first = |texts: &[Text]| texts.first().map(|text| text.text.clone());
        let (arabic, english) = (first(&names.ar), first(&names.en));
        let actor = &mut self.actors[id.0 as usize];
        actor.english = english.clone().or(arabic.clone()).unwrap_or_default();
        actor.arabic = arabic.or(english).unwrap_or_default();
    }

    fn country(&mut self, country: &Country, vocabulary: &mut Vocabulary, problems: &mut Problems) {
        let Some(&id) = self.codes.get(&country.code) else { return };
        let mut names = country.names.clone();
        for language in LANGUAGES {
            let place = country.iso2.as_ref().map_or(&country.place, |iso2| &iso2.place);
            let plain = country.iso2.as_ref().map(|iso2| country_names::names(&iso2.text, language));
            let plain = plain.unwrap_or_default();
            let texts = match language {
                Language::Arabic => &mut names.ar,
                _ => &mut names.en,
            };
            let plain: Vec<Text> =
                plain.into_iter().map(|text| Text { text, place: place.clone() }).collect();
            // "Congo-Kinshasa" is nobody's name for views where the file has a better one.
            if plain.first().is_some_and(|name| name.text.contains('-')) {
                texts.extend(plain);
            } else {
                texts.splice(..0, plain);
            }
            if texts.is_empty() {
                let message = format!("{} has no name in one of the languages", country.code);
                let remedy = "correct `iso2`, or add `names = { ar = […], en = […] }`";
                problems.add(place, Code::NoName, message, remedy);
            }
        }
        self.view_names(id, &names);
        self.actors[id.0 as usize].region.clone_from(&country.region);
        let before = self.names.len();
        self.bilingual(&names, id, NameKind::PROPER, None, problems);
        self.add_anaphors(before, &country.anaphor);
        self.bilingual(&country.capital, id, NameKind::CAPITAL, None, problems);
        self.bilingual(&country.cities, id, NameKind::PLACE, None, problems);
        for metonym in &country.metonyms {
            let sector = metonym.sector.or(Some(Sector::Gov));
            self.bilingual(&metonym.names, id, NameKind::METONYM, sector, problems);
        }
        for institution in &country.institutions {
            self.bilingual(&institution.names, id, NameKind::INSTITUTION, institution.sector, problems);
        }
        self.people(id, None, &country.demonym, &country.plural, vocabulary, problems);
    }

    /// Adjectives and nouns of a people or of those who belong to a group, and their names in the plural.
    fn people(
        &mut self,
        id: ActorId,
        sector: Option<Sector>,
        demonym: &Bilingual,
        plural: &Bilingual,
        vocabulary: &mut Vocabulary,
        problems: &mut Problems,
    ) {
        let gloss = demonym.en.first().map_or("", |demonym| demonym.text.as_str()).to_owned();
        for language in LANGUAGES {
            let demonyms = demonym.of(language);
            let given = plural.of(language);
            let mut plurals: Vec<Vec<String>> = vec![Vec::new(); demonyms.len()];
            for plural in given {
                if let Some(owner) = owner(demonyms, &plural.text) {
                    plurals[owner].push(plural.text.clone());
                }
            }
            let mut texts: Vec<Text> = given.to_vec();
            for (demonym, mut plurals) in demonyms.iter().zip(plurals) {
                if plurals.is_empty() || language == Language::Arabic {
                    let regular = regular_plural(language, &demonym.text);
                    plurals.extend(regular.filter(|regular| !plurals.contains(regular)));
                }
                vocabulary.add_demonym(language, id, demonym, &plurals, &gloss, problems);
                texts.extend(plurals.into_iter().map(|text| Text { text, place: demonym.place.clone() }));
            }
            for plural in texts {
                for text in spellings_of_people(language, &plural.text) {
                    let text = Text { text, place: plural.place.clone() };
                    let kind = NameKind::PEOPLE;
                    self.name(NewName { language, text: &text, actor: id, kind, sector }, problems);
                }
            }
        }
    }

    fn group(
        &mut self,
        group: &Group,
        next: &mut usize,
        vocabulary: &mut Vocabulary,
        problems: &mut Problems,
    ) {
        let bound = !group.code.text.contains(':');
        let id = if bound {
            self.reference(&group.code, problems)
        } else {
            // Groups with a code of their own were entered in this order, duplicates left out.
            let first = self
                .actors
                .iter()
                .skip(*next)
                .position(|actor| actor.code == group.code.text && actor.kind != ActorKind::Country);
            first.map(|place| {
                let place = *next + place;
                *next = place + 1;
                ActorId(place as u32)
            })
        };
        let Some(id) = id else { return };
        let members = self.references(&group.members, problems);
        let home = group.home.as_ref().and_then(|home| self.reference(home, problems));
        if !bound {
            self.view_names(id, &group.names);
            let actor = &mut self.actors[id.0 as usize];
            actor.members = members;
            actor.home = home;
        }
        let kind = if bound { NameKind::INSTITUTION } else { NameKind::PROPER };
        let before = self.names.len();
        self.bilingual(&group.names, id, kind, group.sector, problems);
        self.add_anaphors(before, &group.anaphor);
        for Named { names, sector } in &group.metonyms {
            self.bilingual(names, id, NameKind::METONYM, sector.or(group.sector), problems);
        }
        for Named { names, sector } in &group.bodies {
            self.bilingual(names, id, NameKind::INSTITUTION, *sector, problems);
        }
        self.people(id, group.sector, &group.demonym, &group.plural, vocabulary, problems);
    }

    /// Gives the names from `before` on their anaphors.
    fn add_anaphors(&mut self, before: usize, anaphor: &Bilingual) {
        for name in &mut self.names[before..] {
            let texts = anaphor.of(name.language).iter();
            name.anaphors = texts.map(|text| keys(&text.text).join(" ")).collect();
        }
    }

    fn bilingual(
        &mut self,
        names: &Bilingual,
        actor: ActorId,
        kind: NameKind,
        sector: Option<Sector>,
        problems: &mut Problems,
    ) {
        for language in LANGUAGES {
            for text in names.of(language) {
                self.name(NewName { language, text, actor, kind, sector }, problems);
            }
        }
    }

    fn name(&mut self, new: NewName<'_>, problems: &mut Problems) -> Option<NameId> {
        self.person_name(new, None, problems)
    }

    /// Adds a name, or a kind to a name that is there.
    fn person_name(
        &mut self,
        new: NewName<'_>,
        person: Option<(&str, &[Term])>,
        problems: &mut Problems,
    ) -> Option<NameId> {
        let NewName { language, text, actor, kind, sector } = new;
        let keys = keys(&text.text);
        if !keys.iter().any(|key| key.chars().any(char::is_alphanumeric)) {
            let message = format!("there is no word in the name \"{}\"", text.text);
            problems.add(&text.place, Code::EmptyName, message, "write a name or remove it");
            return None;
        }
        let full_name = person.map(|(name, _)| name.to_owned());
        let key = (language, keys, actor, sector, full_name.clone());
        if let Some(&known) = self.known.get(&key) {
            self.names[known.0 as usize].kind |= kind;
            return Some(known);
        }
        let id = NameId(self.names.len() as u32);
        self.names.push(Name {
            text: text.text.clone(),
            language,
            actor,
            kind,
            sector,
            terms: person.map(|(_, terms)| terms.to_vec()).unwrap_or_default(),
            person: full_name,
            anaphors: Vec::new(),
        });
        self.places.push(text.place.clone());
        match language {
            Language::Arabic => self.arabic.add(&key.1, id),
            _ => self.english.add(&key.1, id),
        }
        self.known.insert(key, id);
        Some(id)
    }

    fn offices(&mut self, offices: &[Office], agents: &[Agent], problems: &mut Problems) {
        let sectors: BTreeMap<String, Sector> = agents
            .iter()
            .filter_map(|agent| Some((agent.noun.lemma.to_lowercase(), agent.sector?)))
            .collect();
        let mut persons: BTreeMap<(ActorId, &str), Vec<&Office>> = BTreeMap::new();
        let mut holders: BTreeMap<(ActorId, &str), Vec<&Office>> = BTreeMap::new();
        for office in offices {
            let Some(actor) = self.reference(&office.actor, problems) else { continue };
            persons.entry((actor, office.english[0].as_str())).or_default().push(office);
            holders.entry((actor, office.office.as_str())).or_default().push(office);
        }
        for ((actor, person), rows) in persons {
            let mut terms: Vec<Term> = rows.iter().map(|row| term(row, &sectors, problems)).collect();
            terms.sort_by(|a, b| (a.from, a.to, &a.title).cmp(&(b.from, b.to, &b.title)));
            for row in rows {
                let place = &row.actor.place;
                for (language, names) in [(Language::Arabic, &row.arabic), (Language::English, &row.english)]
                {
                    for name in names {
                        let text = Text { text: name.clone(), place: place.clone() };
                        let kind = NameKind::PERSON;
                        let new = NewName { language, text: &text, actor, kind, sector: None };
                        self.person_name(new, Some((person, &terms)), problems);
                    }
                }
            }
        }
        for rows in holders.values() {
            report_overlaps(rows, problems);
        }
    }

    /// Names of the same kind that two actors share.
    fn report_shared(&self, problems: &mut Problems) {
        let mut by_keys: BTreeMap<(Language, &[String]), Vec<NameId>> = BTreeMap::new();
        for ((language, keys, ..), id) in &self.known {
            by_keys.entry((*language, keys)).or_default().push(*id);
        }
        for ids in by_keys.into_values() {
            for (place, later) in ids.iter().enumerate() {
                let name = &self.names[later.0 as usize];
                let other = ids[..place].iter().map(|id| (id, &self.names[id.0 as usize]));
                let clash =
                    other.into_iter().find(|(_, o)| o.actor != name.actor && o.kind.intersects(name.kind));
                if let Some((first, other)) = clash {
                    let code = &self.actors[other.actor.0 as usize].code;
                    let first = &self.places[first.0 as usize];
                    let message = format!("\"{}\" is a name of {code} too, at {first}", name.text);
                    let remedy = "keep it only where news means it when it says no more";
                    problems.add(&self.places[later.0 as usize], Code::SharedName, message, remedy);
                }
            }
        }
    }
}

/// The demonym that a listed plural belongs to: the one it shares most letters with from the start, else the
/// first.
fn owner(demonyms: &[Text], plural: &str) -> Option<usize> {
    let shared =
        |demonym: &Text| demonym.text.chars().zip(plural.chars()).take_while(|(a, b)| a == b).count();
    (0..demonyms.len()).rev().max_by_key(|place| shared(&demonyms[*place]))
}

/// The plural of a people, where the lexicon lists none; initials (EU) have none.
fn regular_plural(language: Language, demonym: &str) -> Option<String> {
    if language == Language::Arabic {
        let words = demonym.split_whitespace().map(|word| format!("{word}ون"));
        return Some(words.collect::<Vec<_>>().join(" "));
    }
    if !demonym.contains(char::is_lowercase) {
        return None;
    }
    let same = ["ese", "sh", "ch", "s"].iter().any(|ending| demonym.ends_with(ending));
    Some(if same { demonym.to_owned() } else { format!("{demonym}s") })
}

/// The spellings of a people's plural: in Arabic both cases, with and without the article.
fn spellings_of_people(language: Language, plural: &str) -> Vec<String> {
    if language != Language::Arabic {
        return vec![plural.to_owned()];
    }
    let words: Vec<&str> = plural.split_whitespace().collect();
    let oblique = words.iter().map(|word| match word.strip_suffix("ون") {
        Some(stem) => format!("{stem}ين"),
        None => (*word).to_owned(),
    });
    let mut spellings = Vec::new();
    for words in [words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), oblique.collect()] {
        let definite: Vec<String> = words.iter().map(|word| format!("ال{word}")).collect();
        for spelling in [words.join(" "), definite.join(" ")] {
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
    }
    spellings
}

fn term(office: &Office, sectors: &BTreeMap<String, Sector>, problems: &mut Problems) -> Term {
    let title = office.office.to_lowercase();
    let words: Vec<&str> = title.split(' ').collect();
    let head = title.split(" of ").next().unwrap_or(&title);
    let found = (0..words.len()).find_map(|from| sectors.get(&words[from..].join(" ")));
    let sector = found.or_else(|| sectors.get(head)).copied().unwrap_or_else(|| {
        let message = format!("the office \"{}\" is no agent word, taken as GOV", office.office);
        let remedy = "add the title to en/agents.tsv with its sector";
        problems.add(&office.actor.place, Code::OfficeSector, message, remedy);
        Sector::Gov
    });
    let (from, to) = (office.from.map(|(first, _)| first), office.to.map(|(_, last)| last));
    Term { title: office.office.clone(), sector, from, to }
}

/// Reports two holders of one office whose terms surely overlap.
fn report_overlaps(rows: &[&Office], problems: &mut Problems) {
    let begins = |row: &Office| row.from.map(|(_, last)| last);
    let ends = |row: &Office| row.to.map_or(Date::MAX, |(first, _)| first);
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| (a.from, &a.actor.place).cmp(&(b.from, &b.actor.place)));
    for pair in rows.windows(2) {
        let [earlier, later] = pair else { continue };
        let (Some(_), Some(begin)) = (begins(earlier), begins(later)) else { continue };
        if begin < ends(earlier) && earlier.english[0] != later.english[0] {
            let (name, other) = (&later.english[0], &earlier.english[0]);
            let message = format!("{name} and {other} are both {} on {begin}", later.office);
            let remedy = "correct the dates, or leave it if the office has several holders";
            problems.add(&later.actor.place, Code::TermOverlap, message, remedy);
        }
    }
}
