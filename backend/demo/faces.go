package demo

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"

	"yayuan/backend/day"
)

// barred is which of twenty children somebody must not collect. Their families
// and those of the first class have brought photos; the others are still to
// come, as at any nursery.
const barred = 7

// faces keeps a drawn face for the guardians and collectors of a child.
func (w *writer) faces(ctx context.Context, family int, child string) error {
	ctx = w.in(ctx, w.boss)
	list, err := w.Roster.Collectors(ctx, child, day.Of(w.clock.now))
	if err != nil {
		return err
	}
	for i, person := range list {
		picture, err := drawn(family*5+i*7+len(person.Name), person.Relation)
		if err != nil {
			return err
		}
		if err := w.Roster.SetPersonPhoto(ctx, child, person.ID, picture); err != nil {
			return err
		}
	}
	return nil
}

var (
	elderly = map[string]bool{"奶奶": true, "外公": true}
	women   = map[string]bool{"母亲": true, "奶奶": true, "阿姨": true, "邻居": true}
)

var (
	walls  = []color.RGBA{{0xDC, 0xE8, 0xE3, 0xFF}, {0xEF, 0xE4, 0xD2, 0xFF}, {0xDD, 0xE3, 0xEE, 0xFF}, {0xEE, 0xDE, 0xDC, 0xFF}}
	coats  = []color.RGBA{{0x4B, 0x7B, 0x6E, 0xFF}, {0xA8, 0x64, 0x4A, 0xFF}, {0x53, 0x63, 0x8C, 0xFF}, {0x8C, 0x6A, 0x86, 0xFF}, {0x7A, 0x7F, 0x57, 0xFF}}
	hairs  = []color.RGBA{{0x2C, 0x26, 0x22, 0xFF}, {0x43, 0x33, 0x2A, 0xFF}}
	grey   = color.RGBA{0xB5, 0xB1, 0xAB, 0xFF}
	skin   = color.RGBA{0xEC, 0xC6, 0xA6, 0xFF}
	eyes   = color.RGBA{0x3A, 0x30, 0x2A, 0xFF}
	mouths = color.RGBA{0xB8, 0x6A, 0x5C, 0xFF}
)

// drawn is a plain portrait: nobody's face, and told apart at a glance.
func drawn(seed int, relation string) ([]byte, error) {
	picture := image.NewRGBA(image.Rect(0, 0, 240, 240))
	hair := hairs[seed%len(hairs)]
	if elderly[relation] {
		hair = grey
	}
	long := women[relation] && seed%3 > 0
	for y := range 240 {
		for x := range 240 {
			picture.SetRGBA(x, y, walls[seed%len(walls)])
		}
	}
	ellipse(picture, 120, 250, 92, 78, coats[seed%len(coats)])
	if long {
		ellipse(picture, 120, 128, 70, 84, hair)
	} else {
		ellipse(picture, 120, 94, 60, 58, hair)
	}
	ellipse(picture, 120, 176, 20, 26, skin)
	ellipse(picture, 120, 120, 50, 58, skin)
	ellipse(picture, 120-10+seed%20, 74, 48, 22, hair)
	for _, x := range []int{101, 139} {
		ellipse(picture, x, 118, 4, 5, eyes)
	}
	ellipse(picture, 120, 148, 14, 4, mouths)
	var out bytes.Buffer
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}

// ellipse fills one around a middle.
func ellipse(picture *image.RGBA, midX, midY, wide, high int, fill color.RGBA) {
	for y := midY - high; y <= midY+high; y++ {
		for x := midX - wide; x <= midX+wide; x++ {
			dx, dy := (x-midX)*high, (y-midY)*wide
			if dx*dx+dy*dy <= wide*wide*high*high && (image.Point{X: x, Y: y}).In(picture.Rect) {
				picture.SetRGBA(x, y, fill)
			}
		}
	}
}
