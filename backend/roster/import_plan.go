package roster

import (
	"strings"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/idcard"
	"yayuan/backend/intake"
)

// rowPlanner turns one row into a child.
type rowPlanner struct {
	row      intake.Row
	today    day.Day
	tables   []intake.Table
	noted    []intake.Problem // what recognition said of the row
	problems []intake.Problem // what is to be added
}

func (p *rowPlanner) has(code intake.Code) bool {
	for _, problem := range p.noted {
		if problem.Code == code {
			return true
		}
	}
	return false
}

func (p *rowPlanner) report(key string, code intake.Code, severity intake.Severity, args map[string]any) {
	problem := intake.Problem{Sheet: p.row.Sheet, Part: p.row.Part, Row: p.row.Number, Field: key, Code: code, Severity: severity,
		Raw: p.row.Values[key], Args: map[string]any{"raw": p.row.Values[key]}}
	for name, value := range args {
		problem.Args[name] = value
	}
	problem.Column, problem.Letter = columnOf(p.tables, p.row, key)
	p.problems = append(p.problems, problem)
}

func columnOf(tables []intake.Table, row intake.Row, key string) (int, string) {
	for _, table := range tables {
		if table.Sheet != row.Sheet || table.Part != row.Part {
			continue
		}
		for _, column := range table.Columns {
			if column.Field == key && key != "" {
				return column.Index, column.Letter
			}
		}
	}
	return 0, ""
}

func (p *rowPlanner) child() ImportRow {
	values := p.row.Values
	planned := ImportRow{Row: p.row, Status: "new", Class: values[keyClass], Mode: FullDay, From: day.Day(values[keyEntered])}
	if planned.Class == "" {
		planned.Class = p.row.Section
	}
	planned.Class = clean(planned.Class)
	if _, asked := values[keyClass]; asked && planned.Class == "" {
		p.report(keyClass, classEmpty, intake.Warning, nil)
	}
	planned.Child = Child{Name: values[keyName], Nickname: values[keyNickname], Sex: sexOf(values[keySex]),
		BirthDate: day.Day(values[keyBirth]), Household: values[keyHousehold], Address: values[keyAddress],
		Allergies: values[keyAllergies], Note: values[keyNote]}
	p.identity(&planned.Child)
	p.shorten(&planned.Child)
	p.checkDates(&planned)
	planned.Guardians = p.guardians()
	for _, each := range modeLabels {
		if values[keyMode] == each.label {
			planned.Mode = each.mode
		}
	}
	if p.row.Hidden {
		p.report("", rowHidden, intake.Warning, nil)
	}
	p.lastCheck(&planned)
	return planned
}

func sexOf(text string) Sex {
	switch text {
	case "男":
		return Male
	case "女":
		return Female
	}
	return ""
}

// identity takes the ID number when it holds water, and from it what the row
// leaves empty; another document goes to the note, where nothing checks it.
func (p *rowPlanner) identity(child *Child) {
	number := p.row.Values[keyIDNumber]
	read, problem := idcard.Read(number)
	switch {
	case number == "":
		if p.has(intake.IDPrecisionLost) {
			child.IDState = IDLost
		}
		return
	case problem != idcard.None:
		if p.has(intake.IDOtherDocument) {
			child.Note = strings.TrimSpace(child.Note + "\n证件：" + strings.TrimSpace(p.row.Values[keyDocument]+" "+number))
		}
		return
	}
	if child.BirthDate == "" {
		child.BirthDate = read.Birth
		p.report(keyBirth, birthFromID, intake.Warning, map[string]any{"birth": string(read.Birth)})
	}
	tells := Female
	if read.Male {
		tells = Male
	}
	if child.Sex == "" {
		child.Sex = tells
		p.report(keySex, sexFromID, intake.Warning, nil)
	}
	if child.BirthDate == read.Birth && child.Sex == tells {
		child.IDNumber = number
	}
}

// shorten cuts nothing: a text that is too long stays out whole and is told.
func (p *rowPlanner) shorten(child *Child) {
	for _, text := range []struct {
		key   string
		value *string
		max   int
	}{{keyNickname, &child.Nickname, nameMax}, {keyHousehold, &child.Household, textMax}, {keyAddress, &child.Address, textMax},
		{keyAllergies, &child.Allergies, textMax}, {keyNote, &child.Note, textMax}} {
		if utf8.RuneCountInString(*text.value) > text.max {
			*text.value = ""
			p.report(text.key, textTooLong, intake.Warning, map[string]any{"max": text.max})
		}
	}
}

// checkDates refuses a birth date that no child of a nursery has, and takes
// today where the file does not say when a child came.
func (p *rowPlanner) checkDates(planned *ImportRow) {
	birth := planned.Child.BirthDate
	switch {
	case birth == "":
		p.report(keyBirth, birthLacking, intake.Error, nil)
	case birth > p.today:
		p.report(keyBirth, birthInFuture, intake.Error, nil)
	case day.Months(birth, p.today) > 7*12:
		p.report(keyBirth, birthTooEarly, intake.Error, nil)
	}
	if planned.From != "" && birth != "" && planned.From < birth {
		p.report(keyEntered, enteredTooEarly, intake.Warning, nil)
		planned.From = ""
	}
	_, asked := p.row.Values[keyEntered]
	if planned.From == "" {
		planned.From = p.today
		if asked {
			p.report(keyEntered, enteredAssumed, intake.Warning, nil)
		}
	}
}

// guardians lists the people of a row, who is called first in front. One with
// a phone but no name is kept under what the column calls him.
func (p *rowPlanner) guardians() []Guardian {
	values := p.row.Values
	var people []Guardian
	for _, person := range []struct{ name, phone, relation, fallback string }{
		{keyGuardian, keyPhone, either(values[keyRelation], p.row.Beside[keyGuardian]), "家长"},
		{keySecond, keySecondPhone, either(values[keySecondRelation], p.row.Beside[keySecond]), "家长"},
		{keyFather, keyFatherPhone, "父亲", "父亲"},
		{keyMother, keyMotherPhone, "母亲", "母亲"},
	} {
		g := Guardian{Name: clean(values[person.name]), Phone: values[person.phone], Relation: clean(person.relation)}
		if !callable(g.Phone) {
			g.Phone = ""
		}
		if g.Name == "" && g.Phone == "" {
			continue
		}
		if g.Name == "" {
			g.Name = person.fallback
			p.report(person.name, guardianUnnamed, intake.Warning, map[string]any{"name": g.Name})
		}
		if len(g.Check("guardian")) > 0 {
			p.report(person.name, valueRefused, intake.Warning, nil)
			continue
		}
		people = append(people, g)
	}
	return people
}

// either is the first of two texts that says something.
func either(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

// lastCheck asks the register itself, so that no row is promised that it would
// refuse later.
func (p *rowPlanner) lastCheck(planned *ImportRow) {
	if err := cleaned(planned.Child).Check(p.today); err != nil && !p.failed() {
		f, _ := fault.As(err)
		p.report(keyName, valueRefused, intake.Error, map[string]any{"why": f.Code})
	}
	if p.failed() {
		planned.Status = "problem"
	}
}

func (p *rowPlanner) failed() bool {
	for _, problem := range append(append([]intake.Problem{}, p.noted...), p.problems...) {
		if problem.Severity == intake.Error {
			return true
		}
	}
	return false
}
