-- Where a case stands in the queue of a team, and how its entry is: only rows of a team's audience have them. Rows of before
-- get theirs at the next start.
ALTER TABLE case_access ADD COLUMN queue_place bigint;
ALTER TABLE case_access ADD COLUMN entry_state text;
CREATE INDEX case_access_queue ON case_access (holder, queue_place, case_id, entry_state) WHERE queue_place IS NOT NULL;
