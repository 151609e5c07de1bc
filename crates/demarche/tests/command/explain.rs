//! `explain`: why a record was coded.

use super::{ARABIC, ENGLISH, Folder};

fn first_id(folder: &Folder, file: &str) -> String {
    let run = folder.run(&["read", file, "--format", "json"]);
    run.of_kind("event")[0]["id"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn an_explanation_shows_sentence_words_steps_and_the_unit() {
    for (text, word) in [(ENGLISH, "bomb"), (ARABIC, "قصف")] {
        let folder = Folder::new().with("a.txt", text);
        let id = first_id(&folder, "a.txt");
        let run = folder.run(&["explain", &id, "a.txt"]);
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(run.out.starts_with(&format!("event {id}: ASSAULT")), "{}", run.out);
        for part in [
            text.trim_end_matches('.'),
            "RUS (Russia)",
            "SYR (Syria)",
            "units/assault.toml:",
            "[[unit]]",
            &format!("verb = \"{word}\""),
        ] {
            assert!(run.out.contains(part), "{part} is not in\n{}", run.out);
        }
    }
}

#[test]
fn the_start_of_an_id_is_enough() {
    let folder = Folder::new().with("a.txt", ENGLISH);
    let id = first_id(&folder, "a.txt");
    assert_eq!(folder.run(&["explain", &id[..6], "a.txt"]).out, folder.run(&["explain", &id, "a.txt"]).out);
}

#[test]
fn an_id_that_no_record_has_is_told_with_what_to_do() {
    let run = Folder::new().with("a.txt", ENGLISH).run(&["explain", "zzzz", "a.txt"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("C007") && run.err.contains("1 documents"), "{}", run.err);
}

#[test]
fn a_start_that_several_ids_share_is_told_with_the_ids() {
    let text = "Russia bombed Aleppo. Turkey invaded Syria.";
    let folder = Folder::new().with("a.txt", text);
    let run = folder.run(&["explain", "", "a.txt"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("C008") && run.err.contains(&first_id(&folder, "a.txt")), "{}", run.err);
}
