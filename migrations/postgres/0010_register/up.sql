-- Who looked into a case by a role, the register of concluded agreements, and exports of many of them.

-- One row for each person, capacity, channel and hour; `at` is the first time within that hour.
CREATE TABLE reads (
    case_id uuid NOT NULL,
    hour timestamptz NOT NULL,
    user_id uuid NOT NULL,
    capacity text NOT NULL,
    channel text NOT NULL,
    organisation_id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, hour, user_id, capacity, channel)
);

-- Where the register finds each agreement that was signed by all. What it shows comes from the case itself.
CREATE TABLE register (
    case_id uuid NOT NULL,
    version bigint NOT NULL,
    company_id uuid NOT NULL,
    operator_id uuid NOT NULL,
    state text NOT NULL,
    concluded_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, version)
);
CREATE INDEX register_company ON register (company_id, concluded_at, case_id, version);
CREATE INDEX register_operator ON register (operator_id, concluded_at, case_id, version);

-- An export of many agreements on its way; its file lies in the data folder until it expires.
CREATE TABLE export_jobs (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    language text NOT NULL,
    organisations text NOT NULL,
    selection text NOT NULL,
    done integer NOT NULL,
    left_out integer NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL,
    claim uuid,
    claimed_until timestamptz,
    size bigint,
    sha256 bytea,
    problem text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX export_jobs_user ON export_jobs (user_id, created_at);
CREATE INDEX export_jobs_state ON export_jobs (state, created_at);
