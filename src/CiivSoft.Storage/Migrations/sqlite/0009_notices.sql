-- What operators are told, for each way out: committed before it is sent, and sent again with the same id until it was taken.
CREATE TABLE notice (
    account TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    channel INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    not_before INTEGER,
    planned_at INTEGER NOT NULL,
    settled_at INTEGER,
    reason TEXT,
    PRIMARY KEY (account, notice_id, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX notice_waiting ON notice (account, planned_at) WHERE state = 0;

-- What was told of already: troubles that last, values as they were told last.
CREATE TABLE notice_watch (
    account TEXT NOT NULL,
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    since INTEGER NOT NULL,
    gone_at INTEGER,
    PRIMARY KEY (account, code)
) STRICT, WITHOUT ROWID;
