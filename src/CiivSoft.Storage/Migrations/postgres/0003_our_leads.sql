-- Our leads are few among an account's opportunities: the reconciler must not read all of them.
CREATE INDEX opportunity_our_leads ON opportunity (account, posting_id) WHERE lead_of IS NOT NULL;
CREATE INDEX effect_result ON effect (account, result_id) WHERE result_id IS NOT NULL;
