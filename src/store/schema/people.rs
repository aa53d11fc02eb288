//! People, organisations, their sessions and what the instance knows of itself.

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
        seal -> Binary,
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
        seal -> Binary,
        legal_changes -> BigInt,
        legal_seal -> Binary,
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

    sign_in_tries (account, source) {
        account -> Binary,
        source -> Binary,
        begun_at -> Instant,
        tries -> Integer,
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
        case_id -> Nullable<Uid>,
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
        parent -> Nullable<Binary>,
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

    complaint_drafts (id) {
        id -> Uid,
        case_id -> Uid,
        reference -> Text,
        said -> Binary,
        revision -> Integer,
        form -> Nullable<Text>,
        email -> Nullable<Text>,
        language -> Text,
        filer_hash -> Binary,
        link_hash -> Nullable<Binary>,
        created_at -> Instant,
        expires_at -> Instant,
        claimed_at -> Nullable<Instant>,
        ended -> Nullable<Text>,
        ended_at -> Nullable<Instant>,
        user_id -> Nullable<Uid>,
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

    legal_identities (organisation_id, version) {
        organisation_id -> Uid,
        version -> BigInt,
        name -> Text,
        scheme -> Text,
        identifier -> Text,
        address -> Text,
        trade_name -> Nullable<Text>,
        entered_at -> Instant,
        entered_by -> Nullable<Uid>,
        checked_at -> Nullable<Instant>,
        checked_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use crate::store::sql::*;
    use diesel::sql_types::*;

    powers (id) {
        id -> Uid,
        organisation_id -> Uid,
        user_id -> Uid,
        limit_amount -> Nullable<BigInt>,
        limit_currency -> Nullable<Text>,
        document -> Text,
        until_day -> Nullable<Text>,
        given_at -> Instant,
        given_by -> Nullable<Uid>,
        ended_at -> Nullable<Instant>,
        ended_by -> Nullable<Uid>,
    }
}

diesel::joinable!(powers -> users (user_id));
diesel::joinable!(members -> organisations (organisation_id));
diesel::joinable!(members -> users (user_id));
diesel::joinable!(session_tokens -> sessions (session_id));
diesel::joinable!(sessions -> users (user_id));
