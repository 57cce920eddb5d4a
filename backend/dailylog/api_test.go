package dailylog_test

import (
	"net/http"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

func TestTheBoardThroughTheDoor(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	day := "/api/classes/" + n.Sprouts.ID + "/days/2026-11-23"
	kid := n.Kids["欧阳子墨"]
	arrival := map[string]any{"id": "e-1", "actId": "a-1", "childId": kid, "happenedAt": "2026-11-23T00:10:00Z", "enteredAt": "2026-11-23T00:11:00Z",
		"seen": 0, "person": "", "relation": "奶奶", "note": "夜里咳过一次"}
	check := map[string]any{"id": "e-2", "actId": "a-2", "childId": kid, "happenedAt": "2026-11-23T00:12:00Z", "seen": 0, "temperature": 374,
		"method": "ear", "touch": "abnormal", "look": "ok", "ask": "ok", "search": "", "findings": "额头发烫", "parentSays": "", "card": "yellow"}
	lunch := map[string]any{"id": "a-3", "cells": []map[string]any{{"id": "e-3", "childId": kid, "amount": "half", "byDefault": false, "seen": 0}}}
	for _, s := range []testkit.Scenario{
		{Name: "before anything", Token: token, Method: http.MethodGet, Path: day, Status: 200,
			Expect: []string{`"state":"awaited"`, "墨墨", "鸡蛋", `"unexplained":4`}, Refuse: []string{"330106", "1390571", "买买提"}},
		{Name: "one child arrives", Token: token, Method: http.MethodPost, Path: day + "/arrivals", Body: arrival, Status: 200,
			Expect: []string{`"state":"present"`, "奶奶", `"present":1`}, Refuse: []string{"陈一诺"}},
		{Name: "and is checked", Token: token, Method: http.MethodPost, Path: day + "/checks", Body: check, Status: 200,
			Expect: []string{`"temperature":374`, `"fever":true`, `"search":""`, "额头发烫"}},
		{Name: "a time to come", Token: token, Method: http.MethodPost, Path: day + "/departures", Status: 422,
			Body:   map[string]any{"id": "", "actId": "", "childId": kid, "happenedAt": "2026-11-23T09:00:00Z", "seen": 0, "person": "", "relation": "", "note": ""},
			Expect: []string{"dailylog.time_future", `"field":"happenedAt"`}},
		{Name: "lunch", Token: token, Method: http.MethodPut, Path: day + "/meals/lunch", Body: lunch, Headers: []string{"Idempotency-Key", "k"}, Status: 200,
			Expect: []string{`"amount":"half"`, `"conflicts":[]`}},
		{Name: "lunch sent again is the same lunch", Token: token, Method: http.MethodPut, Path: day + "/meals/lunch", Body: lunch,
			Headers: []string{"Idempotency-Key", "k"}, Status: 200, Expect: []string{`"amount":"half"`, `"conflicts":[]`}},
		{Name: "the board after it", Token: token, Method: http.MethodGet, Path: day, Status: 200,
			Expect: []string{`"meal:lunch":1`, `"undoable":{`, `"toCheck":1,"checked":1`}},
		{Name: "another class", Token: token, Method: http.MethodGet, Path: "/api/classes/" + n.Buds.ID + "/days/2026-11-23", Status: 403,
			Refuse: []string{"买买提"}},
		{Name: "an amount that is none", Token: token, Method: http.MethodPut, Path: day + "/meals/lunch", Status: 422,
			Body:   map[string]any{"id": "a-4", "cells": []map[string]any{{"id": "", "childId": kid, "amount": "seconds", "byDefault": false, "seen": 1}}},
			Expect: []string{"dailylog.amount_unknown"}},
	} {
		s.Run(t, n)
	}
}
