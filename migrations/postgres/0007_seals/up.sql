-- A seal over each case as a whole, and over what agreements take from accounts.

-- Over the order of all events, and over this row.
ALTER TABLE cases ADD COLUMN seal bytea NOT NULL DEFAULT '';

-- Over name and address.
ALTER TABLE users ADD COLUMN seal bytea NOT NULL DEFAULT '';

-- Over kind, name and trade.
ALTER TABLE organisations ADD COLUMN seal bytea NOT NULL DEFAULT '';

-- Over an organisation's legal identities and the powers that it gave; the counter moves with each change of them.
ALTER TABLE organisations ADD COLUMN legal_changes bigint NOT NULL DEFAULT 0;
ALTER TABLE organisations ADD COLUMN legal_seal bytea NOT NULL DEFAULT '';
