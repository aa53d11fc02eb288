ALTER TABLE snapshots DROP COLUMN seal;
CREATE TABLE checkpoints (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, channel)
) STRICT;
DROP TABLE heads;
