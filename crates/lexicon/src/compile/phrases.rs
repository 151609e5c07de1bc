//! Nominals and particles of several words, in all their forms.

use demarche_document::Language;
use demarche_morphology::{Cell, Gender, Number, Person, Pos, Pronoun, State};

use super::inflection::{self, Inflected};

/// A form of a phrase: its words, its cell, whether the article makes it definite, the pronoun inside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PhraseForm {
    pub words: Vec<String>,
    pub cell: Cell,
    pub article: bool,
    pub pronoun: Option<Pronoun>,
}

const ARTICLE: &str = "ال";

/// The pronouns that news writes at the end of a word, with their spelling.
fn pronouns() -> [(&'static str, Pronoun); 6] {
    use Gender::{Any, Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    use Person::{First, Third};
    [
        ("ه", Third, Masculine, Singular),
        ("ها", Third, Feminine, Singular),
        ("هما", Third, Any, Dual),
        ("هم", Third, Masculine, Plural),
        ("هن", Third, Feminine, Plural),
        ("نا", First, Any, Plural),
    ]
    .map(|(text, person, gender, number)| (text, Pronoun { person, gender, number }))
}

/// A word with every pronoun; ة, ى and ء change before one.
fn with_pronouns(word: &str) -> Vec<(String, Pronoun)> {
    let stems = match word.char_indices().next_back() {
        Some((at, 'ة')) => vec![format!("{}ت", &word[..at])],
        Some((at, 'ى')) if word != "على" && word != "إلى" && word != "لدى" => {
            vec![format!("{}ا", &word[..at])]
        }
        Some((at, 'ى')) => vec![format!("{}ي", &word[..at])],
        Some((at, 'ء')) => ['ئ', 'ؤ'].iter().map(|seat| format!("{}{seat}", &word[..at])).collect(),
        _ => vec![word.to_owned()],
    };
    let endings = pronouns();
    stems
        .iter()
        .flat_map(|stem| endings.iter().map(move |(text, pronoun)| (format!("{stem}{text}"), *pronoun)))
        .collect()
}

fn with_article(word: &str) -> String {
    if word.starts_with(ARTICLE) { word.to_owned() } else { format!("{ARTICLE}{word}") }
}

fn without_article(word: &str) -> &str {
    // الله and words of ال and one letter keep it.
    word.strip_prefix(ARTICLE).filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

/// A noun and what it is of (وزير الدفاع, رئيس بلدية): `first` are the forms of its first word.
pub(super) fn idafa(first: &Inflected, rest: &[&str]) -> Vec<PhraseForm> {
    let mut forms = Vec::new();
    let definite = rest.iter().any(|word| word.starts_with(ARTICLE));
    for (form, cell) in first.iter().filter(|(_, cell)| is_construct(*cell)) {
        let mut push = |rest: Vec<String>, article: bool, pronoun: Option<Pronoun>| {
            let words = std::iter::once(form.clone()).chain(rest).collect();
            forms.push(PhraseForm { words, cell: *cell, article, pronoun });
        };
        let given: Vec<String> = rest.iter().map(|word| (*word).to_owned()).collect();
        let last = rest.len() - 1;
        push(given.clone(), definite, None);
        // وزير خارجية باكستان, وزير خارجيتها, مستشار أمنها القومي.
        let bare: Vec<String> = rest.iter().map(|word| without_article(word).to_owned()).collect();
        if bare != given {
            push(bare.clone(), false, None);
        }
        let host = if rest[0].starts_with(ARTICLE) { 0 } else { last };
        for (word, pronoun) in with_pronouns(&bare[host]) {
            let mut rest = given.clone();
            rest[host] = word;
            push(rest, false, Some(pronoun));
        }
        if !definite {
            let mut rest = given;
            rest[last] = with_article(&rest[last]);
            push(rest, true, None);
        }
    }
    forms
}

/// Whether a form may stand before a genitive.
fn is_construct(cell: Cell) -> bool {
    matches!(cell.state, State::Any | State::Construct)
}

/// Whether a form may stand without one.
fn is_free(cell: Cell) -> bool {
    matches!(cell.state, State::Any | State::Absolute)
}

/// A noun with an adjective (هجوم مضاد, كوري جنوبي): the forms that agree, with and without the article.
pub(super) fn attribute(noun: &Inflected, adjective: &Inflected) -> Vec<PhraseForm> {
    let mut forms = Vec::new();
    for (first, cell) in noun.iter().filter(|(_, cell)| is_free(*cell)) {
        for (second, other) in adjective.iter().filter(|(_, cell)| is_free(*cell)) {
            if agrees(first, *cell, second, *other) {
                forms.extend(both_articles(&[first.clone(), second.clone()], *cell));
            }
        }
    }
    forms
}

fn agrees(first: &str, cell: Cell, second: &str, other: Cell) -> bool {
    let same_gender =
        cell.gender == other.gender || cell.gender == Gender::Any || other.gender == Gender::Any;
    // The case that the endings of dual and sound plural show.
    let case = |word: &str| word.strip_suffix('ن').and_then(|word| word.chars().next_back());
    let sound = |cell: Cell| cell.state == State::Absolute && cell.number != Number::Singular;
    let same_case = !(sound(cell) && sound(other)) || case(first) == case(second);
    // Plurals of things take the feminine singular.
    let same_number = cell.number == other.number
        || (cell.number == Number::Plural
            && cell.pos == Pos::Noun
            && (other.number, other.gender) == (Number::Singular, Gender::Feminine));
    let thing = cell.number == Number::Plural && other.number == Number::Singular;
    same_number && (same_gender || thing) && same_case
}

/// A phrase as it stands and with the article on every word.
pub(super) fn both_articles(words: &[String], cell: Cell) -> [PhraseForm; 2] {
    let definite: Vec<String> = words.iter().map(|word| with_article(word)).collect();
    let article = words.iter().all(|word| word.starts_with(ARTICLE));
    [
        PhraseForm { words: words.to_vec(), cell, article, pronoun: None },
        PhraseForm { words: definite, cell, article: true, pronoun: None },
    ]
}

/// An adjective of several words: غير with an adjective, or an adjective with what it regards (بعيد المدى).
pub(super) fn arabic_adjective(words: &[&str]) -> Vec<PhraseForm> {
    let ([first, rest @ ..], [.., last]) = (words, words) else { return Vec::new() };
    let inflect = |word: &str| inflection::arabic_adjective(word, "", "").unwrap_or_default();
    let mut forms = Vec::new();
    let mut push = |words: Vec<String>, cell: Cell, article: bool| {
        forms.push(PhraseForm { words, cell, article, pronoun: None });
    };
    if *first == "غير" {
        for (form, cell) in inflect(last).into_iter().filter(|(_, cell)| is_free(*cell)) {
            push(vec![(*first).to_owned(), with_article(&form)], cell, true);
            push(vec![(*first).to_owned(), form], cell, false);
        }
    } else {
        for (form, cell) in inflect(first).into_iter().filter(|(_, cell)| is_construct(*cell)) {
            let rest = rest.iter().map(|word| (*word).to_owned());
            push(std::iter::once(with_article(&form)).chain(rest.clone()).collect(), cell, true);
            push(std::iter::once(form).chain(rest).collect(), cell, false);
        }
    }
    forms
}

/// The spellings of a given plural phrase: a sound plural's other case.
pub(super) fn cases(words: &[&str]) -> Vec<Vec<String>> {
    let given: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let oblique: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match word.strip_suffix("ون") {
            Some(stem) => format!("{stem}ين"),
            None if at == 0 && words.len() > 1 => match word.strip_suffix('و') {
                Some(stem) => format!("{stem}ي"),
                None => (*word).to_owned(),
            },
            None => (*word).to_owned(),
        })
        .collect();
    if oblique == given { vec![given] } else { vec![given, oblique] }
}

/// A particle of several words: as it stands and, if it takes pronouns, with one (من قبله).
pub(super) fn particle(words: &[&str], cell: Cell, takes_pronoun: bool) -> Vec<PhraseForm> {
    let given: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut forms = vec![PhraseForm { words: given.clone(), cell, article: false, pronoun: None }];
    let last = given.len() - 1;
    if takes_pronoun {
        for (word, pronoun) in with_pronouns(&given[last]) {
            let mut words = given.clone();
            words[last] = word;
            forms.push(PhraseForm { words, cell, article: false, pronoun: Some(pronoun) });
        }
    }
    forms
}

/// The place of the word that heads an English phrase: the last, or the one before a preposition.
fn english_head(words: &[&str]) -> usize {
    words
        .iter()
        .position(|word| matches!(*word, "of" | "to" | "for" | "in" | "at" | "on" | "with" | "without"))
        .map_or(words.len().saturating_sub(1), |place| place.saturating_sub(1))
}

/// The word that heads a nominal of several words, without article.
pub(super) fn head(language: Language, phrase: &str) -> &str {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    match language {
        Language::Arabic => words.first().map_or("", |word| without_article(word)),
        _ => words.get(english_head(&words)).copied().unwrap_or_default(),
    }
}

/// An English phrase in singular and plural: its head inflects.
/// `head` gives the forms of the word that inflects.
pub(super) fn english(phrase: &str, plurals: &str, head: impl Fn(&str) -> Inflected) -> Vec<PhraseForm> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let at = english_head(&words);
    let form = |words: Vec<String>, cell: Cell| PhraseForm { words, cell, article: false, pronoun: None };
    let number = |number| Cell { number, ..Cell::of(Pos::Noun) };
    let given = |phrase: &str| phrase.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut forms = Vec::new();
    if plurals.is_empty() {
        for (inflected, cell) in head(words[at]) {
            let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            words[at] = inflected;
            forms.push(form(words, number(cell.number)));
        }
    } else {
        forms.push(form(given(phrase), number(Number::Singular)));
        for plural in plurals.split('|').map(str::trim).filter(|plural| !plural.is_empty() && *plural != "-")
        {
            forms.push(form(given(plural), number(Number::Plural)));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use demarche_morphology::{Gender, Number};

    use super::{PhraseForm, attribute, cases, english, idafa};
    use crate::compile::inflection::{arabic_adjective, arabic_noun, english_noun};

    fn find<'f>(forms: &'f [PhraseForm], phrase: &str) -> Option<&'f PhraseForm> {
        forms.iter().find(|form| form.words.join(" ") == phrase)
    }

    #[test]
    fn a_title_inflects_in_its_first_word_and_takes_the_state_in_its_last() {
        let minister = arabic_noun("وزير", Gender::Masculine, "وزراء").expect("a noun");
        let forms = idafa(&minister, &["الخارجية"]);
        let singular = find(&forms, "وزير الخارجية").expect("as listed");
        assert!(singular.article && singular.pronoun.is_none());
        assert_eq!(find(&forms, "وزيرا الخارجية").map(|form| form.cell.number), Some(Number::Dual));
        assert_eq!(find(&forms, "وزراء الخارجية").map(|form| form.cell.number), Some(Number::Plural));
        assert!(find(&forms, "وزير خارجية").is_some_and(|form| !form.article));
        assert!(find(&forms, "وزير خارجيتها").is_some_and(|form| form.pronoun.is_some()));
        assert!(find(&forms, "وزيران الخارجية").is_none(), "only the construct stands before a genitive");
    }

    #[test]
    fn a_pronoun_stands_at_the_word_that_had_the_article() {
        let adviser = arabic_noun("مستشار", Gender::Masculine, "ون").expect("a noun");
        let forms = idafa(&adviser, &["الأمن", "القومي"]);
        assert!(find(&forms, "مستشار أمنها القومي").is_some());
        assert!(find(&forms, "مستشارو الأمن القومي").is_some());
    }

    #[test]
    fn noun_and_adjective_agree() {
        let korean = arabic_adjective("كوري", "", "").expect("an adjective");
        let southern = arabic_adjective("جنوبي", "", "").expect("an adjective");
        let forms = attribute(&korean, &southern);
        for phrase in ["الكورية الجنوبية", "كوري جنوبي", "كوريتين جنوبيتين", "الكوريون الجنوبيون"]
        {
            assert!(find(&forms, phrase).is_some(), "{phrase}");
        }
        assert!(find(&forms, "كورية جنوبي").is_none());
        assert!(find(&forms, "الكوريون الجنوبيين").is_none());
    }

    #[test]
    fn plurals_of_things_take_the_feminine() {
        let operation = arabic_noun("عملية", Gender::Feminine, "ات").expect("a noun");
        let military = arabic_adjective("عسكري", "", "").expect("an adjective");
        assert!(find(&attribute(&operation, &military), "العمليات العسكرية").is_some());
    }

    #[test]
    fn a_listed_plural_shows_its_other_case() {
        assert_eq!(cases(&["مستشارو", "الرئيس"]), [["مستشارو", "الرئيس"], ["مستشاري", "الرئيس"]]);
        assert_eq!(cases(&["رؤساء", "البلديات"]), [["رؤساء", "البلديات"]]);
    }

    #[test]
    fn english_phrases_inflect_at_their_head() {
        let head = |word: &str| english_noun(word, "");
        let forms = english("chief of staff", "", head);
        assert_eq!(find(&forms, "chiefs of staff").map(|form| form.cell.number), Some(Number::Plural));
        assert!(find(&english("prime minister", "", head), "prime ministers").is_some());
        assert!(find(&english("attorney general", "attorneys general", head), "attorneys general").is_some());
    }
}
