package fault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

var tooMany = fault.Define(fault.Invalid, "fault.test_only")

func TestCausesNeverShow(t *testing.T) {
	secret := errors.New("UNIQUE constraint failed: child.name")
	for _, err := range []error{secret, tooMany.Because(secret), fmt.Errorf("roster: %w", secret)} {
		for _, language := range []string{"zh", "en"} {
			if text := fault.Sentence(err, language); strings.Contains(text, "UNIQUE") {
				t.Errorf("%s shows its cause: %s", language, text)
			}
		}
	}
}

func TestADefinedFaultIsNotChangedByItsUses(t *testing.T) {
	used := tooMany.At("name").With("max", 3)
	if tooMany.Field != "" || len(tooMany.Args) != 0 {
		t.Fatal("At and With must leave the defined fault alone")
	}
	if !errors.Is(fmt.Errorf("wrapped: %w", used), tooMany) {
		t.Fatal("a used fault is the defined one")
	}
}
