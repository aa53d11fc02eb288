//! Places of which there are few: so many for each one who takes them, and so many for all together.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Cheap to clone; all clones are one.
#[derive(Debug)]
pub struct Places<K> {
    all_max: usize,
    each_max: usize,
    taken: Arc<Mutex<Taken<K>>>,
}

#[derive(Debug)]
struct Taken<K> {
    all: usize,
    by: HashMap<K, usize>,
}

/// One of them; dropping it makes room for another.
#[derive(Debug)]
pub struct HeldPlace<K: Eq + Hash> {
    whose: K,
    taken: Arc<Mutex<Taken<K>>>,
}

/// Why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPlace {
    /// This one has as many as one may have.
    OfEach,
    OfAll,
}

impl<K> Clone for Places<K> {
    fn clone(&self) -> Self {
        Self { all_max: self.all_max, each_max: self.each_max, taken: self.taken.clone() }
    }
}

impl<K: Eq + Hash + Clone> Places<K> {
    pub fn new(all_max: usize, each_max: usize) -> Self {
        Self { all_max, each_max, taken: Arc::new(Mutex::new(Taken { all: 0, by: HashMap::new() })) }
    }

    /// However many there are for all together.
    pub fn for_each(each_max: usize) -> Self {
        Self::new(usize::MAX, each_max)
    }

    pub fn take(&self, whose: K) -> Result<HeldPlace<K>, NoPlace> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let theirs = taken.by.get(&whose).copied().unwrap_or_default();
        if theirs >= self.each_max {
            return Err(NoPlace::OfEach);
        }
        if taken.all >= self.all_max {
            return Err(NoPlace::OfAll);
        }
        taken.all += 1;
        taken.by.insert(whose.clone(), theirs + 1);
        Ok(HeldPlace { whose, taken: self.taken.clone() })
    }
}

impl<K: Eq + Hash> Drop for HeldPlace<K> {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all -= 1;
        if let Some(theirs) = taken.by.get_mut(&self.whose) {
            *theirs -= 1;
            if *theirs == 0 {
                taken.by.remove(&self.whose);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_two_and_all_together_have_five() {
        let places = Places::new(5, 2);
        let mut held: Vec<HeldPlace<u32>> = [1, 1, 2, 2, 3].map(|whose| places.take(whose).unwrap()).into();
        assert_eq!(places.take(1).unwrap_err(), NoPlace::OfEach);
        assert_eq!(places.clone().take(3).unwrap_err(), NoPlace::OfAll);
        held.remove(0);
        let again = places.take(1).unwrap();
        assert_eq!(places.take(1).unwrap_err(), NoPlace::OfEach);
        drop((again, held));
        let left = places.taken.lock().unwrap();
        assert!(left.by.is_empty() && left.all == 0, "nobody who left is remembered");
    }
}
