//! What `read` prints in each format.

use super::{ARABIC, ENGLISH, Folder, run_on};

/// Many small documents as JSON lines, with their ids in order.
fn many(count: usize) -> String {
    (0..count)
        .map(|n| {
            format!("{{\"id\": \"d{n}\", \"text\": \"{}\"}}\n", if n % 2 == 0 { ENGLISH } else { ARABIC })
        })
        .collect()
}

#[test]
fn documents_come_out_in_the_order_they_came_in() {
    let run = run_on(many(700), &["read", "--format", "json"]);
    let ids: Vec<String> = run
        .of_kind("document")
        .iter()
        .map(|d| d["document"].as_str().unwrap_or_default().to_owned())
        .collect();
    let expected: Vec<String> = (0..700).map(|n| format!("d{n}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(run.of_kind("event").len(), 700);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["json", "csv", "table", "html"] {
        let first = run_on(many(40), &["read", "--format", format]);
        let again = run_on(many(40), &["read", "--format", format]);
        assert_eq!(first.out, again.out);
    }
}

#[test]
fn folders_are_read_to_the_bottom_in_the_order_of_names() {
    let folder = Folder::new()
        .with("in/b.txt", ENGLISH)
        .with("in/a/z.txt", ENGLISH)
        .with("in/.hidden/x.txt", ENGLISH)
        .with("in/c.txt", ENGLISH);
    let run = folder.run(&["read", "in", "--format", "json"]);
    let ids: Vec<String> = run.of_kind("document").iter().map(|d| d["document"].to_string()).collect();
    assert_eq!(ids, ["\"z\"", "\"b\"", "\"c\""]);
}

#[test]
fn an_event_tells_who_did_what_to_whom_and_where_the_words_stand() {
    for (text, trigger) in [(ENGLISH, "bombed"), (ARABIC, "قصفت")] {
        let run = run_on(text, &["read", "--format", "json", "--date", "2018-03-07"]);
        let event = &run.of_kind("event")[0];
        assert_eq!(event["source"][0]["code"], "RUS");
        assert_eq!(event["target"][0]["code"], "SYR");
        assert_eq!(event["trigger"]["text"], trigger);
        assert_eq!(event["date"]["from"], "2018-03-06");
        let (start, end) = (event["evidence"]["start"].as_u64(), event["evidence"]["end"].as_u64());
        let (start, end) = (start.unwrap_or(0) as usize, end.unwrap_or(0) as usize);
        let words: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(event["evidence"]["text"], words.as_str());
    }
}

#[test]
fn date_and_language_given_do_not_overrule_those_of_the_source() {
    let line = format!("{{\"text\": \"{ENGLISH}\", \"date\": \"2001-01-02\", \"lang\": \"en\"}}");
    let run = run_on(line, &["read", "--format", "json", "--date", "2018-03-07", "--lang", "ar"]);
    assert_eq!(run.records()[0]["published"], "2001-01-02");
    assert_eq!(run.records()[0]["language"], "en");
}

#[test]
fn the_columns_of_csv_are_those_that_help_lists() {
    let run = run_on(ENGLISH, &["read", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(run.out.as_bytes());
    let columns: Vec<String> = rows.headers().expect("a header").iter().map(str::to_owned).collect();
    let help = run_on("", &["read", "--help"]).out;
    let listed =
        help.split("order of their codes:").nth(1).and_then(|rest| rest.split("start and end count").next());
    let listed: Vec<&str> = listed.expect("help lists the columns").split_whitespace().collect();
    assert_eq!(columns, listed);
    let row = rows.records().next().expect("a row").expect("it is whole");
    let cell =
        |name: &str| columns.iter().position(|column| column == name).map(|place| row[place].to_owned());
    assert_eq!(cell("type").as_deref(), Some("ASSAULT"));
    assert_eq!(cell("source").as_deref(), Some("RUS"));
    assert_eq!(cell("target").as_deref(), Some("SYR"));
    assert_eq!(cell("evidence").as_deref().map(|words| ENGLISH.contains(words)), Some(true));
}

#[test]
fn a_row_of_csv_keeps_lines_and_quotation_marks_of_the_text() {
    let line = "{\"id\": \"a,\\\"b\\\"\\nc\", \"text\": \"Russia bombed Aleppo.\"}";
    let run = run_on(line, &["read", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(run.out.as_bytes());
    let row = rows.records().next().expect("a row").expect("it is whole");
    assert_eq!(&row[1], "a,\"b\"\nc");
}

#[test]
fn a_table_through_a_pipe_has_no_colours_and_no_invisible_marks() {
    let run = run_on(ARABIC, &["read"]);
    assert_eq!(run.status, 0);
    assert!(
        run.out.contains("ASSAULT") && run.out.contains("RUS → SYR") && run.out.contains("قصفت روسيا سوريا"),
        "{}",
        run.out
    );
    assert!(!run.out.contains(['\u{1B}', '\u{2067}', '\u{2069}']));
}

#[test]
fn a_table_keeps_to_its_width() {
    for columns in ["60", "80", "100", "160"] {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_demarche"));
        let text = format!(
            "{ENGLISH} {}",
            "The United States and Turkey condemned the bombing of the city by Russian forces. ".repeat(3)
        );
        let output = command.env("COLUMNS", columns).arg("read").write_stdin(text).output().expect("it runs");
        let table = String::from_utf8(output.stdout).expect("UTF-8");
        let limit: usize = columns.parse().expect("a number");
        let longest = table.lines().map(|line| line.chars().count()).max();
        assert_eq!(longest, Some(limit), "{table}");
    }
}

#[test]
fn nothing_in_a_text_can_steer_the_terminal() {
    let run = run_on("Russia\u{1B}[2J bombed\u{202E} Aleppo.", &["read"]);
    assert!(!run.out.contains(['\u{1B}', '\u{202E}']), "{:?}", run.out);
}

#[test]
fn a_page_stands_alone() {
    let run = run_on(many(3), &["read", "--format", "html"]);
    assert!(run.out.starts_with("<!DOCTYPE html>") && run.out.trim_end().ends_with("</html>"));
    for outside in ["src=", "url(", "@import", "<script", "<link", "http://", "https://"] {
        assert!(!run.out.contains(outside), "{outside}");
    }
}

#[test]
fn a_page_shows_hostile_text_as_text() {
    let line = "{\"id\": \"<script>alert(1)</script>\", \"title\": \"<b onclick='x'>Russia bombed Aleppo\", \"outlet\": \"\\\"><img src=x>\", \"text\": \"<script>alert(2)</script> Russia bombed Aleppo & Homs.\"}";
    let run = run_on(line, &["read", "--format", "html"]);
    for tag in ["<script", "<b onclick", "<img"] {
        assert!(!run.out.contains(tag), "{tag}");
    }
    assert!(run.out.contains("&lt;script&gt;alert(2)&lt;/script&gt;"));
}

#[test]
fn evidence_and_record_link_to_each_other() {
    let page = run_on(ENGLISH, &["read", "--format", "html"]).out;
    for link in ["id=\"d1e1\"", "href=\"#d1r1\"", "id=\"d1r1\"", "href=\"#d1e1\""] {
        assert_eq!(page.matches(link).count(), 1, "{link}");
    }
    assert!(page.contains("<b>bombed</b></mark>"));
}

#[test]
fn a_page_keeps_every_character_of_a_story() {
    let text = format!(
        "{ENGLISH} Turkish President Recep Tayyip Erdogan visited Moscow and met Russian President Vladimir Putin.\n\nمتابعة\n\n{ARABIC}"
    );
    let page = run_on(text.clone(), &["read", "--format", "html", "--input-format", "text"]).out;
    let story = page
        .split("<main>")
        .nth(1)
        .and_then(|rest| rest.split("</main>").next())
        .expect("the page has a story");
    let mut seen = String::new();
    for row in story.split("class=\"row\"").skip(1) {
        let own = row.split("class=\"records\"").next().unwrap_or_default();
        // Numbers of records stand in links between the words.
        let without_links: String = own
            .split("<a ")
            .enumerate()
            .map(|(n, part)| if n == 0 { part } else { part.split_once("</a>").map_or("", |(_, rest)| rest) })
            .collect();
        let words = without_links.split('<').filter_map(|part| part.split_once('>').map(|(_, words)| words));
        seen.extend(words);
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    assert_eq!(letters(&seen), letters(&text));
}

#[test]
fn an_arabic_story_is_set_from_right_to_left() {
    let page = run_on(ARABIC, &["read", "--format", "html"]).out;
    assert!(
        page.contains("<div class=\"row\" dir=\"rtl\"><p lang=\"ar\">")
            || page.contains("<div class=\"row\" dir=\"rtl\"><h2 lang=\"ar\">")
    );
}

#[test]
fn output_can_go_to_a_file() {
    let folder = Folder::new().with("a.txt", ENGLISH);
    let run = folder.run(&["read", "a.txt", "--format", "json", "-o", "out.jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    let written = std::fs::read_to_string(folder.path().join("out.jsonl")).expect("it was written");
    assert_eq!(written, folder.run(&["read", "a.txt", "--format", "json"]).out);
}
