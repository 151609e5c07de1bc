//! Whatever comes in, each failure is told with its place, and the rest is done.

use super::{ARABIC, ENGLISH, Folder, run_on};

const READ: [&str; 3] = ["read", "--format", "json"];

#[test]
fn a_missing_file_does_not_lose_the_good_ones_beside_it() {
    let run = Folder::new()
        .with("a.txt", ENGLISH)
        .with("c.txt", ARABIC)
        .run(&["read", "a.txt", "b.txt", "c.txt", "--format", "json"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("S006 b.txt"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
    assert_eq!(run.of_kind("document").len(), 2);
}

#[test]
fn a_picture_is_refused_by_name_and_with_a_remedy() {
    let run = Folder::new().with("p.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").run(&["read", "p.txt"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("S001 p.txt: this is a picture, not text"), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn broken_utf_8_is_read_with_a_warning() {
    let mut bytes = ARABIC.as_bytes().to_vec();
    bytes.extend(b" \xD8 ");
    bytes.extend(ENGLISH.as_bytes());
    let run = run_on(bytes, &READ);
    assert_eq!(run.status, 0);
    let warnings = run.records()[0]["warnings"].to_string();
    assert!(warnings.contains("D010"), "{warnings}");
}

#[test]
fn utf_16_is_read() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(ARABIC.encode_utf16().flat_map(u16::to_le_bytes));
    let run = run_on(bytes, &READ);
    assert_eq!((run.status, run.of_kind("event").len()), (0, 1));
}

#[test]
fn windows_1256_is_read() {
    let run = run_on(include_bytes!("input/windows-1256.txt"), &READ);
    assert_eq!(run.status, 0);
    assert_eq!(run.records()[0]["language"], "ar");
    assert!(run.of_kind("event").iter().any(|event| event["type"] == "ASSAULT"), "{}", run.out);
}

#[test]
fn nothing_is_an_error_and_not_an_empty_result() {
    for empty in ["", " \n\n "] {
        let run = run_on(empty, &READ);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("S004 stdin: there is no text"), "{}", run.err);
    }
}

#[test]
fn another_language_is_reported_and_not_coded() {
    let text = "La Russie a bombardé la ville d'Alep et le président des États-Unis a condamné les frappes dans un discours.";
    let run = run_on(text, &READ);
    assert_eq!(run.status, 0);
    assert_eq!(run.records().len(), 1);
    assert_eq!(run.records()[0]["language"], "und");
}

#[test]
fn a_million_nested_tags_are_no_trouble() {
    let page = format!("<html><body>{}<p>{ENGLISH}</p></body></html>", "<div>".repeat(1_000_000));
    let run = run_on(page, &["read", "--format", "json", "--input-format", "html"]);
    assert_eq!((run.status, run.of_kind("event").len()), (0, 1), "{}", run.err);
}

#[test]
fn a_bad_line_is_named_and_the_others_are_done() {
    let lines = format!(
        "{{\"id\": \"a\", \"text\": \"{ENGLISH}\"}}\n{{\"id\": \"b\"\n{{\"id\": \"c\"}}\n{{\"id\": \"d\", \"text\": \"{ARABIC}\"}}\n"
    );
    let run = run_on(lines, &READ);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("S002 stdin:2:") && run.err.contains("S003 stdin:3:"), "{}", run.err);
    let documents: Vec<String> = run.of_kind("document").iter().map(|d| d["document"].to_string()).collect();
    assert_eq!(documents, ["\"a\"", "\"d\""]);
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let run = run_on(ENGLISH, &["read", "--output", "no/such/folder/a.json"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("C003 no/such/folder/a.json: cannot be written"), "{}", run.err);
}

#[test]
fn a_lexicon_folder_that_is_not_there_is_wrong_usage() {
    let run = run_on(ENGLISH, &["read", "--lexicon", "nowhere"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("C004") && run.err.contains("nowhere"), "{}", run.err);
}

#[test]
fn a_lexicon_with_errors_is_not_used() {
    let folder =
        Folder::new().with("own/en/units/own.toml", "[[unit]]\nframe = \"no-such-frame\"\nverb = \"bomb\"\n");
    let run = folder.run_with(&["read", "--lexicon", "own"], ENGLISH);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("own/en/units/own.toml:") && run.err.contains("C005"), "{}", run.err);
}
