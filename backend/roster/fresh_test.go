package roster_test

import (
	"testing"

	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestNothingNewIsWrittenOverWhatIsThere(t *testing.T) {
	n := testkit.OpenWithCast(t)
	child := n.Kids["陈一诺"]
	file, err := n.Roster.File(n.Director, child)
	testkit.Must(t, err)
	newChild := func(id, guardian string) roster.NewChild {
		return roster.NewChild{Child: roster.Child{ID: id, Name: "别人", BirthDate: "2024-01-01"},
			Guardians: []roster.Guardian{{ID: guardian, Name: "别人", Relation: "父亲", Phone: "13900000000"}}}
	}
	for name, add := range map[string]func() error{
		"child":    func() error { _, err := n.Roster.AddChild(n.Director, newChild(child, "")); return err },
		"guardian": func() error { _, err := n.Roster.AddChild(n.Director, newChild("", file.Guardians[0].ID)); return err },
		"class": func() error {
			_, err := n.Roster.AddClass(n.Director, roster.Class{ID: n.Sprouts.ID, Name: "别班", Kind: roster.Small, Places: 1})
			return err
		},
		"staff": func() error {
			_, err := n.Roster.AddStaff(n.Director, roster.Staff{ID: n.Staff["王芳"], Name: "别人", Position: "cook"})
			return err
		},
	} {
		if got := code(add()); got != "roster.id_taken" {
			t.Errorf("%s: %q", name, got)
		}
	}
	after, err := n.Roster.File(n.Director, child)
	testkit.Must(t, err)
	if after.Name != "陈一诺" || after.Guardians[0].Name != file.Guardians[0].Name {
		t.Errorf("overwritten: %s, %s", after.Name, after.Guardians[0].Name)
	}
}
