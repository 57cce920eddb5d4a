-- +goose Up
-- A class has a room. It can be closed for a time: what it was before stays,
-- so its name stays taken.
ALTER TABLE class ADD COLUMN room TEXT NOT NULL DEFAULT '';
DROP INDEX class_name;
ALTER TABLE class DROP COLUMN closed_on;
CREATE UNIQUE INDEX class_name ON class (nursery_id, name);

-- From the first closed day until the last one, open while nobody knows.
CREATE TABLE class_closure (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  class_id   TEXT NOT NULL,
  from_day   TEXT NOT NULL,
  until_day  TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  reason     TEXT NOT NULL DEFAULT '',
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id)
) STRICT;
CREATE INDEX class_closure_class ON class_closure (nursery_id, class_id, from_day) WHERE live = 1;

-- Many children moved, or let go, in one act.
CREATE TABLE move_act (
  nursery_id  TEXT NOT NULL REFERENCES store (nursery_id),
  id          TEXT NOT NULL,
  class_id    TEXT, -- where they went, none for those who left
  day         TEXT NOT NULL, -- the first in the new class, or the last in the nursery
  reason      TEXT NOT NULL DEFAULT '',
  at          TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  undone_at   TEXT,
  undo_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id)
) STRICT;
CREATE INDEX move_act_at ON move_act (nursery_id, at);

-- The live placements of a child before and after the act, as ids with spaces
-- between: whoever has others by now was changed since.
CREATE TABLE move_act_child (
  nursery_id TEXT NOT NULL,
  act_id     TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  before     TEXT NOT NULL,
  after      TEXT NOT NULL,
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  PRIMARY KEY (nursery_id, act_id, child_id),
  FOREIGN KEY (nursery_id, act_id) REFERENCES move_act (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;

-- A home nursery (家庭托育点) has limits of its own.
CREATE TABLE nursery_home (
  nursery_id TEXT PRIMARY KEY REFERENCES store (nursery_id),
  home       INTEGER NOT NULL CHECK (home IN (0, 1))
) STRICT;
