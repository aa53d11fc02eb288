-- Complaints that their filers have not confirmed yet. They stand outside the record: nobody else knows of them.
CREATE TABLE complaint_drafts (
    id uuid NOT NULL PRIMARY KEY,
    -- What the case will be called.
    case_id uuid NOT NULL,
    reference text NOT NULL UNIQUE,
    -- What was sent at first, as a hash: sent again, it is one draft.
    said bytea NOT NULL,
    revision integer NOT NULL,
    -- As JSON. Both are emptied when the draft ends.
    form text,
    email text,
    language text NOT NULL,
    -- Of the key that the filer's page holds, and of the link that was mailed last.
    filer_hash bytea NOT NULL,
    link_hash bytea,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- While it becomes a case nothing of it changes.
    claimed_at timestamptz,
    -- confirmed, dropped or expired
    ended text,
    ended_at timestamptz,
    -- Who confirmed it.
    user_id uuid
);
CREATE INDEX complaint_drafts_filer ON complaint_drafts (filer_hash);
CREATE INDEX complaint_drafts_link ON complaint_drafts (link_hash);
CREATE INDEX complaint_drafts_expiry ON complaint_drafts (expires_at) WHERE ended IS NULL;
