// Package version holds the one name of this build that both programs show.
package version

// Text is what `git describe` said when the program was built, set by the
// linker (-X yayuan/backend/version.Text=…); "dev" in a plain `go build`.
var Text = "dev"
