DROP TABLE powers;
DROP TABLE legal_identities;
