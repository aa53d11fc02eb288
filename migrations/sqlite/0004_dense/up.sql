-- A message touches few pages. Rows lie in the order in which they were written, so that many
-- share a page and none is moved to make room; each key is an index of its own with short entries.
-- A part knows its event's version: the key of parts then finds the events of a channel as well,
-- and keeps (case_id, channel, seq) unique, because every event has a part `content`.

CREATE TABLE dense_parts (
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    part TEXT NOT NULL,
    version INTEGER NOT NULL,
    salt BLOB,
    bytes BLOB,
    -- The key of subject_keys under which the bytes are encrypted; none: they are not.
    key_id BLOB,
    PRIMARY KEY (case_id, channel, seq, part)
) STRICT;
INSERT INTO dense_parts (case_id, channel, seq, part, version, salt, bytes, key_id)
SELECT p.case_id, p.channel, p.seq, p.part, e.version, p.salt, p.bytes, p.key_id
FROM events AS e JOIN parts AS p ON p.case_id = e.case_id AND p.channel = e.channel AND p.seq = e.seq
ORDER BY e.case_id, e.version;
DROP TABLE parts;
ALTER TABLE dense_parts RENAME TO parts;

CREATE TABLE dense_events (
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seat TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- The exact bytes that were hashed.
    header BLOB NOT NULL,
    PRIMARY KEY (case_id, version)
) STRICT;
INSERT INTO dense_events SELECT case_id, version, channel, seq, kind, seat, at, header
FROM events ORDER BY case_id, version;
DROP TABLE events;
ALTER TABLE dense_events RENAME TO events;

-- The id comes first: ids grow with time, so that the key grows at its end.
CREATE TABLE dense_commands (
    actor BLOB NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    case_id BLOB NOT NULL,
    first_version INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id, actor)
) STRICT;
INSERT INTO dense_commands SELECT actor, id, hash, case_id, first_version, event_count, at FROM commands ORDER BY at;
DROP TABLE commands;
ALTER TABLE dense_commands RENAME TO commands;
CREATE INDEX commands_at ON commands (at);
