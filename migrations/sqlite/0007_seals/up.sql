-- A seal over each case as a whole, and over what agreements take from accounts.

-- Over the order of all events, and over this row.
ALTER TABLE cases ADD COLUMN seal BLOB NOT NULL DEFAULT x'';

-- Over name and address.
ALTER TABLE users ADD COLUMN seal BLOB NOT NULL DEFAULT x'';

-- Over kind, name and trade.
ALTER TABLE organisations ADD COLUMN seal BLOB NOT NULL DEFAULT x'';

-- Over an organisation's legal identities and the powers that it gave; the counter moves with each change of them.
ALTER TABLE organisations ADD COLUMN legal_changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisations ADD COLUMN legal_seal BLOB NOT NULL DEFAULT x'';
