//! Reads an input into a document.
//!
//! Warnings and their codes:
//! - `D001` the weekday printed is not that of the date
//! - `D002` the date given with the text is another than that printed in it
//! - `D003` an interview given to one agency stands in a story credited to another
//! - `D004` the date given with the text cannot be read
//! - `D005` the text, or a part of it, is in a language that is not coded
//! - `D006` the language given is not that of the text
//! - `D007` a sentence was cut because it is very long
//! - `D008` the outlet is inferred from the section line
//! - `D009` the Hijri date printed is more than a day off the Gregorian one
//! - `D010` the text has characters that could not be decoded
//! - `D011` the day of publication is unknown, so relative dates have no bounds
//! - `D012` two month names stand side by side that are not the same month

use crate::almanac::Almanac;
use crate::head::{Frame, Paragraph, read_frame};
use crate::language::Evidence;
use crate::offsets::Offsets;
use crate::press;
use crate::segment::{self, LONGEST_SENTENCE};
use crate::stamp::{Stamp, read_stamp};
use crate::tokenize::tokenize;
use crate::{
    Document, Field, Input, Language, Metadata, Sentence, SentenceRole, Span, Token, Warning, civil,
};

/// Tokens at the top of a text that decide its language.
const SAMPLE: usize = 1500;

/// Reads a text: tells title, dateline, section and credits from the story, finds its language, and cuts it into
/// sentences and tokens. Nothing of the text is changed; whatever is doubtful becomes a warning.
pub fn read(input: Input, almanac: &Almanac) -> Document {
    let paragraphs: Vec<Paragraph> = segment::paragraphs(&input.text)
        .into_iter()
        .map(|span| Paragraph { span, tokens: tokenize(&input.text[span.range()], span.start as usize) })
        .collect();
    let given_title =
        input.title.as_deref().map(|title| tokenize(title, 0)).filter(|tokens| !tokens.is_empty());
    let frame = read_frame(&input.text, &paragraphs, given_title.as_deref(), almanac);
    let mut reader = Reader {
        almanac,
        warnings: Vec::new(),
        sentences: Vec::new(),
        language: Language::Other,
        late: Vec::new(),
    };
    reader.find_language(&input, &paragraphs, given_title.as_deref());
    reader.cut(&input, &paragraphs, given_title, &frame);
    let metadata = reader.metadata(&input, &frame);
    reader.warn_of_text(&input);
    let title_offsets = Offsets::new(input.title.as_deref().unwrap_or_default());
    let text_offsets = Offsets::new(&input.text);
    Document {
        language: reader.language,
        metadata,
        sentences: reader.sentences,
        warnings: reader.warnings,
        title_offsets,
        text_offsets,
        input,
    }
}

struct Reader<'a> {
    almanac: &'a Almanac,
    warnings: Vec<Warning>,
    sentences: Vec<Sentence>,
    language: Language,
    /// Outlets credited at the end of a paragraph.
    late: Vec<u16>,
}

impl Reader<'_> {
    fn warn(&mut self, code: &'static str, message: String) {
        self.warnings.push(Warning { code, message });
    }

    fn find_language(&mut self, input: &Input, paragraphs: &[Paragraph], title: Option<&[Token]>) {
        let mut evidence = Evidence::default();
        if let (Some(tokens), Some(title)) = (title, &input.title) {
            evidence.add(title, tokens);
        }
        let mut sampled = 0;
        for paragraph in paragraphs {
            evidence.add(&input.text[paragraph.span.range()], &paragraph.tokens);
            sampled += paragraph.tokens.len();
            if sampled > SAMPLE {
                break;
            }
        }
        let found = evidence.language();
        self.language = match (input.language, found) {
            (Some(given), Some(found))
                if given != found && (!evidence.fits(given) || found == Language::Other) =>
            {
                let message = format!("the text is given as {} but reads as {}", name(given), name(found));
                self.warn("D006", message);
                found
            }
            (Some(given), _) => given,
            (None, Some(found)) => found,
            (None, None) => evidence.script().unwrap_or(Language::Other),
        };
        if self.language == Language::Other {
            let message =
                "the text is in a language that is not coded: only Arabic and English are".to_owned();
            self.warn("D005", message);
        }
    }

    fn cut(
        &mut self,
        input: &Input,
        paragraphs: &[Paragraph],
        given_title: Option<Vec<Token>>,
        frame: &Frame,
    ) {
        let mut number = 0;
        if let (Some(tokens), Some(title)) = (given_title, &input.title) {
            self.add_paragraph(title, &tokens, Field::Title, SentenceRole::Title, number);
            number += 1;
        }
        if let Some(index) = frame.title {
            self.add_paragraph(
                &input.text,
                &paragraphs[index].tokens,
                Field::Text,
                SentenceRole::Title,
                number,
            );
            number += 1;
        }
        let mut foreign = 0;
        for (paragraph, start) in paragraphs.iter().zip(&frame.body) {
            let Some(tokens) =
                start.and_then(|start| paragraph.tokens.get(start..)).filter(|tokens| !tokens.is_empty())
            else {
                continue;
            };
            let language = self.add_paragraph(&input.text, tokens, Field::Text, SentenceRole::Body, number);
            foreign += usize::from(language == Language::Other);
            number += 1;
        }
        if foreign > 0 && self.language != Language::Other {
            self.warn("D005", format!("paragraphs in a language that is not coded: {foreign}"));
        }
    }

    fn add_paragraph(
        &mut self,
        text: &str,
        tokens: &[Token],
        field: Field,
        role: SentenceRole,
        paragraph: u32,
    ) -> Language {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return self.language };
        let slice = &text[first.span.start as usize..last.span.end as usize];
        let mut evidence = Evidence::default();
        evidence.add(slice, tokens);
        let language = match evidence.language() {
            Some(found) if found != self.language && evidence.is_strong() => found,
            None if !evidence.fits(self.language) && evidence.is_strong() => {
                evidence.script().unwrap_or(self.language)
            }
            _ => self.language,
        };
        let ranges = match role {
            SentenceRole::Title => segment::whole(tokens),
            SentenceRole::Body => segment::sentences(slice, tokens),
        };
        for range in ranges {
            let last = role == SentenceRole::Body && range.end == tokens.len() && range.start > 0;
            if let Some(credit) = press::credit_line(&tokens[range.clone()], self.almanac).filter(|_| last) {
                self.late.extend(credit.outlets);
                continue;
            }
            self.add_sentence(&tokens[range], field, role, paragraph, language);
        }
        language
    }

    fn add_sentence(
        &mut self,
        tokens: &[Token],
        field: Field,
        role: SentenceRole,
        paragraph: u32,
        language: Language,
    ) {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let index = match (self.sentences.last(), role) {
            (Some(last), _) => last.index + 1,
            (None, SentenceRole::Title) => 0,
            (None, SentenceRole::Body) => 1,
        };
        if tokens.len() >= LONGEST_SENTENCE {
            self.warn(
                "D007",
                format!("sentence {index} has {LONGEST_SENTENCE} words or more and may have been cut"),
            );
        }
        self.sentences.push(Sentence {
            index,
            field,
            span: Span::new(first.span.start as usize, last.span.end as usize),
            paragraph,
            language,
            role,
            tokens: tokens.to_vec(),
        });
    }

    fn metadata(&mut self, input: &Input, frame: &Frame) -> Metadata {
        let title =
            self.sentences.iter().find(|sentence| sentence.role == SentenceRole::Title).map(|sentence| {
                let text = if sentence.field == Field::Title {
                    input.title.as_deref().unwrap_or_default()
                } else {
                    &input.text
                };
                text[sentence.span.range()].to_owned()
            });
        let stamp = self.published(input, frame.stamp);
        let outlet = input.outlet.clone().filter(|outlet| !outlet.trim().is_empty()).or_else(|| {
            let outlet = self.outlet(frame.outlet?);
            self.warn("D008", format!("the outlet {outlet} is inferred from the section line"));
            Some(outlet)
        });
        let (credits, quoted_outlets) = self.outlets(frame);
        Metadata {
            title,
            published: stamp.map(|stamp| stamp.iso()),
            day: stamp.map(|stamp| stamp.day),
            section: frame.section.clone(),
            outlet,
            credits,
            quoted_outlets,
        }
    }

    fn outlet(&self, index: u16) -> String {
        self.almanac.outlets.get(usize::from(index)).map(|outlet| outlet.name.to_string()).unwrap_or_default()
    }

    /// The stamp given with the text, else the one printed in it.
    fn published(&mut self, input: &Input, printed: Option<Stamp>) -> Option<Stamp> {
        let given = input.date.as_deref().map(str::trim).filter(|date| !date.is_empty());
        let read = given.and_then(|date| read_stamp(date, self.almanac));
        if let (Some(given), None) = (given, read) {
            let message =
                format!("the date {given:?} cannot be read: write it as 2018-03-06 or 2018-03-06T01:57:00Z");
            self.warn("D004", message);
        }
        if let Some(printed) = printed {
            self.warn_of_stamp(printed);
        }
        if let (Some(read), Some(printed)) = (read, printed) {
            if read.day != printed.day {
                let message = format!("the date given is {} but the text prints {}", read.day, printed.day);
                self.warn("D002", message);
            } else if read.time.is_none() {
                return Some(printed);
            }
        }
        let stamp = read.or(printed);
        if stamp.is_none() {
            self.warn(
                "D011",
                "the day of publication is unknown: relative dates stay without bounds".to_owned(),
            );
        }
        stamp
    }

    fn warn_of_stamp(&mut self, stamp: Stamp) {
        if !stamp.weekday_fits() {
            let day = stamp.day.strftime("%A");
            self.warn("D001", format!("the weekday printed is not that of {}, which is a {day}", stamp.day));
        }
        if let Some(hijri) = stamp.hijri.filter(|&hijri| civil::days_between(hijri, stamp.day).abs() > 1) {
            self.warn("D009", format!("the Hijri date printed is {hijri}, the Gregorian one {}", stamp.day));
        }
        if stamp.months_disagree {
            self.warn("D012", "two month names stand side by side that are not the same month".to_owned());
        }
    }

    /// Credits and quoted outlets, by name, with a warning where an agency's interview stands under another's name.
    fn outlets(&mut self, frame: &Frame) -> (Vec<String>, Vec<String>) {
        let mut credits = frame.credits.clone();
        for &late in &self.late {
            if !credits.contains(&late) {
                credits.push(late);
            }
        }
        let mut quoted: Vec<(u16, Option<u32>)> = Vec::new();
        for sentence in &self.sentences {
            for found in press::quoted(&sentence.tokens, self.almanac) {
                let told = found.told.then_some(sentence.index);
                match quoted.iter_mut().find(|(outlet, _)| *outlet == found.outlet) {
                    Some((_, known)) => *known = known.or(told),
                    None => quoted.push((found.outlet, told)),
                }
            }
        }
        let agencies: Vec<u16> =
            credits.iter().copied().filter(|&credit| press::is_agency(credit, self.almanac)).collect();
        for &(outlet, told) in &quoted {
            let Some(sentence) = told else { continue };
            if press::is_agency(outlet, self.almanac) && !agencies.is_empty() && !agencies.contains(&outlet) {
                let credited: Vec<String> = agencies.iter().map(|&credit| self.outlet(credit)).collect();
                let message = format!(
                    "sentence {sentence} was said to {} but the story is credited to {}",
                    self.outlet(outlet),
                    credited.join(", ")
                );
                self.warn("D003", message);
            }
        }
        let names = |outlets: Vec<u16>| outlets.into_iter().map(|outlet| self.outlet(outlet)).collect();
        (names(credits), names(quoted.into_iter().map(|(outlet, _)| outlet).collect()))
    }

    fn warn_of_text(&mut self, input: &Input) {
        let broken = input.text.matches('\u{FFFD}').count();
        if broken > 0 {
            self.warn("D010", format!("characters that could not be decoded: {broken}"));
        }
    }
}

fn name(language: Language) -> &'static str {
    match language {
        Language::Arabic => "Arabic",
        Language::English => "English",
        Language::Other => "another language",
    }
}
