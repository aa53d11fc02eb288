-- Wrong passwords of the last minutes, by account and by where they came from: hashes, neither address nor device.

CREATE TABLE sign_in_tries (
    account bytea NOT NULL,
    source bytea NOT NULL,
    begun_at timestamptz NOT NULL,
    tries integer NOT NULL,
    PRIMARY KEY (account, source)
);
CREATE INDEX sign_in_tries_begun ON sign_in_tries (begun_at);
