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
  reason     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_subject ON audit (nursery_id, kind, subject_id, seq);

-- One changed field of an entry; sealed values can be read only while the
-- person's key exists.
CREATE TABLE audit_change (
  audit_seq INTEGER NOT NULL REFERENCES audit (seq),
  field     TEXT NOT NULL,
  person_id TEXT NOT NULL DEFAULT '',
  old_value TEXT NOT NULL DEFAULT '',
  new_value TEXT NOT NULL DEFAULT '',
  old_seal  BLOB,
  new_seal  BLOB,
  PRIMARY KEY (audit_seq, field)
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
