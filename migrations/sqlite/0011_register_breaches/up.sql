-- What is still owed under an agreement of a closed case is in breach from a day on, though no event says so. The lines
-- are written anew at the next start.
ALTER TABLE register ADD COLUMN breach_from INTEGER;
DELETE FROM register;
DELETE FROM instance WHERE name = 'register';
