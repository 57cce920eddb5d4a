package roster_test

import (
	"bytes"
	"image"
	"image/color"
	encoder "image/png"
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// aFace is a picture as a camera gives it, another one for each shade.
func aFace(t *testing.T, shade uint8) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 900, 600))
	for i := range picture.Pix {
		picture.Pix[i] = color.Gray{Y: shade}.Y
	}
	var out bytes.Buffer
	testkit.Must(t, encoder.Encode(&out, picture))
	return out.Bytes()
}

func facesKept(t *testing.T, n *testkit.Nursery) int {
	t.Helper()
	var kept int
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM blob WHERE kind = 'photo'").Scan(&kept).Error)
	return kept
}

func motherOf(t *testing.T, n *testkit.Nursery, child string) roster.Guardian {
	t.Helper()
	file, err := n.Roster.File(n.Director, child)
	testkit.Must(t, err)
	return file.Guardians[0]
}

func TestTheFaceOfAGuardianIsForThoseAtTheDoorAndTheOfficeKeepsIt(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	mother := motherOf(t, n, kid)
	path := "/api/children/" + kid + "/people/" + mother.ID + "/photo"
	other := "/api/children/" + n.Kids["买买提·艾力"] + "/people/" + mother.ID + "/photo"
	ask := func(name string, role identity.Role, method, path string, body any, status int, expect ...string) {
		testkit.Scenario{Name: name, Token: n.SignIn(t, role), Method: method, Path: path, Body: body, Status: status, Expect: expect,
			Refuse: []string{mother.Name, mother.Phone}}.Run(t, n)
	}
	ask("none yet", identity.Office, http.MethodGet, path, nil, 404, "roster.photo_none")
	ask("no picture", identity.Office, http.MethodPost, path, []byte("%PDF"), 422, "files.not_picture")
	ask("not by the class", identity.Caregiver, http.MethodPost, path, aFace(t, 9), 403)
	ask("kept", identity.Office, http.MethodPost, path, aFace(t, 9), 200)
	ask("of nobody of this child", identity.Office, http.MethodPost, other, aFace(t, 9), 404, "roster.collector_unknown")
	for role, status := range map[identity.Role]int{identity.Caregiver: 200, identity.Gate: 200, identity.Health: 200,
		identity.Kitchen: 403, identity.Finance: 403, identity.Viewer: 403} {
		ask("seen by "+string(role), role, http.MethodGet, path, nil, status)
	}
	ask("not through a child of another family", identity.Office, http.MethodGet, other, nil, 404, "roster.collector_unknown")
	answer := n.Ask(t, n.SignIn(t, identity.Caregiver), http.MethodGet, path, nil)
	config, format, err := image.DecodeConfig(strings.NewReader(answer.Body))
	if err != nil || format != "jpeg" || config.Width != 400 {
		t.Errorf("%s of %d px, %v", format, config.Width, err)
	}
	photo := motherOf(t, n, kid).Photo
	for name, where := range map[string]string{"the child's page": "/api/children/" + kid, "the list": "/api/children/" + kid + "/collectors/" + string(testkit.Today)} {
		testkit.Scenario{Name: name, Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: where, Status: 200, Expect: []string{photo}}.Run(t, n)
	}
	testkit.Scenario{Name: "finance is not told of it", Token: n.SignIn(t, identity.Finance), Method: http.MethodGet, Path: "/api/children/" + kid,
		Status: 200, Refuse: []string{photo, mother.Name}}.Run(t, n)
	ask("not without a reason", identity.Office, http.MethodPost, path+"/remove", map[string]string{"reason": " "}, 422, "roster.reason_missing")
	ask("taken away", identity.Office, http.MethodPost, path+"/remove", map[string]string{"reason": "妈妈不愿意留照片"}, 200)
	ask("and gone", identity.Caregiver, http.MethodGet, path, nil, 404, "roster.photo_none")
	if kept := facesKept(t, n); kept != 0 {
		t.Errorf("%d faces are left behind", kept)
	}
}

func TestSiblingsShareTheFaceOfTheirGuardianUntilTheLastLetsGo(t *testing.T) {
	n := testkit.OpenWithCast(t)
	one, two := n.Kids["陈一诺"], n.Kids["买买提·艾力"]
	aunt := roster.Guardian{Name: "陈洁", Relation: "姑姑", Phone: "13588110009"}
	id, err := n.Roster.AddGuardian(n.Director, one, aunt)
	testkit.Must(t, err)
	_, err = n.Roster.AddGuardian(n.Director, two, aunt)
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, one, id, aFace(t, 30)))
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, two, id, aFace(t, 90)))
	if kept := facesKept(t, n); kept != 1 {
		t.Errorf("one person has %d faces", kept)
	}
	for _, kid := range []string{one, two} {
		if _, err := n.Roster.PersonPhoto(n.Director, kid, id); err != nil {
			t.Errorf("not seen with a sibling: %v", err)
		}
		records, err := n.Roster.History(n.Director, kid)
		testkit.Must(t, err)
		if records[0].Verb != "roster.set_person_photo" || records[0].Changes[0].New != "陈洁" {
			t.Errorf("a sibling is not told: %+v", records[0])
		}
	}
	_, err = n.Roster.AddCollector(n.Director, roster.Collector{ChildID: two, Kind: roster.Never, GuardianID: id, From: testkit.Today, Reason: ban})
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.RemoveGuardian(n.Director, one, id, "已搬走"))
	if _, err := n.Roster.PersonPhoto(n.Director, one, id); code(err) != "roster.collector_unknown" {
		t.Errorf("still seen where she is nobody: %v", err)
	}
	testkit.Must(t, n.Roster.RemoveGuardian(n.Director, two, id, "法院判决"))
	list, err := n.Roster.Collectors(n.As(identity.Gate), two, testkit.Today)
	testkit.Must(t, err)
	barred := list[len(list)-1]
	if barred.Kind != roster.Never || barred.Photo == "" {
		t.Fatalf("the door must know the face of who must not collect: %+v", barred)
	}
	if _, err := n.Roster.PersonPhoto(n.As(identity.Gate), two, barred.ID); err != nil {
		t.Errorf("the face of who must not collect: %v", err)
	}
	testkit.Must(t, n.Roster.RemoveCollector(n.Director, two, barred.ID, "判决撤销"))
	if kept := facesKept(t, n); kept != 0 {
		t.Errorf("%d faces that nobody can look at", kept)
	}
}

func TestTheFaceOfACollectorGoesWithTheLineAndFollowsAMerge(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	twice, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "陈一诺", BirthDate: "2024-01-01"}})
	testkit.Must(t, err)
	aunt, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: twice, Kind: roster.Standing, Name: "周平", Relation: "阿姨", From: testkit.Today})
	testkit.Must(t, err)
	uncle, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: kid, Kind: roster.Standing, Name: "周安", Relation: "叔叔", From: testkit.Today})
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, twice, aunt, aFace(t, 9)))
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, kid, uncle, aFace(t, 9)))
	if kept := facesKept(t, n); kept != 2 {
		t.Errorf("equal pictures of two people are %d", kept)
	}
	testkit.Must(t, n.Roster.Merge(n.Director, twice, kid, "登记了两次"))
	if _, err := n.Roster.PersonPhoto(n.As(identity.Caregiver), kid, aunt); err != nil {
		t.Errorf("after the merge: %v", err)
	}
	testkit.Must(t, n.Roster.RemoveCollector(n.Director, kid, uncle, "不再来接"))
	if _, err := n.Roster.PersonPhoto(n.Director, kid, uncle); code(err) != "roster.collector_unknown" {
		t.Errorf("removed and still seen: %v", err)
	}
	testkit.Must(t, n.Roster.RemovePersonPhoto(n.Director, kid, aunt, "换一张"))
	if kept := facesKept(t, n); kept != 0 {
		t.Errorf("%d faces are left behind", kept)
	}
}
