-- What lists show, keyed so that a page, a count or a search reads as many rows of a million cases as of a hundred.
-- All of it follows from the record: it is not carried over but written anew at the next start.
DROP TABLE case_words;
DROP TABLE case_access;
DROP TABLE case_rows;

CREATE TABLE case_rows (
    case_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    -- What the row shows, without what its key, the holder's row and the reader tell.
    body TEXT NOT NULL,
    PRIMARY KEY (case_id, audience)
) STRICT, WITHOUT ROWID;

-- Who may list a case, as which audience. A holder is a person, a person's seat or a role, by the hash of its name.
CREATE TABLE case_access (
    case_id BLOB NOT NULL,
    holder BLOB NOT NULL,
    audience TEXT NOT NULL,
    capacity TEXT NOT NULL,
    -- What this capacity reads, separated by blanks: for unread counts.
    channels TEXT NOT NULL,
    -- 0 closed, 1 waiting for others, 2 this audience's turn.
    turn INTEGER NOT NULL,
    phase TEXT NOT NULL,
    -- The smallest is due first: by date, then what has none, then what is closed.
    due_place INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    queue_place INTEGER,
    entry_state TEXT,
    PRIMARY KEY (case_id, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_access_recent ON case_access (holder, turn, last_at, case_id);
CREATE INDEX case_access_phase ON case_access (holder, phase, turn, last_at, case_id);
CREATE INDEX case_access_due ON case_access (holder, turn, due_place, case_id) WHERE turn <> 0;
CREATE INDEX case_access_phase_due ON case_access (holder, phase, turn, due_place, case_id) WHERE turn <> 0;
CREATE INDEX case_access_queue ON case_access (holder, queue_place, case_id, entry_state) WHERE queue_place IS NOT NULL;

-- By what a case is found: one row for each set of words that some of its audiences read, with the marks of the holders who
-- list it as one of them. So no search finds more than the words that its reader may read. The full text finds it by a
-- number, which no VACUUM may change, so that number is the key.
CREATE TABLE case_finds (
    finder INTEGER PRIMARY KEY NOT NULL,
    case_id BLOB NOT NULL,
    part INTEGER NOT NULL,
    audiences TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX case_finds_case ON case_finds (case_id, part);

CREATE VIRTUAL TABLE case_search USING fts5 (
    words, content = 'case_finds', content_rowid = 'finder', detail = none, columnsize = 0, tokenize = 'ascii',
    prefix = '1 2 3'
);
CREATE TRIGGER case_finds_added AFTER INSERT ON case_finds BEGIN
    INSERT INTO case_search (rowid, words) VALUES (new.finder, new.words);
END;
CREATE TRIGGER case_finds_gone AFTER DELETE ON case_finds BEGIN
    INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.finder, old.words);
END;
CREATE TRIGGER case_finds_changed AFTER UPDATE ON case_finds WHEN old.words <> new.words BEGIN
    INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.finder, old.words);
    INSERT INTO case_search (rowid, words) VALUES (new.finder, new.words);
END;
