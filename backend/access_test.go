package backend_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"yayuan/backend"
	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

// access says who may use a route: anybody, whoever is signed in, or roles.
// Roles in own reach only their own class.
type access struct {
	public   bool
	signedIn bool
	all      []identity.Role
	own      []identity.Role
	body     any
}

var (
	director = identity.Director
	office   = identity.Office
	health   = identity.Health
	care     = identity.Caregiver
	viewer   = identity.Viewer
	everyone = identity.Roles
)

func roles(r ...identity.Role) []identity.Role { return r }

type fields = map[string]any

var aChild = fields{"name": "甲", "nickname": "", "sex": "", "birthDate": "2024-01-01", "household": "", "address": "", "note": ""}

func with(base fields, more fields) fields {
	out := fields{}
	for k, v := range base {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

var (
	noSteps = fields{"signs": "", "do": ""}
	aHealth = fields{"allergy": "", "allergens": []any{}, "text": "", "textSeverity": "", "diet": []string{}, "dietNote": "", "illness": "", "illnesses": []string{},
		"illnessNote": "", "gestation": 0, "medical": false, "reason": "", "revision": 0}
	anAct        = fields{"id": "", "actId": "", "childId": "{child}", "happenedAt": "2026-11-23T00:10:00Z", "seen": 99}
	aRequirement = fields{"title": "", "subject": "", "facts": []any{}, "demand": fields{"kind": "once"}, "warnDays": 0, "severity": "", "from": "", "source": ""}
	aCollector   = fields{"id": "", "kind": "standing", "guardianId": "", "name": "", "relation": "", "phone": "", "idLast4": "", "authorisedBy": "", "from": "", "until": "", "reason": ""}
	aProfile     = fields{"name": "", "creditCode": "", "address": "", "legalPerson": "", "hasLegalPersonId": false, "principal": "", "contact": "", "phone": "", "filingMode": "", "registrationNumber": "", "registeredOn": "", "nature": "", "legalForm": "", "registrar": "", "registrarName": "", "scopeHasCare": "", "serviceModes": []string{}, "classKinds": []string{}, "premises": "", "areaDm2": nil, "indoorDm2": nil, "outdoorDm2": nil, "floors": "", "openedOn": "", "meals": "", "hours": []any{}, "registeredPlaces": nil, "inclusivePlaces": nil, "usablePlaces": nil, "revision": 0}
	aSlot        = fields{"part": "", "starts": "", "ends": ""}
	aMark        = with(anAct, fields{"person": "", "relation": "", "note": ""})
)

// rules is the whole table: a route that is missing here fails the test.
var accessRules = map[string]access{
	"start": {public: true}, "foundNursery": {public: true, body: fields{"nurseryName": "", "directorName": "", "userName": "", "password": ""}},
	"restoreBackup": {public: true, body: []byte("x")},
	"listBackups":   {all: roles(director)}, "makeBackup": {all: roles(director)}, "verifyBackup": {all: roles(director)},
	"openDemo": {public: true}, "openNursery": {public: true, body: fields{"id": "x"}}, "forgetNursery": {public: true, body: fields{"id": "x"}}, "leaveDemo": {public: true}, "now": {public: true},
	"signIn":      {public: true, body: fields{"userName": "x", "password": "y"}},
	"signInByPin": {public: true, body: fields{"personId": "x", "pin": "1"}}, "quickPeople": {public: true},
	"me": {signedIn: true}, "signOut": {signedIn: true},
	"setPin": {signedIn: true, body: fields{"password": "x", "pin": "1234"}}, "setPassword": {signedIn: true, body: fields{"old": "x", "new": "12345678"}},
	"places":    {all: roles(director)},
	"listRules": {all: everyone},

	"listRequirements":  {all: roles(director, office)},
	"addRequirement":    {all: roles(director), body: aRequirement},
	"changeRequirement": {all: roles(director), body: aRequirement}, "switchOffRequirement": {all: roles(director), body: fields{"from": "", "reason": ""}},
	"followShippedRequirement": {all: roles(director), body: fields{"from": "", "reason": ""}},
	"requirementResults":       {all: roles(director, office), body: fields{"on": ""}},

	"changes":       {all: everyone, body: fields{"since": 0}},
	"setAccount":    {all: roles(director), body: fields{"userName": "", "password": "", "roles": []string{}}},
	"unlockAccount": {all: roles(director)},

	"nurseryProfile": {all: everyone}, "nurseryCatalogue": {all: everyone}, "nurseryPlaces": {all: everyone}, "listRooms": {all: everyone},
	"changeNurseryProfile": {all: roles(director, office), body: aProfile},
	"revealLegalPerson":    {all: roles(director, office), body: fields{"reason": ""}},
	"saveRoom":             {all: roles(director, office), body: fields{"id": "", "siteId": "", "name": "", "kind": "class", "floor": "", "areaDm2": nil, "places": nil, "beds": nil, "note": "", "closedOn": "", "revision": 0}},
	"saveSite":             {all: roles(director, office), body: fields{"id": "", "name": "", "address": "", "note": "", "closedOn": "", "revision": 0}},
	"listPapers":           {all: roles(director, office)}, "paperScan": {all: roles(director, office)},
	"savePaper":               {all: roles(director, office), body: fields{"id": "", "kind": "", "title": "", "number": "", "issuer": "", "issuedOn": "", "validUntil": "", "remindDays": 0, "note": "", "scanId": "", "renews": "", "voidReason": "", "revision": 0}},
	"voidPaper":               {all: roles(director, office), body: fields{"reason": "", "revision": 0}},
	"attachScan":              {all: roles(director, office), body: []byte("x")},
	"listRegistrationChanges": {all: roles(director, office)},
	"fileRegistrationChange":  {all: roles(director, office), body: fields{"filedOn": "", "number": "", "revision": 0}}, "withdrawRegistrationChange": {all: roles(director, office), body: fields{"reason": "", "revision": 0}},

	"listClasses":     {all: everyone},
	"addClass":        {all: roles(director, office), body: fields{"id": "", "name": "", "kind": "small", "places": 0}},
	"changeClass":     {all: roles(director, office), body: fields{"id": "", "name": "", "kind": "small", "places": 0}},
	"searchChildren":  {all: roles(director, office, health, care, viewer, identity.Finance), body: fields{"text": "", "classId": "", "state": "all", "limit": 0, "offset": 0}},
	"addChild":        {all: roles(director, office), body: with(aChild, fields{"id": "", "name": "", "idNumber": "", "allergies": "", "guardians": []any{}})},
	"childFile":       {all: roles(director, office, health, viewer, identity.Finance), own: roles(care)},
	"changeChild":     {all: roles(director, office), body: with(aChild, fields{"idNumber": nil, "revision": 0})},
	"reveal":          {all: roles(director, office, health), own: roles(care), body: fields{"what": "phone", "guardianId": "", "reason": ""}},
	"childHistory":    {all: roles(director, office, health)},
	"addGuardian":     {all: roles(director, office), body: fields{"id": "", "name": "", "relation": "", "phone": ""}},
	"changeGuardian":  {all: roles(director, office), body: fields{"id": "", "name": "", "relation": "", "phone": ""}},
	"callFirst":       {all: roles(director, office)},
	"removeGuardian":  {all: roles(director, office), body: fields{"reason": ""}},
	"collectors":      {all: roles(director, office, health, identity.Gate), own: roles(care)},
	"addCollector":    {all: roles(director, office, health), own: roles(care), body: with(aCollector, fields{"kind": "once"})},
	"changeCollector": {all: roles(director, office, health), own: roles(care), body: aCollector}, "removeCollector": {all: roles(director, office, health), own: roles(care), body: fields{"reason": ""}},
	"findAtGate":        {all: roles(director, office, health, care, identity.Gate), body: fields{"text": ""}},
	"personPhoto":       {all: roles(director, office, health, identity.Gate), own: roles(care)},
	"setPersonPhoto":    {all: roles(director, office), body: []byte("x")},
	"removePersonPhoto": {all: roles(director, office), body: fields{"reason": ""}},
	"callPerson":        {own: roles(care), body: fields{"personId": "", "which": 0}},
	"contacts":          {all: roles(director, office, health), own: roles(care)},
	"revealStaffPhone":  {all: roles(director, office), body: fields{"reason": ""}},
	"consentKinds":      {all: roles(director, office, health, care)}, "childConsents": {all: roles(director, office, health), own: roles(care)},
	"addConsentKind":   {all: roles(director, office), body: fields{"id": "", "name": "", "wanted": false}},
	"closeConsentKind": {all: roles(director, office), body: fields{"reason": ""}}, "voidConsent": {all: roles(director, office), body: fields{"reason": ""}},
	"consentTexts": {all: roles(director, office)}, "consentOverview": {all: roles(director, office)}, "consentFile": {all: roles(director, office)},
	"saveConsentText": {all: roles(director, office), body: fields{"body": "", "items": []any{}, "scopes": []any{}}},
	"keepConsentFile": {all: roles(director, office), body: []byte("x")},
	"recordConsent":   {all: roles(director, office), body: fields{"id": "", "kindId": "", "decision": "given", "guardianId": "", "verified": "", "on": "", "endsOn": "", "number": "", "scopes": []any{}, "told": []any{}, "couldRefuse": false, "textId": "", "signed": "act", "fileId": "", "note": ""}},
	"checkIdNumber":   {all: roles(director, office), body: fields{"id": "", "idNumber": "", "birthDate": "", "sex": ""}},
	"placeChild":      {all: roles(director, office), body: fields{"id": "", "classId": "", "mode": "full", "from": "", "reason": ""}},
	"endPlacement":    {all: roles(director, office), body: fields{"lastDay": "", "reason": ""}},
	"takeLeave":       {all: roles(director, office, health), own: roles(care), body: fields{"id": "", "from": "", "until": "", "kind": "illness", "toldBy": "", "note": ""}},
	"voidLeave":       {all: roles(director, office, health, care), body: fields{"reason": ""}},
	"searchStaff":     {all: roles(director, office, health), body: fields{"text": "", "state": "all"}},
	"addStaff":        {all: roles(director, office), body: fields{"name": "", "sex": "", "position": "", "phone": nil, "joinedOn": ""}},
	"changeStaff":     {all: roles(director, office), body: fields{"name": "", "sex": "", "position": "", "phone": nil, "joinedOn": ""}},
	"assignStaff":     {all: roles(director, office), body: fields{"id": "", "classId": "", "duty": "lead", "from": "", "until": ""}},

	"childTime":     {all: roles(director, office, health, viewer, identity.Finance), own: roles(care)},
	"agreeWeek":     {all: roles(director, office), body: fields{"id": "", "mode": "full", "from": "", "week": []any{aSlot, aSlot, aSlot, aSlot, aSlot, aSlot}, "reason": ""}},
	"bookDays":      {all: roles(director, office, health), own: roles(care), body: fields{"days": []any{}, "kind": "extra", "slot": aSlot, "note": ""}},
	"cancelBooking": {all: roles(director, office, health, care), body: fields{"reason": ""}},
	"tellLeave":     {all: roles(director, office, health, care), body: fields{"act": "", "day": "", "toldBy": "", "toldTo": "", "toldHow": "", "symptoms": "", "note": "", "proof": ""}},
	"seeExam":       {all: roles(director, office), body: fields{"examOn": ""}},
	"setHold":       {all: roles(director, health), body: fields{"id": "", "from": "", "until": "", "needsProof": true, "wanted": "", "reason": ""}},
	"changeHold":    {all: roles(director, health), body: fields{"until": "", "needsProof": true, "wanted": "", "reason": ""}},
	"releaseHold":   {all: roles(director, health), body: fields{"on": "", "proof": "", "note": ""}},

	"calendarMonth": {all: everyone},
	"addOwnDays":    {all: roles(director, office), body: fields{"id": "", "classId": "", "from": "", "until": "", "state": "", "part": "", "starts": "", "ends": "", "kind": "", "reason": ""}},
	"voidOwnDays":   {all: roles(director, office), body: fields{"reason": ""}},
	"changeHealth":  {all: roles(director, office, health), body: aHealth},
	"childPhoto":    {all: roles(director, office, health, viewer, identity.Finance, identity.Gate), own: roles(care)},
	"setPhoto":      {all: roles(director, office), body: []byte("x")},
	"removePhoto":   {all: roles(director, office), body: fields{"reason": ""}},
	"openCard":      {all: roles(director, health), own: roles(care)},
	"saveCard":      {all: roles(director, health), body: fields{"allergy": noSteps, "febrile": noSteps, "medicine": "", "place": "", "call": "", "confirmedWith": "", "confirmedOn": "", "revision": 0}},
	"listEaters":    {all: roles(director, office, health, care, identity.Kitchen)},
	"listSuspects":  {all: roles(director, office)},
	"mergeChild":    {all: roles(director, office), body: fields{"into": "", "reason": ""}},
	"unmergeChild":  {all: roles(director, office), body: fields{"reason": ""}},
	"notSameChild":  {all: roles(director, office), body: fields{"other": ""}},

	"board":           {all: roles(director, health), own: roles(care)},
	"recordMeals":     {all: roles(director, health), own: roles(care), body: fields{"id": "", "cells": []any{}}},
	"recordArrival":   {all: roles(director, health), own: roles(care), body: aMark},
	"recordDeparture": {all: roles(director, health), own: roles(care), body: aMark},
	"recordCheck":     {all: roles(director, health), own: roles(care), body: with(anAct, fields{"temperature": nil, "method": "", "touch": "", "look": "", "ask": "", "search": "", "findings": "", "parentSays": "", "card": ""})},
	"closeDay":        {all: roles(director)},
	"voidEntry":       {all: roles(director, health, care), body: fields{"reason": ""}},
	"undoAct":         {all: roles(director, health, care), body: fields{"id": ""}},
	"exportChild":     {all: roles(director), body: fields{"reason": "x"}}, "exportEverything": {all: roles(director), body: fields{"reason": "x"}},
	"lists": {all: everyone}, "exportList": {all: roles(director, office), body: fields{"numbers": false, "reason": ""}},
	"draftListImport":  {all: roles(director, office), body: []byte("x")},
	"reviseListImport": {all: roles(director, office, health), body: fields{"columns": []any{}}},
	"commitListImport": {all: roles(director, office, health), body: fields{"reason": ""}},
	"undoListImport":   {all: roles(director, office, health), body: fields{"reason": ""}},
	"listListImports":  {all: roles(director, office, health)},

	"draftImport":  {all: roles(director, office), body: []byte("x")},
	"reviseImport": {all: roles(director, office), body: fields{"columns": []any{}, "classes": []any{}}},
	"commitImport": {all: roles(director, office), body: fields{"rows": "all", "classes": []any{}}},
	"undoImport":   {all: roles(director, office), body: fields{"reason": ""}},
	"listImports":  {all: roles(director, office)},

	"listForms":     {all: roles(director, office, viewer)},
	"draftForm":     {all: roles(director, office, viewer), body: fields{"period": "x"}},
	"fillForm":      {all: roles(director, office), body: fields{"period": "x", "templateId": "x"}},
	"addTemplate":   {all: roles(director, office), body: []byte("x")},
	"listTemplates": {all: roles(director, office, viewer)}, "templateFields": {all: roles(director, office, viewer)},
	"listFilings":   {all: roles(director, office, viewer)},
	"filedWorkbook": {all: roles(director, office)},
	"today":         {all: roles(director, office, health, care, viewer)},
}

type route struct{ method, path, id string }

func routesOf(t *testing.T) []route {
	t.Helper()
	raw, err := backend.Document()
	testkit.Must(t, err)
	var document struct {
		Paths map[string]map[string]struct {
			OperationID string `json:"operationId"`
		}
	}
	testkit.Must(t, json.Unmarshal(raw, &document))
	var routes []route
	for path, methods := range document.Paths {
		for method, op := range methods {
			routes = append(routes, route{strings.ToUpper(method), path, op.OperationID})
		}
	}
	slices.SortFunc(routes, func(a, b route) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return routes
}

// TestAccess walks every route of the document × every role × own and other
// class. Requests are empty of content, so what is allowed is refused for
// another reason than the right.
func TestAccess(t *testing.T) {
	n := testkit.OpenWithCast(t)
	routes := routesOf(t)
	known := map[string]bool{}
	for _, r := range routes {
		rule, ok := accessRules[r.id]
		known[r.id] = true
		if !ok {
			t.Errorf("%s %s (%s) has no rule in this table", r.method, r.path, r.id)
			continue
		}
		if strings.HasSuffix(r.path, "/") {
			t.Errorf("%s must not end in a slash", r.path)
		}
		if rule.public {
			continue
		}
		if status := n.Ask(t, "", r.method, pathOf(n, r, false), rule.body).Status; status != http.StatusUnauthorized {
			t.Errorf("%s without sign-in: %d, want 401", r.id, status)
		}
		for _, role := range everyone {
			checkAccess(t, n, r, rule, role)
		}
	}
	for id := range accessRules {
		if !known[id] {
			t.Errorf("rule for %s, which is no route", id)
		}
	}
}

func checkAccess(t *testing.T, n *testkit.Nursery, r route, rule access, role identity.Role) {
	t.Helper()
	if r.id == "signOut" {
		return // would end the session that the other rows need
	}
	token := n.SignIn(t, role)
	for _, other := range []bool{false, true} {
		want := rule.signedIn || slices.Contains(rule.all, role) || (!other && slices.Contains(rule.own, role))
		answer := n.Ask(t, token, r.method, pathOf(n, r, other), fill(n, rule.body, other))
		if got := answer.Status != http.StatusForbidden && answer.Status != http.StatusUnauthorized; got != want {
			t.Errorf("%s as %s, other class %v: allowed %v, want %v (%d %s)", r.id, role, other, got, want, answer.Status, answer.Body)
		}
	}
}

func pathOf(n *testkit.Nursery, r route, other bool) string {
	class, child := n.Sprouts.ID, n.Kids["赵㛃"]
	if other {
		class, child = n.Buds.ID, n.Kids["买买提·艾力"]
	}
	path := strings.NewReplacer("{day}", string(testkit.Today), "{period}", "lunch", "{guardian}", "x", "{collector}", "x", "{person}", "x", "{key}", "x", "{list}", "children").Replace(r.path)
	switch {
	case strings.HasPrefix(path, "/api/classes"):
		return strings.Replace(path, "{id}", class, 1)
	case strings.HasPrefix(path, "/api/children"):
		return strings.Replace(path, "{id}", child, 1)
	}
	return strings.Replace(path, "{id}", "01a20e54-0000-7000-8000-000000000000", 1)
}

func fill(n *testkit.Nursery, body any, other bool) any {
	known, ok := body.(fields)
	if !ok || known["childId"] == nil {
		return body
	}
	child := n.Kids["赵㛃"]
	if other {
		child = n.Kids["买买提·艾力"]
	}
	return with(known, fields{"childId": child})
}
