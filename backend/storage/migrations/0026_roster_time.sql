-- +goose Up
-- A trial period is a part of the placement; the examination is the one shown
-- when a child comes back after a long time away.
ALTER TABLE placement ADD COLUMN trial_until TEXT;
ALTER TABLE placement ADD COLUMN fee_plan TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN exam_on TEXT;

-- A leave is told in acts: taken, extended, ended early, returned, voided.
-- Each act is a row that supersedes the one before; the rows of one leave
-- share its episode, and one of them is live until it is voided.
ALTER TABLE leave ADD COLUMN episode TEXT NOT NULL DEFAULT '';
ALTER TABLE leave ADD COLUMN act TEXT NOT NULL DEFAULT 'taken' CHECK (act IN ('taken', 'extended', 'ended', 'returned'));
ALTER TABLE leave ADD COLUMN supersedes TEXT;
ALTER TABLE leave ADD COLUMN live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1));
ALTER TABLE leave ADD COLUMN told_to TEXT NOT NULL DEFAULT '';
ALTER TABLE leave ADD COLUMN told_how TEXT NOT NULL DEFAULT '' CHECK (told_how IN ('', 'phone', 'wechat', 'person', 'other'));
ALTER TABLE leave ADD COLUMN symptoms_seal BLOB;
ALTER TABLE leave ADD COLUMN returned_on TEXT;
ALTER TABLE leave ADD COLUMN proof TEXT NOT NULL DEFAULT '' CHECK (proof IN ('', 'shown', 'missing', 'not_needed'));
ALTER TABLE leave ADD COLUMN actor_name TEXT NOT NULL DEFAULT '';

-- When a child comes in a mode of care, from a day on: six slots, Monday to
-- Friday and the weekend days on which the nursery is open.
CREATE TABLE schedule (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  mode       TEXT NOT NULL CHECK (mode IN ('full', 'half', 'hourly')),
  from_day   TEXT NOT NULL,
  until_day  TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  week       TEXT NOT NULL CHECK (json_array_length(week) = 6),
  reason     TEXT NOT NULL DEFAULT '',
  supersedes TEXT,
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES schedule (nursery_id, id)
) STRICT;
CREATE INDEX schedule_child ON schedule (nursery_id, child_id, from_day) WHERE live = 1;

-- A single day that was booked: beside the week, or in the holiday programme.
CREATE TABLE booking (
  nursery_id  TEXT NOT NULL,
  id          TEXT NOT NULL,
  child_id    TEXT NOT NULL,
  day         TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('extra', 'holiday')),
  part        TEXT NOT NULL CHECK (part IN ('day', 'am', 'pm', 'hours')),
  starts      TEXT NOT NULL DEFAULT '',
  ends        TEXT NOT NULL DEFAULT '',
  note        TEXT NOT NULL DEFAULT '',
  void        INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  void_reason TEXT NOT NULL DEFAULT '',
  entered_at  TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX booking_day ON booking (nursery_id, child_id, day) WHERE void = 0;
CREATE INDEX booking_days ON booking (nursery_id, day) WHERE void = 0;

-- A child that must stay away until a day, and until a proof where one is
-- needed. Why is sealed. A release is a row that supersedes.
CREATE TABLE hold (
  nursery_id  TEXT NOT NULL,
  id          TEXT NOT NULL,
  child_id    TEXT NOT NULL,
  episode     TEXT NOT NULL,
  source      TEXT NOT NULL,
  from_day    TEXT NOT NULL,
  until_day   TEXT NOT NULL CHECK (until_day >= from_day),
  needs_proof INTEGER NOT NULL CHECK (needs_proof IN (0, 1)),
  reason_seal BLOB,
  released_on TEXT CHECK (released_on >= from_day),
  proof       TEXT NOT NULL DEFAULT '' CHECK (proof IN ('', 'shown', 'missing', 'not_needed')),
  note_seal   BLOB,
  supersedes  TEXT,
  live        INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  entered_at  TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES hold (nursery_id, id)
) STRICT;
CREATE INDEX hold_child ON hold (nursery_id, child_id) WHERE live = 1;
