-- What organisations are before the law, and who may bind them.

-- A version never changes; an agreement takes the newest that the operator has checked.
CREATE TABLE legal_identities (
    organisation_id uuid NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    version bigint NOT NULL,
    name text NOT NULL,
    scheme text NOT NULL,
    identifier text NOT NULL,
    address text NOT NULL,
    trade_name text,
    entered_at timestamptz NOT NULL,
    -- Absent where the command line did it.
    entered_by uuid,
    checked_at timestamptz,
    checked_by uuid,
    PRIMARY KEY (organisation_id, version)
);

CREATE TABLE powers (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Both or none: no limit.
    limit_amount bigint,
    limit_currency text,
    document text NOT NULL,
    -- The last day, like 2026-12-31.
    until_day text,
    given_at timestamptz NOT NULL,
    given_by uuid,
    ended_at timestamptz,
    ended_by uuid
);
CREATE INDEX powers_member ON powers (organisation_id, user_id);
