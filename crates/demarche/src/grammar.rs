//! Words for what the lexicon knows of words and units.

use demarche_lexicon::{Behaviour, Lemma, Lexicon, NameKind, NounClass, SlotPattern, Unit};
use demarche_morphology::{
    Aspect, Cell, Gender, Mood, Number, Person, Pos, Proclitics, Pronoun, Reading, State, Voice,
};

/// A part of speech.
pub fn part_of_speech(pos: Pos) -> &'static str {
    match pos {
        Pos::Verb => "verb",
        Pos::Masdar => "verbal noun",
        Pos::ActiveParticiple => "active participle",
        Pos::PassiveParticiple => "passive participle",
        Pos::Noun => "noun",
        Pos::Adjective => "adjective",
        Pos::Adverb => "adverb",
        Pos::Number => "number",
        Pos::Particle => "function word",
    }
}

/// Which form of its word a reading is, with what is written before and behind it.
pub fn reading(reading: &Reading) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for (letter, flag) in [
        ("أ +", Proclitics::QUESTION),
        ("و +", Proclitics::AND),
        ("ف +", Proclitics::SO),
        ("ب +", Proclitics::BI),
        ("ل +", Proclitics::LI),
        ("ل +", Proclitics::LA),
        ("ك +", Proclitics::KA),
        ("س +", Proclitics::FUTURE),
        ("ال +", Proclitics::ARTICLE),
    ] {
        parts.extend(reading.proclitics.contains(flag).then_some(letter));
    }
    parts.extend(cell(&reading.cell));
    let own = parts.join(" ");
    match reading.enclitic {
        Some(pronoun) => format!("{own} + pronoun, {}", self::pronoun(pronoun)),
        None => own,
    }
}

fn cell(cell: &Cell) -> Vec<&'static str> {
    let mut parts = vec![part_of_speech(cell.pos)];
    if cell.pos == Pos::Verb {
        parts.push(match cell.aspect {
            Aspect::Past => "past",
            Aspect::Present => "present",
            Aspect::Imperative => "imperative",
            Aspect::Base => "base form",
        });
        parts.extend((cell.voice == Voice::Passive).then_some("passive"));
        parts.extend(match cell.mood {
            Mood::Any => None,
            Mood::Indicative => Some("indicative"),
            Mood::Jussive => Some("jussive or subjunctive"),
        });
        parts.push(person(cell.person));
    }
    parts.extend(gender(cell.gender));
    parts.extend(number(cell.number));
    parts.extend(match cell.state {
        State::Any => None,
        State::Construct | State::Suffixed => Some("before a genitive or pronoun"),
        State::Absolute => Some("not before a genitive"),
    });
    parts
}

fn person(person: Person) -> &'static str {
    match person {
        Person::First => "1st person",
        Person::Second => "2nd person",
        Person::Third => "3rd person",
    }
}

fn gender(gender: Gender) -> Option<&'static str> {
    match gender {
        Gender::Any => None,
        Gender::Masculine => Some("masculine"),
        Gender::Feminine => Some("feminine"),
    }
}

fn number(number: Number) -> Option<&'static str> {
    match number {
        Number::Any => None,
        Number::Singular => Some("singular"),
        Number::Dual => Some("dual"),
        Number::Plural => Some("plural"),
    }
}

fn pronoun(pronoun: Pronoun) -> String {
    let parts = [Some(person(pronoun.person)), gender(pronoun.gender), number(pronoun.number)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a word stands for and how it builds its clause, one line each.
pub fn properties(lexicon: &Lexicon, lemma: &Lemma) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(function) = lemma.function {
        lines.push(format!("function: {function}"));
    }
    let classes = words(lemma.class.iter_names().map(|(name, _): (&str, NounClass)| name));
    if !classes.is_empty() {
        lines.push(format!("class: {classes}"));
    }
    let behaviours = words(lemma.behaviour.iter_names().map(|(name, _): (&str, Behaviour)| name));
    if !behaviours.is_empty() {
        lines.push(format!("takes: {behaviours}"));
    }
    if let Some(sector) = lemma.sector {
        lines.push(format!("sector: {sector}"));
    }
    if let Some(country) = lemma.country {
        let actor = lexicon.actor(country);
        lines.push(format!("nationality: {} {}", actor.code, actor.english));
    }
    for &class in &lemma.modal {
        let class = lexicon.class(class);
        let slots: Vec<String> = class.slots.iter().map(|slot| position(lexicon, slot)).collect();
        let place = if slots.is_empty() { "its complement".to_owned() } else { slots.join(", ") };
        let particle =
            if class.particle.is_empty() { String::new() } else { format!(" {}", class.particle.join(" ")) };
        lines.push(format!("makes of {place}{particle}: {}", class.effect));
    }
    for &light in &lemma.lights {
        let light = lexicon.light(light);
        let via = position(lexicon, &light.via);
        lines.push(format!("light verb of a noun of action in {via}: {}", roles(lexicon, &light.roles)));
    }
    lines
}

fn words<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(str::to_lowercase).collect::<Vec<_>>().join(", ")
}

/// What names are used for.
pub fn name_kind(kind: NameKind) -> String {
    words(kind.iter_names().map(|(name, _)| name))
}

/// A grammatical position.
pub fn position(lexicon: &Lexicon, slot: &SlotPattern) -> String {
    match slot {
        SlotPattern::Subject => "subject".to_owned(),
        SlotPattern::Object => "object".to_owned(),
        SlotPattern::Indirect => "second object".to_owned(),
        SlotPattern::Genitive => "genitive".to_owned(),
        SlotPattern::Adjective => "adjective of nationality".to_owned(),
        SlotPattern::Preposition(word) => format!("«{}»", lexicon.lemma(*word).text),
        SlotPattern::Content => "content clause".to_owned(),
    }
}

fn roles(lexicon: &Lexicon, roles: &[(SlotPattern, demarche_lexicon::Role)]) -> String {
    roles
        .iter()
        .map(|(slot, role)| format!("{} = {role}", position(lexicon, slot)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a unit shows and who fills its roles.
pub fn unit(lexicon: &Lexicon, unit: &Unit) -> Vec<String> {
    let frame = lexicon.frame(unit.frame);
    let mode = unit.mode.as_deref().unwrap_or(&frame.mode);
    let kind = match frame.root {
        Some(root) if mode.is_empty() => root.to_string(),
        Some(root) => format!("{root} {mode}"),
        None => frame.standing.clone(),
    };
    let mut lines = vec![format!("{kind} — {} ({}), {}", frame.name, frame.gloss, unit.origin)];
    if !unit.particle.is_empty() {
        lines.push(format!("  followed by: {}", unit.particle.join(" ")));
    }
    lines.push(format!("  roles: {}", roles(lexicon, &unit.roles)));
    if !unit.masdar.is_empty() {
        lines.push(format!("  roles with the verbal noun: {}", roles(lexicon, &unit.masdar)));
    }
    for (slot, lemmas) in &unit.needs {
        let any: Vec<&str> = lemmas.iter().map(|&lemma| lexicon.lemma(lemma).text.as_str()).collect();
        lines.push(format!("  needs as {}: {}", position(lexicon, slot), any.join(" or ")));
    }
    for (verb, classes) in [("only", &unit.only), ("never", &unit.never)] {
        for (slot, class) in classes {
            let names = words(class.iter_names().map(|(name, _)| name));
            lines.push(format!("  {} {verb}: {names}", position(lexicon, slot)));
        }
    }
    if !unit.without.is_empty() {
        lines.push(format!("  not in a clause with: {}", unit.without.join(", ")));
    }
    lines
}
