-- Wrong passwords of the last minutes, by account and by where they came from: hashes, neither address nor device.

CREATE TABLE sign_in_tries (
    account BLOB NOT NULL,
    source BLOB NOT NULL,
    begun_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (account, source)
) STRICT;
CREATE INDEX sign_in_tries_begun ON sign_in_tries (begun_at);
