//! Which unit a predicate shows, and who fills its roles.

use demarche_document::{Sentence, fold};
use demarche_lexicon::{Anchor, Class, Effect, Lexicon, NounClass, Role, Root, SlotPattern, Unit, UnitId};
use demarche_morphology::{LemmaId, Pos};

use crate::attachment::marks_object;
use crate::syntax::{Filler, Head, Link, Parent, PhraseId, PredicateId, PredicateKind, Slot, Syntax};

/// A role and what fills it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// The role.
    pub role: Role,
    /// What fills it.
    pub filler: Filler,
    /// Where it stood.
    pub slot: Slot,
}

/// A predicate read as a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The predicate that carries the meaning.
    pub predicate: PredicateId,
    /// The finite or light verb that tells it, if another.
    pub told_by: Option<PredicateId>,
    /// The unit.
    pub unit: UnitId,
    /// Who and what fills its roles.
    pub fills: Vec<Fill>,
    /// How well it fits.
    pub fit: f32,
    /// Nominal predicates that are part of it and must not count again.
    pub consumes: Vec<PredicateId>,
}

/// Reads units off the predicates of a sentence.
pub struct Roles<'a> {
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The grammar of the sentence.
    pub syntax: &'a Syntax,
    /// The sentence.
    pub sentence: &'a Sentence,
}

/// Counts for a unit: its needed noun is there.
const NEEDED: f32 = 3.0;
/// Counts for a role that an actor fills.
const BY_ACTOR: f32 = 2.0;
/// Counts for a role that something else fills.
const BY_OTHER: f32 = 0.7;

impl Roles<'_> {
    /// The readings of every predicate that shows a unit, best first, in text order; what is part of another is left
    /// out.
    pub fn read(&self) -> Vec<Vec<Shown>> {
        let mut shown: Vec<Vec<Shown>> = (0..self.syntax.predicates.len() as u32)
            .map(|index| self.readings(PredicateId(index)))
            .filter(|readings| !readings.is_empty())
            .collect();
        let best = || shown.iter().map(|readings| &readings[0]);
        let consumed: Vec<PredicateId> = best().flat_map(|s| s.consumes.iter().copied()).collect();
        let lent: Vec<PredicateId> =
            best().filter(|s| !consumed.contains(&s.predicate)).filter_map(|s| s.told_by).collect();
        shown.retain(|readings| {
            let s = &readings[0];
            !consumed.contains(&s.predicate) && (!lent.contains(&s.predicate) || !s.consumes.is_empty())
        });
        shown.sort_by_key(|readings| self.syntax.predicate(readings[0].predicate).tokens);
        shown
    }

    fn readings(&self, id: PredicateId) -> Vec<Shown> {
        let predicate = self.syntax.predicate(id);
        let lemmas = std::iter::once(predicate.lemma).chain(predicate.others.iter().copied());
        let mut readings: Vec<Shown> = lemmas
            .flat_map(|l| &self.lexicon.lemma(l).units)
            .filter_map(|&unit| self.fit(id, unit))
            .collect();
        readings.sort_by(|a, b| b.fit.total_cmp(&a.fit));
        readings
    }

    fn fit(&self, id: PredicateId, unit_id: UnitId) -> Option<Shown> {
        let unit = self.lexicon.unit(unit_id);
        let predicate = self.syntax.predicate(id);
        let masdar =
            matches!(predicate.kind, PredicateKind::Nominal(_)) && matches!(unit.anchor, Anchor::Verb(_));
        let participle = matches!(predicate.cell.pos, Pos::ActiveParticiple | Pos::PassiveParticiple);
        if masdar && (!unit.nominal || participle) {
            return None;
        }
        if !self.particle_follows(id, unit) || self.forbidden(id, unit) {
            return None;
        }
        let mut shown = Shown {
            predicate: id,
            told_by: None,
            unit: unit_id,
            fills: Vec::new(),
            fit: 0.0,
            consumes: Vec::new(),
        };
        let roles = if masdar { self.masdar_roles(id, unit) } else { unit.roles.clone() };
        for (pattern, lemmas) in &unit.needs {
            let pattern = if masdar && matches!(pattern, SlotPattern::Object | SlotPattern::Subject) {
                &SlotPattern::Genitive
            } else {
                pattern
            };
            shown.fit += NEEDED;
            if *pattern == SlotPattern::Adjective {
                if !self.has_adjective(id, lemmas) {
                    return None;
                }
                continue;
            }
            let needed = self.needed(id, pattern, lemmas, unit, &roles)?;
            shown.consumes.extend(self.syntax.nominal(needed));
            self.fill_from_noun(needed, &roles, &mut shown);
        }
        for (pattern, role) in &roles {
            for (filler, slot) in self.complements(id, pattern, unit, &roles) {
                if let Filler::Phrase(phrase) = filler
                    && !self.suits(phrase, pattern, unit)
                {
                    return None;
                }
                push(&mut shown.fills, Fill { role: *role, filler, slot });
            }
        }
        if matches!(predicate.kind, PredicateKind::Nominal(_))
            && self.lexicon.frame(unit.frame).mutual
            && !roles.iter().any(|(p, _)| *p == SlotPattern::Subject)
        {
            for filler in self.syntax.fillers(id, Slot::Subject) {
                push(&mut shown.fills, Fill { role: Role::Party, filler, slot: Slot::Subject });
            }
        }
        if !unit.needs.is_empty() {
            let matter = |f: &Fill| match (f.role, f.filler) {
                (Role::Topic, Filler::Phrase(phrase)) => self.syntax.nominal(phrase),
                _ => None,
            };
            let matters: Vec<PredicateId> = shown.fills.iter().filter_map(matter).collect();
            shown.consumes.extend(matters);
        }
        self.lend(id, unit, &mut shown);
        if self.doubtful(id, unit) && !shown.fills.iter().any(|f| self.confirms(f)) {
            return None;
        }
        shown.fit += shown.fills.iter().map(|f| self.weight(f)).sum::<f32>();
        Some(shown)
    }

    fn complements(
        &self,
        id: PredicateId,
        pattern: &SlotPattern,
        unit: &Unit,
        roles: &[(SlotPattern, Role)],
    ) -> Vec<(Filler, Slot)> {
        let mut found = self.fillers(id, pattern);
        match pattern {
            SlotPattern::Genitive if self.has_of(roles) => found.retain(|(f, _)| !self.told_by_of(f)),
            SlotPattern::Preposition(p) if self.lexicon.lemma(*p).text == "of" => {
                found.extend(
                    self.fillers(id, &SlotPattern::Genitive).into_iter().filter(|(f, _)| self.told_by_of(f)),
                );
            }
            SlotPattern::Object => {
                if let Some(last) = unit.particle.last() {
                    for argument in &self.syntax.predicate(id).arguments {
                        if let Slot::Preposition(p) = argument.slot
                            && self.lexicon.lemma(p).text == *last
                        {
                            found.push((argument.filler, Slot::Object));
                        }
                    }
                }
            }
            _ => {}
        }
        found
    }

    fn has_of(&self, roles: &[(SlotPattern, Role)]) -> bool {
        roles
            .iter()
            .any(|(p, _)| matches!(p, SlotPattern::Preposition(l) if self.lexicon.lemma(*l).text == "of"))
    }

    fn told_by_of(&self, filler: &Filler) -> bool {
        let Filler::Phrase(p) = filler else { return false };
        let start = self.syntax.phrase(*p).tokens.start as usize;
        start > 0 && self.sentence.tokens.get(start - 1).is_some_and(|t| &*t.key == "of")
    }

    /// Whether the letters of a finite verb are those of another verb too, and the unit asks for more than a subject
    /// (يعد: promises, or is counted as).
    fn doubtful(&self, id: PredicateId, unit: &Unit) -> bool {
        let predicate = self.syntax.predicate(id);
        predicate.kind == PredicateKind::Finite
            && !predicate.others.is_empty()
            && unit.needs.is_empty()
            && unit.roles.len() > 1
    }

    /// A complement besides the subject that only this verb would take: one by preposition, a clause, an actor.
    fn confirms(&self, fill: &Fill) -> bool {
        match (fill.slot, fill.filler) {
            (Slot::Subject, _) => false,
            (Slot::Object, Filler::Phrase(phrase)) => {
                self.may_act(phrase) || self.syntax.phrase(phrase).quantity.is_some()
            }
            _ => true,
        }
    }

    fn weight(&self, fill: &Fill) -> f32 {
        match fill.filler {
            Filler::Phrase(phrase) if self.may_act(phrase) => BY_ACTOR,
            _ => BY_OTHER,
        }
    }

    /// Whether a phrase may name an actor.
    pub fn may_act(&self, phrase: PhraseId) -> bool {
        match &self.syntax.phrase(phrase).head {
            Head::Name(_) | Head::Pronoun(_) => true,
            Head::Unknown => !self.syntax.phrase(phrase).appositions.is_empty(),
            Head::Number => false,
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(*l);
                lemma.sector.is_some()
                    || lemma.country.is_some()
                    || lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE)
            }
        }
    }

    fn particle_follows(&self, id: PredicateId, unit: &Unit) -> bool {
        let end = self.syntax.predicate(id).tokens.end as usize;
        unit.particle
            .iter()
            .enumerate()
            .all(|(offset, word)| self.sentence.tokens.get(end + offset).is_some_and(|t| *t.key == **word))
    }

    fn forbidden(&self, id: PredicateId, unit: &Unit) -> bool {
        if unit.without.is_empty() {
            return false;
        }
        let clause = self.syntax.clause(self.syntax.predicate(id).clause).tokens;
        self.sentence.tokens[clause.range().start..clause.range().end.min(self.sentence.tokens.len())]
            .iter()
            .any(|t| {
                unit.without.iter().any(|w| *t.key == **w || t.key.strip_prefix("ال") == Some(w.as_str()))
            })
    }

    /// The phrase in the position whose head is one of the lemmas.
    fn needed(
        &self,
        id: PredicateId,
        pattern: &SlotPattern,
        lemmas: &[LemmaId],
        unit: &Unit,
        roles: &[(SlotPattern, Role)],
    ) -> Option<PhraseId> {
        self.complements(id, pattern, unit, roles).into_iter().find_map(|(filler, _)| match filler {
            Filler::Phrase(phrase) => self
                .syntax
                .joined(phrase)
                .find(|&p| crate::attachment::lemmas(self.syntax.phrase(p)).any(|l| lemmas.contains(&l))),
            Filler::Predicate(_) => None,
        })
    }

    /// Whether the predicate, or a noun that it governs, has one of the adjectives.
    fn has_adjective(&self, id: PredicateId, lemmas: &[LemmaId]) -> bool {
        let has = |phrase: PhraseId| {
            let chain = std::iter::successors(Some(phrase), |&p| self.syntax.phrase(p).genitive).take(4);
            chain
                .into_iter()
                .any(|p| self.syntax.phrase(p).adjectives.iter().any(|(l, _)| lemmas.contains(l)))
        };
        match self.syntax.predicate(id).kind {
            PredicateKind::Nominal(phrase) => has(phrase),
            _ => self
                .syntax
                .predicate(id)
                .arguments
                .iter()
                .any(|a| matches!(a.filler, Filler::Phrase(p) if has(p))),
        }
    }

    /// Complements of a needed noun count as complements of its verb.
    fn fill_from_noun(&self, noun: PhraseId, roles: &[(SlotPattern, Role)], shown: &mut Shown) {
        let phrase = self.syntax.phrase(noun);
        for (pattern, role) in roles {
            match pattern {
                SlotPattern::Preposition(p) => {
                    for &(_, inner) in phrase.complements.iter().filter(|(q, _)| q == p) {
                        let filler = Filler::Phrase(inner);
                        push(&mut shown.fills, Fill { role: *role, filler, slot: Slot::Preposition(*p) });
                    }
                    if self.lexicon.lemma(*p).text == "of"
                        && let Some(inner) = phrase.genitive.filter(|g| self.told_by_of(&Filler::Phrase(*g)))
                    {
                        push(
                            &mut shown.fills,
                            Fill { role: *role, filler: Filler::Phrase(inner), slot: Slot::Preposition(*p) },
                        );
                    }
                }
                SlotPattern::Genitive => {
                    for inner in phrase
                        .genitive
                        .iter()
                        .chain(&phrase.possessor)
                        .filter(|g| !self.has_of(roles) || !self.told_by_of(&Filler::Phrase(**g)))
                    {
                        let filler = Filler::Phrase(*inner);
                        push(&mut shown.fills, Fill { role: *role, filler, slot: Slot::Genitive });
                    }
                }
                SlotPattern::Adjective => {
                    for &nationality in &phrase.nationalities {
                        let filler = Filler::Phrase(nationality);
                        push(&mut shown.fills, Fill { role: *role, filler, slot: Slot::Adjective });
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a filler that is no actor is of a class that the unit allows there.
    fn suits(&self, phrase: PhraseId, pattern: &SlotPattern, unit: &Unit) -> bool {
        let Head::Lemma(l) = self.syntax.phrase(phrase).head else { return true };
        let lemma = self.lexicon.lemma(l);
        let class = lemma.class;
        let acts = self.may_act(phrase);
        let barred = unit.never.iter().any(|(p, c)| p == pattern && class.intersects(*c) && !acts);
        let outside = unit
            .only
            .iter()
            .any(|(p, c)| p == pattern && !class.is_empty() && !class.intersects(*c) && !acts);
        !barred && !outside
    }

    /// What stands in a position of a predicate.
    fn fillers(&self, id: PredicateId, pattern: &SlotPattern) -> Vec<(Filler, Slot)> {
        let slot = match pattern {
            SlotPattern::Subject => Slot::Subject,
            SlotPattern::Object => Slot::Object,
            SlotPattern::Indirect => Slot::Indirect,
            SlotPattern::Genitive => Slot::Genitive,
            SlotPattern::Adjective => Slot::Adjective,
            SlotPattern::Preposition(p) => Slot::Preposition(*p),
            SlotPattern::Content => {
                let mut found: Vec<(Filler, Slot)> =
                    self.syntax.fillers(id, Slot::Content).map(|f| (f, Slot::Content)).collect();
                for (index, p) in self.syntax.predicates.iter().enumerate() {
                    let clause = self.syntax.clause(p.clause);
                    if clause.governor == Some(id)
                        && clause.link == Link::Content
                        && !matches!(p.kind, PredicateKind::Nominal(_))
                    {
                        found.push((Filler::Predicate(PredicateId(index as u32)), Slot::Content));
                    }
                }
                return found;
            }
        };
        self.syntax.fillers(id, slot).map(|f| (f, slot)).collect()
    }

    /// Positions of a masdar, derived from those of its verb.
    fn masdar_roles(&self, id: PredicateId, unit: &Unit) -> Vec<(SlotPattern, Role)> {
        let mut roles: Vec<(SlotPattern, Role)> = unit.masdar.clone();
        let role_at =
            |pattern: &SlotPattern| unit.roles.iter().find(|(p, _)| p == pattern).map(|(_, role)| *role);
        let (subject, object) = (role_at(&SlotPattern::Subject), role_at(&SlotPattern::Object));
        let told =
            |roles: &[(SlotPattern, Role)], pattern: &SlotPattern| roles.iter().any(|(p, _)| p == pattern);
        let stands_for_object = self.object_by_preposition(id, unit);
        if !told(&roles, &SlotPattern::Genitive) {
            let role = match (subject, object) {
                (Some(s), Some(_)) if stands_for_object.is_some() => Some(s),
                (Some(s), Some(_)) if self.pronoun_genitive(id) && !self.hurts(unit) => Some(s),
                (_, Some(o)) => Some(o),
                (s, None) => s,
            };
            roles.extend(role.map(|r| (SlotPattern::Genitive, r)));
        }
        if let (Some(preposition), Some(o)) = (stands_for_object, object) {
            roles.push((SlotPattern::Preposition(preposition), o));
        }
        if let Some(s) = subject {
            if !told(&roles, &SlotPattern::Adjective) {
                roles.push((SlotPattern::Adjective, s));
            }
            for argument in &self.syntax.predicate(id).arguments {
                if let Slot::Preposition(p) = argument.slot
                    && self.lexicon.lemma(p).function == Some(demarche_lexicon::Function::Agent)
                    && !told(&roles, &SlotPattern::Preposition(p))
                {
                    roles.push((SlotPattern::Preposition(p), s));
                }
            }
        }
        for (pattern, role) in &unit.roles {
            if matches!(pattern, SlotPattern::Preposition(_) | SlotPattern::Content) && !told(&roles, pattern)
            {
                roles.push((pattern.clone(), *role));
            }
        }
        roles
    }

    /// احتضان روسيا لباكستان: the object follows by a preposition that the verb itself has no use for.
    fn object_by_preposition(&self, id: PredicateId, unit: &Unit) -> Option<LemmaId> {
        self.syntax.predicate(id).arguments.iter().find_map(|a| match a.slot {
            Slot::Preposition(p) if self.stands_for_object(p, unit) => {
                let genitive = self.syntax.fillers(id, Slot::Genitive).next();
                let adjective = self.syntax.fillers(id, Slot::Adjective).next();
                matches!(genitive.or(adjective), Some(Filler::Phrase(g)) if self.may_act(g)).then_some(p)
            }
            _ => None,
        })
    }

    fn stands_for_object(&self, preposition: LemmaId, unit: &Unit) -> bool {
        let role_of = |slot: &SlotPattern| unit.roles.iter().find(|(s, _)| s == slot).map(|(_, role)| *role);
        match role_of(&SlotPattern::Preposition(preposition)) {
            Some(role) => Some(role) == role_of(&SlotPattern::Object),
            None => marks_object(self.lexicon, preposition),
        }
    }

    fn pronoun_genitive(&self, id: PredicateId) -> bool {
        self.syntax
            .fillers(id, Slot::Genitive)
            .any(|f| matches!(f, Filler::Phrase(p) if matches!(self.syntax.phrase(p).head, Head::Pronoun(_))))
    }

    fn hurts(&self, unit: &Unit) -> bool {
        matches!(self.lexicon.frame(unit.frame).root, Some(Root::Assault | Root::Coerce | Root::Sanction))
    }

    /// A light verb over the noun, or in a relative clause about it, lends it its own arguments.
    fn lend(&self, id: PredicateId, unit: &Unit, shown: &mut Shown) {
        let PredicateKind::Nominal(phrase) = self.syntax.predicate(id).kind else { return };
        let about = self
            .syntax
            .clauses
            .iter()
            .position(|c| c.antecedent == Some(phrase))
            .and_then(|clause| self.relative_use(clause, phrase));
        for (verb, slot) in self.direct_governor(phrase).into_iter().chain(about) {
            self.lend_from(phrase, verb, slot, unit, shown);
        }
    }

    fn lend_from(&self, phrase: PhraseId, verb: PredicateId, slot: Slot, unit: &Unit, shown: &mut Shown) {
        let mutual = self.lexicon.frame(unit.frame).mutual;
        let lights = &self.lexicon.lemma(self.syntax.predicate(verb).lemma).lights;
        let Some(light) = lights.iter().map(|&l| self.lexicon.light(l)).find(|l| matches_slot(&l.via, slot))
        else {
            return;
        };
        for (pattern, role) in &light.roles {
            let role = match role {
                Role::Source | Role::Target if mutual => Role::Party,
                other => *other,
            };
            for (filler, slot) in self.fillers(verb, pattern) {
                push(&mut shown.fills, Fill { role, filler, slot });
            }
        }
        for (pattern, role) in &unit.roles {
            if matches!(pattern, SlotPattern::Preposition(_)) && light.roles.iter().all(|(p, _)| p != pattern)
            {
                for (filler, slot) in self.fillers(verb, pattern) {
                    if filler != Filler::Phrase(phrase) {
                        push(&mut shown.fills, Fill { role: *role, filler, slot });
                    }
                }
            }
        }
        shown.told_by = Some(verb);
    }

    /// The predicate of which the phrase, or the phrase it is joined to, is an argument.
    fn direct_governor(&self, phrase: PhraseId) -> Option<(PredicateId, Slot)> {
        match self.syntax.phrase(phrase).parent? {
            Parent::Predicate(predicate, slot) => Some((predicate, slot)),
            Parent::Phrase(outer) if self.syntax.phrase(outer).conjuncts.contains(&phrase) => {
                self.direct_governor(outer)
            }
            Parent::Phrase(_) => None,
        }
    }

    /// رحلة قام بها الوزير, an attack that the army carried out: the verb of the relative clause.
    fn relative_use(&self, clause: usize, phrase: PhraseId) -> Option<(PredicateId, Slot)> {
        self.syntax.predicates.iter().enumerate().find_map(|(index, p)| {
            (p.clause.0 as usize == clause)
                .then(|| p.arguments.iter().find(|a| a.filler == Filler::Phrase(phrase)))
                .flatten()
                .map(|a| (PredicateId(index as u32), a.slot))
        })
    }
}

/// Whether a pattern names the position.
pub fn matches_slot(pattern: &SlotPattern, slot: Slot) -> bool {
    match (pattern, slot) {
        (SlotPattern::Subject, Slot::Subject)
        | (SlotPattern::Object, Slot::Object)
        | (SlotPattern::Indirect, Slot::Indirect)
        | (SlotPattern::Genitive, Slot::Genitive)
        | (SlotPattern::Adjective, Slot::Adjective)
        | (SlotPattern::Content, Slot::Content) => true,
        (SlotPattern::Preposition(a), Slot::Preposition(b)) => *a == b,
        _ => false,
    }
}

fn push(fills: &mut Vec<Fill>, fill: Fill) {
    if !fills.iter().any(|f| f.filler == fill.filler) {
        fills.push(fill);
    }
}

/// The effect of a noun on a complement in this position, if it has one.
pub fn effect(lexicon: &Lexicon, lemma: LemmaId, slot: Slot) -> Option<Effect> {
    strongest(lexicon, lemma, slot, |class| class.particle.is_empty())
}

/// The effect of a predicate, with the words that follow it at once, on a complement in this position.
pub fn effect_of(lexicon: &Lexicon, syntax: &Syntax, id: PredicateId, slot: Slot) -> Option<Effect> {
    let predicate = syntax.predicate(id);
    let follows = |class: &Class| {
        let after = syntax.atoms.iter().skip_while(|a| a.tokens.start < predicate.tokens.end);
        class.particle.iter().zip(after.map(Some).chain(std::iter::repeat(None))).all(|(word, atom)| {
            atom.and_then(|a| a.lemma).is_some_and(|l| fold(&lexicon.lemma(l).text) == *word)
        })
    };
    let phrasal = |class: &Class| !class.particle.is_empty() && follows(class);
    strongest(lexicon, predicate.lemma, slot, phrasal)
        .or_else(|| strongest(lexicon, predicate.lemma, slot, |class| class.particle.is_empty()))
}

fn strongest(lexicon: &Lexicon, lemma: LemmaId, slot: Slot, fits: impl Fn(&Class) -> bool) -> Option<Effect> {
    let classes = lexicon.lemma(lemma).modal.iter().map(|&c| lexicon.class(c)).filter(|c| fits(c));
    let mut fallback = None;
    for class in classes {
        if class.slots.iter().any(|s| matches_slot(s, slot)) {
            return Some(class.effect);
        }
        if class.slots.is_empty() || slot == Slot::Content {
            fallback = fallback.or(Some(class.effect));
        }
    }
    fallback
}
