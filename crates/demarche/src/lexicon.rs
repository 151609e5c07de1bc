//! `demarche lexicon check`: what is wrong in a lexicon, and whether its examples hold.

use std::collections::BTreeMap;

use demarche_document::Language;
use demarche_lexicon::{Code, Compiled, Example, Lexicon, Problem, Severity, compile};

use crate::arguments::Check;
use crate::error::{Error, Outcome};
use crate::examples::failures;
use crate::knowledge;
use crate::output::Output;
use crate::table::language;

/// Runs the verb.
pub fn run(arguments: Check) -> Result<Outcome, Error> {
    let mut output = Output::standard();
    let outcome = check(&arguments, &mut output)?;
    output.finish()?;
    Ok(outcome)
}

fn check(arguments: &Check, output: &mut Output) -> Result<Outcome, Error> {
    let files = knowledge::files(arguments.folder.as_deref())?;
    let Compiled { image, version, examples, warnings } = match compile(&files) {
        Ok(compiled) => compiled,
        Err(problems) => {
            print_problems(&problems, output)?;
            return Ok(Outcome::SomeFailed);
        }
    };
    print_problems(&warnings, output)?;
    let lexicon = Lexicon::load(image)?;
    output.line(&format!("lexicon {version}, {} files", files.len()))?;
    for line in contents(&lexicon) {
        output.line(&line)?;
    }
    if arguments.examples { print_examples(&lexicon, &examples, output) } else { Ok(Outcome::Done) }
}

/// Every problem, then how many there are of each kind.
fn print_problems(problems: &[Problem], output: &mut Output) -> Result<(), Error> {
    let mut kinds: BTreeMap<Code, usize> = BTreeMap::new();
    for problem in problems {
        output.line(&problem.to_string())?;
        *kinds.entry(problem.code).or_default() += 1;
    }
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
    output.line(&format!("{errors} errors, {} warnings", problems.len() - errors))?;
    for (code, count) in kinds {
        output.line(&format!("{count:>7}  {} {code:?}", code.as_str()))?;
    }
    Ok(())
}

/// How much of each thing there is.
fn contents(lexicon: &Lexicon) -> Vec<String> {
    let mut lines = vec![
        format!("{:>7}  actors", lexicon.actors().len()),
        format!("{:>7}  frames", lexicon.frames().len()),
    ];
    for of in [Language::Arabic, Language::English] {
        let words = lexicon.lemmas().filter(|(_, lemma)| lemma.language == of).count();
        let units = lexicon.units().iter().filter(|unit| unit.language == of).count();
        let name = language(of);
        lines.push(format!("{words:>7}  {name} words"));
        lines.push(format!("{:>7}  {name} forms", lexicon.forms(of).len()));
        lines.push(format!("{:>7}  {name} names", lexicon.names(of).len()));
        lines.push(format!("{units:>7}  {name} units"));
    }
    lines
}

/// Failing examples, then how many held.
fn print_examples(lexicon: &Lexicon, examples: &[Example], output: &mut Output) -> Result<Outcome, Error> {
    let failures = failures(lexicon, examples);
    for failure in &failures {
        let kind = if failure.example.yes { "yes" } else { "no" };
        output.line(&format!("{}: {kind}: {}", failure.example.origin, failure.example.text))?;
        output.line(&format!("    expected {}", failure.expected))?;
        let got = if failure.got.is_empty() { "nothing".to_owned() } else { failure.got.join("; ") };
        output.line(&format!("    got      {got}"))?;
    }
    for of in [Language::Arabic, Language::English] {
        for (yes, kind) in [(true, "yes"), (false, "no")] {
            let kin = |example: &Example| example.language == of && example.yes == yes;
            let all = examples.iter().filter(|example| kin(example)).count();
            let failed = failures.iter().filter(|failure| kin(failure.example)).count();
            output.line(&format!(
                "{:>7}  of {all} {} examples for «{kind}» hold",
                all - failed,
                language(of)
            ))?;
        }
    }
    Ok(if failures.is_empty() { Outcome::Done } else { Outcome::SomeFailed })
}
