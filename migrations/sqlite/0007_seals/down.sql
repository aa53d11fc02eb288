ALTER TABLE cases DROP COLUMN seal;
ALTER TABLE users DROP COLUMN seal;
ALTER TABLE organisations DROP COLUMN seal;
ALTER TABLE organisations DROP COLUMN legal_changes;
ALTER TABLE organisations DROP COLUMN legal_seal;
