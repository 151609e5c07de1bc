//! Who stands on which side: what roles tell, and how a missing side is found.

use super::{Events, Sides, merge_parties, needs_recipient};
use crate::actors::Party;
use crate::attachment::{marks_object, nationalities};
use crate::modality::Stance;
use crate::roles::{Shown, effect_of, matches_slot};
use crate::syntax::{ClauseId, Filler, Head, Link, Parent, PhraseId, PredicateId, PredicateKind, Slot};
use demarche_lexicon::{
    ActorId, Effect, Frame, Inference, NameKind, NounClass, RecordKind, Role, Root, Sector, SlotPattern,
};
use demarche_morphology::Pos;

impl<'a> Events<'a> {
    pub(super) fn sides(&self, shown: &Shown, frame: &Frame) -> Sides {
        let mut sides = Sides {
            source: Vec::new(),
            target: Vec::new(),
            mutual: frame.mutual,
            steps: Vec::new(),
            inferred: 0,
        };
        let actors = self.actors();
        let mut parties: Vec<Party> = Vec::new();
        for role in [Role::Source, Role::Party, Role::Target] {
            for fill in shown.fills.iter().filter(|f| f.role == role) {
                let Filler::Phrase(phrase) = fill.filler else { continue };
                let taken: Vec<ActorId> = match role {
                    _ if fill.slot == Slot::Genitive => Vec::new(),
                    Role::Target => sides.source.iter().map(|p| p.actor).collect(),
                    _ => parties.iter().map(|p| p.actor).collect(),
                };
                let found = actors.resolve(phrase, &taken);
                for party in found {
                    sides.steps.push(self.step(role, &party));
                    let side = match role {
                        Role::Source => &mut sides.source,
                        Role::Target => &mut sides.target,
                        _ => &mut parties,
                    };
                    if !side.iter().any(|p| p.actor == party.actor && p.sector == party.sector) {
                        side.push(party);
                    }
                }
            }
        }
        if frame.mutual {
            merge_parties(&mut sides, parties);
        }
        if sides.source.is_empty() || (frame.mutual && sides.source.len() == 1) {
            self.controller(shown, frame, &mut sides);
        }
        for inference in &frame.infer {
            self.infer(*inference, shown, frame, &mut sides);
        }
        if sides.target.is_empty() && needs_recipient(frame) && !frame.mutual {
            self.beneficiary(shown, &mut sides);
        }
        let told = shown.fills.iter().any(|f| f.role == Role::Party);
        if frame.mutual && sides.source.len() == 1 && told {
            self.other_side(shown, &mut sides);
        }
        if frame.mutual
            && sides.source.is_empty()
            && !told
            && frame.root != Some(Root::Assault)
            && self.is_known_tie(shown)
        {
            self.both_sides(shown, &mut sides);
        }
        let source = sides.source.clone();
        sides.target.retain(|t| {
            !source.iter().any(|s| s.actor == t.actor && (s.sector == t.sector || s.tokens == t.tokens))
        });
        sides
    }

    pub(super) fn step(&self, role: Role, party: &Party) -> String {
        let code = &self.lexicon.actor(party.actor).code;
        let how = party.inferred.map(|i| format!(" ({i})")).unwrap_or_default();
        format!("{}: {} is {code}{how}", format!("{role:?}").to_lowercase(), self.actors().text(party.tokens))
    }

    /// The subject of the verb above acts in what that verb intends, tries or manages.
    pub(super) fn controller(&self, shown: &Shown, frame: &Frame, sides: &mut Sides) {
        let predicate = self.syntax().predicate(shown.predicate);
        let subject_told = shown.fills.iter().any(|f| f.role == Role::Source);
        if subject_told {
            return;
        }
        let mut at = match predicate.kind {
            PredicateKind::Nominal(phrase) => self.governing(phrase),
            _ => None,
        };
        for _ in 0..4 {
            let Some((governor, slot)) = at else { return };
            let g = self.syntax().predicate(governor);
            let effect = effect_of(self.lexicon, self.syntax(), governor, slot);
            let purpose = predicate.cell.pos == Pos::Masdar
                && matches!(slot, Slot::Preposition(p) if marks_object(self.lexicon, p));
            let wanted = matches!(effect, Some(Effect::Demand | Effect::Cause | Effect::Allow))
                || self.laid_on_object(governor, slot);
            if effect.is_some() || purpose || wanted {
                let actors = self.actors();
                let by = if wanted { Slot::Object } else { Slot::Subject };
                let taken: Vec<ActorId> = sides
                    .target
                    .iter()
                    .map(|p| p.actor)
                    .chain(sides.source.iter().map(|p| p.actor))
                    .collect();
                for filler in self.syntax().fillers(governor, by) {
                    let Filler::Phrase(phrase) = filler else { continue };
                    for mut party in actors.resolve(phrase, &[]) {
                        if taken.contains(&party.actor) && !frame.mutual {
                            continue;
                        }
                        party.inferred = party.inferred.or(Some("subject of the verb above"));
                        sides.steps.push(self.step(Role::Source, &party));
                        if !sides.source.iter().any(|s| s.actor == party.actor) {
                            sides.source.push(party);
                        }
                    }
                }
                if !sides.source.is_empty() {
                    sides.inferred += 1;
                    return;
                }
            }
            at = match g.kind {
                PredicateKind::Nominal(phrase) => self.governing(phrase),
                _ => None,
            };
        }
    }

    /// اتهم إيران بتسليح: what stands after the preposition is laid on the object.
    fn laid_on_object(&self, governor: PredicateId, slot: Slot) -> bool {
        let lemma = self.lexicon.lemma(self.syntax().predicate(governor).lemma);
        lemma.units.iter().map(|&u| &self.lexicon.unit(u).roles).any(|roles| {
            roles.iter().any(|(p, r)| *p == SlotPattern::Object && *r == Role::Target)
                && roles.iter().any(|(p, r)| matches_slot(p, slot) && *r == Role::Topic)
        })
    }

    pub(super) fn governing(&self, phrase: PhraseId) -> Option<(PredicateId, Slot)> {
        let mut at = phrase;
        for _ in 0..12 {
            match self.syntax().phrase(at).parent? {
                Parent::Predicate(p, slot) => return Some((p, slot)),
                Parent::Phrase(outer) => {
                    let modal = matches!(self.syntax().phrase(outer).head,
                        Head::Lemma(l) if !self.lexicon.lemma(l).modal.is_empty());
                    if modal && let Some(nominal) = self.syntax().nominal(outer) {
                        return Some((nominal, Slot::Genitive));
                    }
                    at = outer;
                }
            }
        }
        None
    }

    pub(super) fn infer(&self, inference: Inference, shown: &Shown, frame: &Frame, sides: &mut Sides) {
        let (side_is_source, parties, why) = match inference {
            Inference::OriginIsSource | Inference::OriginIsTarget => {
                (inference == Inference::OriginIsSource, self.origin(shown), "nationality of the goods")
            }
            Inference::TheatreIsTarget => (false, self.theatre(shown), "where the story is"),
            Inference::PlaceIsTarget => (false, self.place_parties(shown), "country of the place"),
            Inference::PlaceIsSource => (true, self.place_parties(shown), "country of the place"),
            Inference::PlaceIsSourcePeople => (true, self.place_parties(shown), "people of the place"),
            Inference::ContentIsTarget => (false, self.content_parties(shown, sides), "named in the content"),
        };
        let side = if side_is_source { &mut sides.source } else { &mut sides.target };
        if !side.is_empty() || frame.mutual {
            return;
        }
        for mut party in parties {
            party.inferred = Some(why);
            if inference == Inference::PlaceIsSourcePeople {
                party.sector = Some(Sector::Cvl);
            }
            if side.iter().any(|p| p.actor == party.actor) {
                continue;
            }
            side.push(party);
            sides.inferred += 1;
            if inference != Inference::ContentIsTarget {
                break;
            }
        }
        if let Some(party) = side.last()
            && party.inferred == Some(why)
        {
            let step = self.step(if side_is_source { Role::Source } else { Role::Target }, &party.clone());
            sides.steps.push(step);
        }
    }

    /// The nationality on the goods: طائرات روسية.
    pub(super) fn origin(&self, shown: &Shown) -> Vec<Party> {
        let mut found = Vec::new();
        for fill in shown.fills.iter().filter(|f| f.role == Role::Object) {
            let Filler::Phrase(phrase) = fill.filler else { continue };
            for each in self.syntax().joined(phrase) {
                for (lemma, tokens) in nationalities(self.lexicon, self.syntax(), each) {
                    if let Some(actor) = self.lexicon.lemma(lemma).country {
                        found.push(Party { actor, sector: None, name: None, tokens, inferred: None });
                    }
                }
            }
        }
        found
    }

    /// The state last named as a place that is no side of the story.
    pub(super) fn theatre(&self, shown: &Shown) -> Vec<Party> {
        let tokens = self.syntax().predicate(shown.predicate).tokens;
        let at = (self.parsed.sentence.index, tokens.start);
        let sides: Vec<ActorId> = self.memory.pair(self.lexicon, at).iter().map(|m| m.actor).collect();
        self.memory
            .last_where(at, |m| m.place && !sides.contains(&m.actor))
            .map(|m| Party { actor: m.actor, sector: None, name: None, tokens, inferred: None })
            .into_iter()
            .collect()
    }

    pub(super) fn place_parties(&self, shown: &Shown) -> Vec<Party> {
        self.place_phrases(shown)
            .into_iter()
            .flat_map(|phrase| self.actors().resolve(phrase, &[]))
            .map(|party| Party { sector: None, name: None, ..party })
            .collect()
    }

    /// Phrases that tell where: in the unit's place role, or a name after a preposition in the same clause.
    pub(super) fn place_phrases(&self, shown: &Shown) -> Vec<PhraseId> {
        let mut places: Vec<PhraseId> = Vec::new();
        for fill in shown.fills.iter().filter(|f| f.role == Role::Place) {
            if let Filler::Phrase(phrase) = fill.filler {
                places.push(phrase);
            }
        }
        let mut hosts: Vec<PredicateId> = vec![shown.predicate];
        hosts.extend(shown.told_by);
        if let PredicateKind::Nominal(phrase) = self.syntax().predicate(shown.predicate).kind
            && let Some((governor, _)) = crate::attachment::governor(self.syntax(), phrase)
        {
            hosts.push(governor);
        }
        for host in hosts {
            for argument in &self.syntax().predicate(host).arguments {
                if let (Slot::Preposition(_), Filler::Phrase(phrase)) = (argument.slot, argument.filler)
                    && !shown.fills.iter().any(|f| f.filler == argument.filler)
                    && self.is_place(phrase)
                {
                    places.push(phrase);
                }
            }
        }
        places
    }

    pub(super) fn is_place(&self, phrase: PhraseId) -> bool {
        match &self.syntax().phrase(phrase).head {
            Head::Name(names) => names.iter().any(|&n| {
                self.lexicon.name(n).kind.intersects(NameKind::PROPER | NameKind::CAPITAL | NameKind::PLACE)
                    && self.lexicon.actor(self.lexicon.name(n).actor).kind
                        == demarche_lexicon::ActorKind::Country
            }),
            Head::Lemma(l) => {
                self.lexicon.lemma(*l).class.contains(NounClass::PLACE)
                    && self.syntax().phrase(phrase).genitive.is_some_and(|g| self.is_place(g))
            }
            _ => false,
        }
    }

    /// Who else is named in what is demanded, promised, threatened.
    pub(super) fn content_parties(&self, shown: &Shown, sides: &Sides) -> Vec<Party> {
        let sources: Vec<ActorId> = sides.source.iter().map(|p| p.actor).collect();
        let mut found: Vec<Party> = Vec::new();
        let mut phrases: Vec<PhraseId> = Vec::new();
        for fill in shown.fills.iter().filter(|f| matches!(f.role, Role::Topic | Role::Object)) {
            match fill.filler {
                Filler::Phrase(phrase) => self.inside(phrase, &mut phrases, 0),
                Filler::Predicate(predicate) => self.arguments_of(predicate, &mut phrases),
            }
        }
        for clause in self.content_clauses(shown.predicate) {
            for (index, p) in self.syntax().predicates.iter().enumerate() {
                if p.clause == clause && !matches!(p.kind, PredicateKind::Nominal(_)) {
                    self.arguments_of(PredicateId(index as u32), &mut phrases);
                }
            }
        }
        for phrase in phrases {
            if matches!(self.syntax().phrase(phrase).head, Head::Pronoun(_)) {
                continue;
            }
            for party in self.actors().resolve(phrase, &sources) {
                let weak = matches!(party.inferred, Some("state of the story"));
                if !weak && !sources.contains(&party.actor) && !found.iter().any(|p| p.actor == party.actor) {
                    found.push(party);
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    pub(super) fn content_clauses(&self, predicate: PredicateId) -> impl Iterator<Item = ClauseId> + '_ {
        self.syntax()
            .clauses
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.governor == Some(predicate) && c.link == Link::Content)
            .map(|(index, _)| ClauseId(index as u32))
    }

    pub(super) fn arguments_of(&self, predicate: PredicateId, phrases: &mut Vec<PhraseId>) {
        for argument in &self.syntax().predicate(predicate).arguments {
            match argument.filler {
                Filler::Phrase(phrase) => self.inside(phrase, phrases, 0),
                Filler::Predicate(_) => {}
            }
        }
    }

    /// The phrase and what hangs on it, outermost first.
    pub(super) fn inside(&self, phrase: PhraseId, phrases: &mut Vec<PhraseId>, depth: u8) {
        if depth > 6 || phrases.contains(&phrase) {
            return;
        }
        phrases.push(phrase);
        let p = self.syntax().phrase(phrase);
        for inner in p.genitive.iter().copied().chain(p.complements.iter().map(|c| c.1)) {
            self.inside(inner, phrases, depth + 1);
        }
    }

    /// "… to support the rebels": who is helped stands in the purpose.
    pub(super) fn beneficiary(&self, shown: &Shown, sides: &mut Sides) {
        let sources: Vec<ActorId> = sides.source.iter().map(|p| p.actor).collect();
        let mut phrases: Vec<PhraseId> = Vec::new();
        let mut purposes: Vec<PhraseId> = Vec::new();
        for argument in &self.syntax().predicate(shown.predicate).arguments {
            if let Filler::Phrase(phrase) = argument.filler {
                self.inside(phrase, &mut phrases, 0);
            }
        }
        for phrase in phrases {
            for &(preposition, inner) in &self.syntax().phrase(phrase).complements {
                if marks_object(self.lexicon, preposition) {
                    purposes.push(inner);
                }
            }
        }
        for argument in &self.syntax().predicate(shown.predicate).arguments {
            if let (Slot::Preposition(p), Filler::Phrase(phrase)) = (argument.slot, argument.filler)
                && marks_object(self.lexicon, p)
            {
                purposes.push(phrase);
            }
        }
        for purpose in purposes {
            let Some(helped) = self.syntax().phrase(purpose).genitive else { continue };
            for mut party in self.actors().resolve(helped, &sources) {
                if !sources.contains(&party.actor) && party.inferred.is_none() {
                    party.inferred = Some("named in the purpose");
                    sides.steps.push(self.step(Role::Target, &party));
                    sides.target.push(party);
                }
            }
            if !sides.target.is_empty() {
                return;
            }
        }
    }

    /// A mutual act or tie of which one side is told here: the other is who the story pairs it with.
    pub(super) fn other_side(&self, shown: &Shown, sides: &mut Sides) {
        let one = sides.source[0].clone();
        if let PredicateKind::Nominal(phrase) = self.syntax().predicate(shown.predicate).kind
            && let Some(itself) = self.actors().single(phrase).into_iter().find(|p| p.actor != one.actor)
        {
            sides.steps.push(self.step(Role::Party, &itself));
            sides.source.push(itself);
            sides.inferred += 1;
            return;
        }
        let at = (self.parsed.sentence.index, self.syntax().predicate(shown.predicate).tokens.start);
        let pair = self.memory.pair(self.lexicon, at);
        if pair.iter().any(|m| m.actor == one.actor)
            && let Some(other) = pair.iter().find(|m| m.actor != one.actor)
        {
            let tokens = self.syntax().predicate(shown.predicate).tokens;
            let party = Party {
                actor: other.actor,
                sector: None,
                name: None,
                tokens,
                inferred: Some("the other side of the story"),
            };
            sides.steps.push(self.step(Role::Party, &party));
            sides.source.push(party);
            sides.inferred += 2;
        }
    }

    /// العلاقات, الصفقات, "this relationship": the tie between the two sides of the story.
    pub(super) fn is_known_tie(&self, shown: &Shown) -> bool {
        let known = |phrase: PhraseId| {
            let p = self.syntax().phrase(phrase);
            p.definite
                && p.genitive
                    .is_none_or(|g| !self.actors().single(g).is_empty() || self.syntax().phrase(g).definite)
                && crate::attachment::lemmas(p).any(|l| {
                    self.lexicon
                        .lemma(l)
                        .class
                        .intersects(NounClass::TIE | NounClass::EVENT | NounClass::ABSTRACT)
                })
        };
        match self.syntax().predicate(shown.predicate).kind {
            PredicateKind::Nominal(phrase) => known(phrase),
            _ => shown.fills.iter().any(|f| matches!(f.filler, Filler::Phrase(p) if known(p))),
        }
    }

    pub(super) fn both_sides(&self, shown: &Shown, sides: &mut Sides) {
        let tokens = self.syntax().predicate(shown.predicate).tokens;
        for mention in self.memory.pair(self.lexicon, (self.parsed.sentence.index, tokens.start)) {
            let inferred = Some("the two sides of the story");
            let party = Party { actor: mention.actor, sector: None, name: None, tokens, inferred };
            sides.steps.push(self.step(Role::Party, &party));
            sides.source.push(party);
            sides.inferred += 1;
        }
    }

    pub(super) fn worth_telling(&self, shown: &Shown, frame: &Frame, sides: &Sides) -> bool {
        let (source, target) = (sides.source.len(), sides.target.len());
        if frame.mutual {
            return source >= 2;
        }
        if frame.record == RecordKind::Relation {
            return source >= 1 && target >= 1;
        }
        let nominal = matches!(self.syntax().predicate(shown.predicate).kind, PredicateKind::Nominal(_))
            && shown.told_by.is_none();
        if source >= 1 && target >= 1 {
            return true;
        }
        if source >= 1 {
            return !needs_recipient(frame) && !nominal;
        }
        matches!(frame.root, Some(Root::Assault | Root::Coerce)) && target >= 1
    }

    pub(super) fn score(&self, shown: &Shown, sides: &Sides, stance: &Stance) -> f32 {
        let both = !sides.source.is_empty() && (!sides.target.is_empty() || sides.source.len() > 1);
        let mut score: f32 = if both { 0.75 } else { 0.55 };
        score += 0.03 * shown.fit.min(6.0);
        score -= 0.1 * sides.inferred as f32;
        if stance.background {
            score -= 0.15;
        }
        if matches!(self.syntax().predicate(shown.predicate).kind, PredicateKind::Nominal(_))
            && shown.told_by.is_none()
        {
            score -= 0.1;
        }
        (score.clamp(0.05, 0.95) * 100.0).round() / 100.0
    }
}
