-- A case, its events and what is derived from them. Every key begins with the
-- case, and nothing needs two cases in one transaction.

CREATE TABLE cases (
    case_id BLOB NOT NULL PRIMARY KEY,
    -- Moved by each append from the version it was decided on; who finds another one lost the race.
    version INTEGER NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    company_id BLOB NOT NULL,
    operator_id BLOB NOT NULL,
    phase TEXT NOT NULL,
    filed_at INTEGER NOT NULL,
    -- When a clock makes the next system command possible.
    next_due_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_due ON cases (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX cases_company ON cases (company_id, phase);

-- Events with their parts: what a header commits to. Each part is its bytes and then its salt, the last 32 bytes;
-- an erasure empties the column, and with it both.
-- Rows lie in the order in which they were written and the key is an index with short entries, so that a message
-- touches few pages (docs/decisions/0005). (case_id, version) is unique because each append moves the case's version.
CREATE TABLE events (
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
    -- The key of subject_keys under which the parts are encrypted; none: they are not.
    key_id BLOB,
    PRIMARY KEY (case_id, channel, seq)
) STRICT;

-- The fold up to a version, with the ends of the channels. Disposable.
CREATE TABLE snapshots (
    case_id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    form INTEGER NOT NULL,
    state BLOB NOT NULL
) STRICT;

-- A command happens once per actor and id. Holds a hash and which events it made, never its words.
CREATE TABLE commands (
    actor BLOB NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    case_id BLOB NOT NULL,
    first_version INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- The id comes first: ids grow with time, so that the key grows at its end.
    PRIMARY KEY (id, actor)
) STRICT;
CREATE INDEX commands_at ON commands (at);

-- What a list shows of a case to one audience; made of what that audience may read.
CREATE TABLE case_rows (
    case_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    -- The row as JSON, without what depends on the person.
    body TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, audience)
) STRICT, WITHOUT ROWID;

-- Who may list a case, as which audience: user:<id> or <organisation>:<role>.
CREATE TABLE case_access (
    case_id BLOB NOT NULL,
    holder TEXT NOT NULL,
    audience TEXT NOT NULL,
    capacity TEXT NOT NULL,
    -- What this capacity reads, separated by blanks: for unread counts.
    channels TEXT NOT NULL,
    -- 0 closed, 1 waiting for others, 2 this audience's turn.
    turn INTEGER NOT NULL,
    phase TEXT NOT NULL,
    due_at INTEGER,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_access_recent ON case_access (holder, last_at, case_id);
CREATE INDEX case_access_turn ON case_access (holder, turn, last_at, case_id);
CREATE INDEX case_access_due ON case_access (holder, due_at, case_id) WHERE due_at IS NOT NULL;

-- Words by which a list finds a case, per audience.
CREATE TABLE case_words (
    case_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (case_id, audience, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_words_word ON case_words (word, audience, case_id);

-- Who held which seat, over all cases: nobody mediates who lately stood with or against one of the parties.
CREATE TABLE standings (
    case_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    seat TEXT NOT NULL,
    -- When the seat was left or the case was closed; none: the person holds it.
    until INTEGER,
    PRIMARY KEY (case_id, user_id, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_user ON standings (user_id);

-- How far a person has read a channel. Not part of the record.
CREATE TABLE read_marks (
    case_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    channel TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, user_id, channel)
) STRICT, WITHOUT ROWID;
