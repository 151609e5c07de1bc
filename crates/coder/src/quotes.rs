//! Quotation marks that quote no speech.

use crate::syntax::{Atom, AtomKind};

/// Most atoms that a pair of marks may hold and still be a name or a single term.
const SHORT: usize = 4;

/// Removes pairs of quotation marks around a name or term («داعش»), and short bracketed remarks with them.
pub fn drop_scare_quotes(atoms: Vec<Atom>) -> Vec<Atom> {
    let mut kept = Vec::with_capacity(atoms.len());
    let mut at = 0;
    while at < atoms.len() {
        if let AtomKind::Open(open) = atoms[at].kind
            && let Some(close) =
                atoms[at + 1..].iter().take(SHORT * 2 + 1).position(|a| matches!(a.kind, AtomKind::Close(_)))
        {
            let inside = &atoms[at + 1..at + 1 + close];
            let calm = !inside.iter().any(|a| a.kind == AtomKind::Verb);
            let bracket = open == '(' || open == '[';
            if calm && (bracket || close <= SHORT) {
                if !bracket {
                    kept.extend_from_slice(inside);
                }
                at += close + 2;
                continue;
            }
        }
        kept.push(atoms[at].clone());
        at += 1;
    }
    kept
}
