//! From bytes to Unicode scalar values.

/// Bytes between two checkpoints.
const STRIDE: usize = 256;

/// Counts the characters before a byte quickly: a checkpoint every 256 bytes, and a short count from there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Offsets {
    checkpoints: Vec<u32>,
}

impl Offsets {
    pub fn new(text: &str) -> Self {
        let mut characters = 0;
        let checkpoints = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let before = characters;
                characters += starts(chunk) as u32;
                before
            })
            .collect();
        Self { checkpoints }
    }

    /// Number of characters that start before `byte`; at most those of the whole text.
    pub fn characters(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let checkpoint = (byte / STRIDE).min(self.checkpoints.len().saturating_sub(1));
        let before = self.checkpoints.get(checkpoint).copied().unwrap_or_default() as usize;
        before + starts(&text.as_bytes()[checkpoint * STRIDE..byte])
    }
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}
