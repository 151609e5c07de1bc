//! What becomes of weak and doubled radicals inside a word.

/// Stands for a weak middle radical that does not keep as a consonant.
pub(crate) const HOLLOW: char = 'G';
/// Stands for a weak last radical.
pub(crate) const DEFECT: char = 'Z';

pub(crate) fn is_vowel(sound: char) -> bool {
    matches!(sound, 'a' | 'i' | 'u' | 'A' | 'I' | 'U' | 'Y')
}

pub(crate) fn is_short(sound: char) -> bool {
    matches!(sound, 'a' | 'i' | 'u')
}

fn lengthened(vowel: char) -> char {
    match vowel {
        'a' => 'A',
        'i' => 'I',
        'u' => 'U',
        long => long,
    }
}

/// Melts a weak middle radical with the vowels around it: qawal > qāl, quwil > qīl, yaqwul > yaqūl,
/// qāwil > qāʾil, inqiwād > inqiyād.
pub(crate) fn melt_middle(word: &str, radical: char) -> String {
    let Some((before, after)) = word.split_once(HOLLOW) else { return word.to_owned() };
    let mut after = after.chars();
    let next = after.next();
    let mut head: Vec<char> = before.chars().collect();
    let vowel = head.last().copied().filter(|&sound| is_vowel(sound));
    match (vowel, next) {
        (Some('A'), Some(next)) => head.extend(['ء', next]),
        (Some('i'), Some('A')) => head.extend(['ي', 'A']),
        (Some('a'), Some(_)) => {
            head.pop();
            head.push('A');
        }
        (Some('u'), Some('i')) => {
            head.pop();
            head.push('I');
        }
        (None, Some('U')) => head.push(if radical == 'و' { 'U' } else { 'I' }),
        (None, Some(next)) => head.push(lengthened(next)),
        (_, next) => {
            head.push(radical);
            head.extend(next);
        }
    }
    head.into_iter().chain(after).collect()
}

/// Shortens the last long vowel before a consonant that closes its syllable: yaqūl > yaqul.
pub(crate) fn shorten(stem: &str, vowel: Option<char>) -> String {
    let mut sounds: Vec<char> = stem.chars().collect();
    let at = sounds.len().saturating_sub(2);
    if let Some(long) = sounds.get_mut(at).filter(|sound| matches!(sound, 'A' | 'I' | 'U')) {
        *long = vowel.unwrap_or(match long {
            'I' => 'i',
            'U' => 'u',
            _ => 'a',
        });
    }
    sounds.into_iter().collect()
}

/// Brings two like radicals together where a vowel follows: radad > radd, yardud > yarudd.
pub(crate) fn contract(stem: &str) -> String {
    let mut sounds: Vec<char> = stem.chars().collect();
    let length = sounds.len();
    if length < 4 {
        return stem.to_owned();
    }
    let [before, first, vowel, second] = [4, 3, 2, 1].map(|back| sounds[length - back]);
    if first != second || !is_short(vowel) || is_vowel(first) {
        return stem.to_owned();
    }
    sounds.truncate(length - 3);
    if !is_vowel(before) {
        sounds.push(vowel);
    }
    sounds.extend([first, second]);
    sounds.into_iter().collect()
}

/// Settles a weak last radical inside a word or stem. `keep` keeps و after a (دعوت), which happens in
/// the active past of measure I only.
pub(crate) fn settle_last(word: &str, radical: char, keep: bool) -> String {
    let word = word.replace("aZaة", "Aة").replace("AZ", "Aء");
    let long = if radical == 'و' { "uوو" } else { "iيي" };
    let word = word.replace("UZ", long).replace("IZ", "iي").replace("iZ", "iي");
    let word = word.replace("uZ", if radical == 'و' { "uو" } else { "iي" });
    word.replace("aZ", if keep && radical == 'و' { "aو" } else { "aي" })
}

#[cfg(test)]
mod tests {
    use super::{contract, melt_middle, settle_last, shorten};

    #[test]
    fn a_weak_middle_melts_with_its_vowels() {
        assert_eq!(melt_middle("قaGaل", 'و'), "قAل");
        assert_eq!(melt_middle("قuGiل", 'و'), "قIل");
        assert_eq!(melt_middle("قGuل", 'و'), "قUل");
        assert_eq!(melt_middle("قAGiل", 'و'), "قAءiل");
        assert_eq!(melt_middle("مaبGUع", 'ي'), "مaبIع");
        assert_eq!(melt_middle("ٱiنقiGAد", 'و'), "ٱiنقiيAد");
        assert_eq!(shorten("قUل", None), "قuل");
        assert_eq!(shorten("خAف", Some('i')), "خiف");
    }

    #[test]
    fn like_radicals_come_together() {
        assert_eq!(contract("رaدaد"), "رaدد");
        assert_eq!(contract("ردuد"), "رuدد");
        assert_eq!(contract("حAجaج"), "حAجج");
        assert_eq!(contract("كaتaب"), "كaتaب");
    }

    #[test]
    fn a_weak_last_radical_settles() {
        assert_eq!(settle_last("لiقAZ", 'ي', false), "لiقAء");
        assert_eq!(settle_last("مuلAقaZaة", 'ي', false), "مuلAقAة");
        assert_eq!(settle_last("دaعaZ", 'و', true), "دaعaو");
        assert_eq!(settle_last("دuعiZ", 'و', false), "دuعiي");
    }
}
