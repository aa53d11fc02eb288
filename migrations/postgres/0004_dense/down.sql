ALTER TABLE commands DROP CONSTRAINT commands_pkey;
ALTER TABLE commands ADD PRIMARY KEY (actor, id);
ALTER TABLE events ADD CONSTRAINT events_case_id_channel_seq_key UNIQUE (case_id, channel, seq);
ALTER TABLE parts DROP COLUMN version;
