package backend_test

import (
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/storage/keys"
	"yayuan/backend/testkit"
)

func TestTheDirectorLearnsWhereDataAndKeyLie(t *testing.T) {
	n := testkit.Open(t)
	places, err := n.Backend.Places(n.Director)
	testkit.Must(t, err)
	if places.DataDir != n.Dir || places.Holder != keys.KeyFile || places.KeyPath != n.KeyFile {
		t.Errorf("%+v, want the folder %s and the key file %s", places, n.Dir, n.KeyFile)
	}
	if _, err := n.Backend.Places(n.As(identity.Office)); err == nil {
		t.Error("office must not learn where the key lies")
	}
}
