//! What is asked of a list, and along which indexes it is found.

use acordo_domain::id::CaseId;
use acordo_domain::phase::Phase;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseTab {
    MyTurn,
    Waiting,
    DueToday,
    #[default]
    All,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseSort {
    /// The earliest date first; then open cases without a date, then closed ones. The tab of what is due has no other.
    Due,
    /// The latest activity first.
    #[default]
    Newest,
    Oldest,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub tab: CaseTab,
    pub phase: Option<Phase>,
    /// Beginnings of words of the reference, a name, the subject or a number of the matter.
    pub words: Option<String>,
    pub sort: CaseSort,
    /// From the page before.
    pub cursor: Option<String>,
    /// At most 100.
    pub limit: u32,
    /// This case and no other.
    pub only: Option<CaseId>,
}

/// The order that one walk can follow along an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IndexOrder {
    Newest,
    Oldest,
    /// Open cases by what is due; closed ones follow as `Closed`.
    Due,
    Closed,
}

/// What a turn is in the tables.
mod turn {
    pub const CLOSED: i32 = 0;
    pub const WAITING: i32 = 1;
    pub const MINE: i32 = 2;
}

impl Filter {
    /// The orders in which the list goes on, one after the other.
    pub(super) const fn orders(&self) -> &'static [IndexOrder] {
        match (self.tab, self.sort) {
            (CaseTab::DueToday, _) => &[IndexOrder::Due],
            (_, CaseSort::Newest) => &[IndexOrder::Newest],
            (_, CaseSort::Oldest) => &[IndexOrder::Oldest],
            (_, CaseSort::Due) => &[IndexOrder::Due, IndexOrder::Closed],
        }
    }

    /// The turns of which rows stand in this order.
    pub(super) fn turns(&self, order: IndexOrder) -> impl Iterator<Item = i32> + use<> {
        let (tab, phase) = (self.tab, self.phase);
        [turn::MINE, turn::WAITING, turn::CLOSED].into_iter().filter(move |turn| {
            let closed = *turn == turn::CLOSED;
            tab.has(*turn)
                && phase.is_none_or(|phase| phase.is_closed() == closed)
                && match order {
                    IndexOrder::Newest | IndexOrder::Oldest => true,
                    IndexOrder::Due => !closed,
                    IndexOrder::Closed => closed,
                }
        })
    }
}

impl CaseTab {
    const fn has(self, turn: i32) -> bool {
        match self {
            Self::All => true,
            Self::MyTurn => turn == turn::MINE,
            Self::Waiting => turn == turn::WAITING,
            Self::DueToday => turn != turn::CLOSED,
        }
    }
}
