package files

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

// scene is red on its left half and blue on its right, with a white top edge.
func scene(width, height int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			switch {
			case y < height/4:
				picture.SetRGBA(x, y, color.RGBA{255, 255, 255, 255})
			case x < width/2:
				picture.SetRGBA(x, y, color.RGBA{255, 0, 0, 255})
			default:
				picture.SetRGBA(x, y, color.RGBA{0, 0, 255, 255})
			}
		}
	}
	return picture
}

// photo is a JPEG as a phone writes it: with how it was held, and where.
func photo(t *testing.T, width, height, held int) []byte {
	t.Helper()
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, scene(width, height), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	tiff = append(tiff, byte(held), 0, 0, 0, 0, 0, 0)
	block := append([]byte("Exif\x00\x00"), append(tiff, []byte("GPS 30.2741N")...)...)
	out := []byte{0xff, 0xd8, 0xff, 0xe1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(block)+2))
	out = append(out, block...)
	return append(out, plain.Bytes()[2:]...)
}

func at(t *testing.T, kept []byte, x, y int) string {
	t.Helper()
	picture, format, err := image.Decode(bytes.NewReader(kept))
	if err != nil || format != "jpeg" {
		t.Fatalf("%s, %v", format, err)
	}
	b := picture.Bounds()
	r, g, blue, _ := picture.At(b.Dx()*x/8, b.Dy()*y/8).RGBA()
	switch {
	case r > 0xc000 && g > 0xc000 && blue > 0xc000:
		return "white"
	case r > blue:
		return "red"
	}
	return "blue"
}

func TestAPortraitIsSmallUprightAndSaysNothingOfTheCamera(t *testing.T) {
	for held, want := range map[int]string{ // what stands at the top, on the left and on the right
		1: "white red blue", 3: "blue blue red", 6: "red blue white", 8: "blue white red", 9: "white red blue",
	} {
		kept, err := Portrait(photo(t, 1200, 800, held))
		if err != nil {
			t.Fatal(err)
		}
		config, err := jpeg.DecodeConfig(bytes.NewReader(kept))
		if tall := held == 6 || held == 8; err != nil || max(config.Width, config.Height) != PictureEdge || tall != (config.Height > config.Width) {
			t.Errorf("held %d: %d × %d, %v", held, config.Width, config.Height, err)
		}
		if len(kept) > 60_000 || bytes.Contains(kept, []byte("GPS")) || bytes.Contains(kept, []byte("Exif")) {
			t.Errorf("held %d: %d bytes, or the place is still in it", held, len(kept))
		}
		if got := strings.Join([]string{at(t, kept, 3, 0), at(t, kept, 0, 5), at(t, kept, 7, 5)}, " "); got != want {
			t.Errorf("held %d shows %s, want %s", held, got, want)
		}
	}
}

func TestEachWayOfHoldingPutsTheTopWhereItBelongs(t *testing.T) {
	corner := map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}}
	for held, want := range corner {
		from := image.NewRGBA(image.Rect(0, 0, 3, 2))
		from.SetRGBA(0, 0, color.RGBA{255, 0, 0, 255})
		if got := upright(from, held).RGBAAt(want.X, want.Y); got.R != 255 {
			t.Errorf("held %d: the first corner is not at %v", held, want)
		}
	}
}

func TestAClearPictureBecomesWhiteAndASmallOneKeepsItsSize(t *testing.T) {
	var raw bytes.Buffer
	if err := png.Encode(&raw, image.NewNRGBA(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	kept, err := Portrait(raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	config, _ := jpeg.DecodeConfig(bytes.NewReader(kept))
	if config.Width != 40 || config.Height != 20 || at(t, kept, 1, 1) != "white" {
		t.Errorf("%d × %d, %s", config.Width, config.Height, at(t, kept, 1, 1))
	}
}

func TestWhatIsNoPictureIsRefusedBeforeItIsUnpacked(t *testing.T) {
	var bomb bytes.Buffer // a header that promises 50,000 × 50,000 pixels
	if err := png.Encode(&bomb, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	huge := bytes.Clone(bomb.Bytes())
	binary.BigEndian.PutUint32(huge[16:], 50_000)
	binary.BigEndian.PutUint32(huge[20:], 50_000)
	binary.BigEndian.PutUint32(huge[29:], crcOf(huge[12:29]))
	whole := photo(t, 100, 80, 1)
	for name, raw := range map[string][]byte{
		"files.not_picture": []byte("%PDF-1.7"), "files.huge_picture": huge, "files.large_picture": make([]byte, limits[Photo]+1),
		"files.not_picture ": whole[:len(whole)/2], "files.not_picture  ": nil,
	} {
		_, err := Portrait(raw)
		if f, ok := fault.As(err); !ok || f.Code != strings.TrimSpace(name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzPortrait(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\x00\x00\x00\x08"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if held := orientation(raw); held < 1 || held > 8 {
			t.Errorf("held %d", held)
		}
	})
}

func crcOf(chunk []byte) uint32 { return crc32.ChecksumIEEE(chunk) }
