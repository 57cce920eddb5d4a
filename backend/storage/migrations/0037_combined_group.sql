-- +goose Up
-- Several classes or children together for a time of the day (合班). A change
-- is a new row that supersedes from its day on; the past stays.
CREATE TABLE combined_group (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  room       TEXT NOT NULL DEFAULT '',
  lead_id    TEXT,
  pattern    TEXT NOT NULL CHECK (pattern IN ('open', 'weekly', 'days')),
  weekdays   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(weekdays)), -- 1 is Monday
  days       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(days)),
  starts     TEXT NOT NULL,
  ends       TEXT NOT NULL CHECK (ends > starts),
  from_day   TEXT NOT NULL,
  until_day  TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  supersedes TEXT,
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, lead_id) REFERENCES staff (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES combined_group (nursery_id, id)
) STRICT;
CREATE INDEX combined_group_days ON combined_group (nursery_id, from_day) WHERE live = 1;

CREATE TABLE combined_group_member (
  nursery_id TEXT NOT NULL,
  group_id   TEXT NOT NULL,
  id         TEXT NOT NULL,
  class_id   TEXT,
  child_id   TEXT,
  PRIMARY KEY (nursery_id, group_id, id),
  CHECK ((class_id IS NULL) <> (child_id IS NULL)),
  FOREIGN KEY (nursery_id, group_id) REFERENCES combined_group (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;
