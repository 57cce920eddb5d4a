package intake

import (
	"regexp"
	"strconv"
	"strings"

	"yayuan/backend/excel"
	"yayuan/backend/idcard"
)

// exactDigits is how many digits of a number Excel keeps.
const exactDigits = 15

// otherDocument is any number with a letter in it: passports, travel and
// residence permits, birth certificates.
var otherDocument = regexp.MustCompile(`^[A-Z0-9][A-Z0-9()-]{4,24}$`)

// idNumber reads an identity number. One that was stored as a number has lost
// its last digits; it stays empty and is never completed, not even from the
// birth date. A number that does not hold water stays as it was typed, so that
// a person can compare it, and is reported.
func idNumber(cell excel.Cell, otherKind bool) (string, Code) {
	if cell.Kind == excel.Number {
		value, err := strconv.ParseFloat(cell.Raw, 64)
		if err != nil || value >= 1e15 || value < 0 {
			return "", IDPrecisionLost
		}
		return judgeID(plainNumber(cell.Raw), otherKind)
	}
	text := strings.Trim(squeeze(halfWidth(cell.Raw)), "'`’‘\"")
	if text == "" || none(text) {
		return "", ""
	}
	if digits, lost, ok := exponent(text); ok && (lost || len(digits) > exactDigits) {
		return "", IDPrecisionLost
	}
	return judgeID(text, otherKind)
}

// none is what people write where there is no number.
func none(text string) bool {
	switch strings.ToLower(text) {
	case "无", "没有", "暂无", "未办", "未办理", "未上户口", "/", "-", "--", "—", "——", "\\", "n/a":
		return true
	}
	return false
}

func judgeID(text string, otherKind bool) (string, Code) {
	number := idcard.Normal(strings.ToUpper(strings.NewReplacer("-", "", "—", "", "_", "").Replace(text)))
	_, problem := idcard.Read(number)
	switch {
	case problem == idcard.None:
		return number, ""
	case otherKind:
		return strings.ToUpper(text), IDOtherDocument
	case problem == idcard.NotANumber:
		if latin.MatchString(text) && otherDocument.MatchString(strings.ToUpper(text)) && !strings.HasSuffix(number, "X") {
			return strings.ToUpper(text), IDOtherDocument
		}
		return number, IDShape
	case strings.HasSuffix(number, "000"):
		// Excel writes zeros for the digits it dropped; as text they no longer show it.
		return "", IDPrecisionLost
	case problem == idcard.NoSuchDay:
		return number, IDNoSuchDay
	}
	return number, IDCheckDigit
}

// against holds a good number against the birth date and the sex of its row.
func against(number, birth, sex string) []mismatch {
	read, problem := idcard.Read(number)
	if problem != idcard.None {
		return nil
	}
	var found []mismatch
	if birth != "" && birth != string(read.Birth) {
		found = append(found, mismatch{IDBirthMismatch, map[string]any{"birth": string(read.Birth), "given": birth}})
	}
	tells := "女"
	if read.Male {
		tells = "男"
	}
	if sex != "" && sex != tells {
		found = append(found, mismatch{IDSexMismatch, map[string]any{"sex": tells, "given": sex}})
	}
	return found
}

type mismatch struct {
	code Code
	args map[string]any
}
