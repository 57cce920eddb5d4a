package roster

import (
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// searchText is what a child or a member of staff is found by: the names as
// written, their pinyin and the initials. A character with several readings
// (单, 曾) brings the initials of each.
func searchText(names ...string) string {
	parts := []string{}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		parts = append(parts, strings.ToLower(name), full(name))
		parts = append(parts, initials(name)...)
	}
	return " " + strings.Join(parts, " ") + " "
}

func full(name string) string {
	return strings.Join(pinyin.LazyPinyin(name, pinyin.NewArgs()), "")
}

// initialsMax keeps names of many ambiguous characters from growing without end.
const initialsMax = 16

func initials(name string) []string {
	args := pinyin.NewArgs()
	args.Heteronym = true
	found := []string{""}
	for _, char := range name {
		letters := letterOf(char, args)
		if len(letters) == 0 {
			continue
		}
		grown := []string{}
		for _, head := range found {
			for _, letter := range letters {
				grown = append(grown, head+letter)
			}
		}
		if len(grown) > initialsMax {
			grown = grown[:initialsMax]
		}
		found = grown
	}
	if found[0] == "" {
		return nil
	}
	return found
}

func letterOf(char rune, args pinyin.Args) []string {
	if char < 128 {
		text := strings.ToLower(string(char))
		if text >= "a" && text <= "z" {
			return []string{text}
		}
		return nil
	}
	seen, letters := map[string]bool{}, []string{}
	for _, reading := range pinyin.SinglePinyin(char, args) {
		if letter := reading[:1]; !seen[letter] {
			seen[letter] = true
			letters = append(letters, letter)
		}
	}
	return letters
}
