//! The grammar of Arabic sentences.

mod clauses;
mod phrases;
mod words;

use demarche_document::{DateMention, Document, Sentence};
use demarche_lexicon::Lexicon;

use crate::attachment::name_predicates;
use crate::quotes::drop_scare_quotes;
use crate::syntax::Syntax;

/// Parses one sentence.
pub fn parse(lexicon: &Lexicon, document: &Document, sentence: &Sentence, dates: &[DateMention]) -> Syntax {
    let atoms = words::Words::new(lexicon, document, sentence).atoms(dates);
    let mut syntax = Syntax { atoms: drop_scare_quotes(atoms), ..Syntax::default() };
    let clause_of = clauses::Clauses::read(lexicon, &mut syntax, sentence.tokens.len());
    name_predicates(lexicon, &mut syntax, &clause_of);
    syntax
}
