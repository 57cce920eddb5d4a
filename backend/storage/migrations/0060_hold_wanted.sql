-- Which proof a hold waits for, in the words of who set it.
-- +goose Up
ALTER TABLE hold ADD COLUMN wanted_seal BLOB;
