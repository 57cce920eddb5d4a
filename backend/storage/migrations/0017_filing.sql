-- +goose Up
-- The district's own empty workbooks, as they were handed in.
CREATE TABLE template (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  form       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('placeholders', 'list', 'labels')),
  blob_id    TEXT NOT NULL,
  added_at   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  UNIQUE (nursery_id, blob_id)
) STRICT;

-- What was filed, frozen: the figures and the bytes with their digest.
CREATE TABLE filed (
  nursery_id  TEXT NOT NULL,
  id          TEXT NOT NULL,
  form        TEXT NOT NULL,
  period      TEXT NOT NULL,
  template_id TEXT NOT NULL,
  blob_id     TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  figures     TEXT NOT NULL,
  version     TEXT NOT NULL,
  filed_at    TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, template_id) REFERENCES template (nursery_id, id)
) STRICT;
CREATE INDEX filed_period ON filed (nursery_id, form, period);

-- +goose StatementBegin
CREATE TRIGGER filed_no_update BEFORE UPDATE ON filed BEGIN SELECT RAISE(ABORT, 'filed returns are frozen'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER filed_no_delete BEFORE DELETE ON filed BEGIN SELECT RAISE(ABORT, 'filed returns are frozen'); END;
-- +goose StatementEnd
-- REPLACE takes a row away without asking the trigger on DELETE.
-- +goose StatementBegin
CREATE TRIGGER filed_no_replace BEFORE INSERT ON filed
WHEN EXISTS (SELECT 1 FROM filed WHERE nursery_id = NEW.nursery_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'filed returns are frozen'); END;
-- +goose StatementEnd
