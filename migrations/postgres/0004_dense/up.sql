-- A part knows its event's version, as on SQLite, so that the key of parts finds the events of a
-- channel as well and keeps (case_id, channel, seq) unique: every event has a part `content`.
ALTER TABLE parts ADD COLUMN version bigint;
UPDATE parts SET version = events.version FROM events
WHERE events.case_id = parts.case_id AND events.channel = parts.channel AND events.seq = parts.seq;
ALTER TABLE parts ALTER COLUMN version SET NOT NULL;
ALTER TABLE events DROP CONSTRAINT events_case_id_channel_seq_key;

-- The id comes first: ids grow with time, so that the key grows at its end.
ALTER TABLE commands DROP CONSTRAINT commands_pkey;
ALTER TABLE commands ADD PRIMARY KEY (id, actor);
