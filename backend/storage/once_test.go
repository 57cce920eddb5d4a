package storage_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"yayuan/backend/storage"
)

// tally writes a person each time that it really runs.
type tally struct {
	s    *storage.Store
	runs int
}

func (c *tally) ask(actor, key, digest string, keep bool, end error) (storage.Response, bool, error) {
	return c.s.Once(context.Background(), actor, key, digest, func(ctx context.Context) (storage.Response, bool, error) {
		c.runs++
		answer := storage.Response{Status: 200 + c.runs, ContentType: "application/json", Body: fmt.Append(nil, c.runs)}
		return answer, keep, errors.Join(addPerson(ctx, c.s, fmt.Sprint(c.runs), "陈一诺"), end)
	})
}

func (c *tally) people(t *testing.T) int {
	t.Helper()
	return count(t, c.s, "SELECT count(*) FROM person")
}

func TestTheSameWriteIsDoneOnceAndAnsweredAlike(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		c := tally{s: create(t, mode)}
		first, replayed, err := c.ask("王芳", "key", "digest", true, nil)
		must(t, err)
		if replayed {
			t.Error("the first is no replay")
		}
		again, replayed, err := c.ask("王芳", "key", "digest", true, nil)
		must(t, err)
		if !replayed || !reflect.DeepEqual(first, again) || c.people(t) != 1 {
			t.Errorf("%+v then %+v, %d people", first, again, c.people(t))
		}
		_, _, err = c.ask("王芳", "key", "another digest", true, nil)
		refused(t, err, "storage.idempotency_mismatch")
		if other, replayed, err := c.ask("林静", "key", "digest", true, nil); err != nil || replayed || other.Status == first.Status {
			t.Errorf("another person's key is another key: %+v %v", other, err)
		}
	})
}

func TestAFailureIsNotRemembered(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		c := tally{s: create(t, mode)}
		if _, _, err := c.ask("王芳", "key", "digest", false, errNo); !errors.Is(err, errNo) {
			t.Fatalf("got %v", err)
		}
		if answer, _, err := c.ask("王芳", "key", "digest", false, nil); err != nil || answer.Status != 202 {
			t.Fatalf("what is not kept is answered all the same: %+v %v", answer, err)
		}
		if c.people(t) != 0 {
			t.Fatalf("%d people of refused writes", c.people(t))
		}
		if _, replayed, err := c.ask("王芳", "key", "a mended digest", true, nil); err != nil || replayed || c.people(t) != 1 {
			t.Errorf("trying again: replayed %v, %d people, %v", replayed, c.people(t), err)
		}
	})
}

func TestAnAnswerIsForgottenAfterThirtyDays(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		now := noon()
		c := tally{s: createAt(t, t.TempDir(), mode, now)}
		_, _, err := c.ask("王芳", "key", "digest", true, nil)
		must(t, err)
		now.pass(30 * 24 * time.Hour)
		if _, replayed, err := c.ask("王芳", "key", "digest", true, nil); err != nil || !replayed {
			t.Fatalf("on the thirtieth day: replayed %v, %v", replayed, err)
		}
		now.pass(time.Second)
		if _, replayed, err := c.ask("王芳", "key", "another digest", true, nil); err != nil || replayed {
			t.Fatalf("afterwards the key is free: replayed %v, %v", replayed, err)
		}
		now.pass(31 * 24 * time.Hour)
		_, _, err = c.ask("林静", "another key", "digest", true, nil)
		must(t, err)
		if n := count(t, c.s, "SELECT count(*) FROM idempotency"); n != 1 {
			t.Errorf("%d answers are kept, want the last alone", n)
		}
	})
}

func TestOnceRefusesToBePartOfAnotherWrite(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		c := tally{s: create(t, mode)}
		err := c.s.Do(t.Context(), func(ctx context.Context) error {
			_, _, err := c.s.Once(ctx, "王芳", "key", "digest", func(context.Context) (storage.Response, bool, error) {
				return storage.Response{}, true, nil
			})
			return err
		})
		if err == nil {
			t.Error("what it refuses could not be rolled back alone")
		}
	})
}

func TestTheSameWriteSentTwiceAtOnceIsDoneOnce(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		c := tally{s: create(t, mode)}
		var all sync.WaitGroup
		answers := make([]storage.Response, 8)
		for i := range answers {
			all.Go(func() {
				var err error
				if answers[i], _, err = c.ask("王芳", "key", "digest", true, nil); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		for _, answer := range answers {
			if !reflect.DeepEqual(answer, answers[0]) {
				t.Errorf("%+v and %+v", answer, answers[0])
			}
		}
		if c.people(t) != 1 {
			t.Errorf("done %d times", c.people(t))
		}
	})
}
