-- Events lie by case, channel and place: one key of eight bytes, and no index beside it (docs/decisions/0013).

-- What the ids of a case's events begin with, and how often a command of it was withdrawn: an append that was decided
-- before finds another count.
ALTER TABLE cases ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN withdrawals INTEGER NOT NULL DEFAULT 0;
UPDATE cases SET number = numbered.number
FROM (SELECT case_id, row_number() OVER (ORDER BY filed_at, case_id) AS number FROM cases) AS numbered
WHERE cases.case_id = numbered.case_id;
CREATE UNIQUE INDEX cases_number ON cases (number);

CREATE TABLE events_by_id (
    -- 27 bits of the case's number, 4 of what the channel is, 8 of which of these it is, 24 of the place in it.
    id INTEGER NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seat TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- The exact bytes that were hashed.
    header BLOB NOT NULL,
    author BLOB,
    content BLOB,
    origin BLOB,
    evidence BLOB,
    -- Of the first event of a command: who gave it, its id, and a hash that tells it from others; never its words.
    command BLOB,
    -- The key of subject_keys under which the parts are encrypted; none: they are not.
    key_id BLOB
) STRICT;
CREATE INDEX commands_of_case ON commands (case_id, first_version);
INSERT INTO events_by_id
SELECT
    cases.number * 68719476736
    + CASE
        WHEN e.channel = 'procedure' THEN 0
        WHEN e.channel = 'joint' THEN 1
        WHEN e.channel LIKE 'caucus:consumer%' THEN 2
        WHEN e.channel LIKE 'caucus:company%' THEN 3
        WHEN e.channel = 'internal:company' THEN 4
        WHEN e.channel LIKE 'notes:mediator%' THEN 5
        WHEN e.channel = 'sealed:consumer' THEN 6
        WHEN e.channel = 'sealed:company' THEN 7
        WHEN e.channel LIKE 'review:%' THEN 8
        WHEN e.channel LIKE 'desk:%' THEN 9
        WHEN e.channel = 'challenge:consumer' THEN 10
        WHEN e.channel = 'challenge:company' THEN 11
    END * 4294967296
    + CASE
        WHEN instr(e.channel, '/') > 0 THEN CAST(substr(e.channel, instr(e.channel, '/') + 1) AS INTEGER)
        WHEN e.channel LIKE 'review:%' OR e.channel LIKE 'desk:%'
            THEN CAST(substr(e.channel, instr(e.channel, ':') + 1) AS INTEGER)
        ELSE 1
    END * 16777216
    + e.seq,
    e.case_id, e.channel, e.seq, e.version, e.kind, e.seat, e.at, e.header, e.author, e.content, e.origin, e.evidence,
    (SELECT CAST(c.actor || c.id || c.hash AS BLOB) FROM commands c
     WHERE c.case_id = e.case_id AND c.first_version = e.version AND c.event_count > 0),
    e.key_id
FROM events e JOIN cases ON cases.case_id = e.case_id;

-- A case is opened once per filer and id.
CREATE TABLE openings (
    actor BLOB NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    case_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id, actor)
) STRICT;
CREATE INDEX openings_at ON openings (at);
INSERT INTO openings SELECT actor, id, hash, case_id, at FROM commands WHERE first_version = 1;

-- Commands that never happen: their senders gave them up before they had arrived.
CREATE TABLE withdrawn_commands (
    case_id BLOB NOT NULL,
    actor BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, actor, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawn_commands_at ON withdrawn_commands (at);
INSERT INTO withdrawn_commands SELECT case_id, actor, id, at FROM commands WHERE event_count = 0;

UPDATE cases SET withdrawals =
    (SELECT count(*) FROM withdrawn_commands w WHERE w.case_id = cases.case_id);

DROP TABLE commands;
DROP TABLE events;
ALTER TABLE events_by_id RENAME TO events;
