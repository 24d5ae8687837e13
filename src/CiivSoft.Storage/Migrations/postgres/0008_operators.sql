-- What people made of a posting's requirements, every version: who, when and the whole list. Null for back to the draft.
CREATE TABLE posting_requirement (
    account text NOT NULL,
    posting_id text NOT NULL,
    version integer NOT NULL,
    edited_by text NOT NULL,
    edited_at bigint NOT NULL,
    posting_hash text NOT NULL,
    summary text NOT NULL,
    list_json text,
    PRIMARY KEY (account, posting_id, version)
);

-- The version that a decision was made by; 0 is the draft. Another one than the newest makes it stale.
ALTER TABLE decision ADD COLUMN requirements_version integer NOT NULL DEFAULT 0;

-- Daily quotas count moves, leads and tags by when they were taken up.
CREATE INDEX effect_sent ON effect (account, sent_at) WHERE sent_at IS NOT NULL AND kind <> 2;
