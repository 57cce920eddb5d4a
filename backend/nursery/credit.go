package nursery

import (
	"regexp"
	"strings"
)

var creditCode = regexp.MustCompile(`^[0-9A-HJ-NPQRTUWXY]{18}$`)

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// validCreditCode checks the last character by GB 32100-2015: weights are
// powers of 3 modulo 31.
func validCreditCode(code string) bool {
	if !creditCode.MatchString(code) {
		return false
	}
	return creditCheck(code[:17]) == code[17]
}

func creditCheck(seventeen string) byte {
	sum, weight := 0, 1
	for _, char := range seventeen {
		sum += strings.IndexRune(creditAlphabet, char) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

// WithCheck completes the first seventeen characters of a credit code by its
// check character (GB 32100-2015).
func WithCheck(seventeen string) string { return seventeen + string(creditCheck(seventeen)) }
