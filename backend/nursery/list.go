package nursery

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/storage"
)

var listSiteUnknown = fault.Define(fault.Invalid, "nursery.list_site_unknown")

// Lists describes the lists that the nursery keeps of itself.
func (s *Service) Lists() []lists.List {
	return []lists.List{s.siteList(), s.roomList(), s.paperList()}
}

func textColumn[T any](key, heading string, field func(*T) *string, words ...string) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Words: words, Kind: lists.Text,
		Get: func(t T) string { return *field(&t) }, Set: func(t *T, v string) error { *field(t) = v; return nil }}
}

func dayColumn[T any](key, heading string, field func(*T) *day.Day, words ...string) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Words: words, Kind: lists.Day,
		Get: func(t T) string { return string(*field(&t)) }, Set: func(t *T, v string) error { *field(t) = day.Day(v); return nil }}
}

// numberColumn holds a whole number that may not be recorded.
func numberColumn[T any](key, heading string, field func(*T) **int64) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Kind: lists.Text, Get: func(t T) string { return number(*field(&t)) },
		Set: func(t *T, v string) error {
			*field(t) = nil
			if v == "" {
				return nil
			}
			n, err := strconv.ParseInt(v, 10, 64)
			if err != nil {
				return lists.NumberBad.At(key).With("raw", v)
			}
			*field(t) = &n
			return nil
		}}
}

// squareMetres shows square decimetres as people know an area: 45.5.
func squareMetres(key, heading string) lists.Column[roomLine] {
	return lists.Column[roomLine]{Key: key, Heading: heading, Kind: lists.Text,
		Get: func(r roomLine) string {
			if r.AreaDM2 == nil {
				return ""
			}
			return strconv.FormatFloat(float64(*r.AreaDM2)/100, 'f', -1, 64)
		},
		Set: func(r *roomLine, v string) error {
			r.AreaDM2 = nil
			if v == "" {
				return nil
			}
			n, err := strconv.ParseFloat(v, 64)
			if err != nil {
				return lists.NumberBad.At(key).With("raw", v)
			}
			area := int64(n*100 + 0.5)
			r.AreaDM2 = &area
			return nil
		}}
}

// numbered keeps what is a number of ours and is free.
func (s *Service) numbered(ctx context.Context, table, id string) string {
	if !storage.IsID(id) || s.store.taken(ctx, table, id) {
		return ""
	}
	return id
}

func (s *Service) siteList() lists.List {
	return lists.Of(lists.Table[Site]{Key: "sites", Name: "园区", Right: identity.WriteNursery,
		Columns: []lists.Column[Site]{
			textColumn("name", "园区名称", func(t *Site) *string { return &t.Name }, "名称"),
			textColumn("address", "地址", func(t *Site) *string { return &t.Address }),
			textColumn("note", "备注", func(t *Site) *string { return &t.Note }),
			dayColumn("closedOn", "停用日期", func(t *Site) *day.Day { return &t.ClosedOn }),
		},
		ID: func(t Site) string { return t.ID }, New: func(id string) Site { return Site{ID: id} },
		Alike: func(a, b Site) bool { return a.Name == b.Name }, Rows: s.Sites,
		Add: func(ctx context.Context, t Site, _ string) (string, error) {
			t.ID = s.numbered(ctx, "nursery_site", t.ID)
			saved, err := s.SaveSite(ctx, t)
			return saved.ID, err
		},
		Change:   func(ctx context.Context, _, now Site, _ string) error { _, err := s.SaveSite(ctx, now); return err },
		TakeBack: func(ctx context.Context, t Site, _ lists.Back) error { return s.closeSite(ctx, t) }})
}

func (s *Service) closeSite(ctx context.Context, t Site) error {
	t.ClosedOn = s.store.Today()
	_, err := s.SaveSite(ctx, t)
	return err
}

// roomLine is a room with the name of its site.
type roomLine struct {
	Room
	Site string
}

var roomKindList = []lists.Option{{Value: "class", Label: "班级活动室"}, {Value: "sleep", Label: "寝室"}, {Value: "kitchen", Label: "厨房"},
	{Value: "observation", Label: "保健观察室"}, {Value: "health", Label: "保健室"}, {Value: "wash", Label: "盥洗室"}, {Value: "outdoor", Label: "室外场地"},
	{Value: "activity", Label: "公共活动室"}, {Value: "office", Label: "办公室"}, {Value: "store", Label: "储藏室"}, {Value: "other", Label: "其他"}}

func (s *Service) roomList() lists.List {
	kind := textColumn("kind", "用途", func(r *roomLine) *string { return &r.Kind })
	kind.Kind, kind.Options = lists.Choice, roomKindList
	return lists.Of(lists.Table[roomLine]{Key: "rooms", Name: "房间", Right: identity.WriteNursery,
		Columns: []lists.Column[roomLine]{
			textColumn("name", "房间名称", func(r *roomLine) *string { return &r.Name }, "名称", "房间"), kind,
			textColumn("siteId", "园区", func(r *roomLine) *string { return &r.Site }),
			textColumn("floor", "楼层", func(r *roomLine) *string { return &r.Floor }),
			squareMetres("areaDm2", "面积（平方米）"),
			numberColumn("places", "可容纳宝宝", func(r *roomLine) **int64 { return &r.Places }),
			numberColumn("beds", "床位数", func(r *roomLine) **int64 { return &r.Beds }),
			textColumn("note", "备注", func(r *roomLine) *string { return &r.Note }),
			dayColumn("closedOn", "停用日期", func(r *roomLine) *day.Day { return &r.ClosedOn }),
		},
		ID: func(r roomLine) string { return r.ID }, New: func(id string) roomLine { return roomLine{Room: Room{ID: id}} },
		Alike: func(a, b roomLine) bool { return a.Name == b.Name && a.Site == b.Site },
		Rows:  s.roomLines,
		Add: func(ctx context.Context, r roomLine, _ string) (string, error) {
			r.ID = s.numbered(ctx, "nursery_room", r.ID)
			return s.saveRoomLine(ctx, r)
		},
		Change: func(ctx context.Context, _, r roomLine, _ string) error { _, err := s.saveRoomLine(ctx, r); return err },
		TakeBack: func(ctx context.Context, r roomLine, _ lists.Back) error {
			r.ClosedOn = s.store.Today()
			_, err := s.saveRoomLine(ctx, r)
			return err
		}})
}

func (s *Service) roomLines(ctx context.Context) ([]roomLine, error) {
	rooms, err := s.Rooms(ctx)
	if err != nil {
		return nil, err
	}
	sites, err := s.Sites(ctx)
	lines := make([]roomLine, 0, len(rooms))
	for _, room := range rooms {
		line := roomLine{Room: room}
		for _, site := range sites {
			if site.ID == room.SiteID {
				line.Site = site.Name
			}
		}
		lines = append(lines, line)
	}
	return lines, err
}

func (s *Service) saveRoomLine(ctx context.Context, r roomLine) (string, error) {
	sites, err := s.Sites(ctx)
	if err != nil {
		return "", err
	}
	r.SiteID = ""
	if r.Site != "" {
		at := slices.IndexFunc(sites, func(site Site) bool { return site.Name == r.Site })
		if at < 0 {
			return "", listSiteUnknown.At("siteId").With("name", r.Site)
		}
		r.SiteID = sites[at].ID
	}
	saved, err := s.SaveRoom(ctx, r.Room)
	return saved.ID, err
}

func (s *Service) paperList() lists.List {
	kind := textColumn("kind", "证照", func(d *Document) *string { return &d.Kind }, "证照名称", "种类")
	kind.Kind = lists.Choice
	for _, each := range DocumentKinds {
		kind.Options = append(kind.Options, lists.Option{Value: each.Kind, Label: each.Title})
	}
	renews := textColumn("renews", "续办的编号", func(d *Document) *string { return &d.Renews })
	renews.Fixed = true
	return lists.Of(lists.Table[Document]{Key: "papers", Name: "证照", Right: identity.WriteNursery,
		Columns: []lists.Column[Document]{kind,
			textColumn("title", "名称", func(d *Document) *string { return &d.Title }),
			textColumn("number", "证号", func(d *Document) *string { return &d.Number }),
			textColumn("issuer", "发证机关", func(d *Document) *string { return &d.Issuer }),
			dayColumn("issuedOn", "起始日期", func(d *Document) *day.Day { return &d.IssuedOn }),
			dayColumn("validUntil", "有效期至", func(d *Document) *day.Day { return &d.ValidUntil }),
			{Key: "remindDays", Heading: "提前提醒天数", Kind: lists.Text, Get: func(d Document) string { return strconv.Itoa(d.RemindDays) },
				Set: func(d *Document, v string) error {
					n, err := strconv.Atoi(strings.TrimSpace(v))
					if err != nil && v != "" {
						return lists.NumberBad.At("remindDays").With("raw", v)
					}
					d.RemindDays = n
					return nil
				}},
			textColumn("note", "备注", func(d *Document) *string { return &d.Note }), renews,
		},
		ID: func(d Document) string { return d.ID }, New: func(id string) Document { return Document{ID: id} },
		Alike: func(a, b Document) bool { return a.Kind == b.Kind && a.Number == b.Number && a.IssuedOn == b.IssuedOn },
		Rows:  s.paperLines,
		Add: func(ctx context.Context, d Document, _ string) (string, error) {
			d.ID = s.numbered(ctx, "nursery_document", d.ID)
			saved, err := s.SaveDocument(ctx, d)
			return saved.ID, err
		},
		Change: func(ctx context.Context, _, d Document, _ string) error { _, err := s.SaveDocument(ctx, d); return err },
		TakeBack: func(ctx context.Context, d Document, back lists.Back) error {
			return s.VoidDocument(ctx, d.ID, back.Reason, d.Revision)
		}})
}

// paperLines lists the papers that count, the older first: what renews stands
// after what it renews.
func (s *Service) paperLines(ctx context.Context) ([]Document, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return nil, err
	}
	all, err := s.store.documents(ctx)
	all = slices.DeleteFunc(all, func(d Document) bool { return d.VoidReason != "" })
	slices.SortStableFunc(all, func(a, b Document) int {
		return strings.Compare(string(a.IssuedOn)+a.Kind+a.ID, string(b.IssuedOn)+b.Kind+b.ID)
	})
	return all, err
}
