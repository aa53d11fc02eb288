//! Cases, their events and what is kept about them.

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
        seal -> Binary,
        number -> BigInt,
        withdrawals -> BigInt,
        lists -> BigInt,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    events (id) {
        id -> BigInt,
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
        command -> Nullable<Binary>,
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
        seal -> Binary,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    openings (actor, id) {
        actor -> Uid,
        id -> Uid,
        hash -> Binary,
        case_id -> Uid,
        at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    withdrawn_commands (case_id, actor, id) {
        case_id -> Uid,
        actor -> Uid,
        id -> Uid,
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
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    case_access (case_id, holder) {
        case_id -> Uid,
        holder -> Uid,
        audience -> Text,
        capacity -> Text,
        channels -> Text,
        turn -> Integer,
        phase -> Text,
        due_place -> BigInt,
        last_at -> Instant,
        queue_place -> Nullable<BigInt>,
        entry_state -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    case_finds (finder) {
        finder -> BigInt,
        case_id -> Uid,
        part -> Integer,
        audiences -> Text,
        words -> Text,
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

    signed_heads (case_id, channel) {
        case_id -> Uid,
        channel -> Text,
        size -> BigInt,
        root -> Binary,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    reads (case_id, hour, user_id, capacity, channel) {
        case_id -> Uid,
        hour -> Instant,
        user_id -> Uid,
        capacity -> Text,
        channel -> Text,
        organisation_id -> Uid,
        at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    register (case_id, version) {
        case_id -> Uid,
        version -> BigInt,
        company_id -> Uid,
        operator_id -> Uid,
        state -> Text,
        concluded_at -> Instant,
        breach_from -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    export_jobs (id) {
        id -> Uid,
        user_id -> Uid,
        language -> Text,
        organisations -> Text,
        selection -> Text,
        done -> Integer,
        left_out -> Integer,
        state -> Text,
        tries -> Integer,
        claim -> Nullable<Uid>,
        claimed_until -> Nullable<Instant>,
        size -> Nullable<BigInt>,
        sha256 -> Nullable<Binary>,
        problem -> Nullable<Text>,
        created_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    unlisted (case_id) {
        case_id -> Uid,
        since -> Instant,
    }
}
