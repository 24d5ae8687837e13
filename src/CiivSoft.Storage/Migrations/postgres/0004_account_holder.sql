-- The cluster that took the newest epoch; null before the first. Two clusters on one database see each other by it.
ALTER TABLE account ADD COLUMN holder text;
