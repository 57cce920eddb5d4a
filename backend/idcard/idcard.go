// Package idcard reads the 18-digit citizen identity number of GB 11643-1999:
// six digits of place, eight of birth, three of order (odd is male), one check
// character by ISO 7064 MOD 11-2.
package idcard

import (
	"strings"

	"yayuan/backend/day"
)

// Number is what a valid identity number tells.
type Number struct {
	Birth day.Day
	Male  bool
}

// Problem says what is wrong with a text that should be an identity number.
type Problem string

// The problems; None is a good number.
const (
	None       Problem = ""
	NotANumber Problem = "shape" // not 17 digits and a digit or X
	NoSuchDay  Problem = "birth" // the birth digits are no day
	WrongCheck Problem = "check" // the check character does not fit
)

// Normal writes a number as it is kept: no spaces, half-width, capital X.
func Normal(text string) string {
	return strings.Map(func(char rune) rune {
		switch {
		case char == ' ' || char == '\t' || char == '\u00a0' || char == '\u3000' || char == '\'':
			return -1
		case char >= '０' && char <= '９':
			return char - '０' + '0'
		case char == 'x' || char == 'ｘ' || char == 'Ｘ':
			return 'X'
		}
		return char
	}, text)
}

var weights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// CheckCharacter is the eighteenth character for the first seventeen digits.
func CheckCharacter(seventeen string) byte {
	sum := 0
	for i := range weights {
		sum += int(seventeen[i]-'0') * weights[i]
	}
	return "10X98765432"[sum%11]
}

// Read takes a normal number apart and says what is wrong with it.
func Read(number string) (Number, Problem) {
	if len(number) != 18 || strings.Trim(number[:17], "0123456789") != "" || strings.Trim(number[17:], "0123456789X") != "" {
		return Number{}, NotANumber
	}
	birth, err := day.Parse(number[6:10] + "-" + number[10:12] + "-" + number[12:14])
	if err != nil {
		return Number{}, NoSuchDay
	}
	read := Number{Birth: birth, Male: (number[16]-'0')%2 == 1}
	if CheckCharacter(number[:17]) != number[17] {
		return read, WrongCheck
	}
	return read, None
}
