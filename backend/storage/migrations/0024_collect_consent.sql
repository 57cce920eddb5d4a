-- +goose Up
-- A guardian's further numbers, and the days on which somebody is the
-- guardian of a child.
ALTER TABLE guardian ADD COLUMN other_phones TEXT NOT NULL DEFAULT '[]';
ALTER TABLE guardian ADD COLUMN photo_id TEXT;
ALTER TABLE child_guardian ADD COLUMN from_day TEXT;
ALTER TABLE child_guardian ADD COLUMN until_day TEXT;

-- Who besides the guardians may collect a child: always, on one day (used up
-- by the departure that names it), or never, with a sealed reason. A row of
-- 'never' may name a guardian.
CREATE TABLE pickup (
  nursery_id    TEXT NOT NULL,
  id            TEXT NOT NULL,
  child_id      TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('standing', 'once', 'never')),
  guardian_id   TEXT,
  name          TEXT NOT NULL,
  relation      TEXT NOT NULL DEFAULT '',
  phone         TEXT NOT NULL DEFAULT '',
  id_last4      TEXT NOT NULL DEFAULT '',
  photo_id      TEXT,
  authorised_by TEXT NOT NULL DEFAULT '',
  from_day      TEXT NOT NULL,
  until_day     TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  reason_seal   BLOB,
  used_by       TEXT,
  void          INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  revision      INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, guardian_id) REFERENCES guardian (nursery_id, id),
  CHECK (kind <> 'once' OR until_day = from_day),
  CHECK ((kind = 'never') = (reason_seal IS NOT NULL))
) STRICT;
CREATE INDEX pickup_child ON pickup (nursery_id, child_id) WHERE void = 0;

-- Who was called for a child, by whom and when; never the number itself.
CREATE TABLE contact (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  person_id  TEXT NOT NULL,
  name       TEXT NOT NULL,
  relation   TEXT NOT NULL DEFAULT '',
  at         TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;
CREATE INDEX contact_child ON contact (nursery_id, child_id, at);

-- What the list said of the person who collected, at the moment of writing.
ALTER TABLE entry_mark ADD COLUMN collector_id TEXT;
ALTER TABLE entry_mark ADD COLUMN verdict TEXT NOT NULL DEFAULT ''
  CHECK (verdict IN ('', 'unknown', 'allowed', 'stranger', 'forbidden', 'not_yet', 'ended', 'used'));

-- What a nursery asks guardians to agree to.
CREATE TABLE consent_kind (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  form       TEXT NOT NULL CHECK (form IN ('personal', 'photo', 'agreement', 'other')),
  wanted     INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  position   INTEGER NOT NULL,
  closed     INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  PRIMARY KEY (nursery_id, id)
) STRICT;

-- The words that guardians are shown, each version kept as it was.
CREATE TABLE consent_text (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  kind_id    TEXT NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  body       TEXT NOT NULL,
  items      TEXT NOT NULL DEFAULT '[]',
  scopes     TEXT NOT NULL DEFAULT '[]',
  example    INTEGER NOT NULL CHECK (example IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  UNIQUE (nursery_id, kind_id, version),
  FOREIGN KEY (nursery_id, kind_id) REFERENCES consent_kind (nursery_id, id)
) STRICT;

-- An act of a guardian: agreed, refused or withdrawn, on a day. The last act
-- up to a day is what holds on it; nothing is overwritten.
CREATE TABLE consent (
  nursery_id  TEXT NOT NULL,
  id          TEXT NOT NULL,
  child_id    TEXT NOT NULL,
  kind_id     TEXT NOT NULL,
  decision    TEXT NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn')),
  guardian_id TEXT NOT NULL,
  guardian    TEXT NOT NULL,
  relation    TEXT NOT NULL DEFAULT '',
  verified    TEXT NOT NULL DEFAULT '',
  on_day      TEXT NOT NULL,
  ends_on     TEXT CHECK (ends_on IS NULL OR ends_on >= on_day),
  number      TEXT NOT NULL DEFAULT '',
  scopes      TEXT NOT NULL DEFAULT '[]',
  told        TEXT NOT NULL DEFAULT '[]',
  could_refuse INTEGER NOT NULL DEFAULT 0 CHECK (could_refuse IN (0, 1)),
  text_id     TEXT,
  signed      TEXT NOT NULL CHECK (signed IN ('act', 'stroke', 'scan')),
  file_id     TEXT,
  note_seal   BLOB,
  void        INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  void_reason TEXT NOT NULL DEFAULT '',
  entered_at  TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, kind_id) REFERENCES consent_kind (nursery_id, id),
  FOREIGN KEY (nursery_id, guardian_id) REFERENCES guardian (nursery_id, id),
  FOREIGN KEY (nursery_id, text_id) REFERENCES consent_text (nursery_id, id),
  FOREIGN KEY (nursery_id, file_id) REFERENCES blob (nursery_id, id),
  CHECK ((signed = 'act') = (file_id IS NULL))
) STRICT;
CREATE INDEX consent_child ON consent (nursery_id, child_id, kind_id, on_day) WHERE void = 0;
