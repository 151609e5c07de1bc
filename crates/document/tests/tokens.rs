//! Words, numbers and marks.

use demarche_document::{TokenKind, tokenize};

#[track_caller]
fn keys(text: &str, expected: &str) {
    let keys: Vec<Box<str>> = tokenize(text, 0).into_iter().map(|token| token.key).collect();
    assert_eq!(keys.join(" "), expected, "of {text:?}");
}

#[test]
fn english_words() {
    keys("Sino-Russian F-16 jets", "sino-russian f-16 jets");
    keys("Russia's forces, the troops' camp", "russia 's forces , the troops ' camp");
    keys("Kuwait\"s minister", "kuwait 's minister");
    keys("They don't, won't and can't", "they do n't , wo n't and ca n't");
    keys("the U.S. and J. Smith", "the u.s. and j . smith");
    keys("the 7th, the 1980s and '80s", "the 7th , the 1980s and '80s");
    keys("a 13-year-old boy", "a 13-year-old boy");
    keys("'No deal' he said", "' no deal ' he said");
}

#[test]
fn arabic_words() {
    keys("و\"داعش\"", "و \" داعش \"");
    keys("«الشرق الأوسط»", "« الشرق الاوسط »");
    keys("العلاقـــات مُحَمَّد", "العلاقات محمد");
    keys("جيه إف-17 وسو-35", "جيه اف-17 وسو-35");
    keys("موسكو-دمشق", "موسكو - دمشق");
    keys("و2015 1436هـ", "و 2015 1436 ه");
    keys("سي.آي.ايه قال.", "سي.اي.ايه قال .");
}

#[test]
fn numbers() {
    keys("1,200 3.5 2016 50% ٢٠١٨ 01:57 1987/88", "1,200 3.5 2016 50 % 2018 01:57 1987/88");
    assert_eq!(tokenize("3.5", 0)[0].kind, TokenKind::Number);
}

#[test]
fn tokens_know_capitals_and_spaces() {
    let tokens = tokenize("(Egypt", 0);
    assert!(tokens[1].capital && !tokens[1].spaced);
    assert!(!tokenize("egypt", 0)[0].capital);
}
