-- +goose Up
-- Who did what, and why. Rows are only ever added: the triggers refuse the rest.
CREATE TABLE audit (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  at         TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  verb       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  class_id   TEXT NOT NULL DEFAULT '',
  day        TEXT,
  reason     TEXT NOT NULL DEFAULT '',
  UNIQUE (nursery_id, seq)
) STRICT;
CREATE INDEX audit_subject ON audit (nursery_id, kind, subject_id, seq);

-- One changed field of an entry; sealed values can be read only while the
-- person's key exists.
CREATE TABLE audit_change (
  nursery_id TEXT NOT NULL,
  audit_seq  INTEGER NOT NULL,
  field      TEXT NOT NULL,
  person_id  TEXT NOT NULL DEFAULT '',
  old_value  TEXT NOT NULL DEFAULT '',
  new_value  TEXT NOT NULL DEFAULT '',
  old_seal   BLOB,
  new_seal   BLOB,
  PRIMARY KEY (nursery_id, audit_seq, field),
  FOREIGN KEY (nursery_id, audit_seq) REFERENCES audit (nursery_id, seq)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_change_no_update BEFORE UPDATE ON audit_change BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_change_no_delete BEFORE DELETE ON audit_change BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd

-- REPLACE takes a row away without asking the triggers on DELETE.
-- +goose StatementBegin
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_change_no_replace BEFORE INSERT ON audit_change
WHEN EXISTS (SELECT 1 FROM audit_change WHERE nursery_id = NEW.nursery_id AND audit_seq = NEW.audit_seq AND field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
-- +goose StatementEnd
