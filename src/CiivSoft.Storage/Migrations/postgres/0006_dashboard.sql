-- What the pages read. A page of decisions is a stretch of one index, whatever stands before it.
DROP INDEX decision_time;
CREATE INDEX decision_page ON decision (account, decided_at, decision_id, solution, verdict, is_shadow);
CREATE INDEX decision_posting ON decision (account, posting_id, decided_at, decision_id);
CREATE INDEX effect_open ON effect (account, state, sequence) WHERE state IN (1, 2, 4, 5);
CREATE INDEX effect_ref ON effect (ref) WHERE ref IS NOT NULL;
CREATE INDEX contact_not_read ON contact (account, resume_status, contact_id) WHERE resume_status IN (4, 5);

-- Links that log in once. Only a hash is kept.
CREATE TABLE login_ticket (
    hash text NOT NULL PRIMARY KEY,
    expires_at bigint NOT NULL
);
