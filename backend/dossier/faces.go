package dossier

import (
	"context"
	"html/template"
	"strings"

	"yayuan/backend/roster"
)

// face is a picture of somebody around a child, with who it is.
type face struct {
	Who  string
	JPEG []byte
}

// Picture is the face as a part of the page.
func (f face) Picture() template.URL { return portrait(f.JPEG) }

// faces are those of a child's guardians and of who else is on its list, each once.
func (s *Service) faces(ctx context.Context, child string) ([]face, error) {
	people, err := s.roster.Collectors(ctx, child, s.store.Today())
	if err != nil {
		return nil, err
	}
	var out []face
	seen := map[string]bool{}
	for _, each := range people {
		if each.Photo == "" || seen[each.Photo] {
			continue
		}
		seen[each.Photo] = true
		jpeg, err := s.roster.PersonPhoto(ctx, child, each.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, face{Who: who(each), JPEG: jpeg})
	}
	return out, nil
}

func who(c roster.Collector) string { return strings.TrimSpace(c.Name + " " + c.Relation) }

// familiar are these faces in the child's file, each beside the name.
func (s *Service) familiar(ctx context.Context, child string) (Section, error) {
	faces, err := s.faces(ctx, child)
	return Section{Title: "监护人和接送人的照片", Faces: faces}, err
}
