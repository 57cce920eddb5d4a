package roster

import (
	"slices"
	"strconv"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// otherPhonesMax is how many numbers a guardian may have beside the first.
const otherPhonesMax = 4

// checkMore looks at further numbers and at the days of being a guardian.
func (g Guardian) checkMore(field string) []*fault.Fault {
	var faults []*fault.Fault
	for i, phone := range g.Others {
		if !callable(phone) {
			faults = append(faults, phoneBad.At(field+".otherPhones."+strconv.Itoa(i)))
		}
	}
	if len(g.Others) > otherPhonesMax {
		faults = append(faults, phonesTooMany.At(field+".otherPhones").With("max", otherPhonesMax))
	}
	return append(faults, checkSpan(field+".", g.From, g.Until)...)
}

// checkSpan refuses days that are none, and an end before its beginning.
func checkSpan(field string, from, until day.Day) []*fault.Fault {
	switch {
	case from != "" && !from.Valid():
		return []*fault.Fault{dayBad.At(field + "from")}
	case until != "" && !until.Valid():
		return []*fault.Fault{dayBad.At(field + "until")}
	case until != "" && until < from:
		return []*fault.Fault{untilBeforeFrom.At(field + "until")}
	}
	return nil
}

// keptPhones gives numbers as they are to be kept: a masked one stands for
// the present one that shows like it, an empty one for none.
func keptPhones(typed, present []string) []string {
	left := slices.Clone(present)
	kept := []string{}
	for _, phone := range typed {
		phone = clean(phone)
		if phone == "" {
			continue
		}
		if i := slices.IndexFunc(left, func(each string) bool { return MaskPhone(each) == phone }); i >= 0 {
			phone = left[i]
			left = slices.Delete(left, i, i+1)
		}
		kept = append(kept, phone)
	}
	return kept
}

// phone is one of a guardian's numbers, the first under 0.
func (g Guardian) phone(which int) (string, bool) {
	all := append([]string{g.Phone}, g.Others...)
	if which < 0 || which >= len(all) || all[which] == "" {
		return "", false
	}
	return all[which], true
}
