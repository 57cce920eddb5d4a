package roster

import (
	"yayuan/backend/day"
	"yayuan/backend/intake"
)

// ImportRow is one row of a file as the register would keep it.
type ImportRow struct {
	intake.Row
	Child     Child
	Guardians []Guardian
	Class     string // the class's name in the file, empty for none
	Mode      Mode
	From      day.Day
	Status    string // new, same, problem
	KnownID   string // the child that is the same, if there is one
}

// ImportPlan is what a file would do to the roster.
type ImportPlan struct {
	Recognised
	Rows    []ImportRow
	Classes []ClassProposal
}

// ImportCounts are a plan's rows by status.
type ImportCounts struct{ Rows, New, Same, Problem int }

// Counts tells how many rows are new, known and in need of a hand.
func (p ImportPlan) Counts() ImportCounts {
	counts := ImportCounts{Rows: len(p.Rows)}
	for _, row := range p.Rows {
		switch row.Status {
		case "new":
			counts.New++
		case "same":
			counts.Same++
		default:
			counts.Problem++
		}
	}
	return counts
}

type rowKey struct {
	sheet        string
	part, number int
}

// planChildren turns recognised rows into children, pure of what is stored.
// Whatever the register would refuse is left out of the child and reported; a
// row that cannot be a child even so has an error.
func planChildren(found Recognised, today day.Day) ImportPlan {
	plan := ImportPlan{Recognised: found}
	noted := map[rowKey][]intake.Problem{}
	for _, problem := range found.Problems {
		key := rowKey{problem.Sheet, problem.Part, problem.Row}
		noted[key] = append(noted[key], problem)
	}
	for _, row := range found.Result.Rows {
		planner := rowPlanner{row: row, today: today, tables: found.Tables, noted: noted[rowKey{row.Sheet, row.Part, row.Number}]}
		planned := planner.child()
		plan.Problems = append(plan.Problems, planner.problems...)
		plan.Rows = append(plan.Rows, planned)
	}
	plan.Problems = append(plan.Problems, assumptions(found)...)
	return plan
}

// assumptions says once for a table what holds for all of its rows because a
// column is not there.
func assumptions(found Recognised) []intake.Problem {
	var problems []intake.Problem
	for _, table := range found.Tables {
		has, rows, sections := map[string]bool{}, 0, 0
		for _, column := range table.Columns {
			has[column.Field] = true
		}
		for _, row := range found.Result.Rows {
			if row.Sheet == table.Sheet {
				rows++
				if row.Section != "" {
					sections++
				}
			}
		}
		for _, lacking := range []struct {
			key  string
			code intake.Code
			hold bool
		}{{keyClass, classLacking, sections < rows}, {keyEntered, enteredAssumed, true}, {keyMode, modeAssumed, true}} {
			if lacking.hold && !has[lacking.key] && rows > 0 {
				problems = append(problems, intake.Problem{Sheet: table.Sheet, Row: table.HeaderRows[0], Field: lacking.key,
					Code: lacking.code, Severity: intake.Warning, Args: map[string]any{"raw": ""}})
			}
		}
	}
	return problems
}
