package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"time"

	"filippo.io/age"

	"yayuan/backend/fault"
	"yayuan/backend/storage/keys"
)

// A backup is: the magic, the keyring's length and the keyring in the clear,
// the SHA-256 of all that, then an age payload with a tar. The keyring opens
// by the recovery code alone and holds the age identity, closed with the data
// key; the same keyring stands inside the payload, so that age vouches for it.
const (
	magic       = "yayuan backup 1\n"
	longestRing = 1 << 16 // bytes
)

// Unlock gives the data key for the keyring of a backup.
type Unlock func(ring keys.Ring) ([]byte, error)

// WithCode unlocks by the recovery code.
func WithCode(code string) Unlock {
	return func(ring keys.Ring) ([]byte, error) { return ring.Key(code) }
}

// WithKey unlocks by the key of a data folder.
func WithKey(key []byte) Unlock { return func(keys.Ring) ([]byte, error) { return key, nil } }

// Content is what a backup says of itself.
type Content struct {
	Version int       `json:"version"`
	Program string    `json:"program"` // the version that wrote it
	At      time.Time `json:"at"`
}

// seal begins a backup; what is written to it ends up inside the age payload.
func seal(out io.Writer, ring keys.Ring, key []byte) (io.WriteCloser, error) {
	raw, err := ring.Bytes()
	if err != nil {
		return nil, err
	}
	identity, err := ring.Identity(key)
	if err != nil {
		return nil, err
	}
	head := binary.BigEndian.AppendUint32([]byte(magic), uint32(len(raw)))
	head = append(head, raw...)
	digest := sha256.Sum256(head)
	if _, err := out.Write(append(head, digest[:]...)); err != nil {
		return nil, cannotWrite.Because(bare(err))
	}
	payload, err := age.Encrypt(out, identity.Recipient())
	if err != nil {
		return nil, cannotWrite.Because(bare(err))
	}
	return payload, nil
}

// unseal reads the head of a backup and opens its payload. Every later error
// of the reader but the context's is a refusal of the file.
func unseal(ctx context.Context, in io.Reader, unlock Unlock) (payload io.Reader, ring keys.Ring, key []byte, err error) {
	in = sound{ctx, in}
	ring, err = readHead(in)
	if err != nil {
		return nil, ring, nil, err
	}
	if key, err = unlock(ring); err != nil {
		return nil, ring, nil, err
	}
	identity, err := ring.Identity(key)
	if err != nil {
		return nil, ring, nil, otherKey.Because(err)
	}
	payload, err = age.Decrypt(in, identity)
	if err != nil {
		return nil, ring, nil, unsound(err)
	}
	return sound{ctx, payload}, ring, key, nil
}

func readHead(in io.Reader) (keys.Ring, error) {
	head := make([]byte, len(magic)+4)
	if _, err := io.ReadFull(in, head); err != nil || string(head[:len(magic)]) != magic {
		return keys.Ring{}, notABackup.Because(err)
	}
	size := binary.BigEndian.Uint32(head[len(magic):])
	if size > longestRing {
		return keys.Ring{}, broken
	}
	rest := make([]byte, int(size)+sha256.Size)
	if _, err := io.ReadFull(in, rest); err != nil {
		return keys.Ring{}, broken.Because(err)
	}
	digest := sha256.Sum256(append(head, rest[:size]...))
	if !bytes.Equal(digest[:], rest[size:]) {
		return keys.Ring{}, broken.Because(errors.New("the keyring is not as it was written"))
	}
	ring, err := keys.Parse(rest[:size])
	if err != nil {
		return ring, broken.Because(err)
	}
	return ring, nil
}

// sound is a reader whose errors are refusals of the file; it stops when the
// context ends.
type sound struct {
	ctx context.Context
	in  io.Reader
}

func (s sound) Read(into []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.in.Read(into)
	if err != nil && !errors.Is(err, io.EOF) {
		err = unsound(err)
	}
	return n, err
}

// unsound blames the file for what went wrong while it was read.
func unsound(err error) error {
	_, known := fault.As(err)
	if known || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return broken.Because(err)
}

// sameRing compares the keyring inside the payload with the one outside.
func sameRing(inside []byte, outside keys.Ring) error {
	raw, err := outside.Bytes()
	if err != nil {
		return err
	}
	if !bytes.Equal(inside, raw) {
		return broken.Because(errors.New("two different keyrings"))
	}
	return nil
}

func readContent(raw []byte) (Content, error) {
	var c Content
	if err := json.Unmarshal(raw, &c); err != nil || c.Version != 1 {
		return c, broken.Because(err)
	}
	return c, nil
}
