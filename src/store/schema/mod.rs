//! The tables as diesel sees them; a test compares them with both databases.

mod casework;
mod people;

pub use casework::*;
pub use people::*;

diesel::allow_tables_to_appear_in_same_query!(
    cases,
    events,
    snapshots,
    openings,
    withdrawn_commands,
    case_rows,
    case_access,
    case_finds,
    standings,
    read_marks,
    reads,
    register,
    export_jobs,
    users,
    credentials,
    organisations,
    members,
    former_members,
    setting_changes,
    sessions,
    sign_in_tries,
    session_tokens,
    one_time_links,
    complaint_drafts,
    invitation_proofs,
    signing_challenges,
    subject_keys,
    instance,
    owed,
    documents,
    evidence,
    signed_heads,
    unlisted,
    legal_identities,
    powers,
);
