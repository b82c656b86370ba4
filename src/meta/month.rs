//! Month names.

use crate::order;
use std::sync::LazyLock;

/// Per month the names of 24 languages and their usual short forms; `*`: any ending (cases, long forms).
/// en de fr es pt it nl sv da no fi pl cs ro hu tr id vi ru uk el ar he hi th fa.
const NAMES: [&str; 12] = [
    "jan janu* jane* janv* jän* jänner gen genn* ene ener* tammi* sty styc* led ledna ian ianu* ocak янв* січ* ιαν* ינואר יناير يناير جانفي जनवरी มกราคม ม.ค",
    "feb febr* fév* fev fevr* fevereiro helmi* lut lutego lutý úno* şub* фев* лют* φεβ* פברואר فبراير فيفري शباط شباط फरवरी กุมภาพันธ์ ก.พ",
    "mar mar. march mars märz mär mrz marzo março maa maart maalis* mart* mrt mars marz* marca bře* már* maret мар* берез* μαρ* מרץ מרס مارس آذار मार्च มีนาคม มี.ค",
    "apr apri* avr avri* abr abril* huhti* kwi* dub dubna nis nisan* апр* квіт* απρ* אפריל أبريل ابريل أفريل نيسان अप्रैल เมษายน เม.ย",
    "may mai maj mayo maio mag maggio mei touko* maja kvě* máj* mayıs мая май трав* μαΐ* μαι* μάι* מאי مايو ماي أيار मई พฤษภาคม พ.ค",
    "jun june juni junij junio junho juin* giu giug* kesä* cze czerwc* čvn červn* iun* haz haziran* июн* черв* ιουν* ιούν* יוני يونيو جوان حزيران जून มิถุนายน มิ.ย",
    "jul july juli julij julio julho juil* lug lugl* heinä* lip lipc* července čvc iul* tem temmuz* июл* лип* ιουλ* ιούλ* יולי يوليو جويلية تموز जुलाई กรกฎาคม ก.ค",
    "aug augu* aoû* août aout ago agos* elo* sie sierp* srp* ağu* agt agustus авг* серп* αυγ* αύγ* אוגוסט أغسطس اغسطس أوت آب अगस्त สิงหาคม ส.ค",
    "sep sept septe* septi* set sett* setembro syys* wrz* zář* szept* eyl* сен* верес* σεπ* ספטמבר سبتمبر أيلول सितंबर सितम्बर กันยายน ก.ย",
    "oct octo* octu* okt okto* októ* ott otto* out outu* loka* paź* říj* eki ekim* окт* жовт* οκτ* אוקטובר أكتوبر اكتوبر अक्टूबर अक्तूबर ตุลาคม ต.ค",
    "nov nove* novi* marras* lis listop* kas kasım* ноя* листоп* νοέ* νοε* נובמבר نوفمبر नवंबर नवम्बर พฤศจิกายน พ.ย",
    "dec dece* deci* déc* dez dez* dic dicie* dicem* joulu* gru grud* pro prosin* ara aralık* des des* дек* груд* δεκ* דצמבר ديسمبر दिसंबर दिसम्बर ธันวาคม ธ.ค",
];

/// The month, 1 to 12, of a lower-case word.
pub fn month(word: &str) -> Option<u32> {
    /// Bytes of the shortest and longest name in the table.
    const BYTES: std::ops::RangeInclusive<usize> = 3..=36;
    if !BYTES.contains(&word.len()) {
        return None;
    }
    // In order of first bytes, by which most names are out.
    static SPLIT: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
        let names = (1..).zip(NAMES).flat_map(|(month, names)| names.split(' ').map(move |name| (name, month)));
        order::sorted(names.collect(), |name| name.0.as_bytes()[0].into())
    });
    let matches = |name: &str| match name.strip_suffix('*') {
        Some(start) => word.starts_with(start) && word.chars().count() <= start.chars().count() + 8,
        None => word == name,
    };
    // Hebrew writes “in” onto the name.
    let bare = word.strip_prefix('ב');
    let first = word.as_bytes()[0];
    let from = SPLIT.partition_point(|entry| entry.0.as_bytes()[0] < first);
    let alike = SPLIT[from..].iter().take_while(|entry| entry.0.as_bytes()[0] == first);
    alike.into_iter().find(|entry| matches(entry.0) || bare == Some(entry.0)).map(|entry| entry.1)
}

/// Levantine names of two words: their first and second word, and the month.
pub const PAIRS: &[(&str, &str, u32)] =
    &[("تشرين", "الأول", 10), ("تشرين", "الثاني", 11), ("كانون", "الأول", 12), ("كانون", "الثاني", 1)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_months_of_many_languages() {
        for (words, expected) in [
            ("january januar janvier enero janeiro gennaio januari tammikuuta stycznia ledna ianuarie ocak января січня ιανουαρίου ינואר يناير जनवरी มกราคม", 1),
            ("march märz mars marzo março maart maaliskuuta marca března martie március mart maret марта березня μαρτίου במרץ مارس मार्च มีนาคม", 3),
            ("may mai mayo maio maggio mei maj toukokuuta maja května május mayıs мая травня μαΐου מאי مايو मई พฤษภาคม", 5),
            ("august août agosto augustus elokuuta sierpnia srpna augusztus ağustos agustus августа серпня αυγούστου אוגוסט أغسطس अगस्त สิงหาคม", 8),
            ("december dezember décembre diciembre dezembro dicembre joulukuuta grudnia prosince aralık desember декабря грудня δεκεμβρίου דצמבר ديسمبر दिसंबर ธันวาคม", 12),
        ] {
            for word in words.split(' ') {
                assert_eq!(month(word), Some(expected), "{word}");
            }
        }
        for word in ["market", "author", "the", "von", "and"] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}
