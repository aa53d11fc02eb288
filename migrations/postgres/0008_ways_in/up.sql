-- A session that began with the link of one case leads to that case alone.
ALTER TABLE sessions ADD COLUMN case_id uuid;

-- The token that was renewed into this one: of two that came from one, only one may be renewed in turn.
ALTER TABLE session_tokens ADD COLUMN parent bytea;
CREATE INDEX session_tokens_parent ON session_tokens (parent);
