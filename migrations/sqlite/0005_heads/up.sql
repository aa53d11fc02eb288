-- Sealed heads: whoever writes into the database without the head key is found.

-- The end of each channel, sealed by a key outside the database, and the head that was signed last.
CREATE TABLE heads (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- The roots of the perfect subtrees, largest first.
    frontier BLOB NOT NULL,
    seal BLOB NOT NULL,
    -- 0 and zeros: none yet. It has its own seal, so that a signed head cannot be forgotten.
    signed_size INTEGER NOT NULL,
    signed_root BLOB NOT NULL,
    signed_seal BLOB NOT NULL,
    PRIMARY KEY (case_id, channel)
) STRICT, WITHOUT ROWID;

DROP TABLE checkpoints;

-- Folds without a seal are folded anew.
DELETE FROM snapshots;
ALTER TABLE snapshots ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
