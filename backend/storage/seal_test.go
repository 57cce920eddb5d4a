package storage_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"yayuan/backend/storage"
)

func sealed(t *testing.T, s *storage.Store, person, value string) []byte {
	t.Helper()
	var closed []byte
	must(t, s.Do(t.Context(), func(ctx context.Context) (err error) {
		closed, err = s.Seal(ctx, person, value)
		return err
	}))
	return closed
}

func TestASealedValueOpensForItsPersonAlone(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		closed := sealed(t, s, "child", plantedID)
		if bytes.Contains(closed, []byte(plantedID)) || bytes.Equal(closed, sealed(t, s, "child", plantedID)) {
			t.Error("sealed values show their content, or that they are equal")
		}
		if value, err := s.Unseal(t.Context(), "child", closed); err != nil || value != plantedID {
			t.Fatalf("%q %v", value, err)
		}
		sealed(t, s, "another", plantedID)
		if value, err := s.Unseal(t.Context(), "another", closed); !storage.IsErased(err) {
			t.Errorf("another person's key opened it: %q %v", value, err)
		}
		if !bytes.Equal(s.Index(plantedID), s.Index(plantedID)) || bytes.Equal(s.Index(plantedID), s.Index(plantedName)) {
			t.Error("the index must be equal for equal values, and for them alone")
		}
	})
}

func TestAnErasedKeyOpensNothingAgain(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode})
		must(t, err)
		closed, others := sealed(t, s, "child", plantedID), sealed(t, s, "another", plantedName)
		gone := func(s *storage.Store, when string) {
			t.Helper()
			if value, err := s.Unseal(t.Context(), "child", closed); !storage.IsErased(err) {
				t.Errorf("%s: %q %v", when, value, err)
			}
		}
		must(t, s.EraseKey(t.Context(), "child"))
		gone(s, "at once")
		sealed(t, s, "child", "a new number")
		gone(s, "with a new key")
		must(t, s.Close())
		s = reopen(t, dir, mode)
		gone(s, "after opening again")
		if value, err := s.Unseal(t.Context(), "another", others); err != nil || value != plantedName {
			t.Errorf("another person's value went too: %q %v", value, err)
		}
	})
}

func TestAnErasureThatIsTakenBackErasesNothing(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		closed := sealed(t, s, "child", plantedID)
		err := s.Do(t.Context(), func(ctx context.Context) error {
			return errors.Join(s.EraseKey(ctx, "child"), errNo)
		})
		if !errors.Is(err, errNo) {
			t.Fatal(err)
		}
		if value, err := s.Unseal(t.Context(), "child", closed); err != nil || value != plantedID {
			t.Errorf("%q %v", value, err)
		}
	})
}

// TestAKeyOfAWriteThatFailedSealsNothing: remembered, it would seal values
// that nobody can open after the next start.
func TestAKeyOfAWriteThatFailedSealsNothing(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode})
		must(t, err)
		err = s.Do(t.Context(), func(ctx context.Context) error {
			_, err := s.Seal(ctx, "child", "taken back")
			return errors.Join(err, errNo)
		})
		if !errors.Is(err, errNo) {
			t.Fatal(err)
		}
		closed := sealed(t, s, "child", plantedID)
		must(t, s.Close())
		if value, err := reopen(t, dir, mode).Unseal(t.Context(), "child", closed); err != nil || value != plantedID {
			t.Errorf("%q %v", value, err)
		}
	})
}
