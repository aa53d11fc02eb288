//! Brings what one thread has for the tasks of another, in one go: waking a thread that waits costs a call of the
//! system, and a burst of commits would otherwise make one for each of those who wait for it.

use std::cell::RefCell;
use std::thread::ThreadId;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::mpsc;

/// Errands taken at once.
const LOAD_MAX: usize = 256;

type Errand = Box<dyn FnOnce() + Send>;

thread_local! {
    static HERE: RefCell<Option<Courier>> = const { RefCell::new(None) };
}

/// The way into the runtime of one thread. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Courier {
    errands: mpsc::UnboundedSender<Errand>,
    thread: ThreadId,
}

impl Courier {
    /// The courier of the runtime that runs in this thread alone; a runtime of several threads wakes its tasks itself.
    pub fn here() -> Option<Self> {
        let runtime = Handle::try_current().ok()?;
        if runtime.runtime_flavor() != RuntimeFlavor::CurrentThread {
            return None;
        }
        HERE.with_borrow_mut(|here| {
            let open = here.take().filter(|courier| !courier.errands.is_closed());
            let courier = open.unwrap_or_else(|| {
                let (errands, mut queue) = mpsc::unbounded_channel::<Errand>();
                runtime.spawn(async move {
                    let mut load = Vec::with_capacity(LOAD_MAX);
                    while queue.recv_many(&mut load, LOAD_MAX).await > 0 {
                        load.drain(..).for_each(|errand| errand());
                    }
                });
                Self { errands, thread: std::thread::current().id() }
            });
            Some(here.insert(courier).clone())
        })
    }

    /// Does it in that thread, at once where that is this one.
    pub fn bring(&self, errand: impl FnOnce() + Send + 'static) {
        if self.thread == std::thread::current().id() {
            return errand();
        }
        if let Err(mpsc::error::SendError(errand)) = self.errands.send(Box::new(errand)) {
            // That runtime is over; who still waits is told all the same.
            errand();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    fn in_a_runtime<T: Send + 'static>(work: impl AsyncFnOnce() -> T + Send + 'static) -> std::thread::JoinHandle<T> {
        std::thread::spawn(|| {
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work())
        })
    }

    #[test]
    fn errands_are_done_in_the_other_thread_in_their_order() {
        let (tell, told) = channel();
        let (finish, finished) = tokio::sync::oneshot::channel();
        let other = in_a_runtime(async move || {
            tell.send(Courier::here().unwrap()).unwrap();
            finished.await.unwrap();
            std::thread::current().id()
        });
        let courier = told.recv().unwrap();
        let (note, noted) = channel();
        for number in 0..1_000 {
            let note = note.clone();
            courier.bring(move || note.send((number, std::thread::current().id())).unwrap());
        }
        let done: Vec<_> = noted.iter().take(1_000).collect();
        finish.send(()).unwrap();
        let thread = other.join().unwrap();
        assert_eq!(done, (0..1_000).map(|number| (number, thread)).collect::<Vec<_>>());
    }

    #[test]
    fn a_runtime_that_is_over_loses_no_errand() {
        let courier = in_a_runtime(async || Courier::here().unwrap()).join().unwrap();
        let (note, noted) = channel();
        courier.bring(move || note.send(()).unwrap());
        noted.recv().unwrap();
    }

    #[tokio::test]
    async fn at_home_it_is_done_at_once() {
        let (note, noted) = channel();
        Courier::here().unwrap().bring(move || note.send(()).unwrap());
        noted.try_recv().unwrap();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn a_runtime_of_several_threads_has_none() {
        assert!(Courier::here().is_none());
    }
}
