package backend_test

import (
	"maps"

	"yayuan/backend/identity"
)

// The rows of classes, moves, combined groups and staff.
func init() {
	maps.Copy(accessRules, map[string]access{
		"setHomeNursery": {all: roles(director, office), body: fields{"home": false}},
		"classBoard":     {all: roles(director, office), body: fields{"months": 0}},
		"orderClasses":   {all: roles(director, office), body: fields{"ids": []string{"x"}}},
		"closeClass":     {all: roles(director, office), body: fields{"from": "", "reason": ""}},
		"reopenClass":    {all: roles(director, office), body: fields{"on": ""}},
		"planMoves":      {all: roles(director, office), body: fields{"children": []string{}, "classId": "", "day": ""}},
		"moveChildren":   {all: roles(director, office), body: fields{"children": []string{}, "classId": "", "day": ""}},
		"undoMove":       {all: roles(director, office), body: fields{"reason": ""}},
		"grantRole":      {all: roles(director), body: fields{"role": "gate", "from": "", "until": "", "reason": ""}},
		"endGrant":       {all: roles(director), body: fields{"lastDay": ""}},
		"staffFile":      {all: roles(director, office, health)},
		"leaveStaff":     {all: roles(director, office), body: fields{"lastDay": "", "reason": ""}},
		"rehireStaff":    {all: roles(director, office), body: fields{"from": ""}},
		"staffHistory":   {all: roles(director, office)},
		"revealStaffId":  {all: roles(director, office), body: fields{"reason": ""}},
		"listGroups":     {all: roles(director, office, health, care, viewer, identity.Finance)},
		"whereabouts":    {all: roles(director, office, health, care, viewer, identity.Finance), body: fields{"day": "", "time": ""}},
		"saveGroup": {all: roles(director, office), body: fields{"name": "", "room": "", "leadId": "", "pattern": "open", "weekdays": []int{}, "days": []string{},
			"starts": "", "ends": "", "from": "", "until": "", "classes": []string{}, "children": []string{}}},
		"endGroup":  {all: roles(director, office), body: fields{"lastDay": ""}},
		"listMoves": {all: roles(director, office)},
	})
}
