//! The tables as diesel sees them; a test compares them with both databases.

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    cases (case_id) {
        case_id -> Uid,
        version -> BigInt,
        reference -> Text,
        company_id -> Uid,
        operator_id -> Uid,
        phase -> Text,
        filed_at -> Instant,
        next_due_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    events (case_id, channel, seq) {
        case_id -> Uid,
        channel -> Text,
        seq -> BigInt,
        version -> BigInt,
        kind -> Text,
        seat -> Text,
        at -> Instant,
        header -> Binary,
        author -> Nullable<Binary>,
        content -> Nullable<Binary>,
        origin -> Nullable<Binary>,
        evidence -> Nullable<Binary>,
        key_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    snapshots (case_id) {
        case_id -> Uid,
        version -> BigInt,
        form -> BigInt,
        state -> Binary,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    commands (actor, id) {
        actor -> Uid,
        id -> Uid,
        hash -> Binary,
        case_id -> Uid,
        first_version -> BigInt,
        event_count -> BigInt,
        at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    case_rows (case_id, audience) {
        case_id -> Uid,
        audience -> Text,
        body -> Text,
        last_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    case_access (case_id, holder) {
        case_id -> Uid,
        holder -> Text,
        audience -> Text,
        capacity -> Text,
        channels -> Text,
        turn -> Integer,
        phase -> Text,
        due_at -> Nullable<Instant>,
        last_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    case_words (case_id, audience, word) {
        case_id -> Uid,
        audience -> Text,
        word -> Text,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    standings (case_id, user_id, seat) {
        case_id -> Uid,
        user_id -> Uid,
        seat -> Text,
        until -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    read_marks (case_id, user_id, channel) {
        case_id -> Uid,
        user_id -> Uid,
        channel -> Text,
        seq -> BigInt,
        at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    users (id) {
        id -> Uid,
        name -> Text,
        email -> Text,
        language -> Text,
        created_at -> Instant,
        disabled_at -> Nullable<Instant>,
        roles_changed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    credentials (user_id, kind) {
        user_id -> Uid,
        kind -> Text,
        secret -> Text,
        updated_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    organisations (id) {
        id -> Uid,
        kind -> Text,
        name -> Text,
        name_key -> Text,
        trade -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    members (organisation_id, user_id, role) {
        organisation_id -> Uid,
        user_id -> Uid,
        role -> Text,
        since -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    former_members (organisation_id, user_id, role) {
        organisation_id -> Uid,
        user_id -> Uid,
        role -> Text,
        until -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    setting_changes (organisation_id, version) {
        organisation_id -> Uid,
        version -> BigInt,
        name -> Text,
        value -> Nullable<Text>,
        changed_by -> Uid,
        at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    sessions (id) {
        id -> Uid,
        user_id -> Uid,
        level -> Text,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        created_at -> Instant,
        last_used_at -> Instant,
        expires_at -> Instant,
        ended_at -> Nullable<Instant>,
        ended_why -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    session_tokens (hash) {
        hash -> Binary,
        session_id -> Uid,
        created_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    one_time_links (hash) {
        hash -> Binary,
        purpose -> Text,
        user_id -> Uid,
        case_id -> Nullable<Uid>,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    invitation_proofs (case_id) {
        case_id -> Uid,
        user_id -> Uid,
        answer_hash -> Binary,
        attempts -> Integer,
        attempts_in_row -> Integer,
        tried_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    signing_challenges (case_id, id) {
        case_id -> Uid,
        id -> Uid,
        user_id -> Uid,
        version -> BigInt,
        document_hash -> Text,
        method -> Text,
        code_hash -> Binary,
        created_at -> Instant,
        expires_at -> Instant,
        attempts -> Integer,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    subject_keys (case_id, id) {
        case_id -> Uid,
        id -> Uid,
        subject_id -> Uid,
        channel -> Text,
        wrapped -> Nullable<Binary>,
        created_at -> Instant,
        destroyed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    instance (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    owed (case_id, id) {
        case_id -> Uid,
        id -> Uid,
        kind -> Text,
        payload -> Text,
        state -> Text,
        attempts -> Integer,
        not_before -> Instant,
        claim -> Nullable<Uid>,
        created_at -> Instant,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    documents (case_id, version, which, sha256) {
        case_id -> Uid,
        version -> BigInt,
        which -> Text,
        sha256 -> Binary,
        bytes -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    evidence (case_id, id) {
        case_id -> Uid,
        id -> Uid,
        channel -> Text,
        owner_id -> Uid,
        media_type -> Text,
        name -> Text,
        description -> Nullable<Text>,
        sha256 -> Text,
        size -> BigInt,
        original_sha256 -> Text,
        original_size -> BigInt,
        shared_from -> Nullable<Uid>,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    checkpoints (case_id, channel) {
        case_id -> Uid,
        channel -> Text,
        size -> BigInt,
        root -> Binary,
        at -> Instant,
    }
}

diesel::joinable!(members -> organisations (organisation_id));
diesel::joinable!(members -> users (user_id));
diesel::joinable!(session_tokens -> sessions (session_id));
diesel::joinable!(sessions -> users (user_id));
diesel::allow_tables_to_appear_in_same_query!(
    cases,
    events,
    snapshots,
    commands,
    case_rows,
    case_access,
    case_words,
    standings,
    read_marks,
    users,
    credentials,
    organisations,
    members,
    former_members,
    setting_changes,
    sessions,
    session_tokens,
    one_time_links,
    invitation_proofs,
    signing_challenges,
    subject_keys,
    instance,
    owed,
    documents,
    evidence,
    checkpoints,
);
