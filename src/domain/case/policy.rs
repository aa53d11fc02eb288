//! Who may do what, when: command × capacity × phase. The rows are in the table of commands; what they do not
//! allow is refused.

use crate::case::command::{CommandKind, Sender, TABLE};
use crate::phase::PhaseSet;
use crate::seat::Capacity;

const CAPACITIES: usize = Capacity::ALL.len();
const COMMANDS: usize = CommandKind::ALL.len();

/// The rows of the table, dense, so that the hot path looks up one cell.
static CELLS: [[PhaseSet; CAPACITIES]; COMMANDS] = {
    let mut cells = [[PhaseSet::NONE; CAPACITIES]; COMMANDS];
    let mut row = 0;
    while row < TABLE.len() {
        let line = &TABLE[row];
        let mut who = 0;
        while who < line.who.len() {
            let cell = &mut cells[line.command as usize][line.who[who] as usize];
            *cell = cell.and(line.phases);
            who += 1;
        }
        row += 1;
    }
    cells
};

/// Who sends a command and who may give it agree, or this does not compile.
const _: () = {
    let mut row = 0;
    while row < TABLE.len() {
        let line = &TABLE[row];
        let mut who = 0;
        while who < line.who.len() {
            let is_system = matches!(line.who[who], Capacity::System);
            match line.command.sender() {
                Sender::System => assert!(is_system, "people may not give what the system alone sends"),
                Sender::Route => assert!(!is_system, "the system has no route"),
                Sender::People => {}
            }
            who += 1;
        }
        row += 1;
    }
};

/// The phases in which this capacity may give this command.
pub fn policy(command: CommandKind, capacity: Capacity) -> PhaseSet {
    CELLS[command as usize][capacity as usize]
}
