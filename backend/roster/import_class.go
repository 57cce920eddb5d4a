package roster

import (
	"strings"

	"yayuan/backend/day"
)

// ClassProposal is a class that a file names, with what it is taken for until
// a person confirms it.
type ClassProposal struct {
	Name    string
	Rows    int
	ClassID string // the class that exists under the name, or was chosen
	Kind    Kind
	Places  int
}

// usualPlaces are the largest sizes of the kinds of class in the national
// standard for nurseries (托育机构设置标准（试行）, 2019).
var usualPlaces = map[Kind]int{Infant: 10, Small: 15, Large: 20, Mixed: 18}

const placesMax = 100

// proposeClasses lists the classes of a plan in the order of the file.
func proposeClasses(rows []ImportRow, known []Class, today day.Day) []ClassProposal {
	var names []string
	members := map[string][]ImportRow{}
	for _, row := range rows {
		if row.Class == "" {
			continue
		}
		if _, seen := members[row.Class]; !seen {
			names = append(names, row.Class)
		}
		members[row.Class] = append(members[row.Class], row)
	}
	proposals := make([]ClassProposal, 0, len(names))
	for _, name := range names {
		proposal := ClassProposal{Name: name, Rows: len(members[name]), Kind: guessKind(name, members[name], today)}
		proposal.Places = min(max(usualPlaces[proposal.Kind], proposal.Rows), placesMax)
		for _, class := range known {
			if class.Name == name {
				proposal.ClassID, proposal.Kind, proposal.Places = class.ID, class.Kind, class.Places
			}
		}
		proposals = append(proposals, proposal)
	}
	return proposals
}

// guessKind reads the kind of a class from its name, else from the ages in it.
func guessKind(name string, rows []ImportRow, today day.Day) Kind {
	for _, word := range []struct {
		text string
		kind Kind
	}{{"混", Mixed}, {"乳", Infant}, {"婴", Infant}, {"托小", Small}, {"托大", Large}, {"小", Small}, {"大", Large}} {
		if strings.Contains(name, word.text) {
			return word.kind
		}
	}
	bands := map[Kind]int{}
	for _, row := range rows {
		if birth := row.Child.BirthDate; birth != "" {
			bands[kindAt(day.Months(birth, today))]++
		}
	}
	for kind, count := range bands {
		if count*5 >= len(rows)*4 {
			return kind
		}
	}
	return Mixed
}

// kindAt is the class for an age in completed months.
func kindAt(months int) Kind {
	switch {
	case months < 12:
		return Infant
	case months < 24:
		return Small
	}
	return Large
}

// confirm puts a person's word over the proposals.
func confirm(proposals []ClassProposal, words []ClassProposal) []ClassProposal {
	confirmed := append([]ClassProposal{}, proposals...)
	for i := range confirmed {
		for _, word := range words {
			if word.Name != confirmed[i].Name {
				continue
			}
			if word.ClassID != "" { // a class opened since the preview stays known
				confirmed[i].ClassID = word.ClassID
			}
			if word.Kind != "" {
				confirmed[i].Kind = word.Kind
			}
			if word.Places != 0 {
				confirmed[i].Places = word.Places
			}
		}
	}
	return confirmed
}
