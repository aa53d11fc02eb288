-- Work that is owed because of events, stored in their transaction. Ids only, never words.

CREATE TABLE owed (
    -- The nil id where the work belongs to no case.
    case_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    -- waiting, claimed, done or dead
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    -- Fences a worker that took too long: only who holds the claim may finish.
    claim BLOB,
    created_at INTEGER NOT NULL,
    last_error TEXT,
    PRIMARY KEY (case_id, id)
) STRICT;
CREATE INDEX owed_open ON owed (not_before) WHERE state IN ('waiting', 'claimed');
CREATE INDEX owed_state ON owed (state, created_at);

-- Agreements as bytes, never rendered again.
CREATE TABLE documents (
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    which TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, version, which, sha256)
) STRICT;

-- Files in a channel. Their bytes lie in the evidence store, under these hashes.
CREATE TABLE evidence (
    case_id BLOB NOT NULL,
    id BLOB NOT NULL,
    channel TEXT NOT NULL,
    owner_id BLOB NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    -- Of the copy that others see, and of the original that its owner keeps.
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    original_sha256 TEXT NOT NULL,
    original_size INTEGER NOT NULL,
    shared_from BLOB,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id)
) STRICT;

-- The last head that the signer put its name to, per channel.
CREATE TABLE checkpoints (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, channel)
) STRICT;
