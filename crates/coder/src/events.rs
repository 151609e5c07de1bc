//! From shown units to records: parties, missing sides, modality, date, place, object, evidence.

use demarche_document::{Date, Document, Field, Language, Precision, Span, Tokens};
use demarche_lexicon::{
    ActorId, Effect, Frame, Inference, Lexicon, NameKind, NounClass, RecordKind, Role, Root, Sector, Trend,
    UnitId,
};
use demarche_morphology::Pos;

use crate::actors::{Actors, Party};
use crate::attachment::{marks_object, nationalities};
use crate::memory::Memory;
use crate::modality::{Stance, stance};
use crate::reading::Parsed;
use crate::record::{
    Actor, Attribution, Casualties, EventRecord, Evidence, Modality, Object, Place, Record, RelationRecord,
    RoleRecord, Trigger, When,
};
use crate::roles::{Roles, Shown, effect, effect_of};
use crate::syntax::{
    ClauseId, Filler, Head, Link, Parent, PhraseId, PredicateId, PredicateKind, Slot, Syntax, bytes,
};

/// Makes the records of one sentence.
pub struct Events<'a> {
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The document.
    pub document: &'a Document,
    /// The sentence and its grammar.
    pub parsed: &'a Parsed<'a>,
    /// Who was named up to and in this sentence.
    pub memory: &'a Memory,
    /// The date of the sentence before, for a sentence that goes on with it.
    pub before: Option<&'a When>,
}

/// The frame of a duty that a speaker lays on another.
const DEMAND: &str = "demand";

/// Which casualties the target of a frame counts as.
type Count = fn(&mut Casualties) -> &mut Option<u64>;

/// Frames whose target is counted.
const COUNTS: [(&str, Count); 5] = [
    ("kill", |c| &mut c.killed),
    ("assassinate", |c| &mut c.killed),
    ("massacre", |c| &mut c.killed),
    ("wound", |c| &mut c.injured),
    ("arrest", |c| &mut c.arrested),
];

/// Both sides of a record, and the steps that found them.
struct Sides {
    source: Vec<Party>,
    target: Vec<Party>,
    mutual: bool,
    steps: Vec<String>,
    inferred: u32,
}

impl<'a> Events<'a> {
    fn syntax(&self) -> &'a Syntax {
        &self.parsed.syntax
    }

    fn actors(&self) -> Actors<'a> {
        Actors {
            lexicon: self.lexicon,
            document: self.document,
            sentence: self.parsed.sentence,
            syntax: self.syntax(),
            memory: self.memory,
            day: self.document.metadata.day,
        }
    }

    /// All records of the sentence, in text order.
    pub fn read(&self) -> Vec<Record> {
        let roles = Roles { lexicon: self.lexicon, syntax: self.syntax(), sentence: self.parsed.sentence };
        let mut records: Vec<Record> = roles
            .read()
            .iter()
            .filter_map(|readings| readings.iter().find_map(|shown| self.record(shown)))
            .collect();
        records.extend(self.duties());
        records.extend(self.offices());
        records
    }

    fn record(&self, shown: &Shown) -> Option<Record> {
        let unit = self.lexicon.unit(shown.unit);
        let frame = self.lexicon.frame(unit.frame);
        let sides = self.sides(shown, frame);
        let mut stance = stance(self.lexicon, self.syntax(), shown.predicate, shown.told_by);
        if !self.worth_telling(shown, frame, &sides) {
            return None;
        }
        let main = shown.told_by.unwrap_or(shown.predicate);
        let evidence = self.evidence(shown, &sides);
        let mut derivation = vec![format!(
            "{} shows {} ({})",
            self.lexicon.lemma(self.syntax().predicate(shown.predicate).lemma).text,
            frame.name,
            unit.origin
        )];
        derivation.extend(sides.steps.iter().cloned());
        derivation.extend(stance.steps.iter().cloned());
        let trigger = self.trigger(shown, frame);
        let attribution = self.attribution(main, &stance);
        let mut contexts = frame.contexts.clone();
        contexts.extend(unit.contexts.iter().cloned());
        self.add_contexts(shown, &sides, &mut contexts);
        if stance.modality == Modality::Actual && self.is_plan(shown) {
            stance.modality = Modality::Planned;
            derivation.push("planned: what is announced is a plan".to_owned());
        }
        let date = self.date(main, &stance);
        let score = self.score(shown, &sides, &stance);
        let source: Vec<Actor> = sides.source.iter().map(|p| self.actor(p)).collect();
        let target: Vec<Actor> = sides.target.iter().map(|p| self.actor(p)).collect();
        let document = self.document.input.id.clone();
        let key =
            format!("{:?}|{}|{}|{}", frame.name, trigger.start, evidence.start, self.parsed.sentence.index);
        let id = identify(&document, &key);
        Some(match frame.record {
            RecordKind::Event => Record::Event(EventRecord {
                document,
                id,
                root: frame.root?,
                mode: unit.mode.clone().unwrap_or_else(|| frame.mode.clone()),
                contexts,
                cameo: frame.cameo.clone(),
                dimensions: frame.dimensions.clone(),
                intensity: frame.intensity,
                score,
                source,
                target,
                mutual: sides.mutual,
                modality: stance.modality,
                holder: stance.holder.and_then(|h| self.subject_of(h)).map(|p| self.actor(&p)),
                background: stance.background,
                date,
                place: self.place(shown, &sides),
                object: self.object(shown),
                casualties: self.casualties(shown, frame),
                attribution,
                trigger,
                evidence,
                derivation,
            }),
            RecordKind::Relation => Record::Relation(RelationRecord {
                document,
                id,
                root: frame.root,
                source,
                target,
                mutual: sides.mutual,
                standing: frame.standing.clone(),
                trend: frame.trend.unwrap_or(Trend::Steady),
                polarity: frame.polarity,
                modality: stance.modality,
                date,
                attribution,
                contexts,
                dimensions: frame.dimensions.clone(),
                score,
                trigger,
                evidence,
                derivation,
            }),
        })
    }

    // ---- sides ----

    fn sides(&self, shown: &Shown, frame: &Frame) -> Sides {
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

    fn step(&self, role: Role, party: &Party) -> String {
        let code = &self.lexicon.actor(party.actor).code;
        let how = party.inferred.map(|i| format!(" ({i})")).unwrap_or_default();
        format!("{}: {} is {code}{how}", format!("{role:?}").to_lowercase(), self.actors().text(party.tokens))
    }

    /// The subject of the verb above acts in what that verb intends, tries or manages.
    fn controller(&self, shown: &Shown, frame: &Frame, sides: &mut Sides) {
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
            if effect.is_some() || purpose {
                let actors = self.actors();
                let wanted = matches!(effect, Some(Effect::Demand | Effect::Cause | Effect::Allow));
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

    fn governing(&self, phrase: PhraseId) -> Option<(PredicateId, Slot)> {
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

    fn infer(&self, inference: Inference, shown: &Shown, frame: &Frame, sides: &mut Sides) {
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
    fn origin(&self, shown: &Shown) -> Vec<Party> {
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
    fn theatre(&self, shown: &Shown) -> Vec<Party> {
        let tokens = self.syntax().predicate(shown.predicate).tokens;
        let at = (self.parsed.sentence.index, tokens.start);
        let sides: Vec<ActorId> = self.memory.pair(self.lexicon, at).iter().map(|m| m.actor).collect();
        self.memory
            .last_where(at, |m| m.place && !sides.contains(&m.actor))
            .map(|m| Party { actor: m.actor, sector: None, name: None, tokens, inferred: None })
            .into_iter()
            .collect()
    }

    fn place_parties(&self, shown: &Shown) -> Vec<Party> {
        self.place_phrases(shown)
            .into_iter()
            .flat_map(|phrase| self.actors().resolve(phrase, &[]))
            .map(|party| Party { sector: None, name: None, ..party })
            .collect()
    }

    /// Phrases that tell where: in the unit's place role, or a name after a preposition in the same clause.
    fn place_phrases(&self, shown: &Shown) -> Vec<PhraseId> {
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

    fn is_place(&self, phrase: PhraseId) -> bool {
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
    fn content_parties(&self, shown: &Shown, sides: &Sides) -> Vec<Party> {
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

    fn content_clauses(&self, predicate: PredicateId) -> impl Iterator<Item = ClauseId> + '_ {
        self.syntax()
            .clauses
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.governor == Some(predicate) && c.link == Link::Content)
            .map(|(index, _)| ClauseId(index as u32))
    }

    fn arguments_of(&self, predicate: PredicateId, phrases: &mut Vec<PhraseId>) {
        for argument in &self.syntax().predicate(predicate).arguments {
            match argument.filler {
                Filler::Phrase(phrase) => self.inside(phrase, phrases, 0),
                Filler::Predicate(_) => {}
            }
        }
    }

    /// The phrase and what hangs on it, outermost first.
    fn inside(&self, phrase: PhraseId, phrases: &mut Vec<PhraseId>, depth: u8) {
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
    fn beneficiary(&self, shown: &Shown, sides: &mut Sides) {
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
    fn other_side(&self, shown: &Shown, sides: &mut Sides) {
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
    fn is_known_tie(&self, shown: &Shown) -> bool {
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

    fn both_sides(&self, shown: &Shown, sides: &mut Sides) {
        let tokens = self.syntax().predicate(shown.predicate).tokens;
        for mention in self.memory.pair(self.lexicon, (self.parsed.sentence.index, tokens.start)) {
            let inferred = Some("the two sides of the story");
            let party = Party { actor: mention.actor, sector: None, name: None, tokens, inferred };
            sides.steps.push(self.step(Role::Party, &party));
            sides.source.push(party);
            sides.inferred += 1;
        }
    }

    fn worth_telling(&self, shown: &Shown, frame: &Frame, sides: &Sides) -> bool {
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

    fn score(&self, shown: &Shown, sides: &Sides, stance: &Stance) -> f32 {
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

    // ---- the rest of the record ----

    fn actor(&self, party: &Party) -> Actor {
        let place = bytes(self.parsed.sentence, party.tokens);
        let (start, end) = self.offsets(place);
        Actor {
            code: self.lexicon.actor(party.actor).code.clone(),
            sector: party.sector,
            name: party.name.clone(),
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            start,
            end,
            inferred: party.inferred,
        }
    }

    fn offsets(&self, place: Span<demarche_document::Bytes>) -> (usize, usize) {
        let field = self.parsed.sentence.field;
        (
            self.document.char_offset(field, place.start as usize),
            self.document.char_offset(field, place.end as usize),
        )
    }

    fn trigger(&self, shown: &Shown, frame: &Frame) -> Trigger {
        let predicate = self.syntax().predicate(shown.predicate);
        let place = bytes(self.parsed.sentence, predicate.tokens);
        let (start, end) = self.offsets(place);
        Trigger {
            start,
            end,
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            lemma: self.lexicon.lemma(predicate.lemma).text.clone(),
            frame: frame.name.clone(),
        }
    }

    /// The words from the first to the last that the record rests on.
    fn evidence(&self, shown: &Shown, sides: &Sides) -> Evidence {
        let mut span = self.reach(shown.predicate);
        if let Some(verb) = shown.told_by {
            span = span.join(self.syntax().predicate(verb).tokens);
        }
        for party in sides.source.iter().chain(&sides.target) {
            let clause = self.syntax().clause(self.syntax().predicate(shown.predicate).clause).tokens;
            if clause.covers(party.tokens) && !self.far(span, party.tokens) {
                span = span.join(party.tokens);
            }
        }
        self.evidence_of(span)
    }

    fn far(&self, a: Span<Tokens>, b: Span<Tokens>) -> bool {
        a.start.saturating_sub(b.end) > 12 || b.start.saturating_sub(a.end) > 12
    }

    fn evidence_of(&self, span: Span<Tokens>) -> Evidence {
        let place = bytes(self.parsed.sentence, span);
        let (start, end) = self.offsets(place);
        Evidence {
            start,
            end,
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            sentence: self.parsed.sentence.index,
            field: (self.parsed.sentence.field == Field::Title).then_some("title"),
        }
    }

    fn reach(&self, predicate: PredicateId) -> Span<Tokens> {
        let p = self.syntax().predicate(predicate);
        let mut span = match p.kind {
            PredicateKind::Nominal(phrase) => self.syntax().extent(phrase),
            _ => p.tokens,
        };
        for argument in &p.arguments {
            if let Filler::Phrase(phrase) = argument.filler {
                let own = self.syntax().phrase(phrase).parent;
                if matches!(own, Some(Parent::Predicate(host, _)) if host == predicate) {
                    span = span.join(self.syntax().extent(phrase));
                }
            }
        }
        span
    }

    fn subject_of(&self, predicate: PredicateId) -> Option<Party> {
        let p = self.syntax().predicate(predicate);
        let slots = match p.kind {
            PredicateKind::Nominal(_) => [Slot::Genitive, Slot::Adjective],
            _ => [Slot::Subject, Slot::Subject],
        };
        slots.into_iter().find_map(|slot| {
            self.syntax().fillers(predicate, slot).find_map(|filler| match filler {
                Filler::Phrase(phrase) => self.actors().resolve(phrase, &[]).into_iter().next(),
                Filler::Predicate(_) => None,
            })
        })
    }

    fn attribution(&self, main: PredicateId, stance: &Stance) -> Option<Attribution> {
        let mut chain = stance.speech.iter();
        let Some(&nearest) = chain.next() else { return self.according(main) };
        let verb = self.syntax().predicate(nearest);
        let outlet = verb.arguments.iter().find_map(|a| match a.filler {
            Filler::Phrase(phrase) if matches!(a.slot, Slot::Preposition(_)) => {
                let text = self.actors().key(self.syntax().phrase(phrase).head_tokens);
                self.lexicon.almanac().outlet(&text)
            }
            _ => None,
        });
        Some(Attribution {
            speaker: self.subject_of(nearest).map(|p| self.actor(&p)),
            verb: self.lexicon.lemma(verb.lemma).text.clone(),
            outlet: outlet.map(str::to_owned),
            chain: chain
                .filter_map(|&s| self.subject_of(s))
                .map(|p| self.lexicon.actor(p.actor).code.clone())
                .collect(),
        })
    }

    /// وفق مصدر, according to a source.
    fn according(&self, main: PredicateId) -> Option<Attribution> {
        let p = self.syntax().predicate(main);
        p.arguments.iter().find_map(|a| match (a.slot, a.filler) {
            (Slot::Preposition(word), Filler::Phrase(phrase))
                if self.lexicon.lemma(word).function == Some(demarche_lexicon::Function::According) =>
            {
                let speaker = self.actors().resolve(phrase, &[]).into_iter().next();
                let key = self.actors().key(self.syntax().phrase(phrase).head_tokens);
                Some(Attribution {
                    speaker: speaker.map(|p| self.actor(&p)),
                    verb: self.lexicon.lemma(word).text.clone(),
                    outlet: self.lexicon.almanac().outlet(&key).map(str::to_owned),
                    chain: Vec::new(),
                })
            }
            _ => None,
        })
    }

    fn date(&self, main: PredicateId, stance: &Stance) -> When {
        let predicate = self.syntax().predicate(main);
        let mut clause = predicate.clause;
        for _ in 0..3 {
            if let Some(found) = self.date_in(clause, predicate.tokens) {
                return found;
            }
            let c = self.syntax().clause(clause);
            match (c.link, c.outer) {
                (Link::Temporal | Link::Circumstance | Link::Purpose, Some(outer)) => clause = outer,
                _ => break,
            }
        }
        if let Some(found) = self.date_of_occasion(main) {
            return found;
        }
        if self.goes_on()
            && let Some(before) = self.before
        {
            return before.clone();
        }
        let day = self.document.metadata.day.map(iso);
        match stance.modality {
            Modality::Planned | Modality::Possible | Modality::Demanded => {
                When { from: day, to: None, precision: "dateline".to_owned(), text: None }
            }
            _ => When { from: None, to: day, precision: "dateline".to_owned(), text: None },
        }
    }

    /// "during a visit that he paid last month": the date told of the occasion.
    fn date_of_occasion(&self, main: PredicateId) -> Option<When> {
        self.syntax().predicate(main).arguments.iter().find_map(|a| {
            let (Slot::Preposition(_), Filler::Phrase(phrase)) = (a.slot, a.filler) else { return None };
            let event = crate::attachment::lemmas(self.syntax().phrase(phrase))
                .any(|l| self.lexicon.lemma(l).class.contains(NounClass::EVENT));
            let told = self.syntax().clauses.iter().position(|c| c.antecedent == Some(phrase))?;
            event.then(|| self.date_in(ClauseId(told as u32), self.syntax().phrase(phrase).tokens)).flatten()
        })
    }

    /// The date expression of a clause that stands nearest to the verb.
    fn date_in(&self, clause: ClauseId, verb: Span<Tokens>) -> Option<When> {
        let found = self
            .parsed
            .dates
            .iter()
            .filter(|d| self.clause_of(d.tokens) == Some(clause))
            .min_by_key(|d| d.tokens.start.abs_diff(verb.start))?;
        let mut to = found.to;
        if found.precision == Precision::OpenStart && to.is_none() {
            to = self.document.metadata.day;
        }
        Some(When {
            from: found.from.map(iso),
            to: to.map(iso),
            precision: precision(found.precision).to_owned(),
            text: Some(self.actors().text(found.tokens)),
        })
    }

    /// The innermost clause around some tokens.
    fn clause_of(&self, tokens: Span<Tokens>) -> Option<ClauseId> {
        self.syntax()
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, c)| c.tokens.covers(tokens))
            .min_by_key(|(_, c)| c.tokens.len())
            .map(|(index, _)| ClauseId(index as u32))
    }

    /// كما, كذلك: the sentence goes on with the one before.
    fn goes_on(&self) -> bool {
        self.syntax().atoms.first().is_some_and(|a| {
            a.kind == crate::syntax::AtomKind::Particle(demarche_lexicon::Function::Connector)
        })
    }

    fn place(&self, shown: &Shown, sides: &Sides) -> Option<Place> {
        let taken: Vec<Span<Tokens>> = sides
            .source
            .iter()
            .chain(&sides.target)
            .filter(|p| {
                p.inferred != Some("country of the place") && p.inferred != Some("people of the place")
            })
            .map(|p| p.tokens)
            .collect();
        let phrase = self
            .place_phrases(shown)
            .into_iter()
            .find(|&p| self.is_place(p) && !taken.contains(&self.syntax().phrase(p).tokens))?;
        let party = self.actors().single(phrase).into_iter().next()?;
        let text = self.actors().text(self.syntax().phrase(phrase).tokens);
        let name = match &self.syntax().phrase(phrase).head {
            Head::Name(names) => self.lexicon.name(*names.first()?).text.clone(),
            _ => text.clone(),
        };
        Some(Place { code: self.lexicon.actor(party.actor).code.clone(), name, text })
    }

    fn object(&self, shown: &Shown) -> Option<Object> {
        shown.fills.iter().filter(|f| f.role == Role::Object).find_map(|fill| {
            let Filler::Phrase(phrase) = fill.filler else { return None };
            let p = self.syntax().phrase(phrase);
            let Head::Lemma(lemma) = p.head else { return None };
            Some(Object {
                text: self.actors().text(p.tokens),
                item: self.lexicon.lemma(lemma).text.clone(),
                quantity: p.quantity,
            })
        })
    }

    /// How many were hurt or held, where the number stands with them.
    fn casualties(&self, shown: &Shown, frame: &Frame) -> Option<Casualties> {
        let &(_, count) = COUNTS.iter().find(|(name, _)| *name == frame.name)?;
        let number = shown.fills.iter().filter(|f| f.role == Role::Target).find_map(|f| match f.filler {
            Filler::Phrase(phrase) => self.syntax().phrase(phrase).quantity,
            Filler::Predicate(_) => None,
        })?;
        let mut casualties = Casualties::default();
        *count(&mut casualties) = Some(number as u64);
        Some(casualties)
    }

    /// أعلن خططا: the matter of the unit is a plan.
    fn is_plan(&self, shown: &Shown) -> bool {
        shown.fills.iter().filter(|f| matches!(f.role, Role::Topic)).any(|f| {
            matches!(f.filler, Filler::Phrase(p) if crate::attachment::lemmas(self.syntax().phrase(p)).any(|l| {
                effect(self.lexicon, l, Slot::Genitive) == Some(Effect::Plan)
            }))
        })
    }

    /// What the words of the clause and the parties add to the frame's contexts.
    fn add_contexts(&self, shown: &Shown, sides: &Sides, contexts: &mut Vec<String>) {
        let mut span = self.reach(shown.predicate);
        if let Some(verb) = shown.told_by {
            span = span.join(self.reach(verb));
        }
        for atom in self.syntax().atoms.iter().filter(|a| span.covers(a.tokens)) {
            let Some(lemma) = atom.lemma else { continue };
            contexts.extend(self.lexicon.lemma(lemma).contexts.iter().map(|c| c.as_str().to_owned()));
        }
        for party in sides.source.iter().chain(&sides.target) {
            if party.sector == Some(Sector::Mil) {
                contexts.push("military".to_owned());
            }
            if self.lexicon.actor(party.actor).kind == demarche_lexicon::ActorKind::ArmedGroup {
                contexts.push("terrorism".to_owned());
            }
        }
        contexts.sort();
        contexts.dedup();
    }

    // ---- duties ----

    /// "Russia must leave, he said": a duty that a speaker lays on another is a demand of his.
    fn duties(&self) -> Vec<Record> {
        let Some(frame) = self.lexicon.frame_named(DEMAND).map(|f| self.lexicon.frame(f)) else {
            return Vec::new();
        };
        let duty = |index: usize| {
            let id = PredicateId(index as u32);
            let predicate = self.syntax().predicate(id);
            if !predicate.necessary {
                return None;
            }
            let stance = stance(self.lexicon, self.syntax(), id, None);
            let speaker = self.subject_of(*stance.speech.first()?)?;
            let target: Vec<Party> = self
                .syntax()
                .fillers(id, if predicate.passive { Slot::Object } else { Slot::Subject })
                .filter_map(|f| match f {
                    Filler::Phrase(phrase) => Some(self.actors().resolve(phrase, &[])),
                    Filler::Predicate(_) => None,
                })
                .flatten()
                .filter(|p| p.actor != speaker.actor || p.inferred == Some("the two sides"))
                .collect();
            if target.is_empty() {
                return None;
            }
            let shown = Shown {
                predicate: id,
                told_by: None,
                unit: UnitId(0),
                fills: Vec::new(),
                fit: 0.0,
                consumes: Vec::new(),
            };
            let sides =
                Sides { source: vec![speaker], target, mutual: false, steps: Vec::new(), inferred: 0 };
            let trigger = self.trigger(&shown, frame);
            let document = self.document.input.id.clone();
            Some(Record::Event(EventRecord {
                id: identify(&document, &format!("duty|{}|{}", trigger.start, self.parsed.sentence.index)),
                document,
                root: frame.root?,
                mode: frame.mode.clone(),
                contexts: frame.contexts.clone(),
                cameo: frame.cameo.clone(),
                dimensions: frame.dimensions.clone(),
                intensity: frame.intensity,
                score: 0.6,
                source: sides.source.iter().map(|p| self.actor(p)).collect(),
                target: sides.target.iter().map(|p| self.actor(p)).collect(),
                mutual: false,
                modality: Modality::Actual,
                holder: None,
                background: false,
                date: self.date(id, &Stance { modality: Modality::Actual, ..stance }),
                place: None,
                object: None,
                casualties: None,
                attribution: None,
                evidence: self.evidence(&shown, &sides),
                trigger,
                derivation: vec!["a duty that the speaker lays on another is a demand of his".to_owned()],
            }))
        };
        (0..self.syntax().predicates.len()).filter_map(duty).collect()
    }

    // ---- offices ----

    /// Persons with their titles.
    fn offices(&self) -> Vec<Record> {
        let mut found = Vec::new();
        for index in 0..self.syntax().phrases.len() {
            let id = PhraseId(index as u32);
            let phrase = self.syntax().phrase(id);
            let pairs: Vec<(PhraseId, PhraseId)> = phrase.appositions.iter().map(|&a| (id, a)).collect();
            for (a, b) in pairs {
                let (title, name) = if self.is_title(a) && self.is_person(b) {
                    (a, b)
                } else if self.is_title(b) && self.is_person(a) {
                    (b, a)
                } else {
                    continue;
                };
                found.extend(self.office(id, title, name));
            }
        }
        found
    }

    fn is_title(&self, id: PhraseId) -> bool {
        matches!(self.syntax().phrase(id).head, Head::Lemma(l) if self.lexicon.lemma(l).class.contains(NounClass::TITLE))
    }

    fn is_person(&self, id: PhraseId) -> bool {
        match &self.syntax().phrase(id).head {
            Head::Unknown => true,
            Head::Name(names) => names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PERSON)),
            _ => false,
        }
    }

    fn office(&self, id: PhraseId, title: PhraseId, name: PhraseId) -> Option<Record> {
        let party = self.actors().single(id).into_iter().next()?;
        let Head::Lemma(lemma) = self.syntax().phrase(title).head else { return None };
        let evidence = self.evidence_of(self.syntax().phrase(id).tokens);
        let document = self.document.input.id.clone();
        let person = self.actors().text(self.syntax().phrase(name).head_tokens);
        let word = self.lexicon.lemma(lemma);
        Some(Record::Role(RoleRecord {
            id: identify(&document, &format!("role|{}|{}", evidence.start, evidence.sentence)),
            document,
            name: person,
            title: if self.parsed.sentence.language == Language::English {
                word.text.clone()
            } else {
                word.gloss.clone()
            },
            actor: self.actor(&party),
            as_of: self.document.metadata.day.map(iso),
            evidence,
        }))
    }
}

/// Parties of a mutual frame all stand in the source.
fn merge_parties(sides: &mut Sides, parties: Vec<Party>) {
    let told: Vec<Party> = sides.source.drain(..).chain(sides.target.drain(..)).collect();
    for party in parties.into_iter().chain(told) {
        if !sides.source.iter().any(|p| p.actor == party.actor) {
            sides.source.push(party);
        }
    }
}

/// Roots that are nothing without the one they are done to.
fn needs_recipient(frame: &Frame) -> bool {
    matches!(frame.root, Some(Root::Cooperate | Root::Aid | Root::Sanction | Root::Support | Root::Consult))
}

fn identify(document: &str, key: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(document.as_bytes());
    hasher.update(b"\0");
    hasher.update(key.as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}

fn iso(day: Date) -> String {
    day.to_string()
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::OpenStart => "open_start",
        Precision::OpenEnd => "open_end",
    }
}
