-- As before, and empty.
DROP TABLE case_finds;
DROP TABLE case_access;
DROP TABLE case_rows;
DELETE FROM instance WHERE name = 'lists';

CREATE TABLE case_rows (
    case_id uuid NOT NULL,
    audience text NOT NULL,
    body text NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, audience)
);
CREATE TABLE case_access (
    case_id uuid NOT NULL,
    holder text NOT NULL,
    audience text NOT NULL,
    capacity text NOT NULL,
    channels text NOT NULL,
    turn integer NOT NULL,
    phase text NOT NULL,
    due_at timestamptz,
    last_at timestamptz NOT NULL,
    queue_place bigint,
    entry_state text,
    PRIMARY KEY (case_id, holder)
);
CREATE INDEX case_access_recent ON case_access (holder, last_at, case_id);
CREATE INDEX case_access_turn ON case_access (holder, turn, last_at, case_id);
CREATE INDEX case_access_due ON case_access (holder, due_at, case_id) WHERE due_at IS NOT NULL;
CREATE INDEX case_access_queue ON case_access (holder, queue_place, case_id, entry_state) WHERE queue_place IS NOT NULL;
CREATE TABLE case_words (
    case_id uuid NOT NULL,
    audience text NOT NULL,
    word text NOT NULL,
    PRIMARY KEY (case_id, audience, word)
);
CREATE INDEX case_words_word ON case_words (word, audience, case_id);
