-- +goose Up
-- What is to be done or held by a day, as rows: shipped ones and the nursery's
-- own. A change is a later version; what was in force stays, so that a result
-- can be reckoned again.
CREATE TABLE requirement (
  nursery_id   TEXT NOT NULL REFERENCES store (nursery_id),
  key          TEXT NOT NULL,
  own          INTEGER NOT NULL CHECK (own IN (0, 1)),
  version      INTEGER NOT NULL CHECK (version > 0),
  jurisdiction TEXT NOT NULL,
  valid_from   TEXT NOT NULL,
  valid_until  TEXT CHECK (valid_until >= valid_from),
  state        TEXT NOT NULL CHECK (state IN ('on', 'off', 'shipped')),
  title        TEXT NOT NULL,
  subject      TEXT NOT NULL CHECK (subject IN ('person', 'child', 'class', 'room', 'nursery')),
  about        TEXT NOT NULL,
  facts        TEXT NOT NULL,
  demand       TEXT NOT NULL,
  warn_days    INTEGER NOT NULL CHECK (warn_days >= 0),
  severity     TEXT NOT NULL CHECK (severity IN ('bad', 'warn', 'info')),
  source       TEXT NOT NULL,
  grade        TEXT NOT NULL CHECK (grade IN ('A', 'A/B', 'B', 'B(draft)', 'B(draft)+C', 'C+B', 'C', 'M', 'I', 'not found', 'own')),
  reason       TEXT NOT NULL,
  CHECK ((own = 1) = (grade = 'own')),
  PRIMARY KEY (nursery_id, key, own, version)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER requirement_no_update BEFORE UPDATE ON requirement BEGIN SELECT RAISE(ABORT, 'versions of requirements stay'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER requirement_no_delete BEFORE DELETE ON requirement BEGIN SELECT RAISE(ABORT, 'versions of requirements stay'); END;
-- +goose StatementEnd
-- REPLACE takes a row away without asking the trigger on DELETE.
-- +goose StatementBegin
CREATE TRIGGER requirement_no_replace BEFORE INSERT ON requirement
WHEN EXISTS (SELECT 1 FROM requirement WHERE nursery_id = NEW.nursery_id AND key = NEW.key AND own = NEW.own AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'versions of requirements stay'); END;
-- +goose StatementEnd
