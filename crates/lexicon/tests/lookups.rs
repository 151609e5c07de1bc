//! What a compiled lexicon answers.

mod fixture;

use demarche_document::Language::{Arabic, English, Other};
use demarche_document::{Date, tokenize};
use demarche_lexicon::{
    ActorKind, Anchor, Behaviour, CONTEXTS, ContextId, Effect, Files, Lexicon, LoadError, Name, NameKind,
    NounClass, NumberKind, Quad, Role, Root, Sector, SlotPattern, UnitId, compile,
};
use demarche_morphology::{Gender, Number, Pos, Proclitics, Reading};

fn names<'l>(lexicon: &'l Lexicon, text: &str) -> Vec<&'l Name> {
    let language = if text.is_ascii() { English } else { Arabic };
    let tokens = tokenize(text, 0);
    let keys: Vec<&str> = tokens.iter().map(|token| &*token.key).collect();
    lexicon.names(language).exact(&keys).iter().map(|id| lexicon.name(*id)).collect()
}

fn phrase(lexicon: &Lexicon, words: &str) -> Vec<Reading> {
    let tokens = tokenize(words, 0);
    let keys: Vec<&str> = tokens.iter().map(|token| &*token.key).collect();
    lexicon.agents(if words.is_ascii() { English } else { Arabic }).exact(&keys).to_vec()
}

fn code<'l>(lexicon: &'l Lexicon, name: &Name) -> &'l str {
    &lexicon.actor(name.actor).code
}

#[test]
fn countries_have_plain_names_from_cldr_and_further_names_from_their_file() {
    let lexicon = fixture::lexicon();
    for text in ["باكستان", "Pakistan", "جمهورية باكستان الإسلامية"] {
        let found = names(&lexicon, text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((code(&lexicon, found[0]), found[0].kind), ("PAK", NameKind::PROPER), "{text}");
    }
    let pakistan = lexicon.actor(lexicon.actor_by_code("PAK").expect("a country"));
    assert_eq!((pakistan.english.as_str(), pakistan.arabic.as_str()), ("Pakistan", "باكستان"));
    let soviet = lexicon.actor(lexicon.actor_by_code("SUN").expect("a state that is no more"));
    assert_eq!(soviet.english, "Soviet Union");
}

#[test]
fn capitals_places_metonyms_and_institutions_tell_what_they_are() {
    let lexicon = fixture::lexicon();
    let kind = |text: &str| names(&lexicon, text).first().map(|name| (name.kind, name.sector));
    assert_eq!(kind("اسلام اباد"), Some((NameKind::CAPITAL, None)));
    assert_eq!(kind("Karachi"), Some((NameKind::PLACE, None)));
    assert_eq!(kind("the Kremlin"), Some((NameKind::METONYM, Some(Sector::Gov))));
    assert_eq!(kind("PTI"), Some((NameKind::INSTITUTION, Some(Sector::Pty))));
    assert_eq!(kind("Lahore"), None);
}

#[test]
fn peoples_are_names_with_and_without_the_article() {
    let lexicon = fixture::lexicon();
    for text in
        ["الروس", "روس", "الباكستانيين", "الكوريون الجنوبيون", "Russians", "Pakistanis", "South Koreans"]
    {
        let found = names(&lexicon, text);
        assert!(found.iter().any(|name| name.kind == NameKind::PEOPLE), "{text}");
    }
}

#[test]
fn demonyms_are_adjectives_and_their_plurals_are_nouns_of_the_country() {
    let lexicon = fixture::lexicon();
    let readings = |language, form: &str| -> Vec<(Pos, Number, Option<&str>)> {
        let forms = lexicon.forms(language).lookup(form);
        forms
            .map(|(id, cell)| {
                let country = lexicon.lemma(id).country.map(|actor| lexicon.actor(actor).code.as_str());
                (cell.pos, cell.number, country)
            })
            .collect()
    };
    assert!(readings(Arabic, "روسيه").contains(&(Pos::Adjective, Number::Singular, Some("RUS"))));
    assert!(readings(Arabic, "روس").contains(&(Pos::Noun, Number::Plural, Some("RUS"))));
    assert!(readings(Arabic, "باكستانيين").contains(&(Pos::Noun, Number::Plural, Some("PAK"))));
    assert!(!readings(Arabic, "روسي").iter().any(|(pos, ..)| *pos == Pos::Noun));
    assert!(readings(English, "pakistani").contains(&(Pos::Noun, Number::Singular, Some("PAK"))));
    assert!(readings(English, "pakistanis").contains(&(Pos::Noun, Number::Plural, Some("PAK"))));
    let whose = |form: &str| -> Vec<&str> {
        let forms = lexicon.forms(English).lookup(form).filter(|(_, cell)| cell.number == Number::Plural);
        forms.map(|(id, _)| lexicon.lemma(id).text.as_str()).collect()
    };
    assert_eq!(whose("rus"), ["Russian"], "a listed plural belongs to the demonym it looks like");
    assert_eq!(whose("siberians"), ["Siberian"]);
    let koreans = phrase(&lexicon, "الكورية الجنوبية");
    assert_eq!(koreans.len(), 1);
    assert_eq!(koreans[0].cell.gender, Gender::Feminine);
    assert_eq!(koreans[0].proclitics, Proclitics::ARTICLE);
    let korea = lexicon.lemma(koreans[0].lemma).country.map(|actor| lexicon.actor(actor).code.as_str());
    assert_eq!(korea, Some("KOR"));
    assert!(!phrase(&lexicon, "South Korean").is_empty());
}

#[test]
fn persons_carry_their_offices_by_date() {
    let lexicon = fixture::lexicon();
    let found = names(&lexicon, "بوتين");
    assert_eq!(found.len(), 1);
    let putin = found[0];
    assert_eq!(putin.kind, NameKind::PERSON);
    assert_eq!(putin.person.as_deref(), Some("Vladimir Putin"));
    let terms: Vec<_> =
        putin.terms.iter().map(|term| (term.title.as_str(), term.sector, term.from, term.to)).collect();
    let day = |year, month, day| Date::new(year, month, day).ok();
    assert_eq!(
        terms,
        [
            ("president", Sector::Gov, day(2000, 5, 7), day(2008, 5, 31)),
            ("prime minister", Sector::Gov, day(2008, 5, 8), day(2012, 12, 31)),
        ]
    );
    assert_eq!(names(&lexicon, "Dmitry Medvedev")[0].terms[0].to, None);
}

#[test]
fn organisations_groups_and_regions_know_members_home_and_anaphors() {
    let lexicon = fixture::lexicon();
    let codes = |id| lexicon.actor(id).code.as_str();
    let pact = lexicon.actor(lexicon.actor_by_code("IGO:PACT").expect("listed"));
    assert_eq!(pact.members.iter().map(|id| codes(*id)).collect::<Vec<_>>(), ["PAK", "RUS"]);
    assert_eq!(names(&lexicon, "الحلف الكبير")[0].anaphors, ["الحلف"]);
    assert_eq!(names(&lexicon, "Grand Pact secretariat")[0].sector, Some(Sector::Igo));
    assert_eq!(names(&lexicon, "Pactville")[0].kind, NameKind::METONYM);
    let of_pact = |form: &str| -> Vec<Pos> {
        let forms = lexicon.forms(English).lookup(form);
        forms
            .filter(|(id, _)| lexicon.lemma(*id).country.map(codes) == Some("IGO:PACT"))
            .map(|f| f.1.pos)
            .collect()
    };
    assert_eq!(of_pact("pactish"), [Pos::Adjective, Pos::Noun, Pos::Noun]);
    assert_eq!(of_pact("gp"), [Pos::Adjective], "initials are no people");
    let riders = lexicon.actor(lexicon.actor_by_code("ARM:RIDERS").expect("listed"));
    assert_eq!((riders.kind, riders.home.map(codes)), (ActorKind::ArmedGroup, Some("PAK")));
    let region = lexicon.actor(lexicon.actor_by_code("REG:GREAT_TWO").expect("listed"));
    assert_eq!((region.kind, region.members.len()), (ActorKind::Region, 2));
    let rebels = names(&lexicon, "Southern Rebels")[0];
    assert_eq!((code(&lexicon, rebels), rebels.sector), ("KOR", Some(Sector::Reb)));
}

#[test]
fn groups_without_a_code_of_their_own_stay_apart() {
    let lexicon = fixture::lexicon();
    let (river, lake) = (names(&lexicon, "River Board")[0], names(&lexicon, "Lake Board")[0]);
    assert_eq!((code(&lexicon, river), code(&lexicon, lake)), ("IGO:OTHER", "IGO:OTHER"));
    assert_ne!(river.actor, lake.actor);
    assert_eq!(lexicon.actor(lake.actor).english, "Lake Board");
    assert_eq!(lexicon.actor_by_code("IGO:OTHER"), Some(river.actor));
}

#[test]
fn the_longest_name_wins() {
    let lexicon = fixture::lexicon();
    let text = ["جمهوريه", "باكستان", "الاسلاميه", "وروسيا"];
    let (words, ids) = lexicon.names(Arabic).longest(text).expect("a name");
    assert_eq!((words, lexicon.name(ids[0]).text.as_str()), (3, "جمهورية باكستان الإسلامية"));
}

#[test]
fn verbs_bring_their_masdars_and_participles() {
    let lexicon = fixture::lexicon();
    let attack = lexicon.find_lemma(Arabic, "هاجم", Pos::Verb).expect("listed");
    let of = |form: &str, pos: Pos| {
        lexicon.forms(Arabic).lookup(form).any(|(id, cell)| id == attack && cell.pos == pos)
    };
    assert!(of("هاجموا", Pos::Verb));
    assert!(of("مهاجمه", Pos::Masdar));
    assert!(of("مهاجمين", Pos::ActiveParticiple));
    assert!(!of("هجوم", Pos::Noun));
    assert!(lexicon.lemma(attack).behaviour.contains(Behaviour::TRANSITIVE));
    assert_eq!(lexicon.find_lemma(English, "attack", Pos::Adjective), None);
}

#[test]
fn classes_mark_their_words_and_speech_makes_a_verb_report() {
    let lexicon = fixture::lexicon();
    let effects = |language, text: &str, pos| -> Vec<Effect> {
        let lemma = lexicon.lemma(lexicon.find_lemma(language, text, pos).expect("listed"));
        lemma.modal.iter().map(|id| lexicon.class(*id).effect).collect()
    };
    assert_eq!(effects(Arabic, "حاول", Pos::Verb), [Effect::Attempt]);
    assert_eq!(effects(English, "likely", Pos::Adjective), [Effect::Possible]);
    let say = lexicon.lemma(lexicon.find_lemma(Arabic, "قال", Pos::Verb).expect("listed"));
    assert!(say.behaviour.contains(Behaviour::SPEECH | Behaviour::CLAUSE));
    let rule = lexicon.lemma(lexicon.find_lemma(English, "rule", Pos::Verb).expect("listed"));
    assert_eq!(lexicon.class(rule.modal[0]).particle, ["out"]);
    let expected = lexicon.lemma(lexicon.find_lemma(Arabic, "مرتقب", Pos::Adjective).expect("listed"));
    let with = lexicon.find_lemma(Arabic, "ب", Pos::Particle).expect("listed");
    assert_eq!(lexicon.class(expected.modal[0]).slots, [SlotPattern::Preposition(with)]);
}

#[test]
fn units_hang_on_their_words() {
    let lexicon = fixture::lexicon();
    let crack = lexicon.lemma(lexicon.find_lemma(English, "crack", Pos::Verb).expect("listed"));
    let unit = lexicon.unit(crack.units[0]);
    assert_eq!(lexicon.frame(unit.frame).name, "attack");
    assert_eq!(unit.particle, ["down"]);
    let on = lexicon.find_lemma(English, "on", Pos::Particle).expect("listed");
    assert_eq!(
        unit.roles,
        [(SlotPattern::Subject, Role::Source), (SlotPattern::Preposition(on), Role::Target)]
    );
    let noun = lexicon.find_lemma(Arabic, "هجوم", Pos::Noun).expect("listed");
    let unit = lexicon.unit(lexicon.lemma(noun).units[0]);
    assert_eq!((unit.anchor, unit.without.as_slice()), (Anchor::Noun(noun), ["لاذع".to_owned()].as_slice()));
    assert_eq!(unit.origin, "lexicon/ar/units/assault.toml:10");
    let verb = lexicon.lemma(lexicon.find_lemma(Arabic, "هاجم", Pos::Verb).expect("listed"));
    let never = &lexicon.unit(verb.units[0]).never;
    assert_eq!(never.as_slice(), [(SlotPattern::Object, NounClass::TEXT | NounClass::ABSTRACT)]);
}

#[test]
fn a_needed_head_may_be_given_in_its_plural_and_brings_the_phrases_that_it_heads() {
    let lexicon = fixture::lexicon();
    let meet = lexicon.lemma(lexicon.find_lemma(Arabic, "التقى", Pos::Verb).expect("listed"));
    let minister = lexicon.find_lemma(Arabic, "وزير", Pos::Noun).expect("listed");
    let foreign = lexicon.find_lemma(Arabic, "وزير الخارجية", Pos::Noun).expect("listed");
    assert_eq!(lexicon.unit(meet.units[0]).needs, [(SlotPattern::Object, vec![minister, foreign])]);
}

#[test]
fn a_needed_head_brings_the_verb_whose_masdar_is_spelled_alike() {
    let mut files = fixture::files();
    let edit = |files: &mut Files, path: &str, old: &str, new: &str| {
        let text = files.get(path).expect("a file of the fixture").replacen(old, new, 1);
        files.insert(path, text);
    };
    edit(&mut files, "ar/nouns.tsv", "قلق\t", "مهاجمة\tf\t\tevent\tattacking\nقلق\t");
    edit(&mut files, "ar/units/assault.toml", "\"وزراء\"", "\"مهاجمة|قلق\"");
    let lexicon = fixture::load(&files);
    let meet = lexicon.lemma(lexicon.find_lemma(Arabic, "التقى", Pos::Verb).expect("listed"));
    let (_, heads) = &lexicon.unit(meet.units[0]).needs[0];
    let heads: Vec<(Pos, &str)> =
        heads.iter().map(|id| (lexicon.lemma(*id).pos, lexicon.lemma(*id).text.as_str())).collect();
    assert_eq!(heads, [(Pos::Verb, "هاجم"), (Pos::Noun, "مهاجمة"), (Pos::Noun, "قلق")]);
}

#[test]
fn events_of_several_words_have_the_units_of_their_head_and_other_things_do_not() {
    let lexicon = fixture::lexicon();
    let units = |language, text: &str| -> &[UnitId] {
        &lexicon.lemma(lexicon.find_lemma(language, text, Pos::Noun).expect("listed")).units
    };
    assert_eq!(units(Arabic, "هجوم مضاد"), units(Arabic, "هجوم"));
    assert_eq!(units(English, "cyber attack"), units(English, "attack"));
    assert!(!units(English, "attack").is_empty());
    assert!(units(English, "heart attack").is_empty());
}

#[test]
fn phrases_that_differ_by_the_article_are_one_word() {
    let mut files = fixture::files();
    files.insert(
        "ar/nouns-more.tsv",
        "lemma\tgender\tplural\tclass\tgloss\nالهجوم المضاد\tm\tهجمات مضادة\tevent\tcounter-attack\n",
    );
    let lexicon = fixture::load(&files);
    let counter_attacks = lexicon.lemmas().filter(|(_, lemma)| lemma.gloss == "counter-attack");
    assert_eq!(counter_attacks.count(), 1);
    assert_eq!(phrase(&lexicon, "الهجمات المضادة").len(), 1);
    assert!(!phrase(&lexicon, "هجوم مضاد").is_empty());
}

#[test]
fn a_gloss_tells_words_of_one_spelling_apart() {
    let mut files = fixture::files();
    let second =
        "lemma\troot\tmeasure\tvowels\tvalency\tmasdar\textra\tgloss\nقال\tقيل\tI\ta:i\t\tقيلولة\t\tnap\n";
    files.insert("ar/verbs-more.tsv", second);
    files.insert("ar/classes.toml", "[[class]]\neffect = \"habit\"\nverbs = [\"قال (nap)\"]\n");
    let compiled = compile(&files).expect("no errors");
    assert_eq!(compiled.warnings, []);
    let lexicon = Lexicon::load(compiled.image).expect("an image just made");
    let classed: Vec<&str> = lexicon
        .lemmas()
        .filter(|(_, lemma)| lemma.text == "قال" && !lemma.modal.is_empty())
        .map(|(_, lemma)| lemma.gloss.as_str())
        .collect();
    assert_eq!(classed, ["nap"]);
}

#[test]
fn words_bring_contexts() {
    let lexicon = fixture::lexicon();
    let contexts = |language, text: &str, pos| -> Vec<&str> {
        let lemma = lexicon.lemma(lexicon.find_lemma(language, text, pos).expect("listed"));
        lemma.contexts.iter().map(|context| context.as_str()).collect()
    };
    assert_eq!(contexts(Arabic, "مضاد", Pos::Adjective), ["military"]);
    assert_eq!(contexts(Arabic, "هاجم", Pos::Verb), ["military"], "by its masdar");
    assert_eq!(contexts(Arabic, "هجوم", Pos::Noun), ["terrorism"], "by its plural");
    assert_eq!(contexts(Arabic, "هجوم مضاد", Pos::Noun), ["military", "terrorism"], "by its words");
    assert_eq!(contexts(Arabic, "وزير الخارجية", Pos::Noun), ["diplomatic"]);
    assert_eq!(contexts(Arabic, "وزير", Pos::Noun), [""; 0]);
    assert_eq!(contexts(English, "attack", Pos::Verb), ["military"]);
    assert_eq!(contexts(English, "attack", Pos::Noun), ["military"]);
    assert_eq!(contexts(English, "civil war", Pos::Noun), ["political_institutions"]);
    assert_eq!(contexts(English, "heart attack", Pos::Noun), [""; 0], "neither event nor thing");
    let names: Vec<&str> = ContextId::all().map(ContextId::as_str).collect();
    assert_eq!(names, CONTEXTS);
    assert_eq!("cbrn".parse::<ContextId>().map(ContextId::as_str), Ok("cbrn"));
    assert!("picnic".parse::<ContextId>().is_err());
}

#[test]
fn a_preposition_that_is_also_an_agent_marker_stands_for_itself_as_preposition() {
    let lexicon = fixture::lexicon();
    let noun = lexicon.lemma(lexicon.find_lemma(English, "attack", Pos::Noun).expect("listed"));
    let roles = &lexicon.unit(noun.units[0]).roles;
    let functions: Vec<_> = roles
        .iter()
        .filter_map(|(slot, _)| match slot {
            SlotPattern::Preposition(id) => lexicon.lemma(*id).function.map(|function| function.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(functions, ["preposition", "preposition"]);
}

#[test]
fn light_verbs_may_be_phrasal() {
    let lexicon = fixture::lexicon();
    let carry = lexicon.lemma(lexicon.find_lemma(English, "carry", Pos::Verb).expect("listed"));
    let light = lexicon.light(carry.lights[0]);
    assert_eq!(
        (light.particle.as_slice(), &light.via),
        (["out".to_owned()].as_slice(), &SlotPattern::Object)
    );
    let launch = lexicon.lemma(lexicon.find_lemma(Arabic, "شنّ", Pos::Verb).expect("listed"));
    assert_eq!(lexicon.light(launch.lights[0]).roles, [(SlotPattern::Subject, Role::Source)]);
}

#[test]
fn agents_of_several_words_are_found_in_all_their_forms() {
    let lexicon = fixture::lexicon();
    let told = |words: &str| {
        phrase(&lexicon, words).first().map(|reading| {
            let lemma = lexicon.lemma(reading.lemma);
            (lemma.text.clone(), lemma.sector, reading.cell.number)
        })
    };
    let minister = |number| Some(("وزير الخارجية".to_owned(), Some(Sector::Gov), number));
    assert_eq!(told("وزير الخارجية"), minister(Number::Singular));
    assert_eq!(told("وزيرا الخارجية"), minister(Number::Dual));
    assert_eq!(told("وزيري خارجية"), minister(Number::Dual));
    assert_eq!(told("وزراء خارجيتهم"), minister(Number::Plural));
    assert!(phrase(&lexicon, "وزير خارجيتها")[0].enclitic.is_some());
    assert_eq!(phrase(&lexicon, "وزير خارجية")[0].proclitics, Proclitics::empty());
    let english = |number| Some(("prime minister".to_owned(), Some(Sector::Gov), number));
    assert_eq!(told("prime ministers"), english(Number::Plural));
    assert_eq!(told("chiefs of staff").map(|(lemma, ..)| lemma), Some("chief of staff".to_owned()));
    assert_eq!(told("الهجمات المضادة").map(|(lemma, ..)| lemma), Some("هجوم مضاد".to_owned()));
    assert_eq!(told("غير الشرعية").map(|(lemma, ..)| lemma), Some("غير شرعي".to_owned()));
    assert_eq!(told("وزيران الخارجية"), None);
}

#[test]
fn particles_have_functions_and_features() {
    let lexicon = fixture::lexicon();
    let functions = |language, key: &str| -> Vec<&str> {
        let forms = lexicon.forms(language).lookup(key);
        forms.filter_map(|(id, _)| lexicon.lemma(id).function.map(|function| function.as_str())).collect()
    };
    assert_eq!(functions(English, "by"), ["agent", "preposition"]);
    assert_eq!(functions(English, "'s"), ["possessive"]);
    let (_, two) = lexicon.forms(Arabic).lookup("هذان").next().expect("listed");
    assert_eq!((two.gender, two.number), (Gender::Masculine, Number::Dual));
    let particle = |language, keys: &[&str]| lexicon.particles(language).exact(keys).first().copied();
    let agent = particle(Arabic, &["من", "قبلها"]).expect("an agent marker with a pronoun");
    assert!(agent.enclitic.is_some());
    assert!(particle(Arabic, &["علي", "الرغم", "من"]).is_some());
    let purpose = particle(English, &["in", "order", "to"]).expect("listed");
    assert_eq!(lexicon.lemma(purpose.lemma).text, "in order to");
}

#[test]
fn number_words_tell_value_and_kind() {
    let lexicon = fixture::lexicon();
    let told = |language, key: &str| lexicon.number_word(language, key).map(|w| (w.value, w.kind, w.alone));
    assert_eq!(told(Arabic, "ثلاثه"), Some((3.0, NumberKind::Exact, None)));
    assert_eq!(told(Arabic, "احد عشر"), Some((11.0, NumberKind::Exact, None)));
    assert_eq!(told(Arabic, "مئه"), Some((100.0, NumberKind::Multiplier, None)));
    assert_eq!(told(Arabic, "الاف"), Some((1000.0, NumberKind::Multiplier, Some(2000.0))));
    assert_eq!(told(Arabic, "عشرات"), Some((20.0, NumberKind::Vague, None)));
    assert_eq!(told(English, "thousand"), Some((1000.0, NumberKind::Multiplier, None)));
    assert_eq!(told(English, "عشرات"), None);
    assert_eq!(told(Other, "three"), None);
}

#[test]
fn frames_know_their_quarter_of_the_ontology() {
    let lexicon = fixture::lexicon();
    let frame = lexicon.frame(lexicon.frame_named("airstrike").expect("defined"));
    assert_eq!((frame.root, frame.mode.as_str()), (Some(Root::Assault), "aerial"));
    assert_eq!(frame.root.map(Root::quad), Some(Quad::MaterialConflict));
    let ally = lexicon.frame(lexicon.frame_named("ally").expect("defined"));
    assert_eq!((ally.root, ally.polarity, ally.mutual), (None, 1, true));
    assert_eq!(lexicon.frame_named("picnic"), None);
}

#[test]
fn codes_are_read_as_they_are_written() {
    for root in Root::ALL {
        assert_eq!(root.as_str().parse(), Ok(*root));
    }
    assert_eq!("MIL".parse(), Ok(Sector::Mil));
    assert!("mil".parse::<Sector>().is_err());
}

#[test]
fn examples_belong_to_their_units() {
    let examples = demarche_lexicon::examples(&fixture::files()).expect("no errors");
    let lexicon = fixture::lexicon();
    assert_eq!(examples.len(), 12);
    let first = &examples[0];
    assert!(first.yes && first.text == "هاجم الجيش الروسي مواقع باكستانية");
    let expected = first.expected.as_ref().expect("codes");
    assert_eq!(
        (expected.source.as_slice(), expected.target.as_slice()),
        (["RUS".to_owned()].as_slice(), ["PAK".to_owned()].as_slice())
    );
    let verb = lexicon.find_lemma(Arabic, "هاجم", Pos::Verb).expect("listed");
    assert_eq!(lexicon.unit(first.unit).anchor, Anchor::Verb(verb));
    assert!(!examples[1].yes && examples[1].expected.is_none());
}

#[test]
fn the_same_files_in_any_order_give_the_same_bytes() {
    let files = fixture::files();
    let mut backwards: Vec<(String, String)> =
        files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    backwards.reverse();
    let again: Files = backwards.into_iter().collect();
    assert_eq!(compile(&files), compile(&again));
}

#[test]
fn the_version_changes_with_what_the_lexicon_knows_and_not_with_comments() {
    let version = |files: &Files| compile(files).expect("no errors").version;
    let files = fixture::files();
    let edited = |path: &str, edit: &dyn Fn(&str) -> String| {
        let mut files = files.clone();
        let text = edit(files.get(path).expect("a file of the fixture"));
        files.insert(path, text);
        files
    };
    let commented = edited("en/nouns.tsv", &|text| format!("{text}# nothing\n"));
    let enlarged = edited("en/nouns.tsv", &|text| format!("{text}raid\t\tevent\t\n"));
    assert_eq!(version(&files), version(&commented));
    assert_ne!(version(&files), version(&enlarged));
    assert_eq!(version(&files), fixture::lexicon().version());
    assert_eq!(version(&files).len(), 12);
}

#[test]
fn an_analysts_folder_replaces_and_adds_files() {
    let mut own = Files::new();
    own.insert(
        "actors/countries/PAK.toml",
        "code = \"PAK\"\niso2 = \"PK\"\ncapital = { en = [\"Gwadar\"] }\n",
    );
    own.insert("en/nouns-own.tsv", "lemma\tplural\tclass\tgloss\nraid\t\tevent\t\n");
    let lexicon = fixture::load(&fixture::files().overlay(own));
    assert_eq!(names(&lexicon, "Gwadar")[0].kind, NameKind::CAPITAL);
    assert!(names(&lexicon, "Islamabad").is_empty(), "the file was replaced");
    assert!(lexicon.find_lemma(English, "raid", Pos::Noun).is_some());
    assert!(lexicon.find_lemma(English, "attack", Pos::Noun).is_some());
}

#[test]
fn files_survive_packing() {
    let files = fixture::files();
    assert_eq!(Files::from_bytes(&files.to_bytes()), Some(files));
    assert_eq!(Files::from_bytes(b"\xff\xff\xff\xff\xff"), None);
}

#[test]
fn a_folder_is_read_with_its_subfolders() {
    let folder = std::env::temp_dir().join(format!("demarche-files-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("en/units")).expect("a temporary folder");
    std::fs::write(folder.join("en/nouns.tsv"), "lemma\r\n").expect("a file");
    std::fs::write(folder.join("en/units/aid.toml"), "").expect("a file");
    std::fs::write(folder.join("notes.md"), "no lexicon").expect("a file");
    std::fs::write(folder.join(".hidden.toml"), "").expect("a file");
    let files = Files::from_dir(&folder).expect("readable");
    std::fs::remove_dir_all(&folder).expect("ours to remove");
    assert_eq!(files.iter().map(|(path, _)| path).collect::<Vec<_>>(), ["en/nouns.tsv", "en/units/aid.toml"]);
    assert_eq!(files.get("en/nouns.tsv"), Some("lemma\n"));
    let error = Files::from_dir(&folder).expect_err("removed");
    assert!(error.to_string().contains("demarche-files"), "{error}");
}

#[test]
fn bytes_that_are_no_lexicon_are_refused() {
    let image = compile(&fixture::files()).expect("no errors").image;
    assert_eq!(Lexicon::load(b"nothing of the kind".to_vec()).err(), Some(LoadError::NoImage));
    assert_eq!(Lexicon::load(Vec::new()).err(), Some(LoadError::NoImage));
    let mut newer = image.clone();
    newer[8] = 200;
    assert_eq!(Lexicon::load(newer).err(), Some(LoadError::Format { found: 200 }));
    let cut = image[..image.len() - 1].to_vec();
    let length = LoadError::Length { told: image.len(), found: cut.len() };
    assert_eq!(Lexicon::load(cut).err(), Some(length));
    assert!(Lexicon::load(image).is_ok());
}
