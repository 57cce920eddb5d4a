package roster_test

import (
	"net/http"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

const fangsNumber = "330106198805120429"

func details() map[string]any {
	return map[string]any{"number": "A-07", "birthDate": "", "education": "college", "major": "学前教育", "title": "中级育婴员", "hireType": "contract",
		"worksSince": "2019-03-01", "contractNumber": "", "contractFrom": "2025-03-01", "contractUntil": "2028-02-29"}
}

func fang(revision int) map[string]any {
	return map[string]any{"name": "王芳", "sex": "", "position": "caregiver", "phone": "19900001234", "joinedOn": "2025-03-01",
		"revision": revision, "idNumber": fangsNumber, "details": details()}
}

func TestTheRegisterOfStaffIsKeptAndItsNumberIsSealed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	office := n.SignIn(t, identity.Office)
	path := "/api/staff/" + n.Staff["王芳"]
	testkit.Scenario{Name: "all fields", Token: office, Method: http.MethodPut, Path: path, Body: fang(1), Status: 200}.Run(t, n)
	testkit.Scenario{Name: "the page", Token: office, Method: http.MethodGet, Path: path, Status: 200,
		Expect: []string{"学前教育", `"years":7`, "1988-05-12", "托大一班", "330*", `"education":"college"`}, Refuse: []string{fangsNumber, "19900001234"}}.Run(t, n)
	testkit.Scenario{Name: "the list", Token: office, Method: http.MethodPost, Path: "/api/staff/search", Body: map[string]any{"text": "wf", "state": "present"}, Status: 200,
		Expect: []string{`"sex":"female"`, "199****1234"}, Refuse: []string{fangsNumber, "19900001234"}}.Run(t, n)
	testkit.Scenario{Name: "opened without a reason", Token: office, Method: http.MethodPost, Path: path + "/id-number", Body: map[string]any{"reason": " "}, Status: 422,
		Expect: []string{"roster.reason_missing"}, Refuse: []string{fangsNumber}}.Run(t, n)
	testkit.Scenario{Name: "opened with one", Token: office, Method: http.MethodPost, Path: path + "/id-number", Body: map[string]any{"reason": "报送"}, Status: 200,
		Expect: []string{fangsNumber}}.Run(t, n)
	testkit.Scenario{Name: "history tells the change and the opening, not the number", Token: office, Method: http.MethodPost, Path: path + "/history", Status: 200,
		Expect: []string{"roster.reveal_idNumber", "报送", `"field":"major"`, `"new":"学前教育"`, `"field":"idNumber"`, `"sealed":true`}, Refuse: []string{fangsNumber, "19900001234"}}.Run(t, n)
	kept := fang(2)
	kept["idNumber"], kept["phone"], kept["details"], kept["name"] = nil, nil, nil, "王芳芳"
	testkit.Scenario{Name: "what is not sent stays", Token: office, Method: http.MethodPut, Path: path, Body: kept, Status: 200}.Run(t, n)
	testkit.Scenario{Name: "and is still there", Token: office, Method: http.MethodPost, Path: path + "/id-number", Body: map[string]any{"reason": "核对"}, Status: 200,
		Expect: []string{fangsNumber}}.Run(t, n)
	other := map[string]any{"name": "同号", "sex": "", "position": "other", "phone": nil, "joinedOn": "", "idNumber": fangsNumber}
	testkit.Scenario{Name: "a number belongs to one", Token: office, Method: http.MethodPost, Path: "/api/staff", Body: other, Status: 409,
		Expect: []string{"roster.staff_id_taken"}, Refuse: []string{fangsNumber}}.Run(t, n)
}

func TestFieldsOfStaffThatContradictThemselvesAreRefused(t *testing.T) {
	good := roster.Staff{Name: "王芳", Position: "caregiver", StaffFields: roster.StaffFields{IDNumber: fangsNumber, BirthDate: "1988-05-12"}}
	for _, c := range []struct {
		name   string
		change func(*roster.Staff)
		code   string
	}{
		{"as it is", func(*roster.Staff) {}, ""},
		{"a wrong check digit", func(m *roster.Staff) { m.IDNumber = "330106198805120428" }, "roster.id_number_bad"},
		{"another birth date", func(m *roster.Staff) { m.BirthDate = "1988-05-13" }, "roster.id_number_birth"},
		{"another sex", func(m *roster.Staff) { m.Sex = roster.Male }, "roster.id_number_sex"},
		{"an education of nobody's list", func(m *roster.Staff) { m.Education = "博学" }, "roster.education_unknown"},
		{"hired somehow", func(m *roster.Staff) { m.HireType = "somehow" }, "roster.hire_type_unknown"},
		{"a contract that ends before it begins", func(m *roster.Staff) { m.ContractFrom, m.ContractUntil = "2026-01-01", "2025-01-01" }, "roster.until_before_from"},
		{"gone before coming", func(m *roster.Staff) { m.JoinedOn, m.LeftOn = "2026-01-01", "2025-01-01" }, "roster.last_day_early"},
	} {
		m := good
		c.change(&m)
		if got := code(m.Check()); got != c.code {
			t.Errorf("%s: %q, want %q", c.name, got, c.code)
		}
	}
}

func TestWhoLeftComesBackWithoutClassesAndRoles(t *testing.T) {
	n := testkit.OpenWithCast(t)
	n.SignIn(t, identity.Caregiver)
	id := n.Staff["王芳"]
	if err := n.Roster.LeaveStaff(n.Director, id, "2024-01-01", "离职"); code(err) != "roster.last_day_early" {
		t.Errorf("before coming: %v", err)
	}
	testkit.Must(t, n.Roster.LeaveStaff(n.Director, id, "2026-11-30", "回老家"))
	if err := n.Roster.Rehire(n.Director, id, "2027-01-04"); code(err) != "roster.staff_here" {
		t.Errorf("still here: %v", err)
	}
	signIn := func(on day.Day) string {
		t.Helper()
		n.Clock.Set(on.At(9, 0))
		_, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
		return code(err)
	}
	if got := signIn("2026-11-30"); got != "" {
		t.Errorf("on the last day: %s", got)
	}
	if got := signIn("2026-12-01"); got != "identity.wrong_password" {
		t.Errorf("the day after: %q", got)
	}
	if classes, err := n.Roster.Classes(n.Director); err != nil || len(classes[0].Caregivers) != 0 {
		t.Errorf("who has left still leads a class: %+v %v", classes, err)
	}
	testkit.Must(t, n.Roster.Rehire(n.Director, id, "2027-01-04"))
	if got := signIn("2027-01-03"); got != "identity.wrong_password" {
		t.Errorf("between two stays: %q", got)
	}
	if got := signIn("2027-01-04"); got != "" {
		t.Errorf("back again: %s", got)
	}
	file, err := n.Roster.StaffFile(n.Director, id)
	testkit.Must(t, err)
	if len(file.Stays) != 2 || file.Stays[0].Reason != "回老家" || len(file.Account.Roles) != 0 || file.Assignments[0].Until != "2026-11-30" {
		t.Errorf("back with %+v %+v %+v", file.Stays, file.Account, file.Assignments)
	}
	for on, want := range map[day.Day]int{"2025-02-28": 0, "2026-11-30": 1, "2026-12-15": 0, "2027-01-04": 1} {
		here, err := n.Roster.StaffOn(n.Director, on)
		testkit.Must(t, err)
		count := 0
		for _, m := range here {
			if m.ID == id {
				count++
			}
		}
		if count != want {
			t.Errorf("on %s here %d times, want %d", on, count, want)
		}
	}
}
