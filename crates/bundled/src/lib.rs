//! The lexicon of this project, compiled when the program is built and carried in it.
//!
//! [`lexicon`] answers; [`files`] hands out the texts it was made of, so that an analyst's own folder can
//! be laid over them without a copy of the project.

use std::sync::OnceLock;

use demarche_lexicon::{Files, Lexicon};

static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.image"));
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.files"));

/// The bundled lexicon, loaded once.
///
/// # Panics
/// Never, unless the program was built wrongly: its own build made the image.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::load(IMAGE).expect("the image that this build made"))
}

/// The files that the bundled lexicon was compiled of.
///
/// # Panics
/// As [`lexicon`].
pub fn files() -> Files {
    Files::from_bytes(FILES).expect("the files that this build packed")
}

#[cfg(test)]
mod tests {
    use demarche_document::Language::{Arabic, English};
    use demarche_lexicon::{Files, Lexicon, NameKind, compile};

    use super::{files, lexicon};

    #[test]
    fn the_bundled_lexicon_is_that_of_its_files() {
        let compiled = compile(&files()).expect("it was compiled when this was built");
        assert_eq!(compiled.version, lexicon().version());
    }

    #[test]
    fn an_analysts_folder_is_laid_over_it() {
        let mut own = Files::new();
        own.insert(
            "actors/organisations-own.toml",
            "[[actor]]\ncode = \"IGO:GARDENERS\"\nen = [\"Gardeners\"]\n",
        );
        let compiled = compile(&files().overlay(own)).expect("no errors");
        let larger = Lexicon::load(compiled.image).expect("an image just made");
        assert!(larger.actor_by_code("IGO:GARDENERS").is_some());
        assert!(lexicon().actor_by_code("IGO:GARDENERS").is_none());
    }

    #[test]
    fn every_country_has_its_name_in_both_languages() {
        for (id, actor) in lexicon().actors() {
            for language in [Arabic, English] {
                let named = lexicon().all_names().iter().any(|name| {
                    name.actor == id && name.language == language && name.kind.contains(NameKind::PROPER)
                });
                assert!(named || actor.code.contains(':'), "{} has no name in {language:?}", actor.code);
            }
        }
    }
}
