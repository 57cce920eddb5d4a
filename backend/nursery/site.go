package nursery

import (
	"slices"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Site is a further address of the nursery; what lies at the registered
// address has no site.
type Site struct {
	ID       string  `json:"id" maxLength:"40"`
	Name     string  `json:"name" maxLength:"500"`
	Address  string  `json:"address" maxLength:"500"`
	Note     string  `json:"note" maxLength:"2000"`
	ClosedOn day.Day `json:"closedOn"`
	Revision int64   `json:"revision"`
}

// Room is a room or a yard.
type Room struct {
	ID       string  `json:"id" maxLength:"40"`
	SiteID   string  `json:"siteId" maxLength:"40" doc:"empty at the registered address"`
	Name     string  `json:"name" maxLength:"500"`
	Kind     string  `json:"kind" enum:"class,sleep,kitchen,observation,health,wash,outdoor,activity,office,store,other"`
	Floor    string  `json:"floor" maxLength:"500"`
	AreaDM2  *int64  `json:"areaDm2" doc:"square decimetres, null when not recorded"`
	Places   *int64  `json:"places" doc:"children that it is made for, null when not recorded"`
	Beds     *int64  `json:"beds" doc:"null when not recorded"`
	Note     string  `json:"note" maxLength:"2000"`
	ClosedOn day.Day `json:"closedOn"`
	Revision int64   `json:"revision"`
}

// RoomKinds lists what a room can be for.
var RoomKinds = []string{"class", "sleep", "kitchen", "observation", "health", "wash", "outdoor", "activity", "office", "store", "other"}

var (
	siteUnknown     = fault.Define(fault.NotFound, "nursery.site_unknown")
	siteName        = fault.Define(fault.Invalid, "nursery.site_name")
	siteAddress     = fault.Define(fault.Invalid, "nursery.site_address")
	siteTaken       = fault.Define(fault.Conflict, "nursery.site_taken")
	siteInUse       = fault.Define(fault.Conflict, "nursery.site_in_use")
	roomUnknown     = fault.Define(fault.NotFound, "nursery.room_unknown")
	roomName        = fault.Define(fault.Invalid, "nursery.room_name")
	roomTaken       = fault.Define(fault.Conflict, "nursery.room_taken")
	roomArea        = fault.Define(fault.Invalid, "nursery.room_area")
	roomPlaces      = fault.Define(fault.Invalid, "nursery.room_places")
	closedBeforeNow = fault.Define(fault.Invalid, "nursery.closed_on_bad")
)

func (s Site) tidy() Site {
	s.Name, s.Address, s.Note = strings.TrimSpace(s.Name), strings.TrimSpace(s.Address), strings.TrimSpace(s.Note)
	return s
}

func (s Site) check() error {
	faults := checkTexts(map[string]string{"name": s.Name, "address": s.Address, "note": s.Note})
	if s.Name == "" {
		faults = append(faults, siteName.At("name"))
	}
	if s.Address == "" {
		faults = append(faults, siteAddress.At("address"))
	}
	if s.ClosedOn != "" && !s.ClosedOn.Valid() {
		faults = append(faults, closedBeforeNow.At("closedOn"))
	}
	return fault.Join(faults)
}

func (r Room) tidy() Room {
	r.Name, r.Floor, r.Note = strings.TrimSpace(r.Name), strings.TrimSpace(r.Floor), strings.TrimSpace(r.Note)
	return r
}

func (r Room) check() error {
	faults := checkTexts(map[string]string{"name": r.Name, "floor": r.Floor, "note": r.Note})
	if r.Name == "" {
		faults = append(faults, roomName.At("name"))
	}
	if !slices.Contains(RoomKinds, r.Kind) {
		faults = append(faults, choiceBad.At("kind"))
	}
	if r.AreaDM2 != nil && (*r.AreaDM2 <= 0 || *r.AreaDM2 > 10_000_000) {
		faults = append(faults, roomArea.At("areaDm2"))
	}
	if r.Places != nil && (*r.Places < 1 || *r.Places > 200) {
		faults = append(faults, roomPlaces.At("places"))
	}
	if r.Beds != nil && (*r.Beds < 0 || *r.Beds > 200) {
		faults = append(faults, roomPlaces.At("beds"))
	}
	if r.ClosedOn != "" && !r.ClosedOn.Valid() {
		faults = append(faults, closedBeforeNow.At("closedOn"))
	}
	return fault.Join(faults)
}

func siteDiff(old, s Site) []audit.Change {
	return differences([]pair{{"name", old.Name, s.Name}, {"address", old.Address, s.Address}, {"note", old.Note, s.Note},
		{"closedOn", string(old.ClosedOn), string(s.ClosedOn)}})
}

func roomDiff(old, r Room) []audit.Change {
	return differences([]pair{{"site", old.SiteID, r.SiteID}, {"name", old.Name, r.Name}, {"kind", old.Kind, r.Kind},
		{"floor", old.Floor, r.Floor}, {"areaDm2", number(old.AreaDM2), number(r.AreaDM2)}, {"places", number(old.Places), number(r.Places)},
		{"beds", number(old.Beds), number(r.Beds)}, {"note", old.Note, r.Note}, {"closedOn", string(old.ClosedOn), string(r.ClosedOn)}})
}
