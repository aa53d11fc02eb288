//! Every limit on what people write, each in one place.

pub const NAME_CHARS_MAX: usize = 120;
pub const LEGAL_NAME_CHARS_MAX: usize = 200;
pub const MESSAGE_CHARS_MAX: usize = 10_000;
pub const NOTE_CHARS_MAX: usize = 4_000;
pub const DISCLOSURE_CHARS_MAX: usize = 4_000;
pub const SUMMARY_CHARS_MAX: usize = 10_000;
pub const WORDS_CHARS_MAX: usize = 2_000;
pub const OBJECTION_CHARS_MAX: usize = 4_000;
pub const CLAUSE_CHARS_MAX: usize = 2_000;
/// The name of the document by which a member may bind the organisation.
pub const POWER_DOCUMENT_CHARS_MAX: usize = 200;
pub const ADDRESS_CHARS_MAX: usize = 300;
pub const PRODUCT_CHARS_MAX: usize = 200;
pub const ORDER_NUMBER_CHARS_MAX: usize = 100;
pub const STORY_CHARS_MAX: usize = 10_000;
pub const REMEDY_WORDS_CHARS_MAX: usize = 2_000;
pub const ACCESSIBILITY_CHARS_MAX: usize = 1_000;
pub const EARLIER_PROTOCOLS_MAX: usize = 10;
pub const EARLIER_PROTOCOL_CHARS_MAX: usize = 60;
/// Contacts with customer care that a company's account names, and what each answered.
pub const CARE_MAX: usize = 10;
pub const CARE_ANSWER_CHARS_MAX: usize = 2_000;
/// An order number by which an invited person shows who they are; a shorter one is guessed.
pub const PROOF_CHARS_MIN: usize = 4;
pub const PROOF_CHARS_MAX: usize = 60;
pub const IDENTIFIER_CHARS_MIN: usize = 5;
pub const IDENTIFIER_CHARS_MAX: usize = 40;
/// Files named by one message or report.
pub const ATTACHED_MAX: usize = 10;
/// Files in one channel.
pub const EVIDENCE_PER_CHANNEL_MAX: usize = 100;
pub const FILE_NAME_CHARS_MAX: usize = 200;
/// Proposals in one channel; ideas, disclosures and drafts have the same bound.
pub const PROPOSALS_MAX: usize = 500;
/// How far ahead an obligation may be due.
pub const DUE_DAYS_MAX: u16 = 3_650;
/// Reasons an officer gives with a recommendation.
pub const REASONS_CHARS_MAX: usize = 10_000;
pub const FEEDBACK_CHARS_MAX: usize = 2_000;
/// How long a mediation may be prolonged at once.
pub const EXTENSION_DAYS_MAX: u32 = 60;
/// How long an officer may wait for an answer.
pub const QUESTION_DAYS_MAX: u32 = 30;
/// Entries of one case.
pub const ENTRIES_MAX: usize = 40;
