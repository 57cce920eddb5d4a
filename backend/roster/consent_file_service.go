package roster

import (
	"bytes"
	"context"

	"yayuan/backend/files"
	"yayuan/backend/identity"
)

// mediaTypes are what a signature or scan may be, known by its first bytes.
var mediaTypes = []struct{ begins, name string }{
	{"\x89PNG\r\n\x1a\n", "image/png"}, {"\xff\xd8\xff", "image/jpeg"}, {"%PDF-", "application/pdf"},
}

func mediaTypeOf(content []byte) string {
	for _, each := range mediaTypes {
		if bytes.HasPrefix(content, []byte(each.begins)) {
			return each.name
		}
	}
	return ""
}

// KeepFile keeps a signature drawn on a screen, or the scan of a signed paper,
// until the decision that refers to it is recorded.
func (c *Consents) KeepFile(ctx context.Context, child, name string, content []byte) (files.Blob, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return files.Blob{}, err
	}
	if _, err := c.live(ctx, child); err != nil {
		return files.Blob{}, err
	}
	media := mediaTypeOf(content)
	if len(content) > 0 && media == "" {
		return files.Blob{}, consentFile.At("file")
	}
	return c.files.Put(ctx, files.Scan, name, media, content)
}

// checkFile refuses what is no signature or scan.
func (c *Consents) checkFile(ctx context.Context, in Consent) error {
	if in.FileID == "" {
		return nil
	}
	blob, err := c.files.Info(ctx, in.FileID)
	if err != nil {
		return err
	}
	if blob.Kind != files.Scan || blob.MediaType == "" || in.Signed == "stroke" && blob.MediaType != "image/png" {
		return consentFile.At("file")
	}
	return nil
}

// File gives the signature or scan of a decision.
func (c *Consents) File(ctx context.Context, id string) (files.Blob, []byte, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return files.Blob{}, nil, err
	}
	row, found, err := c.store.consent(ctx, id)
	switch {
	case err != nil:
		return files.Blob{}, nil, err
	case !found:
		return files.Blob{}, nil, consentUnknown
	case row.FileID == nil:
		return files.Blob{}, nil, consentFileNone
	}
	return c.files.Get(ctx, *row.FileID)
}
