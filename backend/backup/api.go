package backup

import (
	"context"
	"net/http"
	"time"

	"yayuan/backend/web"
)

type listJSON struct {
	Kept     bool         `json:"kept" doc:"false in the demo, which is not backed up"`
	Backups  []backupJSON `json:"backups" nullable:"false" doc:"newest first"`
	FailedAt *time.Time   `json:"failedAt" doc:"when the newest one could not be made; null when it could"`
	Failure  string       `json:"failure" doc:"code of the fault"`
}

type backupJSON struct {
	Name      string     `json:"name" doc:"of the file"`
	At        time.Time  `json:"at"`
	Size      int64      `json:"size" doc:"bytes"`
	Checked   bool       `json:"checked" doc:"opened and found whole"`
	CheckedAt *time.Time `json:"checkedAt"`
	Failure   string     `json:"failure" doc:"code of the fault that the last check found"`
}

func timeOut(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	return &at
}

func backupOut(b Backup) backupJSON {
	return backupJSON{Name: b.Name, At: b.At, Size: b.Size, Checked: b.Good(), CheckedAt: timeOut(b.CheckedAt), Failure: b.Failure}
}

type oneIn struct {
	Name string `path:"name" maxLength:"60"`
}

// Register adds the routes of backups. Restoring is part of the first start.
func Register(door *web.Door, s *Service) {
	op := func(method, path, id, summary string) web.Op {
		return web.Op{Method: method, Path: path, ID: id, Area: "backup", Summary: summary, Long: true}
	}
	web.Handle(door, op(http.MethodGet, "/api/backups", "listBackups", "The backups in the data folder"),
		func(ctx context.Context, _ *struct{}) (*web.Body[listJSON], error) {
			found, err := s.List(ctx)
			out := listJSON{Kept: s.Kept(), Backups: []backupJSON{}, FailedAt: timeOut(found.FailedAt), Failure: found.Failure}
			for _, b := range found.Backups {
				out.Backups = append(out.Backups, backupOut(b))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/backups", "makeBackup", "Make a backup now and check it"),
		func(ctx context.Context, _ *struct{}) (*web.Body[backupJSON], error) {
			b, err := s.Make(ctx)
			return web.Answer(backupOut(b), err)
		})
	web.Handle(door, op(http.MethodPost, "/api/backups/{name}/verify", "verifyBackup", "Open a backup as a restore would"),
		func(ctx context.Context, in *oneIn) (*web.Body[backupJSON], error) {
			b, err := s.Verify(ctx, in.Name)
			return web.Answer(backupOut(b), err)
		})
}
