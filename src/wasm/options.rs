//! The caller's options, key by key. The edge has checked them already, in words that name the key; what is wrong all the same is
//! said shortly. (Derived deserialisation says more and costs 30 KB of code: it can print every kind of value.)

use crate::{Error, Kind, Options};
use wasm_bindgen::{JsCast, JsValue};

/// Reads an object of options; `undefined` and `null`, the whole or a key, stand for defaults.
///
/// # Errors
/// [`Error::BadOption`] for a value of another type.
pub fn read(given: &JsValue) -> Result<Options, Error> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    options.url = key(given, "url", |value| value.as_string())?;
    if let Some(strictness) = key(given, "strictness", JsValue::as_f64)? {
        options.strictness = strictness;
    }
    options.hide = key(given, "hide", |value| list(value, |item| kind(&item.as_string()?)))?;
    // Casts of floats saturate: more than fits is no limit.
    options.max_nodes = key(given, "maxNodes", JsValue::as_f64)?.map(|count| count as u32);
    options.max_depth = key(given, "maxDepth", JsValue::as_f64)?.map(|count| count as u16);
    let selectors = |value: &JsValue| list(value, |item| item.as_string());
    options.keep_selectors = key(given, "keepSelectors", selectors)?.unwrap_or_default();
    options.hide_selectors = key(given, "hideSelectors", selectors)?.unwrap_or_default();
    options.check()?;
    Ok(options)
}

/// The value of a key, read by `read`; `None` where it is not there.
fn key<T>(given: &JsValue, name: &str, read: impl Fn(&JsValue) -> Option<T>) -> Result<Option<T>, Error> {
    let bad = || Error::BadOption([name, " has a value that cannot be used."].concat());
    let value = js_sys::Reflect::get(given, &name.into()).map_err(|_| bad())?;
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    read(&value).map(Some).ok_or_else(bad)
}

fn list<T>(value: &JsValue, read: impl Fn(JsValue) -> Option<T>) -> Option<Vec<T>> {
    value.dyn_ref::<js_sys::Array>()?.iter().map(read).collect()
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}
