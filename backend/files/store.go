package files

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"yayuan/backend/storage"
)

// Files is the keeper of whole files on a store.
type Files struct{ store *storage.Store }

// New keeps files in a store.
func New(store *storage.Store) *Files { return &Files{store: store} }

type row struct {
	ID        string
	Kind      Kind
	Name      string
	MediaType string
	Size      int64
	SHA256    []byte `gorm:"column:sha256"`
	CreatedAt string
}

const columns = "SELECT id, kind, name, media_type, size, sha256, created_at FROM blob WHERE nursery_id = ? AND "

// Put keeps a file and joins the write of the context. The same file put again
// under the same name and kind is the one that is kept already; equal bytes
// are kept once. The bytes of a photo are durable before the row that refers
// to them.
func (f *Files) Put(ctx context.Context, kind Kind, name, mediaType string, bytes []byte) (Blob, error) {
	if err := check(kind, bytes); err != nil {
		return Blob{}, err
	}
	digest := sha256.Sum256(bytes)
	if kind == Photo {
		if err := f.store.PutPhoto(ctx, digest[:], bytes); err != nil {
			return Blob{}, err
		}
	}
	r := row{ID: storage.NewID(), Kind: kind, Name: cleanName(name), MediaType: mediaType, Size: int64(len(bytes)),
		SHA256: digest[:], CreatedAt: f.store.Now().Format(time.RFC3339Nano)}
	err := f.store.Do(ctx, func(ctx context.Context) error {
		known, found, err := f.one(ctx, "kind = ? AND sha256 = ? AND name = ? AND media_type = ?", kind, r.SHA256, r.Name, mediaType)
		if err != nil {
			return err
		}
		if found {
			r = known
			return nil
		}
		return f.insert(ctx, r, bytes)
	})
	return r.blob(), err
}

func (f *Files) insert(ctx context.Context, r row, bytes []byte) error {
	db, nursery := f.store.With(ctx), f.store.Nursery()
	var stored any
	if r.Kind != Photo {
		stored = r.SHA256
		err := db.Exec("INSERT INTO blob_content (nursery_id, sha256, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
			nursery, r.SHA256, bytes).Error
		if err != nil {
			return fmt.Errorf("files: put: %w", err)
		}
	}
	err := db.Exec("INSERT INTO blob (nursery_id, id, kind, name, media_type, size, sha256, stored_sha256, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		nursery, r.ID, r.Kind, r.Name, r.MediaType, r.Size, r.SHA256, stored, r.CreatedAt).Error
	if err != nil {
		return fmt.Errorf("files: put: %w", err)
	}
	return nil
}

// Info tells what is known of a kept file, without reading its bytes.
func (f *Files) Info(ctx context.Context, id string) (Blob, error) {
	r, found, err := f.one(ctx, "id = ?", id)
	if err == nil && !found {
		err = notFound
	}
	return r.blob(), err
}

// Get gives a kept file, its bytes compared with their digest.
func (f *Files) Get(ctx context.Context, id string) (Blob, []byte, error) {
	r, found, err := f.one(ctx, "id = ?", id)
	if err == nil && !found {
		err = notFound
	}
	if err != nil {
		return Blob{}, nil, err
	}
	bytes, err := f.bytes(ctx, r)
	if err != nil {
		return Blob{}, nil, err
	}
	if digest := sha256.Sum256(bytes); string(digest[:]) != string(r.SHA256) {
		return Blob{}, nil, damaged
	}
	return r.blob(), bytes, nil
}

func (f *Files) bytes(ctx context.Context, r row) ([]byte, error) {
	if r.Kind == Photo {
		return f.store.Photo(ctx, r.SHA256)
	}
	var found [][]byte
	err := f.store.With(ctx).Raw("SELECT bytes FROM blob_content WHERE nursery_id = ? AND sha256 = ?",
		f.store.Nursery(), r.SHA256).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("files: get: %w", err)
	}
	if len(found) == 0 {
		return nil, damaged
	}
	return found[0], nil
}

// DropPhoto forgets a photo: nobody can fetch it from now on, and its bytes go
// with the next sweep. Photos alone can be taken back: a face is not a record.
func (f *Files) DropPhoto(ctx context.Context, id string) error {
	err := f.store.With(ctx).Exec("DELETE FROM blob WHERE nursery_id = ? AND id = ? AND kind = ?", f.store.Nursery(), id, Photo).Error
	if err != nil {
		return fmt.Errorf("files: drop: %w", err)
	}
	return nil
}

// orphanAge is how long a photo may lie without a row: longer than any write
// takes between the two.
const orphanAge = 24 * time.Hour

// Sweep removes photos whose write was rolled back after their bytes had been
// kept, and tells how many.
func (f *Files) Sweep(ctx context.Context) (int, error) {
	return f.store.SweepPhotos(ctx, f.store.Now().Add(-orphanAge), func(digest []byte) (bool, error) {
		_, found, err := f.one(ctx, "kind = ? AND sha256 = ?", Photo, digest)
		return found, err
	})
}

func (f *Files) one(ctx context.Context, where string, args ...any) (row, bool, error) {
	var rows []row
	err := f.store.With(ctx).Raw(columns+where+" LIMIT 1", append([]any{f.store.Nursery()}, args...)...).Scan(&rows).Error
	if err != nil {
		return row{}, false, fmt.Errorf("files: %w", err)
	}
	if len(rows) == 0 {
		return row{}, false, nil
	}
	return rows[0], true, nil
}

func (r row) blob() Blob {
	at, _ := time.Parse(time.RFC3339Nano, r.CreatedAt)
	return Blob{ID: r.ID, Kind: r.Kind, Name: r.Name, MediaType: r.MediaType, Size: r.Size,
		SHA256: hex.EncodeToString(r.SHA256), CreatedAt: at}
}
