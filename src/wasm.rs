//! The border to JavaScript: the only file that knows it. Contract: `ARCHITECTURE.md`, section “Border”.
// The macros of wasm-bindgen write the unsafe code of the border.
#![allow(unsafe_code)]

mod options;

use crate::article::removals;
use crate::input::snapshot::{self, Snapshot};
use crate::judge::Judged;
use crate::{Error, Options, Removal};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Sends panics to the console, with their place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    crate::VERSION.to_string()
}

/// The main content of an HTML string, or null.
///
/// # Errors
/// `{ code, message }` for unusable arguments.
#[cfg(feature = "html")]
#[wasm_bindgen]
pub fn extract(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    out(&crate::extract(html, &read_options(&options)?).map_err(thrown)?)
}

/// The whole page of an HTML string, cleaned.
///
/// # Errors
/// `{ code, message }` for unusable arguments.
#[cfg(feature = "html")]
#[wasm_bindgen]
pub fn clean(html: &str, options: JsValue) -> Result<JsValue, JsValue> {
    out(&crate::clean(html, &read_options(&options)?).map_err(thrown)?)
}

/// Whether a person would want a reader view.
///
/// # Errors
/// `{ code, message }` for unusable arguments.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = isReadable)]
pub fn is_readable(html: &str, options: JsValue) -> Result<bool, JsValue> {
    crate::is_readable(html, &read_options(&options)?).map_err(thrown)
}

/// One captured live page, judged once.
#[wasm_bindgen]
pub struct Live {
    judged: Judged,
    options: Options,
}

/// What to hide on a live page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LivePlan {
    rows: Vec<u32>,
    removals: Vec<Removal>,
    unlock: bool,
    title: String,
    title_hijacked: bool,
}

#[wasm_bindgen]
impl Live {
    /// Reads and judges a snapshot.
    ///
    /// # Errors
    /// `{ code, message }` for a damaged snapshot or unusable options.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        names: &str,
        tag: &[u16],
        depth: &[u16],
        flags: &[u16],
        attr_names: &str,
        attr: &[u32],
        rect: &[f32],
        texts: &str,
        values: &str,
        options: JsValue,
    ) -> Result<Live, JsValue> {
        let options = read_options(&options)?;
        let page =
            snapshot::page(&Snapshot { names, tag, depth, flags, attr_names, attr, rect, texts, values }, &options)
                .map_err(thrown)?;
        Ok(Live { judged: Judged::of(page, &options), options })
    }

    /// The main content, or null.
    ///
    /// # Errors
    /// Never for a judged page; the type is that of serialisation.
    pub fn article(&self, strictness: Option<f64>) -> Result<JsValue, JsValue> {
        out(&self.judged.article(&self.with(strictness)?))
    }

    /// What to hide.
    ///
    /// # Errors
    /// As [`Live::article`].
    pub fn plan(&self, strictness: Option<f64>) -> Result<JsValue, JsValue> {
        let options = self.with(strictness)?;
        let body = self.judged.body(options.strictness as f32);
        let plan = self.judged.plan(&body, &options);
        let meta = self.judged.meta(&body);
        let value = out(&LivePlan {
            rows: Vec::new(),
            removals: removals(&self.judged.page, &plan),
            unlock: plan.unlock,
            title: meta.title,
            title_hijacked: meta.title_hijacked,
        })?;
        let rows: Vec<u32> = plan.verdicts.iter().map(|verdict| verdict.row).collect();
        let article = self.judged.article_rows(&body, &plan);
        for (name, rows) in [("rows", rows), ("article", article)] {
            js_sys::Reflect::set(&value, &name.into(), &js_sys::Uint32Array::from(&rows[..]))?;
        }
        Ok(value)
    }

    /// Whether a person would want a reader view.
    #[wasm_bindgen(js_name = isReadable)]
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.judged.is_readable(&self.options)
    }

    fn with(&self, strictness: Option<f64>) -> Result<Options, JsValue> {
        let options = Options { strictness: strictness.unwrap_or(self.options.strictness), ..self.options.clone() };
        options.check().map_err(thrown)?;
        Ok(options)
    }
}

fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    options::read(given).map_err(thrown)
}

/// Plain objects, `null` for what is absent.
fn out<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    value.serialize(&serializer).map_err(JsValue::from)
}

fn thrown(error: Error) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in [("code", error.code()), ("message", &error.to_string())] {
        // Setting a property of a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &key.into(), &value.into());
    }
    object.into()
}
