ALTER TABLE snapshots DROP COLUMN seal;
CREATE TABLE checkpoints (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, channel)
);
DROP TABLE heads;
