//! The card of a record.

use demarche_coder::{Actor, Attribution, Casualties};
use maud::{Markup, html};

use super::Numbered;
use crate::told::{Told, modality};

/// The card, linked with its evidence.
pub fn card(record: &Numbered) -> Markup {
    let told = &record.told;
    html! {
        section class={ "record " (record.tone()) @if told.background() { " aside" } } id=(record.card()) {
            h3 { a href={ "#" (record.evidence()) } { (record.number) } " " (told.what()) }
            p.sides { (sides(told)) }
            p { (circumstances(told)) }
            @if let Told::Event(event) = told {
                @if let Some(holder) = &event.holder { p { "Held by " (actor(holder)) } }
                @if let Some(object) = &event.object { p { "What: " bdi { (object.text) } } }
                @if let Some(hurt) = event.casualties { p { (casualties(hurt)) } }
            }
            @if let Some(attribution) = attribution(told) { p { "Said by " (said(attribution)) } }
            p { small { (details(told)) code { (told.id()) } } }
        }
    }
}

/// Whether, when and where.
fn circumstances(told: &Told) -> Markup {
    let day = told.day();
    html! {
        @if let Some(found) = told.modality() { (modality(found)) }
        @if told.background() { ", told as background" }
        @if !day.is_empty() { @if told.modality().is_some() { " · " } (day) }
        @if let Told::Event(event) = told
            && let Some(place) = &event.place
        {
            " · in " bdi { (place.name) } " (" (place.code) ")"
        }
    }
}

fn casualties(hurt: Casualties) -> String {
    let counts = [(hurt.killed, "killed"), (hurt.injured, "injured"), (hurt.arrested, "arrested")];
    counts
        .iter()
        .filter_map(|(count, how)| count.map(|count| format!("{count} {how}")))
        .collect::<Vec<_>>()
        .join(", ")
}

fn attribution<'a>(told: &Told<'a>) -> Option<&'a Attribution> {
    match told {
        Told::Event(event) => event.attribution.as_ref(),
        Told::Relation(relation) => relation.attribution.as_ref(),
        Told::Role(_) => None,
    }
}

/// Frame, contexts and score, each before a dot.
fn details(told: &Told) -> String {
    let (contexts, score) = match told {
        Told::Event(event) => (event.contexts.join(", "), Some(event.score)),
        Told::Relation(relation) => (relation.contexts.join(", "), Some(relation.score)),
        Told::Role(_) => (String::new(), None),
    };
    let mut parts: Vec<String> =
        told.trigger().map(|trigger| format!("frame {}", trigger.frame)).into_iter().collect();
    parts.extend((!contexts.is_empty()).then_some(contexts));
    parts.extend(score.map(|score| format!("score {score}")));
    parts.into_iter().map(|part| format!("{part} · ")).collect()
}

fn sides(told: &Told) -> Markup {
    let joint = if told.mutual() { " ↔ " } else { ", " };
    if let Told::Role(role) = told {
        let sector = role.actor.sector.map(|sector| sector.as_str()).unwrap_or_default();
        return html! { bdi { b { (role.name) } } " of " b { (role.actor.code) } " " (sector) };
    }
    html! {
        @if told.source().is_empty() { "–" }
        @for (at, each) in told.source().iter().enumerate() { @if at > 0 { (joint) } (actor(each)) }
        @if !told.target().is_empty() { " → " }
        @for (at, each) in told.target().iter().enumerate() { @if at > 0 { ", " } (actor(each)) }
    }
}

/// Code and sector, the words behind them, and how it was found where they do not name it.
fn actor(actor: &Actor) -> Markup {
    html! {
        @if actor.inferred.is_some() { "[" }
        b { (actor.code) }
        @if let Some(sector) = actor.sector { " " (sector.as_str()) }
        @if actor.inferred.is_some() { "]" }
        " " small {
            @if let Some(name) = &actor.name { bdi { (name) } " " }
            @if let Some(how) = actor.inferred { (how) ": " }
            "«" bdi { (actor.text) } "»"
        }
    }
}

fn said(attribution: &Attribution) -> Markup {
    html! {
        @if let Some(speaker) = &attribution.speaker { (actor(speaker)) " " }
        "(" bdi { (attribution.verb) } ")"
        @if let Some(outlet) = &attribution.outlet { " to " bdi { (outlet) } }
        @if !attribution.chain.is_empty() { " quoting " bdi { (attribution.chain.join(", ")) } }
    }
}
