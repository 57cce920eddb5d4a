package backup_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

// TestABackupWhileOthersWriteIsWhole copies again and again under writes that
// each add two rows at once; no backup may hold one without the other.
func TestABackupWhileOthersWriteIsWhole(t *testing.T) {
	n := open(t)
	ctx, stop := context.WithCancel(n.Director)
	var writer sync.WaitGroup
	written := make(chan struct{}, 1)
	writer.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			_, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: fmt.Sprintf("并行%d", i), BirthDate: "2024-03-03"},
				Guardians: []roster.Guardian{{Name: fmt.Sprintf("家长并行%d", i), Relation: "母亲"}}})
			if err != nil {
				t.Error(err)
				return
			}
			select {
			case written <- struct{}{}:
			default:
			}
		}
	})
	seen := 0
	for range 3 {
		<-written
		made, err := n.Backups.Make(n.Director)
		testkit.Must(t, err)
		dir, opt, err := restore(t, filepath.Join(n.Dir, storage.BackupFolder, made.Name), n.Code)
		testkit.Must(t, err)
		found := rows(t, dir, opt)
		children, guardians := having(found["child"], "并行"), having(found["guardian"], "家长并行")
		if children != guardians || children <= seen {
			t.Errorf("%d children and %d guardians after %d", children, guardians, seen)
		}
		seen = children
	}
	stop()
	writer.Wait()
}

func having(rows []string, part string) int {
	n := 0
	for _, row := range rows {
		if strings.Contains(row, part) {
			n++
		}
	}
	return n
}
