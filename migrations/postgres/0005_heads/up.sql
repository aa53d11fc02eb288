-- Sealed heads: whoever writes into the database without the head key is found.

-- The end of each channel, sealed by a key outside the database, and the head that was signed last.
CREATE TABLE heads (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    size bigint NOT NULL,
    -- The roots of the perfect subtrees, largest first.
    frontier bytea NOT NULL,
    seal bytea NOT NULL,
    -- 0 and zeros: none yet. It has its own seal, so that a signed head cannot be forgotten.
    signed_size bigint NOT NULL,
    signed_root bytea NOT NULL,
    signed_seal bytea NOT NULL,
    PRIMARY KEY (case_id, channel)
);

DROP TABLE checkpoints;

-- Folds without a seal are folded anew.
DELETE FROM snapshots;
ALTER TABLE snapshots ADD COLUMN seal bytea NOT NULL DEFAULT '';
