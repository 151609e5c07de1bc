//! The verb generator against conjugation tables written by hand.

use demarche_morphology::arabic::{Measure, Root, Verb, parse_vowels};
use demarche_morphology::{Aspect, Cell, Gender, Mood, Number, Person, Pos, Voice};

const TABLES: &str = include_str!("conjugations.tsv");

fn is_cell(name: &str, cell: Cell) -> bool {
    let finite = cell.pos == Pos::Verb && cell.voice == Voice::Active;
    let slot = (cell.person, cell.number, cell.gender);
    let he = (Person::Third, Number::Singular, Gender::Masculine);
    let they = (Person::Third, Number::Plural, Gender::Masculine);
    match name {
        "past-1p" => {
            finite && cell.aspect == Aspect::Past && slot == (Person::First, Number::Plural, Gender::Any)
        }
        "past-3mp" => finite && cell.aspect == Aspect::Past && slot == they,
        "present-3ms" => finite && cell.aspect == Aspect::Present && slot == he && cell.mood == Mood::Any,
        "present-3mp" => {
            finite && cell.aspect == Aspect::Present && slot == they && cell.mood == Mood::Indicative
        }
        "jussive-3ms" => {
            finite && cell.aspect == Aspect::Present && slot == he && cell.mood != Mood::Indicative
        }
        "active" => cell.pos == Pos::ActiveParticiple && cell.gender == Gender::Masculine,
        "passive" => cell.pos == Pos::PassiveParticiple && cell.gender == Gender::Masculine,
        "masdar" => cell.pos == Pos::Masdar && cell.number == Number::Singular,
        _ => panic!("no cell is called {name}"),
    }
}

#[test]
fn verbs_inflect_as_the_tables_tell() {
    let mut lines = TABLES.lines().filter(|line| !line.starts_with('#'));
    let header: Vec<&str> = lines.next().expect("a header").split('\t').collect();
    let mut verbs = 0;
    let mut wrong: Vec<String> = Vec::new();
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        let [lemma, root, measure, vowels] = columns[..4] else { panic!("{line}: too few columns") };
        let verb = Verb {
            lemma: lemma.to_owned(),
            root: Root::parse(root).expect(line),
            measure: Measure::parse(measure).expect(line),
            vowels: parse_vowels(vowels).expect(line),
            transitive: true,
            masdars: vec!["مصدر".to_owned()],
            extra: Vec::new(),
        };
        verb.check().expect(line);
        let forms = verb.forms();
        for (&name, &expected) in header.iter().zip(&columns).skip(4).filter(|(_, form)| !form.is_empty()) {
            if !forms.iter().any(|(form, cell)| form == expected && is_cell(name, *cell)) {
                let found: Vec<&str> = forms
                    .iter()
                    .filter(|(_, cell)| is_cell(name, *cell))
                    .map(|(form, _)| form.as_str())
                    .collect();
                wrong.push(format!("{lemma} {measure} {name}: {expected}, but made: {}", found.join(" ")));
            }
        }
        verbs += 1;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(verbs >= 200, "only {verbs} verbs");
}
