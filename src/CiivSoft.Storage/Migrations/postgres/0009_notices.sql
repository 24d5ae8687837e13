-- What operators are told, for each way out: committed before it is sent, and sent again with the same id until it was taken.
CREATE TABLE notice (
    account text NOT NULL,
    notice_id text NOT NULL,
    channel integer NOT NULL,
    type text NOT NULL,
    body text NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    not_before bigint,
    planned_at bigint NOT NULL,
    settled_at bigint,
    reason text,
    PRIMARY KEY (account, notice_id, channel)
);

CREATE INDEX notice_waiting ON notice (account, planned_at) WHERE state = 0;

-- What was told of already: troubles that last, values as they were told last.
CREATE TABLE notice_watch (
    account text NOT NULL,
    code text NOT NULL,
    value text NOT NULL,
    since bigint NOT NULL,
    gone_at bigint,
    PRIMARY KEY (account, code)
);
