package roster

import (
	"yayuan/backend/fault"
	"yayuan/backend/idcard"
)

// NormalID writes an ID number as it is kept.
func NormalID(number string) string { return idcard.Normal(number) }

// checkIDNumber refuses a number that contradicts itself or the child.
func checkIDNumber(c Child) *fault.Fault {
	if c.IDNumber == "" {
		return nil
	}
	number, problem := idcard.Read(c.IDNumber)
	switch {
	case problem != idcard.None:
		return idNumberBad.At("idNumber")
	case c.BirthDate != "" && number.Birth != c.BirthDate:
		return idNumberBirth.At("idNumber").With("birth", string(number.Birth))
	case c.Sex == Male && !number.Male, c.Sex == Female && number.Male:
		return idNumberSex.At("idNumber")
	}
	return nil
}
