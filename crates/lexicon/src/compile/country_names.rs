//! The plain names of countries, from CLDR.

use demarche_document::Language;
use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use icu_locale::{Locale, locale};

/// The names of a region in a language: first the short one, unless that is initials, then others.
/// None, if CLDR does not know the code.
pub(super) fn names(iso2: &str, language: Language) -> Vec<String> {
    let locale: Locale = match language {
        Language::Arabic => locale!("ar"),
        _ => locale!("en"),
    };
    let Ok(region) = iso2.parse::<Region>() else { return Vec::new() };
    let long = RegionDisplayName::try_new_light((&locale).into(), region);
    let short = RegionDisplayName::try_new_short_light((&locale).into(), region);
    let mut given: Vec<String> = [short, long].into_iter().flatten().map(|name| name.to_string()).collect();
    given.sort_by_key(|name| name.chars().all(|c| c.is_ascii_uppercase()));
    let mut names = Vec::new();
    for name in given.iter().flat_map(|name| spellings(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What news writes for a name of CLDR: "Myanmar (Burma)" is two, "Congo - Kinshasa" has a hyphen or none,
/// "&" is "and"; a legal description in parentheses is none.
fn spellings(name: &str) -> Vec<String> {
    if let Some((before, inside)) = name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
        let inside = (!inside.contains(' ')).then(|| inside.to_owned());
        return std::iter::once(before.to_owned()).chain(inside).collect();
    }
    if name.contains(" - ") {
        return vec![name.replace(" - ", "-"), name.replace(" - ", " ")];
    }
    if name.contains(" & ") {
        return vec![name.replace(" & ", " and "), name.to_owned()];
    }
    vec![name.to_owned()]
}

#[cfg(test)]
mod tests {
    use demarche_document::Language::{Arabic, English};

    use super::names;

    #[test]
    fn countries_have_their_plain_names_in_both_languages() {
        assert_eq!(names("PK", Arabic), ["باكستان"]);
        assert_eq!(names("PK", English), ["Pakistan"]);
        assert_eq!(names("US", English), ["United States", "US"]);
        assert_eq!(names("MM", Arabic), ["ميانمار", "بورما"]);
        assert_eq!(names("BA", English), ["Bosnia", "Bosnia and Herzegovina", "Bosnia & Herzegovina"]);
        assert_eq!(names("PS", English), ["Palestine", "Palestinian Territories"]);
        assert_eq!(names("CD", English), ["Congo-Kinshasa", "Congo Kinshasa"]);
    }

    #[test]
    fn states_that_are_no_more_have_none() {
        assert_eq!(names("SU", English), [""; 0]);
        assert_eq!(names("nonsense", English), [""; 0]);
    }
}
