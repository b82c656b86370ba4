//! Written MathML → TeX, for pages that give no TeX themselves. One pass over the events with a stack.

use super::mathml::is_token;
use crate::tag::Tag;
use crate::write::fragment::{value, Attrs, Node};

/// Characters and the commands that set them. Operators are marked by the blanks around them in print.
const SYMBOLS: &[(char, &str)] = &[
    ('α', "\\alpha"),
    ('β', "\\beta"),
    ('γ', "\\gamma"),
    ('δ', "\\delta"),
    ('ϵ', "\\epsilon"),
    ('ε', "\\varepsilon"),
    ('ζ', "\\zeta"),
    ('η', "\\eta"),
    ('θ', "\\theta"),
    ('ϑ', "\\vartheta"),
    ('ι', "\\iota"),
    ('κ', "\\kappa"),
    ('λ', "\\lambda"),
    ('μ', "\\mu"),
    ('ν', "\\nu"),
    ('ξ', "\\xi"),
    ('π', "\\pi"),
    ('ρ', "\\rho"),
    ('σ', "\\sigma"),
    ('ς', "\\varsigma"),
    ('τ', "\\tau"),
    ('υ', "\\upsilon"),
    ('ϕ', "\\phi"),
    ('φ', "\\varphi"),
    ('χ', "\\chi"),
    ('ψ', "\\psi"),
    ('ω', "\\omega"),
    ('Γ', "\\Gamma"),
    ('Δ', "\\Delta"),
    ('Θ', "\\Theta"),
    ('Λ', "\\Lambda"),
    ('Ξ', "\\Xi"),
    ('Π', "\\Pi"),
    ('Σ', "\\Sigma"),
    ('Υ', "\\Upsilon"),
    ('Φ', "\\Phi"),
    ('Ψ', "\\Psi"),
    ('Ω', "\\Omega"),
    ('∞', "\\infty"),
    ('∂', "\\partial"),
    ('∇', "\\nabla"),
    ('ℏ', "\\hbar"),
    ('ℓ', "\\ell"),
    ('∅', "\\emptyset"),
    ('∀', "\\forall"),
    ('∃', "\\exists"),
    ('¬', "\\neg"),
    ('∑', "\\sum"),
    ('∏', "\\prod"),
    ('∫', "\\int"),
    ('∮', "\\oint"),
    ('∬', "\\iint"),
    ('√', "\\surd"),
    ('…', "\\ldots"),
    ('⋯', "\\cdots"),
    ('⋮', "\\vdots"),
    ('⋱', "\\ddots"),
    ('≤', "\\leq"),
    ('≥', "\\geq"),
    ('≠', "\\neq"),
    ('≈', "\\approx"),
    ('≡', "\\equiv"),
    ('∼', "\\sim"),
    ('∝', "\\propto"),
    ('→', "\\to"),
    ('←', "\\leftarrow"),
    ('⇒', "\\Rightarrow"),
    ('⇔', "\\Leftrightarrow"),
    ('↔', "\\leftrightarrow"),
    ('↦', "\\mapsto"),
    ('∈', "\\in"),
    ('∉', "\\notin"),
    ('⊂', "\\subset"),
    ('⊆', "\\subseteq"),
    ('⊃', "\\supset"),
    ('∪', "\\cup"),
    ('∩', "\\cap"),
    ('×', "\\times"),
    ('·', "\\cdot"),
    ('⋅', "\\cdot"),
    ('±', "\\pm"),
    ('∓', "\\mp"),
    ('÷', "\\div"),
    ('∧', "\\land"),
    ('∨', "\\lor"),
    ('⊕', "\\oplus"),
    ('⊗', "\\otimes"),
    ('∘', "\\circ"),
    ('−', "-"),
    ('⟨', "\\langle"),
    ('⟩', "\\rangle"),
    ('‖', "\\|"),
    ('{', "\\{"),
    ('}', "\\}"),
    ('%', "\\%"),
    ('&', "\\&"),
    ('#', "\\#"),
    ('$', "\\$"),
    ('_', "\\_"),
    ('′', "'"),
    ('\\', "\\backslash"),
];
/// Operators that stand between what they join.
const SPACED: &str = "=<>+-−≤≥≠≈≡∼∝→←⇒⇔↔↦∈∉⊂⊆⊃∪∩×÷±∓∧∨⊕⊗:";
/// Names TeX sets upright itself.
const FUNCTIONS: &[&str] = &[
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom",
    "inf", "ker", "lg", "lim", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh",
];
/// Accents over a base.
const ACCENTS: &[(&str, &str)] = &[
    ("^", "\\hat"),
    ("ˆ", "\\hat"),
    ("~", "\\tilde"),
    ("˜", "\\tilde"),
    ("¯", "\\bar"),
    ("‾", "\\overline"),
    ("→", "\\vec"),
    ("˙", "\\dot"),
    ("¨", "\\ddot"),
    ("⏞", "\\overbrace"),
    ("ˇ", "\\check"),
    ("˘", "\\breve"),
];

/// An open element and the TeX of its children.
#[derive(Default)]
struct Frame {
    tag: Option<Tag>,
    /// TeX and, for a token, its own text.
    parts: Vec<(String, String)>,
    variant: String,
    text: String,
}

/// The TeX of written MathML events.
#[must_use]
pub fn of(nodes: &[Node]) -> String {
    let mut stack = vec![Frame::default()];
    for node in nodes {
        match node {
            Node::Open(tag, attrs) => {
                stack.push(Frame { tag: Some(*tag), variant: variant(attrs), ..Frame::default() })
            }
            Node::Text(text) => {
                if let Some(frame) = stack.last_mut() {
                    frame.text.push_str(text);
                }
            }
            Node::Close(_) => {
                let Some(frame) = stack.pop() else { continue };
                let part = (close(&frame), frame.text);
                if let Some(above) = stack.last_mut() {
                    above.parts.push(part);
                }
            }
            Node::Void(..) => {}
        }
    }
    let whole = stack.into_iter().next().unwrap_or_default();
    crate::text::collapse(&row(&whole.parts))
}

fn variant(attrs: &Attrs) -> String {
    value(attrs, "mathvariant").unwrap_or("").to_string()
}

fn close(frame: &Frame) -> String {
    let part = |at: usize| frame.parts.get(at).map_or("", |part| part.0.as_str());
    let symbol = |at: usize| frame.parts.get(at).map_or("", |part| part.1.as_str());
    let Some(tag) = frame.tag else { return String::new() };
    if is_token(tag) {
        return token(tag, &frame.text, &frame.variant);
    }
    match tag {
        Tag::Mfrac => format!("\\frac{{{}}}{{{}}}", part(0), part(1)),
        Tag::Msqrt => format!("\\sqrt{{{}}}", row(&frame.parts)),
        Tag::Mroot => format!("\\sqrt[{}]{{{}}}", part(1), part(0)),
        Tag::Msub => format!("{}_{}", base(part(0)), group(part(1))),
        Tag::Msup => format!("{}^{}", base(part(0)), group(part(1))),
        Tag::Msubsup => format!("{}_{}^{}", base(part(0)), group(part(1)), group(part(2))),
        Tag::Munderover => format!("{}_{}^{}", base(part(0)), group(part(1)), group(part(2))),
        Tag::Mover => match ACCENTS.iter().find(|accent| accent.0 == symbol(1)) {
            Some((_, command)) => format!("{command}{{{}}}", part(0)),
            None if is_big(symbol(0)) => format!("{}^{}", part(0).trim(), group(part(1))),
            None => format!("\\overset{{{}}}{{{}}}", part(1).trim(), part(0)),
        },
        Tag::Munder => match symbol(1) {
            "⏟" => format!("\\underbrace{{{}}}", part(0)),
            "_" | "̲" => format!("\\underline{{{}}}", part(0)),
            _ if is_big(symbol(0)) => format!("{}_{}", part(0).trim(), group(part(1))),
            _ => format!("\\underset{{{}}}{{{}}}", part(1).trim(), part(0)),
        },
        Tag::Mtable => format!("\\begin{{matrix}}{}\\end{{matrix}}", join(&frame.parts, " \\\\ ")),
        Tag::Mtr => join(&frame.parts, " & "),
        Tag::Mspace => " ".to_string(),
        Tag::Mphantom | Tag::Mprescripts => String::new(),
        _ => row(&frame.parts),
    }
}

fn token(tag: Tag, text: &str, variant: &str) -> String {
    let mapped = || {
        text.chars().fold(String::new(), |tex, c| {
            append(tex, SYMBOLS.iter().find(|symbol| symbol.0 == c).map_or(&c.to_string(), |symbol| symbol.1))
        })
    };
    match tag {
        Tag::Mtext | Tag::Ms => format!("\\text{{{}}}", text.replace(['{', '}', '\\', '$'], " ")),
        Tag::Mo if text.chars().all(is_invisible_operator) => String::new(),
        Tag::Mo if text.chars().count() == 1 && SPACED.contains(text) => format!(" {} ", mapped()),
        _ if FUNCTIONS.contains(&text) => format!("\\{text} "),
        Tag::Mi if text.chars().count() > 1 => format!("\\mathrm{{{}}}", mapped()),
        Tag::Mi => match variant {
            "bold" => format!("\\mathbf{{{}}}", mapped()),
            "double-struck" => format!("\\mathbb{{{}}}", mapped()),
            "script" => format!("\\mathcal{{{}}}", mapped()),
            "fraktur" => format!("\\mathfrak{{{}}}", mapped()),
            _ => mapped(),
        },
        _ => mapped(),
    }
}

/// Function application, invisible times, separator and plus.
fn is_invisible_operator(c: char) -> bool {
    matches!(c, '\u{2061}'..='\u{2064}')
}

/// Operators that take limits, and names like lim.
fn is_big(symbol: &str) -> bool {
    matches!(symbol, "∑" | "∏" | "∫" | "∮" | "∬" | "⋃" | "⋂") || FUNCTIONS.contains(&symbol)
}

fn row(parts: &[(String, String)]) -> String {
    parts.iter().fold(String::new(), |tex, part| append(tex, &part.0))
}

fn join(parts: &[(String, String)], between: &str) -> String {
    parts.iter().map(|part| part.0.trim()).collect::<Vec<_>>().join(between)
}

/// A command must not run into the letter after it.
fn append(mut tex: String, next: &str) -> String {
    /// Letters of the longest command.
    const COMMAND: usize = 20;
    let run = tex.bytes().rev().take(COMMAND).take_while(u8::is_ascii_alphabetic).count();
    let letters = run > 0 && tex[..tex.len() - run].ends_with('\\');
    if letters && next.starts_with(|c: char| c.is_ascii_alphabetic()) {
        tex.push(' ');
    }
    tex.push_str(next);
    tex
}

/// A base that scripts stick to as a whole.
fn base(tex: &str) -> String {
    let tex = tex.trim();
    let atom = tex.chars().count() <= 1
        || (!tex.contains([' ', '^', '_'])
            && (tex.starts_with('\\') && tex[1..].bytes().all(|b| b.is_ascii_alphabetic())
                || tex.ends_with('}') && tex.starts_with("\\math")));
    if atom {
        tex.to_string()
    } else {
        format!("{{{tex}}}")
    }
}

fn group(tex: &str) -> String {
    let tex = tex.trim();
    if tex.chars().count() == 1 {
        tex.to_string()
    } else {
        format!("{{{tex}}}")
    }
}
