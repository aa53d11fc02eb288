-- Cases of which lists do not say yet what the last messages changed. Lists are written behind the commits of messages,
-- a few of a case at once; a process that ends before has its cases here.
CREATE TABLE unlisted (
    case_id uuid NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL
);
