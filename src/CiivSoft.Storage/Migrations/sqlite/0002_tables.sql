-- Our own tables. Times are milliseconds since the Unix epoch, UTC. Columns named *_box are encrypted.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    name TEXT NOT NULL PRIMARY KEY,
    lever_url TEXT NOT NULL,
    service_user TEXT NOT NULL,
    api_key_box BLOB NOT NULL,
    connected_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE opportunity (
    account TEXT NOT NULL,
    opportunity_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    posting_id TEXT,
    application_id TEXT,
    stage_id TEXT NOT NULL,
    origin TEXT,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER,
    last_advanced_at_ms INTEGER,
    archived_at_ms INTEGER,
    archive_reason_id TEXT,
    reached_offer INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    is_anonymized INTEGER NOT NULL,
    consent_refused INTEGER NOT NULL,
    consent_ends_at_ms INTEGER,
    has_opted_out INTEGER NOT NULL,
    is_marked_not_useful INTEGER NOT NULL,
    lead_of INTEGER,
    deleted_at_ms INTEGER,
    PRIMARY KEY (account, opportunity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX opportunity_contact ON opportunity (account, contact_id);

CREATE TABLE contact (
    account TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    person_key TEXT NOT NULL,
    person_box BLOB,
    -- A keyed hash of what is in the box, so that an equal value is not written again.
    person_mac BLOB,
    country TEXT,
    willing_to_relocate INTEGER NOT NULL,
    resume_status INTEGER NOT NULL,
    resume_id TEXT,
    resume_hash TEXT,
    wait_until INTEGER,
    PRIMARY KEY (account, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_person ON contact (account, person_key);

CREATE TABLE posting (
    account TEXT NOT NULL,
    posting_id TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    country TEXT,
    location TEXT,
    is_remote INTEGER NOT NULL,
    text TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER,
    opened_at INTEGER,
    url TEXT,
    PRIMARY KEY (account, posting_id)
) STRICT;

CREATE TABLE work (
    account TEXT NOT NULL,
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    priority INTEGER NOT NULL,
    newest_ms INTEGER NOT NULL,
    not_before INTEGER,
    attempts INTEGER NOT NULL,
    reason TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (account, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_order ON work (account, priority, newest_ms DESC);

-- Versions of work items come from here and are never used twice: an item that was finished and came back must not look
-- like the one that an older worker still holds.
CREATE TABLE work_version (
    value INTEGER NOT NULL
) STRICT;

INSERT INTO work_version (value) VALUES (0);

CREATE TABLE resume (
    account TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    text_box BLOB NOT NULL,
    hash TEXT NOT NULL,
    source TEXT NOT NULL,
    warnings_json TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (account, contact_id)
) STRICT;

-- float32, little-endian. The shard hash is kept, so that one shard is picked without reading the vectors of the others.
CREATE TABLE vector (
    account TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    model_version TEXT NOT NULL,
    shard_hash INTEGER NOT NULL,
    numbers BLOB NOT NULL,
    PRIMARY KEY (account, contact_id)
) STRICT;

CREATE INDEX vector_shard ON vector (account, model_version, shard_hash);

CREATE TABLE decision (
    account TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    solution INTEGER NOT NULL,
    subject TEXT NOT NULL,
    generation INTEGER NOT NULL,
    contact_id TEXT NOT NULL,
    opportunity_id TEXT,
    posting_id TEXT,
    verdict TEXT NOT NULL,
    score REAL,
    cut REAL,
    model_version TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    posting_hash TEXT,
    resume_hash TEXT,
    evidence_box BLOB,
    is_shadow INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (account, decision_id),
    UNIQUE (account, solution, subject, generation)
) STRICT;

CREATE INDEX decision_contact ON decision (account, contact_id);
CREATE INDEX decision_time ON decision (account, decided_at);

CREATE TABLE arkiive_run (
    account TEXT NOT NULL,
    posting_id TEXT NOT NULL,
    run INTEGER NOT NULL,
    cause TEXT NOT NULL,
    searched INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    excluded_json TEXT NOT NULL,
    above_bar INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (account, posting_id, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE effect (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    effect_id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    target TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    parent_id TEXT,
    solution INTEGER NOT NULL,
    contact_id TEXT NOT NULL,
    posting_id TEXT,
    opportunity_id TEXT,
    ref TEXT,
    payload_box BLOB,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    absent_reads INTEGER NOT NULL,
    not_before INTEGER,
    epoch INTEGER NOT NULL,
    -- The epoch that has it in hand, 0 when none has: an unknown effect stays unknown while it is read back.
    held_by INTEGER NOT NULL,
    planned_at INTEGER NOT NULL,
    sent_at INTEGER,
    settled_at INTEGER,
    result_id TEXT,
    reason TEXT,
    UNIQUE (account, effect_id),
    -- Exactly once begins here: one lead for a person and posting, one move for an opportunity, one note of a kind.
    UNIQUE (account, kind, subject, target)
) STRICT;

CREATE INDEX effect_due ON effect (account, sequence) WHERE state IN (0, 2);
CREATE INDEX effect_parent ON effect (account, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX effect_decision ON effect (account, decision_id);
CREATE INDEX effect_contact ON effect (account, contact_id);
CREATE INDEX effect_posting ON effect (account, posting_id, kind);

CREATE TABLE activity (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    solution INTEGER,
    opportunity_id TEXT,
    contact_id TEXT,
    posting_id TEXT,
    decision_id TEXT,
    message TEXT NOT NULL,
    -- A hash of the line, so that a commit that is repeated does not repeat its lines.
    line_hash BLOB NOT NULL,
    UNIQUE (account, line_hash)
) STRICT;

CREATE INDEX activity_order ON activity (account, sequence);
