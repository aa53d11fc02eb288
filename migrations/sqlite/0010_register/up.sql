-- Who looked into a case by a role, the register of concluded agreements, and exports of many of them.

-- One row for each person, capacity, channel and hour; `at` is the first time within that hour.
CREATE TABLE reads (
    case_id BLOB NOT NULL,
    hour INTEGER NOT NULL,
    user_id BLOB NOT NULL,
    capacity TEXT NOT NULL,
    channel TEXT NOT NULL,
    organisation_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_id, hour, user_id, capacity, channel)
) STRICT, WITHOUT ROWID;

-- Where the register finds each agreement that was signed by all. What it shows comes from the case itself.
CREATE TABLE register (
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    company_id BLOB NOT NULL,
    operator_id BLOB NOT NULL,
    state TEXT NOT NULL,
    concluded_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_company ON register (company_id, concluded_at, case_id, version);
CREATE INDEX register_operator ON register (operator_id, concluded_at, case_id, version);

-- An export of many agreements on its way; its file lies in the data folder until it expires.
CREATE TABLE export_jobs (
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    language TEXT NOT NULL,
    organisations TEXT NOT NULL,
    selection TEXT NOT NULL,
    done INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    claim BLOB,
    claimed_until INTEGER,
    size INTEGER,
    sha256 BLOB,
    problem TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE INDEX export_jobs_user ON export_jobs (user_id, created_at);
CREATE INDEX export_jobs_state ON export_jobs (state, created_at);
