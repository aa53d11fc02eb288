DROP INDEX commands_at;
ALTER TABLE commands RENAME TO dense_commands;
CREATE TABLE commands (
    actor BLOB NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    case_id BLOB NOT NULL,
    first_version INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (actor, id)
) STRICT, WITHOUT ROWID;
INSERT INTO commands SELECT actor, id, hash, case_id, first_version, event_count, at FROM dense_commands;
DROP TABLE dense_commands;
CREATE INDEX commands_at ON commands (at);

ALTER TABLE events RENAME TO dense_events;
CREATE TABLE events (
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seat TEXT NOT NULL,
    at INTEGER NOT NULL,
    header BLOB NOT NULL,
    PRIMARY KEY (case_id, version),
    UNIQUE (case_id, channel, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO events SELECT case_id, version, channel, seq, kind, seat, at, header FROM dense_events;
DROP TABLE dense_events;

ALTER TABLE parts RENAME TO dense_parts;
CREATE TABLE parts (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    part TEXT NOT NULL,
    salt BLOB,
    bytes BLOB,
    key_id BLOB,
    PRIMARY KEY (case_id, channel, seq, part)
) STRICT, WITHOUT ROWID;
INSERT INTO parts SELECT case_id, channel, seq, part, salt, bytes, key_id FROM dense_parts;
DROP TABLE dense_parts;
