-- People and organisations.

CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- Lower case.
    email TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    -- When a role was given or taken: open sockets look again at what their person is.
    roles_changed_at INTEGER
) STRICT;
CREATE INDEX users_roles_changed ON users (roles_changed_at) WHERE roles_changed_at IS NOT NULL;

-- Hashes and wrapped secrets by which somebody proves who they are.
CREATE TABLE credentials (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    secret TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind)
) STRICT;

CREATE TABLE organisations (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Lower case, for search.
    name_key TEXT NOT NULL,
    trade TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX organisations_name ON organisations (kind, name_key);

CREATE TABLE members (
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, user_id, role)
) STRICT;
CREATE INDEX members_user ON members (user_id);

-- Who belonged to an organisation, and until when: kept for the conflicts of mediators.
CREATE TABLE former_members (
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, user_id, role)
) STRICT;

-- What the admins of an organisation set for new cases: the log of their changes. The latest of a name counts.
CREATE TABLE setting_changes (
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- As JSON; none: the configuration's value again.
    value TEXT,
    changed_by BLOB NOT NULL REFERENCES users (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, version)
) STRICT;

-- One signed-in device: a family of refresh tokens.
CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    level TEXT NOT NULL,
    address TEXT,
    user_agent TEXT,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_why TEXT
) STRICT;
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE session_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX session_tokens_session ON session_tokens (session_id);

-- Links that work once. The token itself is never stored.
CREATE TABLE one_time_links (
    hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    case_id BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    -- The address that this link makes its owner's.
    address TEXT
) STRICT;
CREATE INDEX one_time_links_expiry ON one_time_links (expires_at);

-- What a company knows of the consumer whom it invited, as a keyed hash: the consumer's answer is compared with it.
CREATE TABLE invitation_proofs (
    case_id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL,
    answer_hash BLOB NOT NULL,
    attempts INTEGER NOT NULL,
    attempts_in_row INTEGER NOT NULL,
    tried_at INTEGER
) STRICT;

-- A signer proves presence once, for one document.
CREATE TABLE signing_challenges (
    case_id BLOB NOT NULL,
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    document_hash TEXT NOT NULL,
    method TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (case_id, id)
) STRICT;

-- Keys under which erasable parts are encrypted, wrapped by the instance's key. Destroying one erases its parts from every backup.
CREATE TABLE subject_keys (
    case_id BLOB NOT NULL,
    id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    wrapped BLOB,
    created_at INTEGER NOT NULL,
    destroyed_at INTEGER,
    PRIMARY KEY (case_id, id),
    UNIQUE (case_id, subject_id, channel)
) STRICT;

-- What is fixed at the first start, such as the instance's name.
CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
