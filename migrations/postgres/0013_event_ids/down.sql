CREATE TABLE commands (
    actor uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    case_id uuid NOT NULL,
    first_version bigint NOT NULL,
    event_count bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (id, actor)
);
CREATE INDEX commands_at ON commands (at);
INSERT INTO commands
SELECT
    encode(substr(command, 1, 16), 'hex')::uuid, encode(substr(command, 17, 16), 'hex')::uuid, substr(command, 33), case_id, version,
    lead(version, 1, (SELECT max(version) + 1 FROM events o WHERE o.case_id = e.case_id))
        OVER (PARTITION BY case_id ORDER BY version) - version,
    at
FROM events e WHERE command IS NOT NULL
ON CONFLICT DO NOTHING;
INSERT INTO commands SELECT actor, id, decode(repeat('00', 32), 'hex'), case_id, 0, 0, at FROM withdrawn_commands
ON CONFLICT DO NOTHING;
DROP TABLE openings;
DROP TABLE withdrawn_commands;

CREATE TABLE events_by_channel (
    case_id uuid NOT NULL,
    channel text NOT NULL,
    seq bigint NOT NULL,
    version bigint NOT NULL,
    kind text NOT NULL,
    seat text NOT NULL,
    at timestamptz NOT NULL,
    header bytea NOT NULL,
    author bytea,
    content bytea,
    origin bytea,
    evidence bytea,
    key_id uuid,
    PRIMARY KEY (case_id, channel, seq),
    UNIQUE (case_id, version)
);
INSERT INTO events_by_channel
SELECT case_id, channel, seq, version, kind, seat, at, header, author, content, origin, evidence, key_id FROM events;
DROP TABLE events;
ALTER TABLE events_by_channel RENAME TO events;
ALTER INDEX events_by_channel_pkey RENAME TO events_pkey;

DROP INDEX cases_number;
DROP SEQUENCE case_numbers;
ALTER TABLE cases DROP COLUMN number;
ALTER TABLE cases DROP COLUMN withdrawals;
