//! `actors/*.toml` and `actors/countries/*.toml`: states, organisations, armed groups, regions.

use demarche_document::Language;

use super::code;
use super::table::{self, Fields, Table, Text};
use crate::problem::{Code, Place, Problems};
use crate::{ActorKind, Sector};

/// The same in both languages.
#[derive(Debug, Default, Clone)]
pub(crate) struct Bilingual {
    pub ar: Vec<Text>,
    pub en: Vec<Text>,
}

impl Bilingual {
    /// What is written in a language.
    pub fn of(&self, language: Language) -> &[Text] {
        match language {
            Language::Arabic => &self.ar,
            _ => &self.en,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.ar.is_empty() && self.en.is_empty()
    }
}

/// A metonym, institution or organ of an actor.
#[derive(Debug)]
pub(crate) struct Named {
    pub names: Bilingual,
    pub sector: Option<Sector>,
}

/// A country's file.
#[derive(Debug)]
pub(crate) struct Country {
    pub place: Place,
    pub code: String,
    /// Its region code in CLDR; none for states that are no more.
    pub iso2: Option<Text>,
    pub names: Bilingual,
    pub demonym: Bilingual,
    pub plural: Bilingual,
    pub capital: Bilingual,
    pub cities: Bilingual,
    pub anaphor: Bilingual,
    pub region: String,
    pub metonyms: Vec<Named>,
    pub institutions: Vec<Named>,
}

/// An organisation or armed group; one whose code is a country's belongs to that country.
#[derive(Debug)]
pub(crate) struct Group {
    pub code: Text,
    pub kind: ActorKind,
    pub names: Bilingual,
    pub sector: Option<Sector>,
    /// Adjectives of it (أوروبي), and the plurals of those who belong to it.
    pub demonym: Bilingual,
    pub plural: Bilingual,
    pub anaphor: Bilingual,
    pub members: Vec<Text>,
    pub home: Option<Text>,
    pub metonyms: Vec<Named>,
    pub bodies: Vec<Named>,
}

/// A region that stands for its members.
#[derive(Debug)]
pub(crate) struct Region {
    pub place: Place,
    pub names: Bilingual,
    pub members: Vec<Text>,
}

/// Reads a country's file; `stem` is its name, which must be the country's code.
pub(super) fn country(file: &str, stem: &str, text: &str, problems: &mut Problems) -> Option<Country> {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    let place = fields.place();
    let given = fields.needed_text("code");
    let iso2 = fields.text("iso2");
    let names = bilingual(&mut fields, "names");
    let demonym = bilingual(&mut fields, "demonym");
    let plural = bilingual(&mut fields, "plural");
    let capital = bilingual(&mut fields, "capital");
    let cities = bilingual(&mut fields, "cities");
    let anaphor = bilingual(&mut fields, "anaphor");
    let region = fields.text("region").map(|region| region.text).unwrap_or_default();
    let metonyms = all_named(&mut fields, "metonym");
    let institutions = all_named(&mut fields, "institution");
    fields.finish();
    let given = given?;
    let well_formed = given.text.len() == 3 && given.text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !well_formed || given.text != stem {
        let message = format!("country code \"{}\" in the file {stem}.toml", given.text);
        let remedy = "write the ISO 3166-1 alpha-3 code, and name the file by it";
        problems.add(&given.place, Code::CountryCode, message, remedy);
        return None;
    }
    Some(Country {
        place,
        code: given.text,
        iso2,
        names,
        demonym,
        plural,
        capital,
        cities,
        anaphor,
        region,
        metonyms,
        institutions,
    })
}

/// Reads a file of organisations or armed groups.
pub(super) fn groups(file: &str, armed: bool, text: &str, groups: &mut Vec<Group>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (_, table) in fields.tables("actor") {
        groups.extend(group(file, armed, table, fields.problems()));
    }
    fields.finish();
}

fn group(file: &str, armed: bool, table: &Table, problems: &mut Problems) -> Option<Group> {
    let mut fields = Fields::new(file, table, problems);
    let code = fields.needed_text("code");
    let names = sides(&mut fields);
    let sector = sector(&mut fields);
    let demonym = bilingual(&mut fields, "demonym");
    let plural = bilingual(&mut fields, "plural");
    let anaphor = bilingual(&mut fields, "anaphor");
    let members = fields.texts("members");
    let home = fields.text("home");
    let metonyms = all_named(&mut fields, "metonym");
    let bodies = all_named(&mut fields, "body");
    let place = fields.place();
    fields.finish();
    let code = code?;
    let well_formed = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    };
    let valid = match code.text.split_once(':') {
        Some(("IGO" | "ARM", name)) => well_formed(name),
        Some(_) => false,
        None => code.text.len() == 3 && well_formed(&code.text),
    };
    if !valid {
        let remedy = "write IGO:NAME, ARM:NAME or the code of the country it is bound to";
        problems.add(&code.place, Code::GroupCode, format!("code \"{}\"", code.text), remedy);
        return None;
    }
    if names.is_empty() {
        problems.add(&place, Code::NoName, format!("{} has no name", code.text), "add `ar = […]; en = […]`");
        return None;
    }
    let kind = match code.text.split_once(':') {
        Some(("IGO", _)) => ActorKind::Organisation,
        Some(_) => ActorKind::ArmedGroup,
        None if armed => ActorKind::ArmedGroup,
        None => ActorKind::Organisation,
    };
    Some(Group { code, kind, names, sector, demonym, plural, anaphor, members, home, metonyms, bodies })
}

/// Reads a file of regions.
pub(super) fn regions(file: &str, text: &str, regions: &mut Vec<Region>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (_, table) in fields.tables("region") {
        let mut fields = Fields::new(file, table, fields.problems());
        let place = fields.place();
        let names = sides(&mut fields);
        let members = fields.texts("members");
        if names.ar.is_empty() || names.en.is_empty() {
            let message = "a region without a name in Arabic or English".to_owned();
            fields.problem(&place, Code::NoName, message, "add `ar = […]` and `en = […]`");
        } else {
            regions.push(Region { place, names, members });
        }
        fields.finish();
    }
    fields.finish();
}

fn sides(fields: &mut Fields<'_>) -> Bilingual {
    Bilingual { ar: fields.texts("ar"), en: fields.texts("en") }
}

fn bilingual(fields: &mut Fields<'_>, key: &'static str) -> Bilingual {
    let file = fields.place().file;
    match fields.table(key) {
        Some(table) => {
            let mut inner = Fields::new(&file, table, fields.problems());
            let both = sides(&mut inner);
            inner.finish();
            both
        }
        None => Bilingual::default(),
    }
}

fn sector(fields: &mut Fields<'_>) -> Option<Sector> {
    let given = fields.text("sector")?;
    code(&given.text, &given.place, Code::Sector, Sector::ALL, fields.problems())
}

fn all_named(fields: &mut Fields<'_>, key: &'static str) -> Vec<Named> {
    let file = fields.place().file;
    let mut all = Vec::new();
    for (_, table) in fields.tables(key) {
        let mut inner = Fields::new(&file, table, fields.problems());
        let names = sides(&mut inner);
        let sector = sector(&mut inner);
        if names.is_empty() {
            let place = inner.place();
            inner.problem(
                &place,
                Code::NoName,
                format!("a {key} without a name"),
                "add `ar = […]; en = […]`",
            );
        } else {
            all.push(Named { names, sector });
        }
        inner.finish();
    }
    all
}
