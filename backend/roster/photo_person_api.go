package roster

import (
	"context"
	"net/http"

	"yayuan/backend/files"
	"yayuan/backend/web"
)

type personIn struct {
	ID     string `path:"id" maxLength:"40"`
	Person string `path:"person" maxLength:"40"`
}

type personPhotoIn struct {
	ID     string `path:"id" maxLength:"40"`
	Person string `path:"person" maxLength:"40"`
	web.Upload
}

type personReasonIn struct {
	ID     string `path:"id" maxLength:"40"`
	Person string `path:"person" maxLength:"40"`
	Body   struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func registerPersonPhotos(door *web.Door, s *Service) {
	const path = "/api/children/{id}/people/{person}/photo"
	web.Handle(door, op(http.MethodGet, path, "personPhoto", "The face of a guardian or collector of a child, a small JPEG"),
		func(ctx context.Context, in *personIn) (*web.File, error) {
			photo, err := s.PersonPhoto(ctx, in.ID, in.Person)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: "image/jpeg", Body: photo}, nil
		})
	set := op(http.MethodPost, path, "setPersonPhoto", "Keep a face for a guardian or collector: JPEG or PNG as it is")
	set.MaxBody = int64(files.Limit(files.Photo)) + 1
	web.Handle(door, set, func(ctx context.Context, in *personPhotoIn) (*web.Body[web.Done], error) {
		return web.Finished(s.SetPersonPhoto(ctx, in.ID, in.Person, in.RawBody))
	})
	web.Handle(door, op(http.MethodPost, path+"/remove", "removePersonPhoto", "Take the face of a guardian or collector away, with a reason"),
		func(ctx context.Context, in *personReasonIn) (*web.Body[web.Done], error) {
			return web.Finished(s.RemovePersonPhoto(ctx, in.ID, in.Person, in.Body.Reason))
		})
}
