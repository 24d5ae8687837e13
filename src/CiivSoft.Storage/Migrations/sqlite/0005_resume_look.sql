-- Whether another look for a résumé can find anything new.
ALTER TABLE opportunity ADD COLUMN fingerprint TEXT;
ALTER TABLE opportunity ADD COLUMN resume_signal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN resume_look TEXT;

-- Consents that end by time are swept by every scan.
CREATE INDEX opportunity_consent_end ON opportunity (account, consent_ends_at_ms)
    WHERE consent_ends_at_ms IS NOT NULL AND NOT consent_refused;
