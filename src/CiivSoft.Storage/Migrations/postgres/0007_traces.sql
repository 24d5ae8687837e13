-- The trace that a row came from (a W3C traceparent), and when what caused an effect was to be seen in Lever.
ALTER TABLE work ADD COLUMN trace text;
ALTER TABLE effect ADD COLUMN trace text;
ALTER TABLE effect ADD COLUMN caused_at bigint;
