-- +goose Up
-- A guardian taken off a child: the row stays, so that history can name it.
ALTER TABLE child_guardian ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
