-- +goose Up
-- The bytes of photos, once per content; what they are of stands in the main
-- database.
CREATE TABLE content (
  nursery_id TEXT NOT NULL,
  sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
  bytes      BLOB NOT NULL,
  at         TEXT NOT NULL,
  PRIMARY KEY (nursery_id, sha256)
) STRICT;
