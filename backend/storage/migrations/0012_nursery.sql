-- +goose Up
-- What the nursery says of itself in returns. Empty is 'not recorded'.
CREATE TABLE nursery (
  nursery_id          TEXT PRIMARY KEY REFERENCES store (nursery_id),
  name                TEXT NOT NULL,
  credit_code         TEXT NOT NULL DEFAULT '',
  address             TEXT NOT NULL DEFAULT '',
  legal_person        TEXT NOT NULL DEFAULT '',
  principal           TEXT NOT NULL DEFAULT '',
  phone               TEXT NOT NULL DEFAULT '',
  registration_number TEXT NOT NULL DEFAULT '',
  registered_on       TEXT,
  nature              TEXT NOT NULL DEFAULT '' CHECK (nature IN ('', 'public', 'private', 'public_private_run', 'private_subsidised')),
  area_dm2            INTEGER CHECK (area_dm2 > 0),
  revision            INTEGER NOT NULL DEFAULT 1
) STRICT;
