-- Complaints that their filers have not confirmed yet. They stand outside the record: nobody else knows of them.
CREATE TABLE complaint_drafts (
    id BLOB NOT NULL PRIMARY KEY,
    -- What the case will be called.
    case_id BLOB NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    -- What was sent at first, as a hash: sent again, it is one draft.
    said BLOB NOT NULL,
    revision INTEGER NOT NULL,
    -- As JSON. Both are emptied when the draft ends.
    form TEXT,
    email TEXT,
    language TEXT NOT NULL,
    -- Of the key that the filer's page holds, and of the link that was mailed last.
    filer_hash BLOB NOT NULL,
    link_hash BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- While it becomes a case nothing of it changes.
    claimed_at INTEGER,
    -- confirmed, dropped or expired
    ended TEXT,
    ended_at INTEGER,
    -- Who confirmed it.
    user_id BLOB
) STRICT;
CREATE INDEX complaint_drafts_filer ON complaint_drafts (filer_hash);
CREATE INDEX complaint_drafts_link ON complaint_drafts (link_hash);
CREATE INDEX complaint_drafts_expiry ON complaint_drafts (expires_at) WHERE ended IS NULL;
