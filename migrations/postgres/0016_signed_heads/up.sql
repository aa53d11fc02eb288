-- The ends of channels and what was signed of them are sealed with their case (docs/decisions/0015).

-- The head that was signed last of a channel of which any was signed.
CREATE TABLE signed_heads (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    PRIMARY KEY (case_id, channel)
);
INSERT INTO signed_heads SELECT case_id, channel, signed_size, signed_root FROM heads WHERE signed_size > 0;
DROP TABLE heads;

-- How often the lists of the case were written without anything else: who knew what they said finds another number.
ALTER TABLE cases ADD COLUMN lists bigint NOT NULL DEFAULT 0;
