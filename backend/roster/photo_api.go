package roster

import (
	"context"
	"net/http"

	"yayuan/backend/files"
	"yayuan/backend/web"
)

type photoIn struct {
	ID string `path:"id" maxLength:"40"`
	web.Upload
}

func registerPhotos(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/children/{id}/photo", "childPhoto", "The face of a child, a small JPEG"),
		func(ctx context.Context, in *idIn) (*web.File, error) {
			photo, err := s.Photo(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: "image/jpeg", Body: photo}, nil
		})
	set := op(http.MethodPost, "/api/children/{id}/photo", "setPhoto", "Keep a face for a child: JPEG or PNG as it is")
	set.MaxBody = int64(files.Limit(files.Photo)) + 1
	web.Handle(door, set, func(ctx context.Context, in *photoIn) (*web.Body[web.Done], error) {
		return web.Finished(s.SetPhoto(ctx, in.ID, in.RawBody))
	})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/photo/remove", "removePhoto", "Take a child's face away, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(s.RemovePhoto(ctx, in.ID, in.Body.Reason))
		})
}
