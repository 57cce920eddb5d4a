-- +goose Up
CREATE TABLE person (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id)
) STRICT;

CREATE TABLE person_role (
  nursery_id TEXT NOT NULL,
  person_id  TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('director', 'caregiver', 'health', 'office', 'finance', 'kitchen', 'gate', 'viewer')),
  PRIMARY KEY (nursery_id, person_id, role),
  FOREIGN KEY (nursery_id, person_id) REFERENCES person (nursery_id, id)
) STRICT;

CREATE TABLE login (
  nursery_id    TEXT NOT NULL,
  person_id     TEXT NOT NULL,
  user_name     TEXT NOT NULL COLLATE NOCASE,
  password_hash TEXT NOT NULL,
  pin_hash      TEXT NOT NULL DEFAULT '',
  pin_wrong     INTEGER NOT NULL DEFAULT 0,
  wrong         INTEGER NOT NULL DEFAULT 0,
  wait_until    TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nursery_id, person_id),
  UNIQUE (nursery_id, user_name),
  FOREIGN KEY (nursery_id, person_id) REFERENCES person (nursery_id, id)
) STRICT;

-- A computer on which somebody signed in with a password; a PIN is only good there.
CREATE TABLE device (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id)
) STRICT;

CREATE TABLE session (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  person_id  TEXT NOT NULL,
  device_id  TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  began_at   TEXT NOT NULL,
  seen_at    TEXT NOT NULL,
  ended      INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, person_id) REFERENCES person (nursery_id, id),
  FOREIGN KEY (nursery_id, device_id) REFERENCES device (nursery_id, id)
) STRICT;
CREATE INDEX session_person ON session (nursery_id, person_id);
