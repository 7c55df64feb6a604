//! Running ahead: what comes next is prepared while what is there is being written.

use std::pin::pin;

use domain::Problem;
use futures::{Stream, StreamExt};
use tokio::{sync::mpsc, task::JoinHandle};

/// Things that are prepared by themselves, a few ahead of whoever takes them; given up when nobody wants any more of them.
#[derive(Debug)]
pub struct Ahead<T> {
    things: mpsc::Receiver<Result<T, Problem>>,
    work: JoinHandle<()>,
}

impl<T: Send + 'static> Ahead<T> {
    /// Prepares what `things` gives, one after the other; so many lie ready at the most.
    pub fn of(things: impl Stream<Item = Result<T, Problem>> + Send + 'static, most: usize) -> Self {
        let (give, taken) = mpsc::channel(most.max(1));
        let work = async move {
            let mut things = pin!(things);
            while let Some(thing) = things.next().await {
                if give.send(thing).await.is_err() {
                    break;
                }
            }
        };
        Self { things: taken, work: tokio::spawn(work) }
    }

    /// The next one; `None` when there are no more.
    pub async fn next(&mut self) -> Result<Option<T>, Problem> {
        self.things.recv().await.transpose()
    }
}

impl<T> Drop for Ahead<T> {
    fn drop(&mut self) {
        self.work.abort();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };

    use futures::stream;

    use super::*;

    fn counted(made: &Arc<AtomicU32>) -> impl Stream<Item = Result<u32, Problem>> + Send + 'static {
        let made = Arc::clone(made);
        stream::unfold(1, move |number| {
            made.store(number, Ordering::SeqCst);
            async move { (number < 10).then_some((Ok(number), number + 1)) }
        })
    }

    async fn settled() {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn it_is_so_many_ahead_and_no_more_and_keeps_their_order() {
        let made = Arc::default();
        let mut ahead = Ahead::of(counted(&made), 2);
        settled().await;
        assert_eq!(made.load(Ordering::SeqCst), 3, "two lie ready, and one is in hand");
        assert_eq!(ahead.next().await, Ok(Some(1)));
        settled().await;
        assert_eq!(made.load(Ordering::SeqCst), 4);
        for number in 2..10 {
            assert_eq!(ahead.next().await, Ok(Some(number)));
        }
        assert_eq!(ahead.next().await, Ok(None));
    }

    #[tokio::test]
    async fn it_stops_when_nobody_wants_more() {
        let made = Arc::default();
        drop(Ahead::of(counted(&made), 1));
        settled().await;
        assert_eq!(made.load(Ordering::SeqCst), 0);
    }
}
