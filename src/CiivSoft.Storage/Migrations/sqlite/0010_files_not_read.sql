-- Every file that gave no text, not only damaged ones and pictures.
DROP INDEX contact_not_read;
CREATE INDEX contact_not_read ON contact (account, resume_status, contact_id) WHERE resume_status > 3;

-- The file, by its resume_id, that a person gave up: it is listed no more, another one is.
ALTER TABLE contact ADD COLUMN resume_given_up TEXT;
