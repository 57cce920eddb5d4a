-- +goose Up
-- The bytes of kept files, once per content.
CREATE TABLE blob_content (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
  bytes      BLOB NOT NULL,
  PRIMARY KEY (nursery_id, sha256)
) STRICT;

-- A kept file: what it is, and where its bytes are. The bytes of photos stand
-- in a database of their own, so stored_sha256 is empty for them.
CREATE TABLE blob (
  nursery_id    TEXT NOT NULL REFERENCES store (nursery_id),
  id            TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('template', 'filing', 'import', 'scan', 'photo')),
  name          TEXT NOT NULL,
  media_type    TEXT NOT NULL,
  size          INTEGER NOT NULL CHECK (size > 0),
  sha256        BLOB NOT NULL CHECK (length(sha256) = 32),
  stored_sha256 BLOB,
  created_at    TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  UNIQUE (nursery_id, kind, sha256, name, media_type),
  FOREIGN KEY (nursery_id, stored_sha256) REFERENCES blob_content (nursery_id, sha256),
  CHECK ((kind = 'photo') = (stored_sha256 IS NULL))
) STRICT;
CREATE INDEX blob_stored ON blob (nursery_id, stored_sha256);
CREATE INDEX blob_sha256 ON blob (nursery_id, sha256);
