package roster_test

import (
	"bytes"
	"image"
	encoder "image/png"
	"net/http"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestAFaceIsKeptSmallShownToTheOwnClassAndCanBeTakenAway(t *testing.T) {
	n := testkit.OpenWithCast(t)
	var picture bytes.Buffer
	testkit.Must(t, encoder.Encode(&picture, image.NewGray(image.Rect(0, 0, 900, 600))))
	office, path := n.SignIn(t, identity.Office), "/api/children/"+n.Kids["陈一诺"]
	testkit.Scenario{Name: "no photo yet", Token: office, Method: http.MethodGet, Path: path + "/photo", Status: 404, Expect: []string{"roster.photo_none"}}.Run(t, n)
	testkit.Scenario{Name: "no picture", Token: office, Method: http.MethodPost, Path: path + "/photo", Body: []byte("%PDF"), Status: 422, Expect: []string{"files.not_picture"}}.Run(t, n)
	testkit.Scenario{Name: "set", Token: office, Method: http.MethodPost, Path: path + "/photo", Body: picture.Bytes(), Status: 200}.Run(t, n)
	answer := n.Ask(t, n.SignIn(t, identity.Caregiver), http.MethodGet, path+"/photo", nil)
	config, format, err := image.DecodeConfig(bytes.NewReader([]byte(answer.Body)))
	if err != nil || format != "jpeg" || config.Width != 400 || answer.Header.Get("Content-Type") != "image/jpeg" {
		t.Fatalf("%s %d px, %v, %s", format, config.Width, err, answer.Header.Get("Content-Type"))
	}
	board := "/api/classes/" + n.Sprouts.ID + "/days/" + string(testkit.Today)
	placed, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{Child: n.Kids["陈一诺"]})
	testkit.Must(t, err)
	testkit.Scenario{Name: "the board knows it", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: board, Status: 200, Expect: []string{placed[0].Photo}}.Run(t, n)
	testkit.Scenario{Name: "not without a reason", Token: office, Method: http.MethodPost, Path: path + "/photo/remove", Body: map[string]string{"reason": ""}, Status: 422}.Run(t, n)
	testkit.Scenario{Name: "taken away", Token: office, Method: http.MethodPost, Path: path + "/photo/remove", Body: map[string]string{"reason": "家长撤回同意"}, Status: 200}.Run(t, n)
	testkit.Scenario{Name: "and gone", Token: office, Method: http.MethodGet, Path: path + "/photo", Status: 404}.Run(t, n)
	var kept int
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM blob WHERE kind = 'photo'").Scan(&kept).Error)
	if kept != 0 {
		t.Error("a removed face can still be fetched")
	}
}
