//! From tokens to atoms: names first, then one reading a word, chosen by its neighbours.

use demarche_document::{DateMention, Document, Language, Sentence, Span, TokenKind, Tokens};
use demarche_lexicon::{Behaviour, Function, Lexicon, NameId, NameKind};
use demarche_morphology::english::analyse;
use demarche_morphology::{Aspect, Cell, Gender, LemmaId, Number, Pos, Reading};

use crate::syntax::{Atom, AtomKind};

/// Everything the choice of a reading looks at.
pub struct Words<'a> {
    lexicon: &'a Lexicon,
    sentence: &'a Sentence,
    field: &'a str,
    readings: Vec<Vec<Reading>>,
    /// Headlines in capitals tell nothing by a capital.
    shouted: bool,
}

impl<'a> Words<'a> {
    /// Analyses every word of the sentence.
    pub fn new(lexicon: &'a Lexicon, document: &'a Document, sentence: &'a Sentence) -> Self {
        let field = document.field(sentence.field);
        let forms = lexicon.forms(Language::English);
        let readings = sentence
            .tokens
            .iter()
            .map(|t| if t.kind == TokenKind::Word { analyse(forms, &t.key).to_vec() } else { Vec::new() })
            .collect();
        let words = || sentence.tokens.iter().filter(|t| t.kind == TokenKind::Word);
        let shouted =
            words().count() > 2 && words().all(|t| !field[t.span.range()].chars().any(char::is_lowercase));
        Self { lexicon, sentence, field, readings, shouted }
    }

    /// The atoms of the sentence.
    pub fn atoms(&self, dates: &[DateMention]) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = Vec::with_capacity(self.sentence.tokens.len());
        let mut at = 0;
        let mut quotes = 0usize;
        while at < self.sentence.tokens.len() {
            if let Some(index) = dates.iter().position(|d| d.tokens.start as usize == at) {
                atoms.push(plain(dates[index].tokens, AtomKind::Date(index)));
                at = dates[index].tokens.end as usize;
                continue;
            }
            at = self
                .mark(at, &mut quotes, &mut atoms)
                .or_else(|| self.phrase(at, &mut atoms))
                .unwrap_or_else(|| self.word(at, &mut atoms));
        }
        atoms
    }

    fn raw(&self, at: usize) -> &'a str {
        &self.field[self.sentence.tokens[at].span.range()]
    }

    fn mark(&self, at: usize, quotes: &mut usize, atoms: &mut Vec<Atom>) -> Option<usize> {
        let token = &self.sentence.tokens[at];
        let kind = match token.kind {
            TokenKind::Word => return None,
            TokenKind::Number => AtomKind::Number(token.key.replace(',', "").parse().ok()),
            TokenKind::Mark => match self.raw(at).chars().next()? {
                c @ ('“' | '«' | '(' | '[' | '{') => AtomKind::Open(c),
                c @ ('”' | '»' | ')' | ']' | '}') => AtomKind::Close(c),
                '"' => {
                    *quotes += 1;
                    if *quotes % 2 == 1 { AtomKind::Open('"') } else { AtomKind::Close('"') }
                }
                c => AtomKind::Break(c),
            },
        };
        atoms.push(plain(Span::one(at), kind));
        Some(at + 1)
    }

    /// A name, multiword agent or multiword particle starts here; the longest wins.
    fn phrase(&self, at: usize, atoms: &mut Vec<Atom>) -> Option<usize> {
        let limit = self.sentence.tokens.len().min(at + 10);
        let keys: Vec<&str> = (at..limit).map(|i| &*self.sentence.tokens[i].key).collect();
        let mut best: Option<(usize, u8, Atom)> = None;
        let mut offer = |length: usize, rank: u8, atom: Atom| {
            if best.as_ref().is_none_or(|(l, r, _)| (length, rank) > (*l, *r)) {
                best = Some((length, rank, atom));
            }
        };
        if let Some((length, names)) = self.lexicon.names(Language::English).longest(keys.iter().copied())
            && self.name_stands(at, length, names)
        {
            let tokens = Span::new(at, at + length);
            let atom = Atom {
                definite: true,
                cell: self.name_cell(names),
                ..plain(tokens, AtomKind::Name(names.to_vec()))
            };
            offer(length, 2, atom);
        }
        if let Some((length, lemmas)) = self.lexicon.agents(Language::English).longest(keys.iter().copied())
            && length > 1
            && let Some(reading) = lemmas.first()
        {
            let tokens = Span::new(at, at + length);
            let (lemma, cell) = (Some(reading.lemma), reading.cell);
            offer(length, 1, Atom { lemma, cell, ..plain(tokens, AtomKind::Nominal) });
        }
        if let Some((length, lemmas)) =
            self.lexicon.particles(Language::English).longest(keys.iter().copied())
            && length > 1
            && let Some(reading) = lemmas.first()
            && let Some(function) = self.lexicon.lemma(reading.lemma).function
        {
            let tokens = Span::new(at, at + length);
            offer(
                length,
                3,
                Atom { lemma: Some(reading.lemma), ..plain(tokens, AtomKind::Particle(function)) },
            );
        }
        let (length, _, atom) = best?;
        atoms.push(atom);
        Some(at + length)
    }

    /// A name needs its capital, and a common word at the head of a sentence is no name for having one.
    fn name_stands(&self, at: usize, length: usize, names: &[NameId]) -> bool {
        if self.shouted {
            return length > 1 || names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PROPER));
        }
        let capital = |i: usize| self.sentence.tokens[i].capital;
        if !(capital(at) || length > 1 && (at..at + length).any(capital)) {
            return false;
        }
        let raw = self.raw(at);
        if length == 1 && raw.chars().count() <= 3 && raw.chars().all(|c| c.is_alphabetic()) {
            return raw.chars().filter(|c| c.is_uppercase()).count() >= 2
                || self.lexicon.name(names[0]).text == raw;
        }
        if length == 1 && at == 0 {
            let common = self.readings[at]
                .iter()
                .any(|r| matches!(r.cell.pos, Pos::Particle | Pos::Verb | Pos::Adverb));
            let proper = names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PROPER));
            return proper || !common;
        }
        true
    }

    fn name_cell(&self, names: &[NameId]) -> Cell {
        let kinds = names.iter().fold(NameKind::empty(), |all, &n| all | self.lexicon.name(n).kind);
        let number = if kinds.contains(NameKind::PEOPLE) { Number::Plural } else { Number::Singular };
        Cell { number, gender: Gender::Any, ..Cell::of(Pos::Noun) }
    }

    fn word(&self, at: usize, atoms: &mut Vec<Atom>) -> usize {
        let token = &self.sentence.tokens[at];
        let strange = token.capital && !self.shouted && at > 0 && self.is_strange(at, atoms);
        let best = self.readings[at].iter().map(|r| (self.score(at, r, atoms), r)).fold(
            None,
            |best: Option<(f32, &Reading)>, next| match best {
                Some(b) if b.0 >= next.0 => Some(b),
                _ => Some(next),
            },
        );
        match best {
            Some((_, reading)) if !strange => self.push_reading(at, *reading, atoms),
            _ => match self.lexicon.number_word(Language::English, &token.key) {
                Some(value) => atoms.push(plain(Span::one(at), AtomKind::Number(Some(value.value)))),
                None if token.key.ends_with("ly") && !token.capital => {
                    atoms.push(plain(Span::one(at), AtomKind::Other))
                }
                None => self.push_unknown(at, atoms),
            },
        }
        at + 1
    }

    /// A capital inside a sentence on a word that is no title or particle: part of a name.
    fn is_strange(&self, at: usize, atoms: &[Atom]) -> bool {
        let ordinary = self.readings[at].iter().any(|r| {
            let lemma = self.lexicon.lemma(r.lemma);
            lemma.country.is_some()
                || lemma.sector.is_some()
                || r.cell.pos == Pos::Particle
                || lemma
                    .class
                    .intersects(demarche_lexicon::NounClass::TITLE | demarche_lexicon::NounClass::TIME)
                || !lemma.units.is_empty()
        });
        let opens = matches!(atoms.last().map(|a| &a.kind), Some(AtomKind::Open(_)) | None);
        !ordinary && !opens
    }

    fn push_unknown(&self, at: usize, atoms: &mut Vec<Atom>) {
        let capital = self.sentence.tokens[at].capital;
        if capital
            && let Some(last) = atoms.last_mut()
            && last.kind == AtomKind::Unknown
            && last.definite
            && last.tokens.end as usize == at
        {
            last.tokens.end += 1;
            return;
        }
        atoms.push(Atom { definite: capital, ..plain(Span::one(at), AtomKind::Unknown) });
    }

    fn push_reading(&self, at: usize, reading: Reading, atoms: &mut Vec<Atom>) {
        let lemma = self.lexicon.lemma(reading.lemma);
        let kind = match reading.cell.pos {
            Pos::Particle => AtomKind::Particle(lemma.function.unwrap_or(Function::Adverb)),
            Pos::Verb | Pos::ActiveParticiple | Pos::PassiveParticiple => AtomKind::Verb,
            Pos::Adjective => AtomKind::Adjective,
            Pos::Adverb => AtomKind::Other,
            Pos::Number => AtomKind::Number(
                self.lexicon.number_word(Language::English, &self.sentence.tokens[at].key).map(|n| n.value),
            ),
            Pos::Noun | Pos::Masdar => AtomKind::Nominal,
        };
        let definite =
            matches!(kind, AtomKind::Particle(Function::Article)) && &*self.sentence.tokens[at].key == "the";
        atoms.push(Atom {
            tokens: Span::one(at),
            kind,
            lemma: Some(reading.lemma),
            others: Vec::new(),
            cell: reading.cell,
            definite,
            pronoun: None,
            future: false,
        });
    }

    fn score(&self, at: usize, reading: &Reading, atoms: &[Atom]) -> f32 {
        let cell = reading.cell;
        let lemma = self.lexicon.lemma(reading.lemma);
        let base = match cell.pos {
            Pos::Particle => 5.0,
            Pos::Adjective if lemma.country.is_some() => 4.0,
            Pos::Noun => 2.2,
            Pos::Adjective => 2.1,
            Pos::Verb => 2.0,
            Pos::ActiveParticiple | Pos::PassiveParticiple => 1.8,
            Pos::Adverb | Pos::Number => 3.0,
            Pos::Masdar => 2.0,
        };
        base + self.after(reading, atoms) + self.before(at, reading, atoms)
    }

    /// What the atoms before ask for.
    fn after(&self, reading: &Reading, atoms: &[Atom]) -> f32 {
        let cell = reading.cell;
        let finite = cell.pos == Pos::Verb && matches!(cell.aspect, Aspect::Past | Aspect::Present);
        let base = cell.pos == Pos::Verb && cell.aspect == Aspect::Base;
        let noun = matches!(cell.pos, Pos::Noun | Pos::Adjective);
        let told = clause_has_verb(self.lexicon, atoms);
        let last = atoms.iter().rev().find(|a| {
            !matches!(a.kind, AtomKind::Open(_) | AtomKind::Close(_) | AtomKind::Other) && !is_negator(a)
        });
        let Some(last) = last else {
            return match cell.pos {
                Pos::Verb => -2.5,
                _ => 0.0,
            };
        };
        match &last.kind {
            AtomKind::Particle(function) => match function {
                Function::Article | Function::Possessive | Function::Demonstrative | Function::Quantifier => {
                    match cell.pos {
                        Pos::Noun | Pos::Adjective => 4.0,
                        Pos::PassiveParticiple | Pos::ActiveParticiple => 1.5,
                        Pos::Verb => -5.0,
                        _ => 0.0,
                    }
                }
                Function::To => {
                    if base {
                        4.0
                    } else if noun {
                        0.5
                    } else {
                        -2.0
                    }
                }
                Function::Future | Function::May | Function::Must | Function::Do => {
                    if base {
                        7.0
                    } else {
                        -2.0
                    }
                }
                Function::Have => match cell.pos {
                    Pos::PassiveParticiple => 6.0,
                    Pos::Verb => -3.0,
                    _ => 0.5,
                },
                Function::Copula => match cell.pos {
                    Pos::PassiveParticiple => 4.0,
                    Pos::ActiveParticiple => 5.0,
                    Pos::Adjective => 3.0,
                    Pos::Verb => -4.0,
                    _ => 0.5,
                },
                Function::Preposition | Function::Between | Function::Agent | Function::According => {
                    match cell.pos {
                        Pos::Noun | Pos::Adjective => 3.0,
                        Pos::ActiveParticiple => 2.5,
                        Pos::Verb => -6.0,
                        _ => 0.0,
                    }
                }
                Function::Relative | Function::Pronoun => {
                    if finite {
                        4.0
                    } else if base {
                        -2.0
                    } else {
                        0.0
                    }
                }
                Function::And | Function::Or | Function::But => {
                    if finite && told {
                        1.0
                    } else if base {
                        -1.5
                    } else {
                        0.3
                    }
                }
                Function::That | Function::When | Function::If | Function::Because => {
                    if noun {
                        1.0
                    } else {
                        -1.0
                    }
                }
                _ => 0.0,
            },
            AtomKind::Nominal
            | AtomKind::Name(_)
            | AtomKind::Unknown
            | AtomKind::Close(_)
            | AtomKind::Number(_) => {
                let plural = last.cell.number == Number::Plural;
                match cell.pos {
                    Pos::Verb if base => -2.5,
                    Pos::Verb if !told => {
                        if cell.aspect == Aspect::Present && cell.number == Number::Singular && plural {
                            -1.0
                        } else {
                            2.5
                        }
                    }
                    Pos::Verb => 0.3,
                    Pos::PassiveParticiple => {
                        if told {
                            1.6
                        } else {
                            0.2
                        }
                    }
                    Pos::ActiveParticiple => 0.8,
                    Pos::Noun => match last.kind {
                        AtomKind::Nominal if !plural => 1.4,
                        AtomKind::Name(_) => 0.8,
                        AtomKind::Number(_) => 3.0,
                        _ => -0.5,
                    },
                    Pos::Adjective => 0.2,
                    _ => 0.5,
                }
            }
            AtomKind::Adjective => match cell.pos {
                Pos::Noun => 3.0,
                Pos::Adjective => 1.0,
                Pos::Verb => -1.5,
                _ => 0.0,
            },
            AtomKind::Verb => {
                let catenative = last
                    .lemma
                    .is_some_and(|l| self.lexicon.lemma(l).behaviour.contains(Behaviour::AUXILIARY));
                match cell.pos {
                    Pos::Noun | Pos::Adjective => 1.5,
                    Pos::ActiveParticiple if catenative => 3.0,
                    Pos::Verb => -3.0,
                    _ => 0.0,
                }
            }
            AtomKind::Break(_) | AtomKind::Date(_) => match cell.pos {
                Pos::ActiveParticiple => 1.0,
                Pos::Verb if base => -2.0,
                Pos::Verb => 0.5,
                _ => 0.3,
            },
            _ => 0.0,
        }
    }

    /// What the next word makes likely.
    fn before(&self, at: usize, reading: &Reading, atoms: &[Atom]) -> f32 {
        let Some(next) = self.sentence.tokens.get(at + 1) else { return 0.0 };
        let function_next = |wanted: &[Function]| {
            self.readings[at + 1]
                .iter()
                .any(|r| self.lexicon.lemma(r.lemma).function.is_some_and(|f| wanted.contains(&f)))
        };
        let starts_phrase = function_next(&[Function::Article, Function::Possessive, Function::Quantifier])
            || (next.capital && next.kind == TokenKind::Word && !self.shouted);
        let finite =
            reading.cell.pos == Pos::Verb && matches!(reading.cell.aspect, Aspect::Past | Aspect::Present);
        let mut score = 0.0;
        let base_next =
            self.readings[at + 1].iter().any(|r| r.cell.pos == Pos::Verb && r.cell.aspect == Aspect::Base);
        if self.lexicon.lemma(reading.lemma).function == Some(Function::To) {
            score += if base_next && !next.capital { 1.0 } else { -1.0 };
        }
        if starts_phrase && finite {
            score += 1.0;
        }
        if function_next(&[Function::Preposition]) && reading.cell.pos == Pos::Noun {
            score += 0.4;
        }
        if function_next(&[Function::That]) && finite {
            score += 1.5;
        }
        if function_next(&[Function::Agent]) && reading.cell.pos == Pos::PassiveParticiple {
            score += 1.5;
        }
        if function_next(&[Function::Copula, Function::Have, Function::Future, Function::May]) && finite {
            score -= 2.0;
        }
        if reading.cell.pos == Pos::Verb
            && reading.cell.aspect == Aspect::Present
            && !clause_has_verb(self.lexicon, atoms)
        {
            score += 0.2;
        }
        score
    }
}

fn is_negator(atom: &Atom) -> bool {
    matches!(atom.kind, AtomKind::Particle(Function::Negator))
}

/// Whether a finite verb has stood since the last clause began.
fn clause_has_verb(lexicon: &Lexicon, atoms: &[Atom]) -> bool {
    let mut named = false;
    for atom in atoms.iter().rev() {
        match &atom.kind {
            AtomKind::Name(_) | AtomKind::Nominal | AtomKind::Unknown => named = true,
            AtomKind::Particle(Function::Pronoun) => named = true,
            AtomKind::Particle(Function::Preposition | Function::Agent | Function::Between) => named = false,
            AtomKind::Verb
                if named
                    && atom.lemma.is_some_and(|l| {
                        lexicon.lemma(l).behaviour.intersects(Behaviour::SPEECH | Behaviour::CLAUSE)
                    }) =>
            {
                return false;
            }
            AtomKind::Verb if atom.cell.pos == Pos::Verb && atom.cell.aspect != Aspect::Base => return true,
            AtomKind::Verb if atom.cell.pos == Pos::PassiveParticiple => return true,
            AtomKind::Particle(
                Function::Copula | Function::Have | Function::Future | Function::May | Function::Must,
            ) => {
                return true;
            }
            AtomKind::Particle(
                Function::That
                | Function::Relative
                | Function::When
                | Function::If
                | Function::Because
                | Function::Although,
            ) => return false,
            AtomKind::Open(c) if *c != '(' => return false,
            AtomKind::Break(';' | ':') => return false,
            _ => {}
        }
    }
    false
}

fn plain(tokens: Span<Tokens>, kind: AtomKind) -> Atom {
    Atom {
        tokens,
        kind,
        lemma: None::<LemmaId>,
        others: Vec::new(),
        cell: Cell::of(Pos::Particle),
        definite: false,
        pronoun: None,
        future: false,
    }
}
