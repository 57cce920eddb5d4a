package dossier_test

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"yayuan/backend/excel"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func face(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 {
		img.Set(i, i, color.RGBA{200, 80, 80, 255})
	}
	var b bytes.Buffer
	testkit.Must(t, png.Encode(&b, img))
	return b.Bytes()
}

// filled is a nursery whose child 陈一诺 has something of everything.
func filled(t testing.TB) *testkit.Nursery {
	t.Helper()
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	testkit.Must(t, n.Roster.SetPhoto(n.Director, kid, face(t)))
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: kid, From: "2026-12-07", Until: "2026-12-08", Kind: "illness", Symptoms: "咳嗽"}))
	line, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: kid, Kind: roster.Standing, Name: "<script>alert(1)</script>", Relation: "=外婆", Phone: "13900002222", From: "2026-09-01"})
	testkit.Must(t, err)
	file, err := n.Roster.File(n.Director, kid)
	testkit.Must(t, err)
	nickname := file.Child
	nickname.Nickname = "果果"
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, kid, line, face(t)))
	testkit.Must(t, n.Roster.SetPersonPhoto(n.Director, kid, file.Guardians[0].ID, face(t)))
	testkit.Must(t, n.Roster.ChangeChild(n.Director, nickname, roster.Numbers{}, "家长更正"))
	return n
}

func TestAChildsFileHoldsEverythingAndNothingOfOthers(t *testing.T) {
	n := filled(t)
	path := "/api/children/" + n.Kids["陈一诺"] + "/dossier"
	testkit.Scenario{Name: "a reason is asked for", Token: n.Tokens[identity.Director], Method: http.MethodPost, Path: path, Body: map[string]any{"reason": " "},
		Status: 422, Expect: []string{"dossier.reason_missing"}}.Run(t, n)
	for _, role := range []identity.Role{identity.Office, identity.Health, identity.Caregiver} {
		testkit.Scenario{Name: "not for " + string(role), Token: n.SignIn(t, role), Method: http.MethodPost, Path: path, Body: map[string]any{"reason": "x"}, Status: 403}.Run(t, n)
	}
	answer := n.Ask(t, n.Tokens[identity.Director], http.MethodPost, path, map[string]any{"reason": "家长要求一份"})
	if answer.Status != http.StatusOK {
		t.Fatal(answer.Body)
	}
	for _, want := range []string{"陈一诺", "果果", "330102202403120286", "13900002222", "&lt;script&gt;", "咳嗽", "病假", "家长更正", "修改资料", "data:image/jpeg;base64,", "托大一班", "小芽托育园", "林静"} {
		if !strings.Contains(answer.Body, want) {
			t.Errorf("%q is not in the file", want)
		}
	}
	if faces := strings.Count(answer.Body, "data:image/jpeg;base64,"); faces != 3 {
		t.Errorf("%d faces, want those of the child, a guardian and a collector", faces)
	}
	for _, other := range []string{"欧阳子墨", "赵㛃", "<script>", "宝宝编号", n.Kids["陈一诺"]} {
		if strings.Contains(answer.Body, other) {
			t.Errorf("%q is in the file", other)
		}
	}
	name, err := url.PathUnescape(answer.Header.Get("X-File-Name"))
	if err != nil || name != "档案 陈一诺（果果） 2026-11-23.html" {
		t.Errorf("it is called %q", name)
	}
	history, err := n.Roster.History(n.Director, n.Kids["陈一诺"])
	testkit.Must(t, err)
	if history[0].Verb != "dossier.child" || history[0].Reason != "家长要求一份" {
		t.Errorf("%+v", history[0])
	}
}

func TestEverythingIsAnArchiveThatOthersCanRead(t *testing.T) {
	n := filled(t)
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	answer := n.Ask(t, n.Tokens[identity.Director], http.MethodPost, "/api/everything", map[string]any{"reason": "换系统"})
	if answer.Status != http.StatusOK {
		t.Fatal(answer.Body)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) != 0 {
		t.Errorf("left on the disk: %v %v", left, err)
	}
	archive, err := zip.NewReader(strings.NewReader(answer.Body), int64(len(answer.Body)))
	testkit.Must(t, err)
	held := map[string][]byte{}
	for _, file := range archive.File {
		r, err := file.Open()
		testkit.Must(t, err)
		raw, err := io.ReadAll(r)
		testkit.Must(t, err)
		held[file.Name] = raw
		if strings.Contains(file.Name, "330102") || strings.Contains(file.Name, "139000") || strings.ContainsAny(file.Name, `\:*?"<>|`) {
			t.Errorf("a file is called %q", file.Name)
		}
	}
	for _, want := range []string{"说明.txt", "名单/08 宝宝名册.xlsx", "宝宝档案/陈一诺（果果） 2024-03-12.html", "照片/陈一诺（果果） 2024-03-12.jpg"} {
		if held[want] == nil {
			t.Errorf("%s is not in the archive: %v", want, names(held))
		}
	}
	faces := 0
	for name := range held {
		if strings.HasPrefix(name, "照片/陈一诺（果果） 2024-03-12") {
			faces++
		}
	}
	if faces != 3 || held["照片/陈一诺（果果） 2024-03-12 _script_alert(1)__script_ =外婆.jpg"] == nil {
		t.Errorf("faces: %v", names(held))
	}
	book, err := excel.Read("x.xlsx", held["名单/08 宝宝名册.xlsx"], excel.DefaultReadLimits())
	if err != nil || len(book.Sheets[0].Rows) != 6 {
		t.Errorf("%v, %d rows", err, len(book.Sheets[0].Rows))
	}
	if !strings.Contains(string(held["说明.txt"]), "宝宝档案（5 个文件）") {
		t.Errorf("%s", held["说明.txt"])
	}
	testkit.Scenario{Name: "without a reason", Token: n.Tokens[identity.Director], Method: http.MethodPost, Path: "/api/everything", Body: map[string]any{"reason": ""}, Status: 422}.Run(t, n)
	testkit.Scenario{Name: "not for the office", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/everything", Body: map[string]any{"reason": "x"}, Status: 403}.Run(t, n)
	records, err := n.Audit.Of(n.Director, "nursery", "")
	testkit.Must(t, err)
	kept := false
	for _, record := range records {
		kept = kept || record.Verb == "dossier.everything" && record.Reason == "换系统"
	}
	if !kept {
		t.Error("the audit does not know")
	}
}

func names(held map[string][]byte) []string {
	var out []string
	for name := range held {
		out = append(out, name)
	}
	return out
}
