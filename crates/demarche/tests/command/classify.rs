//! `classify`: one answer a line, in the same order.

use super::run_on;

fn pair(id: &str) -> String {
    format!(
        "{{\"id\": \"{id}\", \"lang\": \"en\", \"text\": \"Russia bombed Aleppo.\", \"source_span\": [0, 6], \"target_span\": [14, 20]}}\n"
    )
}

#[test]
fn every_pair_gets_a_root() {
    let input: String = (0..1200).map(|n| pair(&format!("p{n}"))).collect();
    let run = run_on(input, &["classify", "-"]);
    assert_eq!(run.status, 0);
    let answers = run.records();
    let ids: Vec<&str> = answers.iter().filter_map(|answer| answer["id"].as_str()).collect();
    assert_eq!(ids, (0..1200).map(|n| format!("p{n}")).collect::<Vec<_>>());
    assert!(
        answers.iter().all(|answer| answer["type"] == "ASSAULT" && answer["quad"] == "material_conflict")
    );
}

#[test]
fn bad_lines_are_named_and_the_others_answered() {
    let mut input = pair("a").into_bytes();
    input.extend(b"nonsense\n\n");
    input.extend(b"{\"id\": \"x\", \"text\": \"\xFF\xFE\"}\n");
    input.extend(pair("b").replace("[14, 20]", "[14, 99]").as_bytes());
    input.extend(pair("c").as_bytes());
    let run = run_on(input, &["classify"]);
    assert_eq!(run.status, 1);
    let answered: Vec<String> = run.records().iter().map(|answer| answer["id"].to_string()).collect();
    assert_eq!(answered, ["\"a\"", "\"c\""]);
    for place in ["C021 stdin:2:", "C021 stdin:4:", "C022 stdin:5: target_span [14, 99]"] {
        assert!(run.err.contains(place), "{}", run.err);
    }
}

#[test]
fn a_pair_without_any_clue_is_answered_too() {
    let run = run_on(
        "{\"id\": \"a\", \"text\": \"\", \"source_span\": null, \"target_span\": null}",
        &["classify"],
    );
    assert_eq!((run.status, run.records().len()), (0, 1));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let run = run_on("", &["classify", "no.jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("C020 no.jsonl:1: cannot be read"), "{}", run.err);
}

#[test]
fn answers_can_be_read_as_a_table() {
    let run = run_on(pair("first"), &["classify", "--format", "table"]);
    assert!(
        run.out.contains("first") && run.out.contains("ASSAULT") && run.out.contains("material conflict"),
        "{}",
        run.out
    );
}
