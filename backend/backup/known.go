package backup

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

// known joins the files of the folder with the runs, newest first.
func (s *Service) known(ctx context.Context) ([]Backup, runRow, error) {
	runs, err := s.store.runs(ctx)
	if err != nil {
		return nil, runRow{}, err
	}
	// A folder that cannot be read holds no backup that anybody could use.
	entries, _ := os.ReadDir(s.folder())
	all := []Backup{}
	for _, entry := range entries {
		at, ok := timeOf(entry.Name())
		info, err := entry.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		b := Backup{Name: entry.Name(), At: at, Size: info.Size()}
		if run, ok := runs[b.Name]; ok {
			b.CheckedAt, b.Failure, b.mark = run.at(), run.Failure, run.Mark
		}
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b Backup) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(len(b.Name), len(a.Name)), strings.Compare(b.Name, a.Name))
	})
	return all, runs[""], nil
}

func newestGood(all []Backup) Backup {
	for _, b := range all {
		if b.Good() {
			return b
		}
	}
	return Backup{}
}

// Findings tells who manages backups when they have stopped coming.
func (s *Service) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.Require(ctx, identity.ManageBackups) != nil || !s.Kept() {
		return nil, nil
	}
	now, err := s.state(ctx)
	return now.findings(), err
}

func (s *Service) state(ctx context.Context) (state, error) {
	all, failed, err := s.known(ctx)
	if err != nil {
		return state{}, err
	}
	since, err := s.store.founded(ctx)
	return state{now: s.store.Now(), since: since, good: newestGood(all).At, failed: failed.at().Truncate(time.Second)}, err
}
