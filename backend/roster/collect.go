package roster

import (
	"slices"
	"strings"

	"yayuan/backend/day"
)

// CollectorKind is on what ground somebody may, or must not, collect a child.
type CollectorKind string

// The kinds: a guardian, somebody named for good, somebody named for one day,
// and somebody who must not collect.
const (
	ByGuardian CollectorKind = "guardian"
	Standing   CollectorKind = "standing"
	Once       CollectorKind = "once"
	Never      CollectorKind = "never"
)

// Collector is a 接送人 of a child: a guardian, or a row of the list beside them.
type Collector struct {
	ID           string // the guardian's id, or the row's own
	ChildID      string
	Kind         CollectorKind
	GuardianID   string // of a guardian, also of one who must not collect
	Name         string
	Relation     string
	Phone        string
	Photo        string // id of the kept face, empty without one
	IDLast4      string
	AuthorisedBy string // who said so, for one day
	From         day.Day
	Until        day.Day
	UsedBy       string // the departure that used up a day's authorisation
	Reason       string // why somebody must not collect; sealed
	Revision     int64
}

// Verdict is what the list says of somebody on a day.
type Verdict string

// The verdicts. Unknown: nobody is named, or there is no list to look at.
const (
	Unknown   Verdict = "unknown"
	Allowed   Verdict = "allowed"
	Stranger  Verdict = "stranger"
	Forbidden Verdict = "forbidden"
	NotYet    Verdict = "not_yet"
	Ended     Verdict = "ended"
	Used      Verdict = "used"
)

// Alarming tells whether a departure with this verdict needs somebody to look.
func (v Verdict) Alarming() bool { return v != "" && v != Allowed && v != Unknown }

// MayCollect says whether somebody of the list may collect on a day.
func MayCollect(c Collector, on day.Day) Verdict {
	switch {
	case c.From != "" && on < c.From:
		return NotYet
	case c.Until != "" && on > c.Until:
		return Ended
	case c.Kind == Never:
		return Forbidden
	case c.Kind == Once && c.UsedBy != "":
		return Used
	}
	return Allowed
}

// Named is whom a departure names: somebody of the list, or words typed.
type Named struct {
	CollectorID string
	Name        string
	Relation    string
}

// Judge finds whom a departure names and what the list says of them. A name
// counts before a relation; of several that fit, the worst news counts, and
// after it the best: one mother of two may collect.
func Judge(list []Collector, named Named, on day.Day) (Verdict, *Collector) {
	name := plainName(named.Name)
	if name == "" && named.Relation == "" && named.CollectorID == "" || len(list) == 0 {
		return Unknown, nil
	}
	if i := slices.IndexFunc(list, func(c Collector) bool { return c.chosen(named, name) }); i >= 0 {
		return MayCollect(list[i], on), &list[i]
	}
	verdict, found := Stranger, (*Collector)(nil)
	for _, wanted := range []Verdict{Used, NotYet, Ended, Allowed, Forbidden} {
		for i := range list {
			c := &list[i]
			if MayCollect(*c, on) != wanted || !c.fits(named, name) || (c.Kind == Never && wanted != Forbidden) {
				continue
			}
			verdict, found = wanted, c
			break
		}
	}
	return verdict, found
}

// chosen tells whether the line itself was chosen; a line whose name was
// typed over is somebody else.
func (c Collector) chosen(named Named, name string) bool {
	return named.CollectorID != "" && c.ID == named.CollectorID && (name == "" || name == plainName(c.Name))
}

// fits tells whether what was typed can mean somebody of the list.
func (c Collector) fits(named Named, name string) bool {
	if name != "" {
		return plainName(c.Name) == name
	}
	relation := named.Relation
	if several, ok := severalKin[strings.ToLower(relation)]; ok {
		relation = several
	}
	return c.Relation != "" && slices.ContainsFunc(strings.Split(relation, "或"), func(part string) bool {
		return kin(part) == kin(c.Relation)
	})
}

func plainName(name string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '　' || r == '·' }), ""))
}

// sameKin are words for one relation, as people and the interface write them.
var sameKin = map[string]string{"妈妈": "母亲", "妈": "母亲", "mother": "母亲", "爸爸": "父亲", "爸": "父亲", "father": "父亲",
	"姥姥": "外婆", "姥爷": "外公", "祖母": "奶奶", "祖父": "爷爷", "外祖母": "外婆", "外祖父": "外公"}

// severalKin are words that leave open which of two it is.
var severalKin = map[string]string{"grandmother": "奶奶或外婆", "grandfather": "爷爷或外公"}

func kin(relation string) string {
	relation = strings.ToLower(strings.TrimSpace(relation))
	if same, ok := sameKin[relation]; ok {
		return same
	}
	return relation
}

// collectors joins guardians and the list beside them. A guardian who must
// not collect stands there once, with that.
func collectors(child string, guardians []Guardian, rows []Collector, on day.Day) []Collector {
	barred := map[string]bool{}
	for _, row := range rows {
		if row.Kind == Never && MayCollect(row, on) == Forbidden {
			barred[row.GuardianID] = true
		}
	}
	list := []Collector{}
	for _, g := range guardians {
		if !barred[g.ID] {
			list = append(list, Collector{ID: g.ID, ChildID: child, Kind: ByGuardian, GuardianID: g.ID, Name: g.Name,
				Relation: g.Relation, Phone: g.Phone, Photo: g.Photo, From: g.From, Until: g.Until})
		}
	}
	slices.SortStableFunc(rows, func(a, b Collector) int { return rank(a) - rank(b) })
	return append(list, rows...)
}

func rank(c Collector) int { return slices.Index([]CollectorKind{Never, Once, Standing}, c.Kind) }
