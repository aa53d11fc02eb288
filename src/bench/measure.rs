//! Figures: quantiles of latencies, CPU seconds and resident memory of a process.

use std::time::Duration;

/// Latencies in microseconds, kept whole: a bench of a minute makes a few million at most.
#[derive(Debug, Default)]
pub struct Latencies(Vec<u32>);

impl Latencies {
    pub fn add(&mut self, took: Duration) {
        self.0.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Milliseconds at each of the given quantiles (0 to 1), nearest rank.
    pub fn quantiles(&mut self, at: &[f64]) -> Vec<f64> {
        self.0.sort_unstable();
        at.iter()
            .map(|q| {
                let rank = ((self.0.len() as f64 * q).ceil() as usize).clamp(1, self.0.len().max(1)) - 1;
                self.0.get(rank).map_or(f64::NAN, |us| f64::from(*us) / 1_000.0)
            })
            .collect()
    }
}

/// CPU seconds (user and system) that a process has used, from `/proc/<pid>/stat`.
pub fn cpu_seconds(pid: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name may hold spaces and parentheses; the fields start after the last one.
    let fields: Vec<&str> = stat.get(stat.rfind(')')? + 2..)?.split(' ').collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}

/// Resident memory in KiB, from `/proc/<pid>/status`.
pub fn resident_kib(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_nearest_rank() {
        let mut latencies = Latencies::default();
        for ms in 1..=100 {
            latencies.add(Duration::from_millis(ms));
        }
        assert_eq!(latencies.quantiles(&[0.5, 0.99, 1.0]), [50.0, 99.0, 100.0]);
    }

    #[test]
    fn this_process_uses_cpu_and_memory() {
        assert!(cpu_seconds(std::process::id()).is_some());
        assert!(resident_kib(std::process::id()).unwrap() > 100);
    }
}
