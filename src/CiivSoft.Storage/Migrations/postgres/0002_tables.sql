-- Our own tables. Times are milliseconds since the Unix epoch, UTC. Columns named *_box are encrypted.

CREATE TABLE setting (
    name text NOT NULL PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE account (
    name text NOT NULL PRIMARY KEY,
    lever_url text NOT NULL,
    service_user text NOT NULL,
    api_key_box bytea NOT NULL,
    connected_at bigint NOT NULL,
    epoch bigint NOT NULL
);

CREATE TABLE opportunity (
    account text NOT NULL,
    opportunity_id text NOT NULL,
    contact_id text NOT NULL,
    posting_id text,
    application_id text,
    stage_id text NOT NULL,
    origin text,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint,
    last_advanced_at_ms bigint,
    archived_at_ms bigint,
    archive_reason_id text,
    reached_offer boolean NOT NULL,
    is_confidential boolean NOT NULL,
    is_anonymized boolean NOT NULL,
    consent_refused boolean NOT NULL,
    consent_ends_at_ms bigint,
    has_opted_out boolean NOT NULL,
    is_marked_not_useful boolean NOT NULL,
    lead_of integer,
    deleted_at_ms bigint,
    PRIMARY KEY (account, opportunity_id)
);

CREATE INDEX opportunity_contact ON opportunity (account, contact_id);

CREATE TABLE contact (
    account text NOT NULL,
    contact_id text NOT NULL,
    person_key text NOT NULL,
    person_box bytea,
    -- A keyed hash of what is in the box, so that an equal value is not written again.
    person_mac bytea,
    country text,
    willing_to_relocate boolean NOT NULL,
    resume_status integer NOT NULL,
    resume_id text,
    resume_hash text,
    wait_until bigint,
    PRIMARY KEY (account, contact_id)
);

CREATE INDEX contact_person ON contact (account, person_key);

CREATE TABLE posting (
    account text NOT NULL,
    posting_id text NOT NULL,
    title text NOT NULL,
    state text NOT NULL,
    is_open boolean NOT NULL,
    is_confidential boolean NOT NULL,
    country text,
    location text,
    is_remote boolean NOT NULL,
    text text NOT NULL,
    content_hash text NOT NULL,
    created_at_ms bigint NOT NULL,
    updated_at_ms bigint,
    opened_at bigint,
    url text,
    PRIMARY KEY (account, posting_id)
);

CREATE TABLE work (
    account text NOT NULL,
    kind integer NOT NULL,
    id text NOT NULL,
    priority integer NOT NULL,
    newest_ms bigint NOT NULL,
    not_before bigint,
    attempts integer NOT NULL,
    reason text,
    version bigint NOT NULL,
    PRIMARY KEY (account, kind, id)
);

CREATE INDEX work_order ON work (account, priority, newest_ms DESC);

-- Versions of work items come from here and are never used twice: an item that was finished and came back must not look
-- like the one that an older worker still holds.
CREATE SEQUENCE work_version;

CREATE TABLE resume (
    account text NOT NULL,
    contact_id text NOT NULL,
    text_box bytea NOT NULL,
    hash text NOT NULL,
    source text NOT NULL,
    warnings_json text NOT NULL,
    read_at bigint NOT NULL,
    PRIMARY KEY (account, contact_id)
);

-- float32, little-endian. The shard hash is kept, so that one shard is picked without reading the vectors of the others.
CREATE TABLE vector (
    account text NOT NULL,
    contact_id text NOT NULL,
    model_version text NOT NULL,
    shard_hash integer NOT NULL,
    numbers bytea NOT NULL,
    PRIMARY KEY (account, contact_id)
);

CREATE INDEX vector_shard ON vector (account, model_version, shard_hash);

CREATE TABLE decision (
    account text NOT NULL,
    decision_id text NOT NULL,
    solution integer NOT NULL,
    subject text NOT NULL,
    generation integer NOT NULL,
    contact_id text NOT NULL,
    opportunity_id text,
    posting_id text,
    verdict text NOT NULL,
    score double precision,
    cut double precision,
    model_version text NOT NULL,
    policy_version text NOT NULL,
    posting_hash text,
    resume_hash text,
    evidence_box bytea,
    is_shadow boolean NOT NULL,
    decided_at bigint NOT NULL,
    PRIMARY KEY (account, decision_id),
    UNIQUE (account, solution, subject, generation)
);

CREATE INDEX decision_contact ON decision (account, contact_id);
CREATE INDEX decision_time ON decision (account, decided_at);

CREATE TABLE arkiive_run (
    account text NOT NULL,
    posting_id text NOT NULL,
    run integer NOT NULL,
    cause text NOT NULL,
    searched bigint NOT NULL,
    scored integer NOT NULL,
    excluded_json text NOT NULL,
    above_bar integer NOT NULL,
    leads integer NOT NULL,
    decided_at bigint NOT NULL,
    PRIMARY KEY (account, posting_id, run)
);

CREATE TABLE effect (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    effect_id text NOT NULL,
    kind integer NOT NULL,
    subject text NOT NULL,
    target text NOT NULL,
    decision_id text NOT NULL,
    parent_id text,
    solution integer NOT NULL,
    contact_id text NOT NULL,
    posting_id text,
    opportunity_id text,
    ref text,
    payload_box bytea,
    state integer NOT NULL,
    attempts integer NOT NULL,
    absent_reads integer NOT NULL,
    not_before bigint,
    epoch bigint NOT NULL,
    -- The epoch that has it in hand, 0 when none has: an unknown effect stays unknown while it is read back.
    held_by bigint NOT NULL,
    planned_at bigint NOT NULL,
    sent_at bigint,
    settled_at bigint,
    result_id text,
    reason text,
    UNIQUE (account, effect_id),
    -- Exactly once begins here: one lead for a person and posting, one move for an opportunity, one note of a kind.
    UNIQUE (account, kind, subject, target)
);

CREATE INDEX effect_due ON effect (account, sequence) WHERE state IN (0, 2);
CREATE INDEX effect_parent ON effect (account, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX effect_decision ON effect (account, decision_id);
CREATE INDEX effect_contact ON effect (account, contact_id);
CREATE INDEX effect_posting ON effect (account, posting_id, kind);

CREATE TABLE activity (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    solution integer,
    opportunity_id text,
    contact_id text,
    posting_id text,
    decision_id text,
    message text NOT NULL,
    -- A hash of the line, so that a commit that is repeated does not repeat its lines.
    line_hash bytea NOT NULL,
    UNIQUE (account, line_hash)
);

CREATE INDEX activity_order ON activity (account, sequence);
