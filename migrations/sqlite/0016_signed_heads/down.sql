-- An earlier version seals the ends of the channels itself once the file `seals` is gone from the folder of the keys.
CREATE TABLE heads (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    size INTEGER NOT NULL,
    frontier BLOB NOT NULL,
    seal BLOB NOT NULL,
    signed_size INTEGER NOT NULL,
    signed_root BLOB NOT NULL,
    signed_seal BLOB NOT NULL,
    PRIMARY KEY (case_id, channel)
) STRICT, WITHOUT ROWID;
UPDATE cases SET seal = x'';
DROP TABLE signed_heads;
ALTER TABLE cases DROP COLUMN lists;
