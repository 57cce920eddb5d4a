package backend_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

func TestAKeyForAWriteIsShort(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Director)
	class := fields{"id": "", "name": "托小二班", "kind": "small", "places": 10}
	answer := n.Ask(t, token, http.MethodPost, "/api/classes", class, "Idempotency-Key", strings.Repeat("x", 101))
	if answer.Status != http.StatusUnprocessableEntity {
		t.Errorf("a key of 101 characters: %d %s", answer.Status, answer.Body)
	}
	answer = n.Ask(t, token, http.MethodPost, "/api/classes", class, "Idempotency-Key", strings.Repeat("x", 100))
	if answer.Status != http.StatusOK {
		t.Errorf("a key of 100 characters: %d %s", answer.Status, answer.Body)
	}
}
