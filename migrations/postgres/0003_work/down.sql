DROP TABLE checkpoints;
DROP TABLE evidence;
DROP TABLE documents;
DROP TABLE owed;
