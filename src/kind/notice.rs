//! Pages with nothing to read: a door (login), an error, a consent notice. Their text is short and says
//! what they are. Decides only where next to nothing would be kept anyway.

use crate::attr::AttrName;
use crate::features::View;
use crate::tag::Tag;
use crate::text;

/// Words of a kept text that may still be a notice. Shorter than any article's text in the measured
/// pages but for some captions and stubs, which say none of the phrases.
const WORDS: u32 = 60;
/// The same where the text is about cookies: notices explain themselves.
const CONSENT_WORDS: u32 = 160;

/// What errors and doors say of themselves, in their title or as their first line, lower case.
/// Codes and reason phrases of RFC 9110; the usual wordings of web servers, content networks and login
/// forms in the languages of the readers we know.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "404", "403", "500", "502", "503", "504", "not found", "page unavailable", "no longer available",
    "forbidden", "access denied", "bad gateway", "service unavailable", "gateway timeout", "internal server error",
    "something went wrong", "an error occurred", "just a moment", "attention required", "verify you are human",
    "are you a robot", "checking your browser", "enable javascript", "javascript is disabled",
    "javascript is required", "unsupported browser", "log in", "login", "sign in", "sign up", "create account",
    "nicht gefunden", "zugriff verweigert", "anmelden", "einloggen", "introuvable", "accès refusé", "se connecter",
    "connexion", "no encontrada", "no encontrado", "acceso denegado", "iniciar sesión", "non trovata", "accedi",
    "não encontrada", "fazer login", "не найдена", "доступ запрещен", "войти", "вход", "无法访问", "不存在", "找不到",
    "登录", "登錄", "登入", "見つかりません", "ログイン", "찾을 수 없습니다", "로그인", "غير موجودة", "تسجيل الدخول",
    "không tìm thấy", "đăng nhập", "tidak ditemukan", "bulunamadı", "giriş yap",
];
/// Words of consent notices, lower case.
const CONSENT: &[&str] = &["cookie", "consent", "datenschutz", "einwilligung", "consentement", "privacy", "同意"];

/// Whether the kept blocks are but a notice.
#[must_use]
pub fn is_notice(view: View<'_>, kept: &[bool]) -> bool {
    let blocks = || view.scene.blocks.iter().zip(kept).enumerate().filter(|(_, (_, &kept))| kept);
    let words: u32 = blocks().map(|(_, (block, _))| block.counts.text.words).sum();
    if words > CONSENT_WORDS {
        return false;
    }
    let texts: Vec<String> = blocks().map(|(at, _)| view.scene.block_text(view.page, at).to_lowercase()).collect();
    let consent: usize =
        texts.iter().map(|text| CONSENT.iter().map(|word| text.matches(word).count()).sum::<usize>()).sum();
    // Every twentieth word: an article about cookies has other things to say.
    if consent >= 3 && consent * 20 >= words as usize {
        return true;
    }
    words <= WORDS && (has_password(view) || says_so(view, &texts))
}

fn has_password(view: View<'_>) -> bool {
    view.page
        .rows_of(Tag::Input)
        .any(|row| view.page.attr(row, AttrName::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("password")))
}

/// The title or the first line is short and holds a phrase.
fn says_so(view: View<'_>, texts: &[String]) -> bool {
    /// Weighted length of a line that names a page.
    const LINE: u32 = 80;
    let title = view.head.title.as_deref().unwrap_or("").to_lowercase();
    let lines = [title.as_str(), texts.first().map_or("", String::as_str)];
    lines.iter().any(|line| text::stats(line).len <= LINE && PHRASES.iter().any(|phrase| holds(line, phrase)))
}

/// Whether a line holds a phrase that stands by itself; scripts without blanks have no borders.
fn holds(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(at, _)| {
        let borders = phrase.is_ascii();
        let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        !borders || (is_border(line[..at].chars().next_back()) && is_border(line[at + phrase.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn phrases_stand_by_themselves() {
        assert!(holds("404 – page not found", "not found"));
        assert!(!holds("how blogins work", "login"));
        assert!(holds("您访问的页面不存在", "不存在"));
    }
}
