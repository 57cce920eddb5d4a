// Package sqlite3 stands in for github.com/mattn/go-sqlite3, which GORM's
// SQLite dialector imports by default. 芽园 talks to SQLite through
// ncruces/go-sqlite3 (pure Go, encrypting VFS); both packages register the
// driver name "sqlite3" and a program that holds the two panics at start.
package sqlite3
