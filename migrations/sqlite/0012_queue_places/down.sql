DROP INDEX case_access_queue;
ALTER TABLE case_access DROP COLUMN entry_state;
ALTER TABLE case_access DROP COLUMN queue_place;
