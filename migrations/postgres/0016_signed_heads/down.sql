-- An earlier version seals the ends of the channels itself once the file `seals` is gone from the folder of the keys.
CREATE TABLE heads (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    seal bytea NOT NULL,
    signed_size bigint NOT NULL,
    signed_root bytea NOT NULL,
    signed_seal bytea NOT NULL,
    PRIMARY KEY (case_id, channel)
);
UPDATE cases SET seal = '';
DROP TABLE signed_heads;
ALTER TABLE cases DROP COLUMN lists;
