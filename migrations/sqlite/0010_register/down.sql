DROP TABLE export_jobs;
DROP TABLE register;
DROP TABLE reads;
