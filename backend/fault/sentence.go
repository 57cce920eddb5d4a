package fault

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed sentences
var sentenceFiles embed.FS

// internal is what a user reads of an error that is not a fault.
var internal = Define(Unavailable, "fault.internal")

// Sentences gives code → sentence of one language, "zh" or "en".
var Sentences = func() func(language string) map[string]string {
	load := sync.OnceValue(func() map[string]map[string]string {
		all := map[string]map[string]string{}
		for _, language := range []string{"zh", "en"} {
			all[language] = readSentences(language)
		}
		return all
	})
	return func(language string) map[string]string { return load()[language] }
}()

func readSentences(language string) map[string]string {
	merged := map[string]string{}
	files, err := fs.Glob(sentenceFiles, "sentences/"+language+"/*.json")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		raw, err := sentenceFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		var part map[string]string
		if err := json.Unmarshal(raw, &part); err != nil {
			panic(fmt.Sprintf("fault: %s: %v", name, err))
		}
		for code, text := range part {
			merged[code] = text
		}
	}
	return merged
}

// Sentence is what a user reads of an error: the fault's own sentence, or
// that something inside went wrong. Causes never show.
func Sentence(err error, language string) string {
	f, ok := As(err)
	if !ok {
		f = internal
	}
	text, ok := Sentences(language)[f.Code]
	if !ok {
		text = f.Code
	}
	for key, value := range f.Args {
		text = strings.ReplaceAll(text, "{{"+key+"}}", fmt.Sprint(value))
	}
	return text
}
