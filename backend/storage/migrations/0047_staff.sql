-- +goose Up
-- Roles for a time, besides the standing ones of person_role: somebody stands
-- in for the director for a week, or helps at the gate for a month.
CREATE TABLE role_grant (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  person_id  TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('director', 'caregiver', 'health', 'office', 'finance', 'kitchen', 'gate', 'viewer')),
  from_day   TEXT NOT NULL,
  until_day  TEXT NOT NULL CHECK (until_day >= from_day),
  reason     TEXT NOT NULL DEFAULT '',
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  granted_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, person_id) REFERENCES person (nursery_id, id)
) STRICT;
CREATE INDEX role_grant_person ON role_grant (nursery_id, person_id) WHERE live = 1;

-- What the staff register asks for; the ID number is sealed with the person's
-- own key.
ALTER TABLE staff ADD COLUMN number TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN birth_date TEXT;
ALTER TABLE staff ADD COLUMN id_number_seal BLOB;
ALTER TABLE staff ADD COLUMN id_number_index BLOB;
ALTER TABLE staff ADD COLUMN education TEXT NOT NULL DEFAULT '' CHECK (education IN ('', 'primary', 'junior', 'senior', 'college', 'bachelor', 'master'));
ALTER TABLE staff ADD COLUMN major TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN hire_type TEXT NOT NULL DEFAULT '' CHECK (hire_type IN ('', 'contract', 'dispatch', 'part_time', 'retired', 'intern', 'other'));
ALTER TABLE staff ADD COLUMN works_since TEXT;
ALTER TABLE staff ADD COLUMN contract_number TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN contract_from TEXT;
ALTER TABLE staff ADD COLUMN contract_until TEXT;
CREATE UNIQUE INDEX staff_id_number ON staff (nursery_id, id_number_index) WHERE id_number_index IS NOT NULL;

-- Who left may come back: each time here is a row of its own.
CREATE TABLE staff_stay (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  staff_id   TEXT NOT NULL,
  from_day   TEXT,
  until_day  TEXT,
  reason     TEXT NOT NULL DEFAULT '', -- of leaving
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, staff_id) REFERENCES staff (nursery_id, id)
) STRICT;
CREATE INDEX staff_stay_staff ON staff_stay (nursery_id, staff_id, from_day);
INSERT INTO staff_stay (nursery_id, id, staff_id, from_day, until_day)
  SELECT nursery_id, id, id, joined_on, left_on FROM staff;
ALTER TABLE staff DROP COLUMN joined_on;
ALTER TABLE staff DROP COLUMN left_on;
