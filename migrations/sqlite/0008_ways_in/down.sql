DROP INDEX session_tokens_parent;
ALTER TABLE session_tokens DROP COLUMN parent;
ALTER TABLE sessions DROP COLUMN case_id;
