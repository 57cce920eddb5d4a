package storage

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/crypto/chacha20poly1305"
	"gorm.io/gorm"
)

// photosKey derives the second database's key: with one key for two files,
// equal pages in equal places would look equal on the disk.
func photosKey(key []byte) ([]byte, error) {
	own, err := hkdf.Key(sha256.New, key, nil, "yayuan photos", chacha20poly1305.KeySize)
	if err != nil {
		return nil, fmt.Errorf("storage: photos: %w", err)
	}
	return own, nil
}

// PutPhoto keeps the bytes of a photo under their SHA-256, durable when it
// returns. It is called before the write that refers to them commits; bytes
// that nothing refers to in the end are only one too many.
func (s *Store) PutPhoto(ctx context.Context, digest, bytes []byte) error {
	photos, err := s.photosFile(ctx, true)
	if err != nil {
		return err
	}
	ctx, cancel := limit(ctx)
	defer cancel()
	err = photos.writer.WithContext(ctx).Exec(
		"INSERT INTO content (nursery_id, sha256, bytes, at) VALUES (?, ?, ?, ?) ON CONFLICT (nursery_id, sha256) DO UPDATE SET at = excluded.at",
		s.nursery, digest, bytes, s.Now().Format(time.RFC3339)).Error
	if err != nil {
		return translate(fmt.Errorf("storage: put photo: %w", err), s.opt.Dir)
	}
	return nil
}

// Photo gives the bytes of a photo, nil when there are none under the digest.
func (s *Store) Photo(ctx context.Context, digest []byte) ([]byte, error) {
	photos, err := s.photosFile(ctx, false)
	if err != nil || photos == nil {
		return nil, err
	}
	ctx, cancel := limit(ctx)
	defer cancel()
	var found [][]byte
	err = photos.reader.WithContext(ctx).Raw("SELECT bytes FROM content WHERE nursery_id = ? AND sha256 = ?",
		s.nursery, digest).Scan(&found).Error
	if err != nil {
		return nil, translate(fmt.Errorf("storage: photo: %w", err), s.opt.Dir)
	}
	if len(found) == 0 {
		return nil, nil
	}
	return found[0], nil
}

// SweepPhotos removes the photos that were last put before a moment and that
// used does not know, and tells how many.
func (s *Store) SweepPhotos(ctx context.Context, before time.Time, used func(digest []byte) (bool, error)) (int, error) {
	photos, err := s.photosFile(ctx, false)
	if err != nil || photos == nil {
		return 0, err
	}
	removed := 0
	err = photos.writer.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		var old [][]byte
		at := before.UTC().Format(time.RFC3339)
		if err := tx.Raw("SELECT sha256 FROM content WHERE nursery_id = ? AND at < ?", s.nursery, at).Scan(&old).Error; err != nil {
			return err
		}
		for _, digest := range old {
			if yes, err := used(digest); err != nil || yes {
				if err != nil {
					return err
				}
				continue
			}
			if err := tx.Exec("DELETE FROM content WHERE nursery_id = ? AND sha256 = ?", s.nursery, digest).Error; err != nil {
				return err
			}
			removed++
		}
		return nil
	})
	if err != nil {
		return 0, translate(fmt.Errorf("storage: sweep photos: %w", err), s.opt.Dir)
	}
	return removed, nil
}

// photosFile is the second database, made with the first photo.
func (s *Store) photosFile(ctx context.Context, make bool) (*database, error) {
	s.aside.Lock()
	defer s.aside.Unlock()
	if s.photos != nil || !make {
		return s.photos, nil
	}
	photos, err := s.openPhotos(ctx, filepath.Join(s.opt.Dir, PhotosName))
	if err != nil {
		return nil, err
	}
	s.photos = photos
	return photos, nil
}

func (s *Store) openPhotos(ctx context.Context, path string) (*database, error) {
	key, err := photosKey(s.opt.Key)
	if err != nil {
		return nil, err
	}
	newest, err := photosSet.newest()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err == nil {
		if err := probe(ctx, path, key, newest); err != nil {
			return nil, err
		}
	}
	photos := &database{path: path, key: key, journal: s.opt.Journal}
	if err := photos.connect(ctx); err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, photos, photosSet); err != nil {
		return nil, errors.Join(translate(err, s.opt.Dir), photos.close())
	}
	return photos, nil
}
