-- +goose Up
-- Who is placed where on a day is answered from this index alone; the list of
-- children asks it for every child.
CREATE INDEX placement_days ON placement (nursery_id, child_id, from_day, until_day, class_id) WHERE live = 1;
DROP INDEX placement_child;
