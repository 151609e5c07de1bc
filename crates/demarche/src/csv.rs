//! Events and relations as rows of comma-separated values.

use demarche_coder::{Actor, Attribution, Record};
use demarche_document::Language;

use crate::coding::Coded;
use crate::error::Error;
use crate::output::Output;
use crate::read::View;
use crate::told::{Told, modality};

/// The columns, as the help of `read` lists them.
const COLUMNS: [&str; 46] = [
    "kind",
    "document",
    "id",
    "published",
    "outlet",
    "language",
    "sentence",
    "type",
    "mode",
    "quad",
    "cameo",
    "intensity",
    "score",
    "source",
    "source_sector",
    "source_name",
    "target",
    "target_sector",
    "target_name",
    "mutual",
    "modality",
    "background",
    "date_from",
    "date_to",
    "date_precision",
    "place",
    "object",
    "quantity",
    "killed",
    "injured",
    "arrested",
    "speaker",
    "speaker_sector",
    "speech_verb",
    "told_outlet",
    "contexts",
    "dimensions",
    "standing",
    "trend",
    "polarity",
    "frame",
    "trigger",
    "field",
    "start",
    "end",
    "evidence",
];

/// Prints rows under a header.
pub struct Csv {
    output: Output,
}

impl Csv {
    /// Begins with the header.
    pub fn begin(output: Output) -> Result<Self, Error> {
        let mut csv = Self { output };
        csv.row(&COLUMNS.map(str::to_owned))?;
        Ok(csv)
    }

    fn row(&mut self, cells: &[String]) -> Result<(), Error> {
        let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
        // Writing to memory cannot fail.
        if writer.write_record(cells).is_ok()
            && let Ok(bytes) = writer.into_inner()
        {
            self.output.bytes(&bytes)?;
        }
        Ok(())
    }
}

impl View for Csv {
    fn document(&mut self, coded: &Coded) -> Result<(), Error> {
        let Some(Record::Document(document)) = coded.records.first() else { return Ok(()) };
        let head = [
            document.document.clone(),
            document.published.clone().unwrap_or_default(),
            document.outlet.clone().unwrap_or_default(),
        ];
        for told in coded.records.iter().filter_map(Told::of) {
            if !matches!(told, Told::Role(_)) {
                self.row(&cells(&told, &head, document.language))?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Error> {
        self.output.finish()
    }
}

fn cells(told: &Told, [document, published, outlet]: &[String; 3], language: Language) -> Vec<String> {
    let event = if let Told::Event(event) = told { Some(*event) } else { None };
    let relation = if let Told::Relation(relation) = told { Some(*relation) } else { None };
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let number = |value: Option<u64>| value.map(|n| n.to_string()).unwrap_or_default();
    let casualties = event.and_then(|e| e.casualties).unwrap_or_default();
    let attribution =
        event.map_or_else(|| relation.and_then(|r| r.attribution.as_ref()), |e| e.attribution.as_ref());
    let (contexts, dimensions, score) = match (event, relation) {
        (Some(e), _) => (e.contexts.as_slice(), e.dimensions.as_slice(), Some(e.score)),
        (None, Some(r)) => (r.contexts.as_slice(), r.dimensions.as_slice(), Some(r.score)),
        (None, None) => (&[][..], &[][..], None),
    };
    let evidence = told.evidence();
    let date = told.date();
    let mut cells = vec![
        told.kind().to_owned(),
        document.clone(),
        told.id().to_owned(),
        published.clone(),
        outlet.clone(),
        text(Some(match language {
            Language::Arabic => "ar",
            Language::English => "en",
            Language::Other => "und",
        })),
        evidence.sentence.to_string(),
        text(told.root().map(|root| root.as_str())),
        text(event.map(|e| e.mode.as_str())),
        text(told.root().map(|root| root.quad().as_str())),
        text(event.map(|e| e.cameo.as_str())),
        event.map(|e| e.intensity.to_string()).unwrap_or_default(),
        score.map(|score| score.to_string()).unwrap_or_default(),
    ];
    for side in [told.source(), told.target()] {
        cells.extend([
            joined(side, |actor| actor.code.as_str()),
            joined(side, |actor| actor.sector.map_or("", |sector| sector.as_str())),
            joined(side, |actor| actor.name.as_deref().unwrap_or_default()),
        ]);
    }
    cells.extend([
        told.mutual().to_string(),
        text(told.modality().map(modality)),
        event.map(|e| e.background.to_string()).unwrap_or_default(),
        text(date.and_then(|d| d.from.as_deref())),
        text(date.and_then(|d| d.to.as_deref())),
        text(date.map(|d| d.precision.as_str())),
        text(event.and_then(|e| e.place.as_ref()).map(|place| place.code.as_str())),
        text(event.and_then(|e| e.object.as_ref()).map(|object| object.text.as_str())),
        event.and_then(|e| e.object.as_ref()?.quantity).map(|n| n.to_string()).unwrap_or_default(),
        number(casualties.killed),
        number(casualties.injured),
        number(casualties.arrested),
    ]);
    cells.extend(said(attribution));
    cells.extend([
        contexts.join(";"),
        dimensions.iter().map(|dimension| dimension.as_str()).collect::<Vec<_>>().join(";"),
        text(relation.map(|r| r.standing.as_str())),
        text(relation.map(|r| r.trend.as_str())),
        relation.map(|r| r.polarity.to_string()).unwrap_or_default(),
        text(told.trigger().map(|trigger| trigger.frame.as_str())),
        text(told.trigger().map(|trigger| trigger.text.as_str())),
        text(evidence.field.or(Some("text"))),
        evidence.start.to_string(),
        evidence.end.to_string(),
        evidence.text.clone(),
    ]);
    cells
}

fn joined<'a>(actors: &'a [Actor], part: impl Fn(&'a Actor) -> &'a str) -> String {
    let parts: Vec<&str> = actors.iter().map(part).collect();
    if parts.iter().all(|part| part.is_empty()) { String::new() } else { parts.join(";") }
}

/// Speaker, sector, verb and outlet.
fn said(attribution: Option<&Attribution>) -> [String; 4] {
    let Some(attribution) = attribution else { return Default::default() };
    let speaker = attribution.speaker.as_ref();
    [
        speaker.map(|speaker| speaker.code.clone()).unwrap_or_default(),
        speaker.and_then(|speaker| speaker.sector).map(|sector| sector.to_string()).unwrap_or_default(),
        attribution.verb.clone(),
        attribution.outlet.clone().unwrap_or_default(),
    ]
}
