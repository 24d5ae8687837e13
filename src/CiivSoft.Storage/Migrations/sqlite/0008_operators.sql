-- What people made of a posting's requirements, every version: who, when and the whole list. Null for back to the draft.
CREATE TABLE posting_requirement (
    account TEXT NOT NULL,
    posting_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    edited_by TEXT NOT NULL,
    edited_at INTEGER NOT NULL,
    posting_hash TEXT NOT NULL,
    summary TEXT NOT NULL,
    list_json TEXT,
    PRIMARY KEY (account, posting_id, version)
) STRICT;

-- The version that a decision was made by; 0 is the draft. Another one than the newest makes it stale.
ALTER TABLE decision ADD COLUMN requirements_version INTEGER NOT NULL DEFAULT 0;

-- Daily quotas count moves, leads and tags by when they were taken up.
CREATE INDEX effect_sent ON effect (account, sent_at) WHERE sent_at IS NOT NULL AND kind <> 2;
