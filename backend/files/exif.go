package files

import (
	"bytes"
	"encoding/binary"
)

// orientationTag of EXIF says how the camera was held.
const orientationTag = 0x0112

// orientation reads how a JPEG's camera was held, 1 (upright) when the file
// does not say so or says something impossible.
func orientation(raw []byte) int {
	if len(raw) < 4 || raw[0] != 0xff || raw[1] != 0xd8 {
		return 1
	}
	for at := 2; at+4 <= len(raw) && raw[at] == 0xff && raw[at+1] != 0xda; {
		size := int(binary.BigEndian.Uint16(raw[at+2:]))
		end := at + 2 + size
		if size < 2 || end > len(raw) {
			return 1
		}
		if tiff, found := bytes.CutPrefix(raw[at+4:end], []byte("Exif\x00\x00")); found && raw[at+1] == 0xe1 {
			return orientationOf(tiff)
		}
		at = end
	}
	return 1
}

// orientationOf looks through the first directory of a TIFF block.
func orientationOf(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	count := int(order.Uint16(tiff[at:]))
	for entry := at + 2; count > 0 && entry+12 <= len(tiff); entry, count = entry+12, count-1 {
		if order.Uint16(tiff[entry:]) == orientationTag {
			if held := int(order.Uint16(tiff[entry+8:])); held >= 1 && held <= 8 {
				return held
			}
			return 1
		}
	}
	return 1
}
