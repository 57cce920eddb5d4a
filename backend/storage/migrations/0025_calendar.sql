-- +goose Up
-- What the nursery says of its days over the State Council's list: closed,
-- half, or open all the same, for everybody or for one class. A row is never
-- changed: a row of state 'void' takes it back. seq is the order in which
-- they were entered; of two rows on one day the later one holds.
CREATE TABLE own_day (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  seq        INTEGER NOT NULL,
  class_id   TEXT,
  from_day   TEXT NOT NULL,
  until_day  TEXT NOT NULL CHECK (until_day >= from_day),
  state      TEXT NOT NULL CHECK (state IN ('open', 'half', 'closed', 'void')),
  part       TEXT NOT NULL DEFAULT '' CHECK (part IN ('', 'am', 'pm')),
  starts     TEXT NOT NULL DEFAULT '',
  ends       TEXT NOT NULL DEFAULT '',
  kind       TEXT NOT NULL CHECK (kind IN ('holiday', 'vacation', 'weather', 'outbreak', 'repair', 'event', 'makeup', 'other')),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  supersedes TEXT,
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  after_lock INTEGER NOT NULL DEFAULT 0 CHECK (after_lock IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  UNIQUE (nursery_id, seq),
  CHECK ((state = 'void') = (supersedes IS NOT NULL)),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES own_day (nursery_id, id)
) STRICT;
CREATE INDEX own_day_days ON own_day (nursery_id, until_day) WHERE live = 1;
CREATE UNIQUE INDEX own_day_void ON own_day (nursery_id, supersedes) WHERE supersedes IS NOT NULL;

-- A month whose return was sent: its days still change, but whoever changes
-- them is told, and the row says so.
CREATE TABLE month_lock (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  month      TEXT NOT NULL,
  source     TEXT NOT NULL,
  locked_at  TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, month)
) STRICT;
