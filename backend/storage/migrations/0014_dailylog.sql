-- +goose Up
-- Periods of the day per kind of class and season; times are the nursery's.
CREATE TABLE period (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  class_kind TEXT NOT NULL CHECK (class_kind IN ('infant', 'small', 'large', 'mixed')),
  season     TEXT NOT NULL CHECK (season IN ('all', 'summer', 'winter')),
  key        TEXT NOT NULL,
  register   TEXT NOT NULL CHECK (register IN ('meal', 'snack')),
  starts     TEXT NOT NULL,
  ends       TEXT NOT NULL CHECK (ends > starts),
  PRIMARY KEY (nursery_id, id),
  UNIQUE (nursery_id, class_kind, season, key)
) STRICT;

-- One intention of one person: the unit of undo.
CREATE TABLE act (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('meals', 'arrival', 'check', 'departure', 'void', 'undo')),
  class_id   TEXT NOT NULL,
  day        TEXT NOT NULL,
  slot       TEXT NOT NULL DEFAULT '',
  actor_id   TEXT NOT NULL,
  at         TEXT NOT NULL,
  undoes     TEXT,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id),
  FOREIGN KEY (nursery_id, undoes) REFERENCES act (nursery_id, id)
) STRICT;
CREATE INDEX act_day ON act (nursery_id, class_id, day, at);
CREATE UNIQUE INDEX act_undone_once ON act (nursery_id, undoes) WHERE undoes IS NOT NULL;

-- A fact of a child's day. A correction supersedes, a void is a row of its
-- own; exactly one row is live for a child, day, register and slot.
CREATE TABLE entry (
  nursery_id   TEXT NOT NULL,
  id           TEXT NOT NULL,
  act_id       TEXT NOT NULL,
  child_id     TEXT NOT NULL,
  class_id     TEXT NOT NULL,
  day          TEXT NOT NULL,
  register     TEXT NOT NULL CHECK (register IN ('arrival', 'check', 'departure', 'meal')),
  slot         TEXT NOT NULL DEFAULT '',
  kind         TEXT NOT NULL CHECK (kind IN ('record', 'void')),
  revision     INTEGER NOT NULL CHECK (revision > 0),
  supersedes   TEXT,
  live         INTEGER NOT NULL CHECK (live IN (0, 1)),
  happened_at  TEXT NOT NULL,
  entered_at   TEXT NOT NULL,
  received_at  TEXT NOT NULL,
  late         INTEGER NOT NULL CHECK (late IN (0, 1)),
  late_version INTEGER NOT NULL,
  corrected    INTEGER NOT NULL CHECK (corrected IN (0, 1)),
  by_default   INTEGER NOT NULL DEFAULT 0 CHECK (by_default IN (0, 1)),
  actor_id     TEXT NOT NULL,
  actor_name   TEXT NOT NULL,
  reason       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, act_id) REFERENCES act (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES entry (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX entry_live ON entry (nursery_id, child_id, day, register, slot) WHERE live = 1;
CREATE INDEX entry_day ON entry (nursery_id, day, register) WHERE live = 1;
CREATE INDEX entry_act ON entry (nursery_id, act_id);

CREATE TABLE entry_mark (
  nursery_id TEXT NOT NULL,
  entry_id   TEXT NOT NULL,
  person     TEXT NOT NULL DEFAULT '',
  relation   TEXT NOT NULL DEFAULT '',
  note_seal  BLOB,
  PRIMARY KEY (nursery_id, entry_id),
  FOREIGN KEY (nursery_id, entry_id) REFERENCES entry (nursery_id, id)
) STRICT;

CREATE TABLE entry_check (
  nursery_id    TEXT NOT NULL,
  entry_id      TEXT NOT NULL,
  temperature   INTEGER CHECK (temperature BETWEEN 300 AND 450),
  method        TEXT NOT NULL DEFAULT '' CHECK (method IN ('', 'axillary', 'forehead', 'ear')),
  touch         TEXT NOT NULL DEFAULT '' CHECK (touch IN ('', 'ok', 'abnormal')),
  look          TEXT NOT NULL DEFAULT '' CHECK (look IN ('', 'ok', 'abnormal')),
  ask           TEXT NOT NULL DEFAULT '' CHECK (ask IN ('', 'ok', 'abnormal')),
  search        TEXT NOT NULL DEFAULT '' CHECK (search IN ('', 'ok', 'abnormal')),
  card          TEXT NOT NULL DEFAULT '' CHECK (card IN ('', 'green', 'yellow', 'red')),
  findings_seal BLOB,
  parent_seal   BLOB,
  fever         INTEGER NOT NULL CHECK (fever IN (0, 1)),
  fever_version INTEGER NOT NULL,
  PRIMARY KEY (nursery_id, entry_id),
  FOREIGN KEY (nursery_id, entry_id) REFERENCES entry (nursery_id, id),
  CHECK ((temperature IS NULL) = (method = ''))
) STRICT;

CREATE TABLE entry_meal (
  nursery_id TEXT NOT NULL,
  entry_id   TEXT NOT NULL,
  amount     TEXT NOT NULL CHECK (amount IN ('all', 'most', 'half', 'little', 'none')),
  PRIMARY KEY (nursery_id, entry_id),
  FOREIGN KEY (nursery_id, entry_id) REFERENCES entry (nursery_id, id)
) STRICT;

CREATE TABLE day_close (
  nursery_id TEXT NOT NULL,
  class_id   TEXT NOT NULL,
  day        TEXT NOT NULL,
  closed_at  TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, class_id, day),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id)
) STRICT;
