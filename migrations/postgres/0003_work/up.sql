-- Work that is owed because of events, stored in their transaction. Ids only, never words.

CREATE TABLE owed (
    -- The nil id where the work belongs to no case.
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    -- waiting, claimed, done or dead
    state text NOT NULL,
    attempts integer NOT NULL,
    not_before timestamptz NOT NULL,
    -- Fences a worker that took too long: only who holds the claim may finish.
    claim uuid,
    created_at timestamptz NOT NULL,
    last_error text,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX owed_open ON owed (not_before) WHERE state IN ('waiting', 'claimed');
CREATE INDEX owed_state ON owed (state, created_at);

-- Agreements as bytes, never rendered again.
CREATE TABLE documents (
    case_id uuid NOT NULL,
    version bigint NOT NULL,
    which text NOT NULL,
    sha256 bytea NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, version, which, sha256)
);

-- Files in a channel. Their bytes lie in the evidence store, under these hashes.
CREATE TABLE evidence (
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    channel text NOT NULL,
    owner_id uuid NOT NULL,
    media_type text NOT NULL,
    name text NOT NULL,
    description text,
    -- Of the copy that others see, and of the original that its owner keeps.
    sha256 text NOT NULL,
    size bigint NOT NULL,
    original_sha256 text NOT NULL,
    original_size bigint NOT NULL,
    shared_from uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, id)
);

-- The last head that the signer put its name to, per channel.
CREATE TABLE checkpoints (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, channel)
);
