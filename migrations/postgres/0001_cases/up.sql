-- A case, its events and what is derived from them. Every key begins with the
-- case, and nothing needs two cases in one transaction.

CREATE TABLE cases (
    case_id uuid NOT NULL PRIMARY KEY,
    -- Moved by each append from the version it was decided on; who finds another one lost the race.
    version bigint NOT NULL,
    reference text NOT NULL UNIQUE,
    company_id uuid NOT NULL,
    operator_id uuid NOT NULL,
    phase text NOT NULL,
    filed_at timestamptz NOT NULL,
    -- When a clock makes the next system command possible.
    next_due_at timestamptz
);
CREATE INDEX cases_due ON cases (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX cases_company ON cases (company_id, phase);

-- Events with their parts: what a header commits to. Each part is its bytes and then its salt, the last 32 bytes;
-- an erasure empties the column, and with it both.
CREATE TABLE events (
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
    -- The key of subject_keys under which the parts are encrypted; none: they are not.
    key_id uuid,
    PRIMARY KEY (case_id, channel, seq),
    UNIQUE (case_id, version)
);

-- The fold up to a version, with the ends of the channels. Disposable.
CREATE TABLE snapshots (
    case_id uuid NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    form bigint NOT NULL,
    state bytea NOT NULL
);

-- A command happens once per actor and id. Holds a hash and which events it made, never its words.
CREATE TABLE commands (
    actor uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    case_id uuid NOT NULL,
    first_version bigint NOT NULL,
    event_count bigint NOT NULL,
    at timestamptz NOT NULL,
    -- The id comes first: ids grow with time, so that the key grows at its end.
    PRIMARY KEY (id, actor)
);
CREATE INDEX commands_at ON commands (at);

-- What a list shows of a case to one audience; made of what that audience may read.
CREATE TABLE case_rows (
    case_id uuid NOT NULL,
    audience text NOT NULL,
    -- The row as JSON, without what depends on the person.
    body text NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, audience)
);

-- Who may list a case, as which audience: user:<id> or <organisation>:<role>.
CREATE TABLE case_access (
    case_id uuid NOT NULL,
    holder text NOT NULL,
    audience text NOT NULL,
    capacity text NOT NULL,
    -- What this capacity reads, separated by blanks: for unread counts.
    channels text NOT NULL,
    -- 0 closed, 1 waiting for others, 2 this audience's turn.
    turn integer NOT NULL,
    phase text NOT NULL,
    due_at timestamptz,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, holder)
);
CREATE INDEX case_access_recent ON case_access (holder, last_at, case_id);
CREATE INDEX case_access_turn ON case_access (holder, turn, last_at, case_id);
CREATE INDEX case_access_due ON case_access (holder, due_at, case_id) WHERE due_at IS NOT NULL;

-- Words by which a list finds a case, per audience.
CREATE TABLE case_words (
    case_id uuid NOT NULL,
    audience text NOT NULL,
    word text NOT NULL,
    PRIMARY KEY (case_id, audience, word)
);
CREATE INDEX case_words_word ON case_words (word, audience, case_id);

-- Who held which seat, over all cases: nobody mediates who lately stood with or against one of the parties.
CREATE TABLE standings (
    case_id uuid NOT NULL,
    user_id uuid NOT NULL,
    seat text NOT NULL,
    -- When the seat was left or the case was closed; none: the person holds it.
    until timestamptz,
    PRIMARY KEY (case_id, user_id, seat)
);
CREATE INDEX standings_user ON standings (user_id);

-- How far a person has read a channel. Not part of the record.
CREATE TABLE read_marks (
    case_id uuid NOT NULL,
    user_id uuid NOT NULL,
    channel text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, user_id, channel)
);
