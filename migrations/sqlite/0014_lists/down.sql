-- As before, and empty.
DROP TABLE case_search;
DROP TABLE case_finds;
DROP TABLE case_access;
DROP TABLE case_rows;
DELETE FROM instance WHERE name = 'lists';

CREATE TABLE case_rows (
    case_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    body TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, audience)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_access (
    case_id BLOB NOT NULL,
    holder TEXT NOT NULL,
    audience TEXT NOT NULL,
    capacity TEXT NOT NULL,
    channels TEXT NOT NULL,
    turn INTEGER NOT NULL,
    phase TEXT NOT NULL,
    due_at INTEGER,
    last_at INTEGER NOT NULL,
    queue_place INTEGER,
    entry_state TEXT,
    PRIMARY KEY (case_id, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_access_recent ON case_access (holder, last_at, case_id);
CREATE INDEX case_access_turn ON case_access (holder, turn, last_at, case_id);
CREATE INDEX case_access_due ON case_access (holder, due_at, case_id) WHERE due_at IS NOT NULL;
CREATE INDEX case_access_queue ON case_access (holder, queue_place, case_id, entry_state) WHERE queue_place IS NOT NULL;
CREATE TABLE case_words (
    case_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (case_id, audience, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_words_word ON case_words (word, audience, case_id);
