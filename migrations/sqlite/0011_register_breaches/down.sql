ALTER TABLE register DROP COLUMN breach_from;
