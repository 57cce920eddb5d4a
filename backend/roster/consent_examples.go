package roster

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// example is a text that the program ships: to be read, changed and made the
// nursery's own; it is nobody's official form.
type example struct {
	Form   ConsentForm `json:"form"`
	Name   string      `json:"name"`
	Body   string      `json:"body"`
	Items  []string    `json:"items"`
	Scopes []string    `json:"scopes"`
}

//go:embed consent_examples.json
var examplesFile []byte

func examples() []example {
	var list []example
	if err := json.Unmarshal(examplesFile, &list); err != nil {
		panic(fmt.Sprintf("roster: consent examples: %v", err))
	}
	return list
}
