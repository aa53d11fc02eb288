-- Events lie by case, channel and place: one key of eight bytes, and no index beside it (docs/decisions/0013).

-- What the ids of a case's events begin with, and how often a command of it was withdrawn: an append that was decided
-- before finds another count.
ALTER TABLE cases ADD COLUMN number bigint NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN withdrawals bigint NOT NULL DEFAULT 0;
UPDATE cases SET number = numbered.number
FROM (SELECT case_id, row_number() OVER (ORDER BY filed_at, case_id) AS number FROM cases) AS numbered
WHERE cases.case_id = numbered.case_id;
CREATE UNIQUE INDEX cases_number ON cases (number);
CREATE SEQUENCE case_numbers;
SELECT setval('case_numbers', (SELECT count(*) FROM cases) + 1, false);

CREATE TABLE events_by_id (
    -- 27 bits of the case's number, 4 of what the channel is, 8 of which of these it is, 24 of the place in it.
    id bigint NOT NULL PRIMARY KEY,
    case_id uuid NOT NULL,
    channel text NOT NULL,
    seq bigint NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL,
    seat text NOT NULL,
    at timestamptz NOT NULL,
    -- The exact bytes that were hashed.
    header bytea NOT NULL,
    author bytea,
    content bytea,
    origin bytea,
    evidence bytea,
    -- Of the first event of a command: who gave it, its id, and a hash that tells it from others; never its words.
    command bytea,
    -- The key of subject_keys under which the parts are encrypted; none: they are not.
    key_id uuid
);
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
    END::bigint * 4294967296
    + CASE
        WHEN e.channel LIKE '%/%' THEN split_part(e.channel, '/', 2)::bigint
        WHEN e.channel LIKE 'review:%' OR e.channel LIKE 'desk:%'
            THEN split_part(e.channel, ':', 2)::bigint
        ELSE 1
    END * 16777216
    + e.seq,
    e.case_id, e.channel, e.seq, e.version, e.kind, e.seat, e.at, e.header, e.author, e.content, e.origin, e.evidence,
    (SELECT uuid_send(c.actor) || uuid_send(c.id) || c.hash FROM commands c
     WHERE c.case_id = e.case_id AND c.first_version = e.version AND c.event_count > 0),
    e.key_id
FROM events e JOIN cases ON cases.case_id = e.case_id;

-- A case is opened once per filer and id.
CREATE TABLE openings (
    actor uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    case_id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (id, actor)
);
CREATE INDEX openings_at ON openings (at);
INSERT INTO openings SELECT actor, id, hash, case_id, at FROM commands WHERE first_version = 1;

-- Commands that never happen: their senders gave them up before they had arrived.
CREATE TABLE withdrawn_commands (
    case_id uuid NOT NULL,
    actor uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, actor, id)
);
CREATE INDEX withdrawn_commands_at ON withdrawn_commands (at);
INSERT INTO withdrawn_commands SELECT case_id, actor, id, at FROM commands WHERE event_count = 0;

UPDATE cases SET withdrawals =
    (SELECT count(*) FROM withdrawn_commands w WHERE w.case_id = cases.case_id);

DROP TABLE commands;
DROP TABLE events;
ALTER TABLE events_by_id RENAME TO events;
ALTER INDEX events_by_id_pkey RENAME TO events_pkey;
