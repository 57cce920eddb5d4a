package files

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // pictures come as JPEG or PNG

	"yayuan/backend/fault"
)

// PictureEdge is the longer edge of a kept portrait in pixels: sharp on a
// child's page and on paper, and a board of twenty stays quick.
const PictureEdge = 400

// largest is how many pixels a picture may have before it is opened: a small
// file can unpack to more than the computer's memory.
const largest = 60_000_000

const pictureQuality = 82

var (
	notPicture   = fault.Define(fault.Invalid, "files.not_picture")
	hugePicture  = fault.Define(fault.TooLarge, "files.huge_picture")
	largePicture = fault.Define(fault.TooLarge, "files.large_picture")
)

// Portrait makes the picture that is kept of a face: a JPEG of at most
// PictureEdge pixels, upright, without anything else that a camera wrote into
// the file (place, time, device).
func Portrait(raw []byte) ([]byte, error) {
	if len(raw) > limits[Photo] {
		return nil, largePicture.With("max", limits[Photo]/mega)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return nil, notPicture.Because(err)
	}
	if config.Width > largest/config.Height {
		return nil, hugePicture.With("max", largest/1_000_000)
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, notPicture.Because(err)
	}
	var out bytes.Buffer
	small := upright(shrink(picture, PictureEdge), orientation(raw))
	if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: pictureQuality}); err != nil {
		return nil, notPicture.Because(err)
	}
	return out.Bytes(), nil
}

// shrink averages the pixels that fall into one; what is clear becomes white.
// A picture that is small enough keeps its size.
func shrink(from image.Image, edge int) *image.RGBA {
	b := from.Bounds()
	width, height := b.Dx(), b.Dy()
	if longer := max(width, height); longer > edge {
		width, height = max(1, width*edge/longer), max(1, height*edge/longer)
	}
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		top, bottom := b.Min.Y+y*b.Dy()/height, b.Min.Y+(y+1)*b.Dy()/height
		for x := range width {
			left, right := b.Min.X+x*b.Dx()/width, b.Min.X+(x+1)*b.Dx()/width
			to.SetRGBA(x, y, average(from, left, right, top, bottom))
		}
	}
	return to
}

func average(from image.Image, left, right, top, bottom int) color.RGBA {
	var red, green, blue, count uint64
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			r, g, b, a := from.At(x, y).RGBA() // already multiplied by a
			clear := uint64(0xffff - a)
			red, green, blue, count = red+uint64(r)+clear, green+uint64(g)+clear, blue+uint64(b)+clear, count+1
		}
	}
	one := func(sum uint64) uint8 { return uint8(sum / count >> 8) }
	return color.RGBA{R: one(red), G: one(green), B: one(blue), A: 0xff}
}

// upright turns and mirrors a picture as its camera was held (EXIF 1 to 8).
func upright(from *image.RGBA, held int) *image.RGBA {
	if held < 2 || held > 8 {
		return from
	}
	width, height := from.Rect.Dx(), from.Rect.Dy()
	size := image.Rect(0, 0, width, height)
	if held >= 5 {
		size = image.Rect(0, 0, height, width)
	}
	to := image.NewRGBA(size)
	for y := range height {
		for x := range width {
			atX, atY := placed(held, x, y, width-1, height-1)
			to.SetRGBA(atX, atY, from.RGBAAt(x, y))
		}
	}
	return to
}

// placed says where a pixel goes; right and bottom are the last of each.
func placed(held, x, y, right, bottom int) (int, int) {
	switch held {
	case 2:
		return right - x, y
	case 3:
		return right - x, bottom - y
	case 4:
		return x, bottom - y
	case 5:
		return y, x
	case 6:
		return bottom - y, x
	case 7:
		return bottom - y, right - x
	default:
		return y, right - x
	}
}
