-- What organisations are before the law, and who may bind them.

-- A version never changes; an agreement takes the newest that the operator has checked.
CREATE TABLE legal_identities (
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    scheme TEXT NOT NULL,
    identifier TEXT NOT NULL,
    address TEXT NOT NULL,
    trade_name TEXT,
    entered_at INTEGER NOT NULL,
    -- Absent where the command line did it.
    entered_by BLOB,
    checked_at INTEGER,
    checked_by BLOB,
    PRIMARY KEY (organisation_id, version)
) STRICT;

CREATE TABLE powers (
    id BLOB NOT NULL PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Both or none: no limit.
    limit_amount INTEGER,
    limit_currency TEXT,
    document TEXT NOT NULL,
    -- The last day, like 2026-12-31.
    until_day TEXT,
    given_at INTEGER NOT NULL,
    given_by BLOB,
    ended_at INTEGER,
    ended_by BLOB
) STRICT;
CREATE INDEX powers_member ON powers (organisation_id, user_id);
