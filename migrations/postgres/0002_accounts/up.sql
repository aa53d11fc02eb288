-- People and organisations.

CREATE TABLE users (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    -- Lower case.
    email text NOT NULL UNIQUE,
    language text NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    -- When a role was given or taken: open sockets look again at what their person is.
    roles_changed_at timestamptz
);
CREATE INDEX users_roles_changed ON users (roles_changed_at) WHERE roles_changed_at IS NOT NULL;

-- Hashes and wrapped secrets by which somebody proves who they are.
CREATE TABLE credentials (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind text NOT NULL,
    secret text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind)
);

CREATE TABLE organisations (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    -- Lower case, for search.
    name_key text NOT NULL,
    trade text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX organisations_name ON organisations (kind, name_key);

CREATE TABLE members (
    organisation_id uuid NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, user_id, role)
);
CREATE INDEX members_user ON members (user_id);

-- Who belonged to an organisation, and until when: kept for the conflicts of mediators.
CREATE TABLE former_members (
    organisation_id uuid NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role text NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, user_id, role)
);

-- What the admins of an organisation set for new cases: the log of their changes. The latest of a name counts.
CREATE TABLE setting_changes (
    organisation_id uuid NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    version bigint NOT NULL,
    name text NOT NULL,
    -- As JSON; none: the configuration's value again.
    value text,
    changed_by uuid NOT NULL REFERENCES users (id),
    at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, version)
);

-- One signed-in device: a family of refresh tokens.
CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    level text NOT NULL,
    address text,
    user_agent text,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_why text
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE session_tokens (
    hash bytea NOT NULL PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX session_tokens_session ON session_tokens (session_id);

-- Links that work once. The token itself is never stored.
CREATE TABLE one_time_links (
    hash bytea NOT NULL PRIMARY KEY,
    purpose text NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    case_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    -- The address that this link makes its owner's.
    address text
);
CREATE INDEX one_time_links_expiry ON one_time_links (expires_at);

-- What a company knows of the consumer whom it invited, as a keyed hash: the consumer's answer is compared with it.
CREATE TABLE invitation_proofs (
    case_id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL,
    answer_hash bytea NOT NULL,
    attempts integer NOT NULL,
    attempts_in_row integer NOT NULL,
    tried_at timestamptz
);

-- A signer proves presence once, for one document.
CREATE TABLE signing_challenges (
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    version bigint NOT NULL,
    document_hash text NOT NULL,
    method text NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (case_id, id)
);

-- Keys under which erasable parts are encrypted, wrapped by the instance's key. Destroying one erases its parts from every backup.
CREATE TABLE subject_keys (
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    channel text NOT NULL,
    wrapped bytea,
    created_at timestamptz NOT NULL,
    destroyed_at timestamptz,
    PRIMARY KEY (case_id, id),
    UNIQUE (case_id, subject_id, channel)
);

-- What is fixed at the first start, such as the instance's name.
CREATE TABLE instance (
    name text NOT NULL PRIMARY KEY,
    value text NOT NULL
);
