DROP TABLE unlisted;
