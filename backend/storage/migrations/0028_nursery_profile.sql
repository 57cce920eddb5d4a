-- +goose Up
-- What the registration form (备案书) asks for. Empty and NULL are 'not
-- recorded': a place or an area is never 0 for want of a figure.
ALTER TABLE nursery ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN filing_mode TEXT NOT NULL DEFAULT 'registration' CHECK (filing_mode IN ('registration', 'licence'));
ALTER TABLE nursery ADD COLUMN legal_form TEXT NOT NULL DEFAULT '' CHECK (legal_form IN ('', 'profit', 'nonprofit', 'institution'));
ALTER TABLE nursery ADD COLUMN registrar TEXT NOT NULL DEFAULT '' CHECK (registrar IN ('', 'market', 'civil', 'staffing'));
ALTER TABLE nursery ADD COLUMN registrar_name TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN scope_has_care TEXT NOT NULL DEFAULT '' CHECK (scope_has_care IN ('', 'yes', 'no'));
ALTER TABLE nursery ADD COLUMN service_modes TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN class_kinds TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN premises TEXT NOT NULL DEFAULT '' CHECK (premises IN ('', 'owned', 'rented', 'lent'));
ALTER TABLE nursery ADD COLUMN indoor_dm2 INTEGER CHECK (indoor_dm2 > 0);
ALTER TABLE nursery ADD COLUMN outdoor_dm2 INTEGER CHECK (outdoor_dm2 >= 0);
ALTER TABLE nursery ADD COLUMN floors TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN opened_on TEXT;
ALTER TABLE nursery ADD COLUMN meals TEXT NOT NULL DEFAULT '' CHECK (meals IN ('', 'kitchen', 'delivered', 'none'));
ALTER TABLE nursery ADD COLUMN hours TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hours));
ALTER TABLE nursery ADD COLUMN registered_places INTEGER CHECK (registered_places > 0);
ALTER TABLE nursery ADD COLUMN inclusive_places INTEGER CHECK (inclusive_places >= 0);
ALTER TABLE nursery ADD COLUMN usable_places INTEGER CHECK (usable_places >= 0);
-- The legal person's ID number, sealed with a key that ends with the person.
ALTER TABLE nursery ADD COLUMN legal_person_key TEXT NOT NULL DEFAULT '';
ALTER TABLE nursery ADD COLUMN legal_person_seal BLOB;

-- A further address; what lies at the registered address has no site.
CREATE TABLE nursery_site (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  address    TEXT NOT NULL,
  note       TEXT NOT NULL DEFAULT '',
  closed_on  TEXT,
  revision   INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX nursery_site_name ON nursery_site (nursery_id, name) WHERE closed_on IS NULL;

CREATE TABLE nursery_room (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  site_id    TEXT,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('class', 'sleep', 'kitchen', 'observation', 'health', 'wash', 'outdoor', 'activity', 'office', 'store', 'other')),
  floor      TEXT NOT NULL DEFAULT '',
  area_dm2   INTEGER CHECK (area_dm2 > 0),
  places     INTEGER CHECK (places > 0),
  beds       INTEGER CHECK (beds >= 0),
  note       TEXT NOT NULL DEFAULT '',
  closed_on  TEXT,
  revision   INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, site_id) REFERENCES nursery_site (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX nursery_room_name ON nursery_room (nursery_id, coalesce(site_id, ''), name) WHERE closed_on IS NULL;

-- A paper. A renewal is a new row that names the one before it; the old one
-- stays as it was.
CREATE TABLE nursery_document (
  nursery_id    TEXT NOT NULL REFERENCES store (nursery_id),
  id            TEXT NOT NULL,
  kind          TEXT NOT NULL,
  title         TEXT NOT NULL DEFAULT '',
  number        TEXT NOT NULL DEFAULT '',
  issuer        TEXT NOT NULL DEFAULT '',
  issued_on     TEXT NOT NULL,
  valid_until   TEXT,
  remind_days   INTEGER NOT NULL CHECK (remind_days BETWEEN 0 AND 366),
  note          TEXT NOT NULL DEFAULT '',
  scan_id       TEXT,
  renews        TEXT,
  void_reason   TEXT NOT NULL DEFAULT '',
  revision      INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, renews) REFERENCES nursery_document (nursery_id, id),
  FOREIGN KEY (nursery_id, scan_id) REFERENCES blob (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX nursery_document_renewed ON nursery_document (nursery_id, renews) WHERE renews IS NOT NULL AND void_reason = '';

-- A change of what was registered, until the authority has it.
CREATE TABLE nursery_change (
  nursery_id  TEXT NOT NULL REFERENCES store (nursery_id),
  id          TEXT NOT NULL,
  field       TEXT NOT NULL CHECK (field IN ('name', 'address', 'legalPerson', 'principal', 'serviceModes', 'registeredPlaces')),
  old_value   TEXT NOT NULL,
  new_value   TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('open', 'filed', 'withdrawn')),
  filed_on    TEXT,
  number      TEXT NOT NULL DEFAULT '',
  reason      TEXT NOT NULL DEFAULT '',
  revision    INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id),
  CHECK ((state = 'filed') = (filed_on IS NOT NULL)),
  CHECK (state <> 'withdrawn' OR reason <> '')
) STRICT;
CREATE UNIQUE INDEX nursery_change_open ON nursery_change (nursery_id, field) WHERE state = 'open';
