//! Sorting with little code: the standard library's sorts take 4 KB of wasm for each type they are used with.

/// The list in order of its keys; equal ones as they stood.
#[must_use]
pub fn sorted<T>(list: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let order = by_key(list.iter().map(key));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| list[at as usize].take()).collect()
}

/// Places of entries in order of their keys; equal ones as they stand.
#[must_use]
pub fn by_key(keys: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = keys.zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|entry| entry.1).collect()
}

/// Puts a list of some ten entries in order; equal ones stay as they stand.
pub fn few<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && is_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Two keys in one: the first decides.
#[must_use]
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A number as a key: the order is that of [`f32::total_cmp`].
#[must_use]
pub fn rising(value: f32) -> u32 {
    let bits = value.to_bits();
    bits ^ if value.is_sign_negative() { u32::MAX } else { 1 << 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_as_the_standard_library_does() {
        let numbers = [3.5, -1.0, 0.0, -0.0, 2.0, 2.0, -7.25, f32::INFINITY];
        let mut expected = numbers.to_vec();
        expected.sort_by(f32::total_cmp);
        let bits = |list: &[f32]| list.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&sorted(numbers.to_vec(), |&number| rising(number).into())), bits(&expected));
        let mut list = ["b1", "a", "b2", "", "c"];
        few(&mut list, |a, b| a.as_bytes().first() < b.as_bytes().first());
        assert_eq!(list, ["", "a", "b1", "b2", "c"]);
    }
}
