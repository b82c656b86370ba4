//! Words known beforehand: data, with where it comes from. No verdicts, only evidence.

/// The commonest function words of 20 languages (each language's own frequency lists agree on
/// these), at most 8 bytes of UTF-8 each. Languages written without blanks are not counted by words.
const STOP_WORDS: &[&str] = &[
    // en
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not",
    "he", "his", "but", "at", "are", "this", "have", "from", "or", "had", "an", "they", "which", "one", "you", "were",
    "all", "her", "she", "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "no", "more",
    "if", "out", "so", "up", "said", "what", "its", "about", "than", "into", "them", "can", "only", "other", "my",
    // de
    "der", "die", "und", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für", "ist", "im", "dem", "nicht",
    "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird", "bei",
    "einer", "um", "am", "sind", "noch", "wie", "einem", "über", "einen", "so", "zum", "war", "haben", "nur", "oder",
    // fr
    "le", "la", "les", "et", "des", "un", "une", "du", "dans", "qui", "que", "pour", "par", "sur", "au", "pas", "ce",
    "il", "ne", "se", "plus", "est", "sont", "avec", "aux", "cette", "ou", "mais", "nous", "leur", "elle", "ses",
    // es pt it
    "el", "en", "los", "del", "las", "con", "una", "su", "al", "lo", "como", "más", "pero", "sus", "este", "ya",
    "o", "os", "um", "uma", "não", "com", "na", "no", "em", "dos", "da", "do", "ao", "mais", "foi", "pela", "das",
    "di", "che", "il", "per", "non", "si", "sono", "della", "dei", "gli", "delle", "nel", "alla", "anche", "è",
    // nl sv da no
    "het", "een", "van", "dat", "op", "te", "zijn", "met", "voor", "niet", "aan", "ook", "maar", "bij", "door",
    "och", "att", "som", "är", "av", "för", "på", "med", "till", "ett", "inte", "om", "på", "det", "af", "til",
    "ikke", "har", "jeg", "og", "i", "å", "ikkje", "var",
    // pl cs ro hu fi
    "w", "z", "na", "nie", "się", "do", "jest", "że", "jak", "po", "ale", "co", "przez", "oraz", "dla",
    "že", "ve", "se", "je", "si", "by", "pro", "tak", "din", "cu", "pe", "sau", "mai", "este", "și", "az", "és",
    "hogy", "egy", "nem", "ja", "on", "ei", "että", "oli",
    // ru uk bg
    "и", "в", "не", "на", "что", "с", "по", "как", "для", "это", "из", "он", "за", "от", "но", "его", "к", "так",
    "та", "що", "як", "до", "від", "се", "да", "са",
    // el
    "και", "το", "να", "του", "η", "της", "με", "για", "την",
    // tr id vi
    "ve", "bir", "bu", "için", "ile", "çok", "daha", "olan", "gibi", "yang", "dan", "di", "itu", "ini", "dengan",
    "untuk", "dari", "tidak", "pada", "và", "của", "là", "các", "cho", "có", "một", "được", "trong", "với", "không",
    // ar he fa
    "في", "من", "على", "أن", "إلى", "عن", "ما", "هذا", "لا", "مع", "של", "על", "את", "לא", "זה", "به", "از", "که", "را",
    // hi
    "का", "के", "में", "की", "है", "से", "को",
];

const fn pack(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut packed = 0;
    let mut at = 0;
    while at < bytes.len() && at < 9 {
        packed = packed << 8 | bytes[at] as u64;
        at += 1;
    }
    packed
}

/// Slots of the stop-word table: a power of two, about a third filled.
const SLOTS: usize = 1024;

const STOP_TABLE: [u64; SLOTS] = {
    let mut table = [0; SLOTS];
    let mut at = 0;
    while at < STOP_WORDS.len() {
        if STOP_WORDS[at].len() <= 8 {
            let packed = pack(STOP_WORDS[at]);
            let mut slot = slot(packed);
            while table[slot] != 0 && table[slot] != packed {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] = packed;
        }
        at += 1;
    }
    table
};

/// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the upper bits of a product with 2^64 / φ.
const fn slot(packed: u64) -> usize {
    (packed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize % SLOTS
}

/// Whether a lower-case word, its UTF-8 bytes packed big-endian into a number, is a stop word.
#[must_use]
pub fn is_stop_word(packed: u64) -> bool {
    let mut at = slot(packed);
    while STOP_TABLE[at] != 0 {
        if STOP_TABLE[at] == packed {
            return true;
        }
        at = (at + 1) % SLOTS;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_short_stop_word_and_no_other() {
        for word in STOP_WORDS.iter().filter(|word| word.len() <= 8) {
            assert!(is_stop_word(pack(word)), "{word}");
        }
        for word in ["kernel", "husk", "casino", "xyzzy", "q"] {
            assert!(!is_stop_word(pack(word)), "{word}");
        }
    }
}
