//! From tokens to atoms: names first, then one reading a word, chosen by its neighbours.

use demarche_document::{DateMention, Document, Language, Sentence, Span, TokenKind};
use demarche_lexicon::{Function, Lexicon, NameId, NameKind};
use demarche_morphology::arabic::{analyse, peel};
use demarche_morphology::{
    Aspect, Cell, Gender, LemmaId, Mood, Number, Person, Pos, Proclitics, Pronoun, Reading, State, Voice,
};

use crate::syntax::{Atom, AtomKind, genders_agree};

/// Everything the choice of a reading looks at.
pub struct Words<'a> {
    lexicon: &'a Lexicon,
    sentence: &'a Sentence,
    field: &'a str,
    readings: Vec<Vec<Reading>>,
    /// Whether a name of the lexicon starts at the token, as it is spelled.
    named: Vec<bool>,
    prepositions: [(Proclitics, Option<LemmaId>); 3],
    and: Option<LemmaId>,
}

impl<'a> Words<'a> {
    /// Analyses every word of the sentence.
    pub fn new(lexicon: &'a Lexicon, document: &'a Document, sentence: &'a Sentence) -> Self {
        let field = document.field(sentence.field);
        let forms = lexicon.forms(Language::Arabic);
        let takes_pronoun =
            |lemma: LemmaId| lexicon.lemma(lemma).behaviour.contains(demarche_lexicon::Behaviour::TRANSITIVE);
        let readings = sentence
            .tokens
            .iter()
            .map(|token| match token.kind {
                TokenKind::Word => {
                    analyse(forms, &token.key, &field[token.span.range()], &takes_pronoun).to_vec()
                }
                _ => Vec::new(),
            })
            .collect();
        let keys: Vec<&str> = sentence.tokens.iter().map(|t| &*t.key).collect();
        let named = (0..keys.len())
            .map(|at| lexicon.names(Language::Arabic).longest(keys[at..].iter().copied().take(8)).is_some())
            .collect();
        let particle = |text: &str| lexicon.find_lemma(Language::Arabic, text, Pos::Particle);
        Self {
            lexicon,
            sentence,
            field,
            readings,
            named,
            prepositions: [
                (Proclitics::BI, particle("ب")),
                (Proclitics::LI, particle("ل")),
                (Proclitics::KA, particle("ك")),
            ],
            and: particle("و"),
        }
    }

    /// The atoms of the sentence.
    pub fn atoms(&self, dates: &[DateMention]) -> Vec<Atom> {
        let mut atoms = Vec::with_capacity(self.sentence.tokens.len() + 8);
        let mut at = 0;
        let mut quotes = 0usize;
        while at < self.sentence.tokens.len() {
            at = self
                .date(at, dates, &mut atoms)
                .or_else(|| self.mark(at, &mut quotes, &mut atoms))
                .or_else(|| self.phrase(at, &mut atoms))
                .unwrap_or_else(|| self.word(at, quotes % 2 == 1, &mut atoms));
        }
        atoms
    }

    fn raw(&self, at: usize) -> &'a str {
        &self.field[self.sentence.tokens[at].span.range()]
    }

    fn key(&self, at: usize) -> &'a str {
        self.sentence.tokens.get(at).map_or("", |t| &t.key)
    }

    /// A date expression starts here, perhaps with a conjunction or preposition written to it.
    fn date(&self, at: usize, dates: &[DateMention], atoms: &mut Vec<Atom>) -> Option<usize> {
        let index = dates.iter().position(|d| d.tokens.start as usize == at)?;
        let key = self.key(at);
        if self.sentence.tokens[at].kind == TokenKind::Word {
            let forms = self.lexicon.forms(Language::Arabic);
            if forms.lookup(key).next().is_none() {
                let front = self.readings[at].first().map(|r| r.proclitics).unwrap_or_default();
                self.front(at, front, atoms);
            }
        }
        atoms.push(plain(dates[index].tokens, AtomKind::Date(index)));
        Some(dates[index].tokens.end as usize)
    }

    fn mark(&self, at: usize, quotes: &mut usize, atoms: &mut Vec<Atom>) -> Option<usize> {
        let token = &self.sentence.tokens[at];
        let kind = match token.kind {
            TokenKind::Number => AtomKind::Number(token.key.replace(',', "").parse().ok()),
            TokenKind::Mark => {
                let c = self.raw(at).chars().next()?;
                match c {
                    '«' | '“' | '(' | '[' | '{' => AtomKind::Open(c),
                    '»' | '”' | ')' | ']' | '}' => AtomKind::Close(c),
                    '"' | '\'' | '‘' | '’' => {
                        *quotes += 1;
                        if *quotes % 2 == 1 { AtomKind::Open('"') } else { AtomKind::Close('"') }
                    }
                    _ => AtomKind::Break(c),
                }
            }
            TokenKind::Word => return None,
        };
        atoms.push(plain(Span::one(at), kind));
        Some(at + 1)
    }

    /// A name, multiword agent or multiword particle starts here; the longest wins.
    fn phrase(&self, at: usize, atoms: &mut Vec<Atom>) -> Option<usize> {
        struct Hit {
            length: usize,
            rank: u8,
            front: Proclitics,
            kind: AtomKind,
            lemma: Option<LemmaId>,
            cell: Cell,
        }
        let mut best: Option<Hit> = None;
        let mut offer = |hit: Hit| {
            if best.as_ref().is_none_or(|b| (hit.length, hit.rank) > (b.length, b.rank)) {
                best = Some(hit);
            }
        };
        let limit = self.sentence.tokens.len().min(at + 9);
        for (front, rest) in peel(self.key(at)) {
            if front
                .intersects(Proclitics::FUTURE | Proclitics::ARTICLE | Proclitics::LA | Proclitics::QUESTION)
            {
                continue;
            }
            let rest: &str = rest.as_ref();
            let keys: Vec<&str> = std::iter::once(rest).chain((at + 1..limit).map(|i| self.key(i))).collect();
            if let Some((length, names)) = self.lexicon.names(Language::Arabic).longest(keys.iter().copied())
                && (length > 1
                    || self.name_wins(at, front, rest, names) && !self.describes(names, front, rest, atoms))
            {
                offer(Hit {
                    length,
                    rank: 1 + u8::from(front.is_empty()),
                    front,
                    kind: AtomKind::Name(names.to_vec()),
                    lemma: None,
                    cell: self.name_cell(names),
                });
            }
            if let Some((length, readings)) =
                self.lexicon.agents(Language::Arabic).longest(keys.iter().copied())
                && let Some(reading) = readings.first()
                && (length == 1 || self.means_something(reading.lemma))
            {
                let (lemma, cell) = (Some(reading.lemma), reading.cell);
                let adjective = cell.pos == Pos::Adjective;
                let kind = if adjective { AtomKind::Adjective } else { AtomKind::Nominal };
                offer(Hit { length, rank: 1 + u8::from(adjective), front, kind, lemma, cell });
            }
            if !front.intersects(Proclitics::BI | Proclitics::LI | Proclitics::KA)
                && let Some((length, lemmas)) =
                    self.lexicon.particles(Language::Arabic).longest(keys.iter().copied())
                && length > 1
                && let Some(reading) = lemmas.first()
                && let Some(function) = self.lexicon.lemma(reading.lemma).function
            {
                let kind = AtomKind::Particle(function);
                offer(Hit { length, rank: 3, front, kind, lemma: Some(reading.lemma), cell: reading.cell });
            }
        }
        let hit = best?;
        self.front(at, hit.front, atoms);
        let tokens = Span::new(at, at + hit.length);
        let definite = match hit.kind {
            AtomKind::Name(_) => true,
            _ => (at + 1..at + hit.length).any(|i| self.key(i).starts_with("ال")),
        };
        atoms.push(Atom {
            tokens,
            kind: hit.kind,
            lemma: hit.lemma,
            others: Vec::new(),
            cell: hit.cell,
            definite,
            pronoun: None,
            future: false,
        });
        Some(at + hit.length)
    }

    /// الجواسيس الأمريكيين, مسلحون يمنيون: a people beside a plural of the same definiteness is its adjective.
    fn describes(&self, names: &[NameId], front: Proclitics, rest: &str, atoms: &[Atom]) -> bool {
        let people = names.iter().all(|&n| self.lexicon.name(n).kind == NameKind::PEOPLE);
        let readable = names.iter().any(|&n| !self.lexicon.name(n).text.contains(' '));
        people
            && readable
            && front.is_empty()
            && atoms.last().is_some_and(|a| {
                a.kind == AtomKind::Nominal
                    && a.definite == rest.starts_with("ال")
                    && a.cell.state != State::Construct
                    && matches!(a.cell.number, Number::Plural | Number::Dual)
            })
    }

    /// Whether a fixed phrase tells more than its head word alone.
    fn means_something(&self, lemma: LemmaId) -> bool {
        let lemma = self.lexicon.lemma(lemma);
        lemma.sector.is_some()
            || lemma.country.is_some()
            || !lemma.units.is_empty()
            || !lemma.modal.is_empty()
    }

    /// Whether a one-word name beats the other readings of its word.
    fn name_wins(&self, at: usize, front: Proclitics, rest: &str, names: &[NameId]) -> bool {
        let whole = Proclitics::AND | Proclitics::SO;
        let ordinary = self.readings[at].iter().any(|r| {
            r.enclitic.is_none()
                && r.proclitics.difference(whole).is_empty()
                && matches!(r.cell.pos, Pos::Noun | Pos::Masdar | Pos::Verb | Pos::Particle | Pos::Adjective)
                && (r.cell.pos != Pos::Verb || r.cell.person == Person::Third)
                && self.lexicon.lemma(r.lemma).country.is_none()
        });
        let kinds = names.iter().fold(NameKind::empty(), |all, &n| all | self.lexicon.name(n).kind);
        if !front.difference(whole).is_empty() {
            return rest.starts_with("ال") || !ordinary;
        }
        if !ordinary || kinds.intersects(NameKind::PROPER | NameKind::CAPITAL | NameKind::METONYM) {
            return front.is_empty() || !ordinary || rest.starts_with("ال") || rest.chars().count() > 3;
        }
        kinds.contains(NameKind::PERSON) && at > 0 && self.after_title(at)
    }

    fn after_title(&self, at: usize) -> bool {
        self.readings[at - 1]
            .iter()
            .any(|r| self.lexicon.lemma(r.lemma).class.intersects(demarche_lexicon::NounClass::TITLE))
    }

    fn name_cell(&self, names: &[NameId]) -> Cell {
        let kinds = names.iter().fold(NameKind::empty(), |all, &n| all | self.lexicon.name(n).kind);
        let mut cell = Cell::of(Pos::Noun);
        (cell.gender, cell.number) = if kinds.contains(NameKind::PERSON) {
            (Gender::Any, Number::Singular)
        } else if kinds.contains(NameKind::PEOPLE) {
            (Gender::Masculine, Number::Plural)
        } else {
            (Gender::Any, Number::Any)
        };
        cell
    }

    /// Atoms for what is written before a word.
    fn front(&self, at: usize, front: Proclitics, atoms: &mut Vec<Atom>) {
        if front.intersects(Proclitics::AND | Proclitics::SO) {
            atoms.push(Atom { lemma: self.and, ..plain(Span::one(at), AtomKind::Particle(Function::And)) });
        }
        for (clitic, lemma) in self.prepositions {
            if front.contains(clitic) {
                atoms.push(Atom { lemma, ..plain(Span::one(at), AtomKind::Particle(Function::Preposition)) });
            }
        }
        if front.contains(Proclitics::LA) {
            atoms.push(plain(Span::one(at), AtomKind::Particle(Function::Purpose)));
        }
    }

    /// Chooses a reading for the word here.
    fn word(&self, at: usize, quoted: bool, atoms: &mut Vec<Atom>) -> usize {
        let mut best: Option<(f32, &Reading)> = None;
        for reading in &self.readings[at] {
            let score = self.score(at, reading, quoted, atoms);
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, reading));
            }
        }
        let part_of_name =
            atoms.last().is_some_and(|a| a.kind == AtomKind::Unknown && a.tokens.end as usize == at)
                && best.is_some_and(|(_, r)| {
                    let lemma = self.lexicon.lemma(r.lemma);
                    r.cell.pos == Pos::Verb
                        && r.proclitics.is_empty()
                        && r.enclitic.is_none()
                        && lemma.units.is_empty()
                        && lemma.behaviour.difference(demarche_lexicon::Behaviour::TRANSITIVE).is_empty()
                        && atoms.iter().any(|a| a.kind == AtomKind::Verb)
                });
        if part_of_name {
            self.push_unknown(at, atoms);
        } else if let Some((_, reading)) = best {
            self.push_reading(at, *reading, atoms);
        } else if let Some(value) = self.lexicon.number_word(Language::Arabic, self.key(at)) {
            atoms.push(plain(Span::one(at), AtomKind::Number(Some(value.value))));
        } else {
            self.push_unknown(at, atoms);
        }
        at + 1
    }

    fn push_reading(&self, at: usize, reading: Reading, atoms: &mut Vec<Atom>) {
        self.front(at, reading.proclitics, atoms);
        let lemma = self.lexicon.lemma(reading.lemma);
        let kind = match reading.cell.pos {
            Pos::Particle => AtomKind::Particle(lemma.function.unwrap_or(Function::Adverb)),
            Pos::Verb => AtomKind::Verb,
            Pos::Adjective => AtomKind::Adjective,
            Pos::Adverb => AtomKind::Other,
            Pos::Number => {
                AtomKind::Number(self.lexicon.number_word(Language::Arabic, self.key(at)).map(|n| n.value))
            }
            Pos::Noun | Pos::Masdar | Pos::ActiveParticiple | Pos::PassiveParticiple => AtomKind::Nominal,
        };
        atoms.push(Atom {
            tokens: Span::one(at),
            kind,
            lemma: Some(reading.lemma),
            others: self.others(at, reading),
            cell: reading.cell,
            definite: reading.proclitics.contains(Proclitics::ARTICLE) || reading.enclitic.is_some(),
            pronoun: reading.enclitic,
            future: reading.proclitics.contains(Proclitics::FUTURE),
        });
    }

    /// Other lemmas of the same letters with the same clitics: nouns for a noun, verbs of the same form for a verb.
    fn others(&self, at: usize, chosen: Reading) -> Vec<LemmaId> {
        let nominal = |pos| matches!(pos, Pos::Noun | Pos::Masdar);
        let alike = |r: &Reading| {
            nominal(r.cell.pos) && nominal(chosen.cell.pos)
                || r.cell.pos == Pos::Verb
                    && Cell { voice: chosen.cell.voice, mood: chosen.cell.mood, ..r.cell } == chosen.cell
        };
        let mut others: Vec<LemmaId> = self.readings[at]
            .iter()
            .filter(|r| r.lemma != chosen.lemma && alike(r))
            .filter(|r| r.cell.pos != Pos::Masdar || r.cell.number != Number::Plural)
            .filter(|r| r.proclitics == chosen.proclitics && r.enclitic == chosen.enclitic)
            .map(|r| r.lemma)
            .collect();
        others.sort();
        others.dedup();
        others
    }

    fn push_unknown(&self, at: usize, atoms: &mut Vec<Atom>) {
        let key = self.key(at);
        let mut front = Proclitics::empty();
        for (clitics, rest) in peel(key) {
            let rest: &str = rest.as_ref();
            if rest.starts_with("ال") && !clitics.contains(Proclitics::ARTICLE) && !clitics.is_empty() {
                front = clitics;
                break;
            }
        }
        self.front(at, front, atoms);
        if front.is_empty()
            && let Some(last) = atoms.last_mut()
            && last.kind == AtomKind::Unknown
            && last.tokens.end as usize == at
        {
            last.tokens.end += 1;
            return;
        }
        let definite = true;
        atoms.push(Atom { definite, ..plain(Span::one(at), AtomKind::Unknown) });
    }

    /// How well a reading suits its place: a sum of preferences, each a sentence of grammar.
    fn score(&self, at: usize, reading: &Reading, quoted: bool, atoms: &[Atom]) -> f32 {
        let lemma = self.lexicon.lemma(reading.lemma);
        let cell = reading.cell;
        let verb = cell.pos == Pos::Verb;
        let nominal = matches!(
            cell.pos,
            Pos::Noun | Pos::Masdar | Pos::ActiveParticiple | Pos::PassiveParticiple | Pos::Adjective
        );
        let mut score = match cell.pos {
            Pos::Particle => 7.0,
            Pos::Noun if !lemma.units.is_empty() || lemma.sector.is_some() => 2.4,
            Pos::Adjective if lemma.country.is_some() => 3.0,
            Pos::Noun | Pos::Adjective => 2.0,
            Pos::Masdar if lemma.units.is_empty() => 1.9,
            Pos::Masdar => 2.1,
            Pos::Verb if cell.aspect == Aspect::Present => 2.8,
            Pos::Verb => 1.9,
            Pos::PassiveParticiple => 1.7,
            Pos::ActiveParticiple => 1.6,
            Pos::Adverb | Pos::Number => 3.0,
        };
        score += self.spelling(at, reading);
        if verb {
            score += verb_form(cell, quoted);
            score += self.subject_next(at, cell);
        } else if reading.proclitics.contains(Proclitics::ARTICLE)
            && cell.state == State::Absolute
            && cell.number == Number::Singular
        {
            score -= 1.5;
        } else if cell.number == Number::Dual {
            score += if self.key(at).ends_with("ان") { 0.3 } else { -0.3 };
        } else if cell.pos == Pos::Masdar && cell.number == Number::Plural {
            score -= 1.0;
        }
        if cell.pos == Pos::Adjective && self.readings[at].iter().any(|r| lemma_is_title(self.lexicon, r)) {
            score -= 2.5;
        }
        if let Some(function) = lemma.function {
            let opens = atoms.last().is_none_or(|a| matches!(a.kind, AtomKind::Break(_) | AtomKind::Open(_)));
            score += match function {
                Function::Connector if opens => 1.0,
                Function::Connector => -1.0,
                _ => 0.0,
            };
        }
        if reading.enclitic.is_some() && cell.pos != Pos::Particle {
            score -= 0.6;
        }
        if reading.proclitics.intersects(Proclitics::AND | Proclitics::SO) {
            score -= 0.3;
        }
        if reading.proclitics.intersects(Proclitics::BI | Proclitics::LI | Proclitics::KA) {
            score -= 0.4;
        }
        if self.duty(atoms) {
            score += match cell.pos {
                Pos::Masdar => 2.0,
                Pos::Verb if cell.aspect == Aspect::Past => -2.0,
                _ => 0.0,
            };
        }
        score += self.after(reading, verb, nominal, atoms);
        score + self.before(at, reading, verb, nominal)
    }

    /// على البلدين …: at the head of a clause, somebody on whom something is laid.
    fn duty(&self, atoms: &[Atom]) -> bool {
        let [before @ .., preposition, who] = atoms else { return false };
        let on = preposition.kind == AtomKind::Particle(Function::Preposition)
            && preposition.lemma.is_some_and(|l| self.lexicon.lemma(l).text == "على");
        let opens = before.last().is_none_or(|a| {
            matches!(
                a.kind,
                AtomKind::Break(_) | AtomKind::Open(_) | AtomKind::Particle(Function::That | Function::And)
            )
        });
        let social = match &who.kind {
            AtomKind::Name(_) => true,
            AtomKind::Nominal => who.lemma.is_some_and(|l| {
                let lemma = self.lexicon.lemma(l);
                lemma.sector.is_some()
                    || lemma
                        .class
                        .intersects(demarche_lexicon::NounClass::HUMAN | demarche_lexicon::NounClass::GROUP)
            }),
            _ => false,
        };
        on && opens && social
    }

    /// What the letters that folding hides still tell.
    fn spelling(&self, at: usize, reading: &Reading) -> f32 {
        let raw = self.raw(at);
        let lemma = self.lexicon.lemma(reading.lemma);
        let mut score = 0.0;
        if raw.contains('\u{064B}') {
            score += if matches!(reading.cell.pos, Pos::Verb | Pos::Particle) { -8.0 } else { 1.0 };
        }
        let stem = raw.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك', 'س']);
        if stem.starts_with('إ') && reading.cell.pos == Pos::Verb {
            score -= 6.0;
        }
        if stem.starts_with('أ') && reading.cell.pos == Pos::Masdar && lemma.text.starts_with('أ') {
            score -= 6.0;
        }
        if reading.cell.pos == Pos::Particle {
            if raw == lemma.text {
                score += 1.5;
            } else if (raw.starts_with('إ') && lemma.text.starts_with('أ'))
                || (raw.starts_with('أ') && lemma.text.starts_with('إ'))
            {
                score -= 4.0;
            }
        } else if reading.enclitic.is_none() && raw.ends_with('ى') && reading.cell.pos == Pos::Adjective {
            score -= 1.0;
        }
        if raw.starts_with("ال")
            && !reading.proclitics.contains(Proclitics::ARTICLE)
            && matches!(reading.cell.pos, Pos::Noun | Pos::Masdar | Pos::Adjective)
        {
            score -= 1.5;
        }
        if raw.ends_with('ه') && reading.enclitic.is_none() && lemma.text.ends_with('ة') {
            score -= 0.8;
        }
        score
    }

    /// What the atom before asks for.
    fn after(&self, reading: &Reading, verb: bool, nominal: bool, atoms: &[Atom]) -> f32 {
        let cell = reading.cell;
        let own_preposition = reading.proclitics.intersects(Proclitics::BI | Proclitics::LI | Proclitics::KA);
        let joined = reading.proclitics.intersects(Proclitics::AND | Proclitics::SO);
        let article = reading.proclitics.contains(Proclitics::ARTICLE);
        let Some(last) =
            atoms.iter().rev().find(|a| !matches!(a.kind, AtomKind::Open(_) | AtomKind::Close(_)))
        else {
            return weigh(verb, 2.5);
        };
        if joined {
            return match last.kind {
                AtomKind::Adjective if cell.pos == Pos::Adjective && article == last.definite => 3.0,
                AtomKind::Break(_) if verb => 2.5,
                _ if verb && cell.aspect == Aspect::Past => 1.6,
                _ if verb => 1.0,
                _ => 0.3,
            };
        }
        match &last.kind {
            AtomKind::Particle(function) => match function {
                Function::Preposition | Function::Between | Function::Agent | Function::According => {
                    if last.pronoun.is_some() {
                        if verb { 1.0 } else { 0.5 }
                    } else if cell.pos == Pos::Adjective
                        && !article
                        && self.lexicon.lemma(reading.lemma).country.is_none()
                    {
                        3.0
                    } else if nominal && !own_preposition {
                        5.0
                    } else if verb {
                        -7.0
                    } else {
                        0.0
                    }
                }
                Function::Negator => match (verb, cell.mood) {
                    (true, Mood::Jussive) => 9.0,
                    (true, _) => 5.0,
                    _ => 0.0,
                },
                Function::Qad | Function::Future => {
                    if verb {
                        8.0
                    } else {
                        -2.0
                    }
                }
                Function::To => match (verb, cell.aspect) {
                    (true, Aspect::Present) => 6.0,
                    (true, _) => 1.0,
                    _ if article => 3.0,
                    _ => 0.0,
                },
                Function::That => {
                    if verb {
                        -2.0
                    } else {
                        2.0
                    }
                }
                Function::Relative => weigh(verb, 4.0),
                Function::When | Function::Because | Function::If => weigh(verb, 3.5),
                Function::Purpose => match (verb, cell.aspect) {
                    (true, Aspect::Present) => 3.5,
                    (true, _) => -2.0,
                    _ if nominal => 1.0,
                    _ => 0.0,
                },
                Function::Demonstrative => weigh(nominal && article, 3.0),
                Function::Quantifier => {
                    if nominal {
                        3.0
                    } else {
                        -2.0
                    }
                }
                Function::And | Function::Or | Function::But | Function::Connector => weigh(verb, 1.5),
                _ => 0.0,
            },
            AtomKind::Verb => {
                let linking = last.lemma.is_some_and(|l| {
                    self.lexicon.lemma(l).behaviour.intersects(
                        demarche_lexicon::Behaviour::AUXILIARY | demarche_lexicon::Behaviour::LINKING,
                    )
                });
                match (verb, linking) {
                    (true, true) => 2.5,
                    (true, false) => -3.0,
                    _ => weigh(nominal, 1.5),
                }
            }
            AtomKind::Nominal if !last.definite => match (verb, nominal) {
                (true, _) if cell.aspect == Aspect::Present => 0.5,
                (true, _) => -0.6,
                (_, true) if cell.pos == Pos::Adjective && !article => {
                    if describes_noun(last, cell) {
                        1.7
                    } else {
                        0.2
                    }
                }
                (_, true) => 1.2,
                _ => 0.0,
            },
            AtomKind::Nominal | AtomKind::Adjective | AtomKind::Name(_) | AtomKind::Unknown => {
                if verb && verb_told(self.lexicon, atoms) {
                    -1.5
                } else if verb {
                    1.8
                } else if cell.pos == Pos::Adjective && article == last.definite {
                    2.5
                } else if article {
                    0.8
                } else if cell.pos == Pos::Particle || own_preposition {
                    0.5
                } else if lemma_is_title(self.lexicon, reading) {
                    1.0
                } else {
                    -1.2
                }
            }
            AtomKind::Number(_) => {
                if nominal {
                    3.0
                } else {
                    -1.0
                }
            }
            AtomKind::Break(_) => weigh(verb, 1.5),
            _ => 0.0,
        }
    }

    /// A noun right after a verb is mostly its subject: gender tells readings of the verb apart.
    fn subject_next(&self, at: usize, cell: Cell) -> f32 {
        let Some(next) = self.readings.get(at + 1) else { return 0.0 };
        let mut genders = next
            .iter()
            .filter(|r| r.proclitics.difference(Proclitics::ARTICLE).is_empty())
            .filter(|r| matches!(r.cell.pos, Pos::Noun | Pos::Masdar) && r.cell.number == Number::Singular)
            .map(|r| r.cell.gender);
        match genders.next() {
            Some(first) if genders.all(|g| g == first) && cell.number == Number::Singular => {
                if genders_agree(first, cell.gender) { 0.6 } else { -0.8 }
            }
            _ => 0.0,
        }
    }

    /// What the next word makes likely.
    fn before(&self, at: usize, reading: &Reading, verb: bool, nominal: bool) -> f32 {
        let Some(next) = self.sentence.tokens.get(at + 1) else { return 0.0 };
        let definite_next = next.key.starts_with("ال") || self.named[at + 1];
        let construct = nominal
            && !reading.proclitics.contains(Proclitics::ARTICLE)
            && reading.enclitic.is_none()
            && reading.cell.state != State::Absolute;
        let next_preposition = self.readings[at + 1].iter().any(|r| {
            r.cell.pos == Pos::Particle && self.lexicon.lemma(r.lemma).function == Some(Function::Preposition)
        });
        let mut score = 0.0;
        if definite_next && construct && reading.cell.pos != Pos::Adjective {
            score += 0.8;
        }
        if definite_next && verb {
            score += 0.7;
        }
        if reading.cell.state == State::Construct && (next_preposition || next.kind != TokenKind::Word) {
            score -= 2.0;
        }
        if next_preposition && verb {
            score += 0.3;
        }
        let that_next = self.readings[at + 1]
            .iter()
            .any(|r| matches!(self.lexicon.lemma(r.lemma).function, Some(Function::That)));
        if that_next
            && verb
            && self.lexicon.lemma(reading.lemma).behaviour.contains(demarche_lexicon::Behaviour::CLAUSE)
        {
            score += 2.0;
        }
        score
    }
}

/// Whether the clause that is being read has its verb; an auxiliary waits for another.
fn verb_told(lexicon: &Lexicon, atoms: &[Atom]) -> bool {
    for atom in atoms.iter().rev() {
        match &atom.kind {
            AtomKind::Verb => {
                return !atom.lemma.is_some_and(|l| {
                    lexicon.lemma(l).behaviour.intersects(
                        demarche_lexicon::Behaviour::AUXILIARY | demarche_lexicon::Behaviour::LINKING,
                    )
                });
            }
            AtomKind::Break(_)
            | AtomKind::Open(_)
            | AtomKind::Close(_)
            | AtomKind::Particle(
                Function::That
                | Function::To
                | Function::Relative
                | Function::When
                | Function::If
                | Function::Because
                | Function::Although
                | Function::Purpose,
            ) => return false,
            _ => {}
        }
    }
    false
}

/// Whether an adjective's form suits the noun before it: a plural of things takes the feminine singular.
fn describes_noun(noun: &Atom, adjective: Cell) -> bool {
    match noun.cell.number {
        Number::Plural => {
            adjective.number == Number::Plural
                || adjective.gender == Gender::Feminine && adjective.number == Number::Singular
        }
        _ => genders_agree(noun.cell.gender, adjective.gender) && adjective.number != Number::Plural,
    }
}

fn lemma_is_title(lexicon: &Lexicon, reading: &Reading) -> bool {
    lexicon.lemma(reading.lemma).class.contains(demarche_lexicon::NounClass::TITLE)
}

/// The weight of a preference that holds.
fn weigh(holds: bool, weight: f32) -> f32 {
    if holds { weight } else { 0.0 }
}

/// What news prose seldom uses.
fn verb_form(cell: Cell, quoted: bool) -> f32 {
    let mut score = 0.0;
    if cell.aspect == Aspect::Imperative {
        score -= 6.0;
    }
    score += match (cell.person, quoted) {
        (Person::Second, _) => -5.0,
        (Person::First, true) => -1.0,
        (Person::First, false) => -4.0,
        (Person::Third, _) => 0.0,
    };
    if cell.number == Number::Dual {
        score -= 0.8;
    }
    if cell.voice == Voice::Passive {
        score -= if cell.aspect == Aspect::Present { 1.2 } else { 0.4 };
    }
    if cell.mood == Mood::Jussive {
        score -= 3.0;
    }
    if cell.gender == Gender::Feminine && cell.number == Number::Plural {
        score -= 1.5;
    }
    score
}

fn plain(tokens: Span<demarche_document::Tokens>, kind: AtomKind) -> Atom {
    Atom {
        tokens,
        kind,
        lemma: None,
        others: Vec::new(),
        cell: Cell::of(Pos::Particle),
        definite: false,
        pronoun: None,
        future: false,
    }
}

/// The pronoun that a verb's ending tells.
pub fn subject_pronoun(cell: Cell) -> Pronoun {
    Pronoun { person: cell.person, gender: cell.gender, number: cell.number }
}
