//! A record in a line, in the words of the casebook.

use demarche_coder::{Actor, Attribution, Record, When};

/// An event, relation or role in a line; none for the document's own record.
pub fn record(record: &Record) -> Option<String> {
    Some(match record {
        Record::Document(_) => return None,
        Record::Role(r) => format!("role {} {} ({})", r.actor.code, r.name, r.title),
        Record::Event(e) => {
            let mut parts = vec![format!("{} {}", sides(&e.source, &e.target, e.mutual), e.root.as_str())];
            parts.push(format!("{:?}", e.modality).to_lowercase());
            parts.extend(by(e.attribution.as_ref()));
            parts.extend(when(&e.date));
            if e.background {
                parts.push("background".to_owned());
            }
            if !e.mode.is_empty() {
                parts.push(format!("mode {}", e.mode));
            }
            parts.extend(e.object.as_ref().map(|o| match o.quantity {
                Some(quantity) => format!("object {}, quantity {quantity}", o.text),
                None => format!("object {}", o.text),
            }));
            parts.extend(e.place.as_ref().map(|place| format!("place {}", place.code)));
            parts.extend(e.holder.as_ref().map(|holder| format!("holder {}", holder.code)));
            parts.extend(inferred(&e.source, &e.target));
            format!("{}   [{}, {}]", parts.join(", "), e.trigger.text, e.trigger.frame)
        }
        Record::Relation(r) => {
            let sign = if r.polarity < 0 { '-' } else { '+' };
            let head = format!(
                "relation {} {sign} {} {}",
                sides(&r.source, &r.target, r.mutual),
                r.standing,
                r.trend.as_str()
            );
            let mut parts = vec![head, format!("{:?}", r.modality).to_lowercase()];
            parts.extend(by(r.attribution.as_ref()));
            parts.extend(when(&r.date));
            parts.extend(inferred(&r.source, &r.target));
            format!("{}   [{}, {}]", parts.join(", "), r.trigger.text, r.trigger.frame)
        }
    })
}

fn sides(source: &[Actor], target: &[Actor], mutual: bool) -> String {
    if mutual {
        return source.iter().map(actor).collect::<Vec<_>>().join(" <> ");
    }
    let side = |actors: &[Actor]| match actors {
        [] => "-".to_owned(),
        _ => actors.iter().map(actor).collect::<Vec<_>>().join(","),
    };
    format!("{} > {}", side(source), side(target))
}

fn actor(actor: &Actor) -> String {
    actor.sector.map_or(actor.code.clone(), |sector| format!("{} {}", actor.code, sector.as_str()))
}

fn by(attribution: Option<&Attribution>) -> Option<String> {
    attribution.map(|a| format!("by {}", a.speaker.as_ref().map_or("-".to_owned(), actor)))
}

fn when(date: &When) -> Option<String> {
    date.text.as_ref()?;
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let (from, to) = (day(&date.from), day(&date.to));
    Some(if from == to { from } else { format!("{from}..{to}") })
}

fn inferred(source: &[Actor], target: &[Actor]) -> Option<String> {
    let found: Vec<&str> = source.iter().chain(target).filter_map(|a| a.inferred).collect();
    (!found.is_empty()).then(|| format!("inferred ({})", found.join("; ")))
}
