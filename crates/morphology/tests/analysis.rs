//! Readings of words as news writes them, over a small lexicon.

use std::borrow::Cow;

use demarche_document::fold;
use demarche_morphology::arabic::{
    Adjective, Measure, Noun, Root, Verb, analyse, parse_plurals, parse_vowels, particle_forms,
    preposition_forms,
};
use demarche_morphology::{
    Aspect, Cell, Forms, FormsBuilder, Gender, LemmaId, Mood, Number, Person, Pos, Proclitics, Reading,
    State, Voice,
};

struct Words {
    lemmas: Vec<&'static str>,
    transitive: Vec<bool>,
    builder: FormsBuilder,
}

impl Words {
    fn lemma(&mut self, lemma: &'static str, transitive: bool, forms: Vec<(String, Cell)>) {
        let id = LemmaId(u32::try_from(self.lemmas.len()).expect("few lemmas"));
        self.lemmas.push(lemma);
        self.transitive.push(transitive);
        forms.iter().for_each(|(form, cell)| self.builder.add(form, id, *cell));
    }

    fn verb(
        &mut self,
        lemma: &'static str,
        root: &str,
        measure: &str,
        vowels: &str,
        transitive: bool,
        masdar: &str,
    ) {
        let verb = Verb {
            lemma: lemma.to_owned(),
            root: Root::parse(root).expect(lemma),
            measure: Measure::parse(measure).expect(lemma),
            vowels: parse_vowels(vowels).expect(lemma),
            transitive,
            masdars: if masdar.is_empty() { Vec::new() } else { vec![masdar.to_owned()] },
            extra: Vec::new(),
        };
        verb.check().expect(lemma);
        self.lemma(lemma, transitive, verb.forms());
    }

    fn noun(&mut self, lemma: &'static str, gender: Gender, plurals: &str) {
        let noun = Noun { lemma: lemma.to_owned(), gender, plurals: parse_plurals(plurals).expect(lemma) };
        self.lemma(lemma, false, noun.forms());
    }
}

struct Tongue {
    lemmas: Vec<&'static str>,
    transitive: Vec<bool>,
    forms: Forms,
}

impl Tongue {
    fn new() -> Self {
        let mut words = Words { lemmas: Vec::new(), transitive: Vec::new(), builder: FormsBuilder::new() };
        words.verb("أعلن", "علن", "IV", "", true, "");
        words.verb("التقى", "لقي", "VIII", "", true, "لقاء");
        words.verb("كتب", "كتب", "I", "a:u", true, "كتابة");
        words.verb("رمى", "رمي", "I", "a:i", true, "رمي");
        words.verb("سافر", "سفر", "III", "", false, "");
        words.verb("كان", "كون", "I", "a:u", false, "كون");
        words.verb("اتفق", "وفق", "VIII", "", false, "");
        words.verb("قرأ", "قرء", "I", "a:a", true, "قراءة");
        words.verb("ولي", "ولي", "I", "i:i", true, "ولاية");
        words.noun("مقاتل", Gender::Masculine, "ون");
        words.noun("بلد", Gender::Masculine, "بلاد|بلدان");
        words.noun("شركة", Gender::Feminine, "");
        words.noun("عضو", Gender::Masculine, "أعضاء");
        words.noun("بناء", Gender::Masculine, "أبنية");
        words.noun("لغة", Gender::Feminine, "");
        words.noun("رئيس", Gender::Masculine, "رؤساء");
        words.noun("وجه", Gender::Masculine, "وجوه");
        let russian = Adjective {
            lemma: "روسي".to_owned(),
            feminine: None,
            plurals: parse_plurals("روس").expect("روس"),
        };
        words.lemma("روسي", false, russian.forms());
        for name in ["روسيا", "الصين"] {
            words.lemma(name, false, vec![(name.to_owned(), Cell::of(Pos::Particle))]);
        }
        for preposition in ["على", "بين", "ل", "ب", "إن", "أن", "لكن", "من"] {
            words.lemma(preposition, false, preposition_forms(preposition));
        }
        for particle in ["ما", "و", "قد", "ذلك", "هم", "ليس"] {
            words.lemma(particle, false, particle_forms(particle, false));
        }
        let Words { lemmas, transitive, builder } = words;
        let forms = Forms::new(Cow::Owned(builder.finish())).expect("an image");
        Self { lemmas, transitive, forms }
    }

    fn read(&self, word: &str) -> Vec<(&'static str, Reading)> {
        let takes = |lemma: LemmaId| self.transitive[lemma.0 as usize];
        let readings = analyse(&self.forms, &fold(word), word, &takes);
        readings.into_iter().map(|reading| (self.lemmas[reading.lemma.0 as usize], reading)).collect()
    }

    fn reads(&self, word: &str, lemma: &str, as_told: impl Fn(&Reading) -> bool) -> bool {
        self.read(word).iter().any(|(found, reading)| *found == lemma && as_told(reading))
    }
}

fn proclitics(told: Proclitics) -> impl Fn(&Reading) -> bool {
    move |reading| reading.proclitics == told && reading.enclitic.is_none()
}

fn with(told: Proclitics, person: Person, gender: Gender, number: Number) -> impl Fn(&Reading) -> bool {
    move |reading| {
        reading.proclitics == told
            && reading.enclitic.is_some_and(|pronoun| {
                (pronoun.person, pronoun.gender, pronoun.number) == (person, gender, number)
            })
    }
}

const NONE: Proclitics = Proclitics::empty();

#[test]
fn prepositions_carry_pronouns() {
    let arabic = Tongue::new();
    let her = |told| with(told, Person::Third, Gender::Feminine, Number::Singular);
    let him = |told| with(told, Person::Third, Gender::Masculine, Number::Singular);
    assert!(arabic.reads("لها", "ل", her(NONE)));
    assert!(arabic.read("لها").iter().all(|(lemma, _)| *lemma == "ل"));
    assert!(arabic.reads("به", "ب", him(NONE)));
    assert!(arabic.reads("وبها", "ب", her(Proclitics::AND)));
    assert!(arabic.reads("عليه", "على", him(NONE)));
    assert!(arabic.reads("بينهما", "بين", with(NONE, Person::Third, Gender::Any, Number::Dual)));
    assert!(arabic.reads("منه", "من", him(NONE)));
    assert!(arabic.reads("إنها", "إن", her(NONE)));
    assert!(arabic.reads("ولكنه", "لكن", him(Proclitics::AND)));
}

#[test]
fn particles_that_take_no_pronoun_carry_none() {
    let arabic = Tongue::new();
    assert!(arabic.read("وهم").iter().all(|(_, reading)| reading.enclitic.is_none()));
    assert!(arabic.reads("وهم", "هم", proclitics(Proclitics::AND)));
    assert!(arabic.read("قدها").is_empty());
    assert!(arabic.read("لهم").iter().all(|(lemma, _)| *lemma == "ل"));
}

#[test]
fn names_and_particles_take_prepositions() {
    let arabic = Tongue::new();
    assert!(arabic.reads("لروسيا", "روسيا", proclitics(Proclitics::LI)));
    assert!(arabic.reads("بما", "ما", proclitics(Proclitics::BI)));
    assert!(arabic.reads("لذلك", "ذلك", proclitics(Proclitics::LI)));
    assert!(arabic.reads("بأن", "أن", proclitics(Proclitics::BI)));
}

#[test]
fn nominals_take_article_prepositions_and_pronouns() {
    let arabic = Tongue::new();
    let article = Proclitics::ARTICLE;
    assert!(arabic.reads("وللمقاتلين", "مقاتل", proclitics(Proclitics::AND | Proclitics::LI | article)));
    assert!(arabic.reads("للغة", "لغة", proclitics(Proclitics::LI | article)));
    assert!(arabic.reads("لبلاده", "بلد", |reading| {
        reading.cell.number == Number::Plural
            && with(Proclitics::LI, Person::Third, Gender::Masculine, Number::Singular)(reading)
    }));
    assert!(arabic.reads("مقاتلو", "مقاتل", |reading| {
        reading.cell.state == State::Construct && reading.cell.number == Number::Plural
    }));
    assert!(arabic.reads("البلدين", "بلد", |reading| reading.cell.number == Number::Dual));
    assert!(arabic.reads("شركتها", "شركة", |reading| reading.cell.state == State::Construct));
    for word in ["أعضاؤه", "أعضائه", "أعضاءه"] {
        assert!(arabic.reads(word, "عضو", |reading| reading.enclitic.is_some()), "{word}");
    }
    for word in ["بنائها", "بناؤها", "بناءها"] {
        assert!(arabic.reads(word, "بناء", |reading| reading.enclitic.is_some()), "{word}");
    }
}

#[test]
fn what_excludes_one_another_is_not_read_together() {
    let arabic = Tongue::new();
    assert!(arabic.read("المقاتلو").is_empty());
    assert!(arabic.read("الشركته").is_empty());
    assert!(arabic.read("المقاتلونها").is_empty());
    assert!(arabic.read("سكتب").is_empty());
    assert!(arabic.read("بيكتب").is_empty());
    assert!(arabic.read("شركت").is_empty());
    assert!(!arabic.reads("اليكتب", "كتب", |reading| reading.cell.pos == Pos::Verb));
}

#[test]
fn verbs_take_future_and_object() {
    let arabic = Tongue::new();
    assert!(arabic.reads("سيلتقيان", "التقى", |reading| {
        reading.cell.aspect == Aspect::Present
            && reading.cell.number == Number::Dual
            && reading.cell.mood == Mood::Indicative
            && reading.proclitics == Proclitics::FUTURE
    }));
    assert!(arabic.reads("فسيعلنونها", "أعلن", |reading| {
        reading.cell.number == Number::Plural
            && with(Proclitics::SO | Proclitics::FUTURE, Person::Third, Gender::Feminine, Number::Singular)(
                reading,
            )
    }));
    let him = || with(NONE, Person::Third, Gender::Masculine, Number::Singular);
    assert!(arabic.reads("كتبوه", "كتب", him()));
    assert!(arabic.reads("رماه", "رمى", him()));
    assert!(arabic.reads("يقرؤه", "قرأ", him()));
    assert!(arabic.reads("كتبتموه", "كتب", him()));
    assert!(arabic.read("كتبواه").is_empty());
    assert!(arabic.reads("ليكتب", "كتب", proclitics(Proclitics::LA)));
    assert!(arabic.read("ليكتبون").is_empty());
}

#[test]
fn only_transitive_verbs_carry_an_object_and_have_all_persons_of_the_passive() {
    let arabic = Tongue::new();
    assert!(arabic.reads("سافر", "سافر", |_| true));
    assert!(arabic.read("سافرها").is_empty());
    let passive = |reading: &Reading| reading.cell.pos == Pos::Verb && reading.cell.voice == Voice::Passive;
    assert!(arabic.reads("كتبوا", "كتب", passive));
    assert!(arabic.reads("اتفق", "اتفق", passive));
    assert!(!arabic.reads("اتفقوا", "اتفق", passive));
}

#[test]
fn the_spelling_of_the_text_decides_between_words_with_one_key() {
    let arabic = Tongue::new();
    let lemmas = |word: &str| arabic.read(word).into_iter().map(|(lemma, _)| lemma).collect::<Vec<_>>();
    assert_eq!(lemmas("أن"), ["أن"]);
    assert_eq!(lemmas("إن"), ["إن"]);
    assert_eq!(lemmas("ان"), ["إن", "أن"]);
    assert!(arabic.read("شركة").iter().all(|(_, reading)| reading.enclitic.is_none()));
    assert!(arabic.reads("شركه", "شركة", |reading| reading.enclitic.is_none()));
    assert!(arabic.read("كتبة").is_empty());
    assert!(arabic.reads("كتبه", "كتب", |reading| reading.enclitic.is_some()));
    assert!(arabic.reads("إتفق", "اتفق", |_| true));
    assert!(arabic.reads("أعْلَنَ", "أعلن", |_| true));
    assert!(arabic.read("عليها").iter().all(|(lemma, _)| *lemma == "على"));
    assert!(arabic.reads("كان", "كان", |_| true));
    assert!(arabic.reads("كأن", "أن", proclitics(Proclitics::KA)));
    assert!(!arabic.reads("كأن", "كان", |_| true));
}

#[test]
fn a_misspelled_word_is_read_if_nothing_agrees_with_it() {
    let arabic = Tongue::new();
    assert!(arabic.reads("إعلنت", "أعلن", |_| true));
    assert!(arabic.reads("الروسى", "روسي", |_| true));
    assert!(arabic.reads("علي", "على", |_| true));
}

#[test]
fn a_pronoun_of_speaker_or_addressee_is_the_last_resort() {
    let arabic = Tongue::new();
    assert!(arabic.read("روسي").iter().all(|(_, reading)| reading.enclitic.is_none()));
    assert!(arabic.reads("رئيسي", "رئيس", |reading| reading.cell.number == Number::Dual));
    assert!(arabic.read("رئيسي").iter().all(|(_, reading)| reading.enclitic.is_none()));
    assert!(arabic.reads("أعضائي", "عضو", |reading| reading.enclitic.is_some()));
    assert!(arabic.reads("رئيسك", "رئيس", |reading| reading.enclitic.is_some()));
}

#[test]
fn a_question_begins_with_a_hamza() {
    let arabic = Tongue::new();
    assert!(arabic.reads("أليس", "ليس", proclitics(Proclitics::QUESTION)));
}

#[test]
fn an_unknown_word_has_no_reading() {
    let arabic = Tongue::new();
    for word in ["", "واشنطن", "washington", "2018", "٪", "و و"] {
        assert!(arabic.read(word).is_empty(), "{word}");
    }
}
