package backend_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// Searching a large roster is asked through the door, as the page asks it:
// by 小名, by pinyin, by nothing (the first page), and deep into the list.
// 500 children stand beside 5,000, so that the growth shows on any computer.
func BenchmarkSearchChildren(b *testing.B) {
	asked := []struct {
		name string
		body map[string]any
	}{
		{"nickname", map[string]any{"text": "小满", "classId": "", "state": "enrolled", "limit": 50, "offset": 0}},
		{"pinyin", map[string]any{"text": "gzh", "classId": "", "state": "all", "limit": 50, "offset": 0}},
		{"first page", map[string]any{"text": "", "classId": "", "state": "enrolled", "limit": 50, "offset": 0}},
		{"far page", map[string]any{"text": "", "classId": "", "state": "all", "limit": 50, "offset": 400}},
		{"left", map[string]any{"text": "", "classId": "", "state": "left", "limit": 50, "offset": 0}},
	}
	for _, size := range []int{500, 5000} {
		n := testkit.Open(b)
		enrol(b, n, size)
		token := n.Tokens[identity.Director]
		for _, ask := range asked {
			b.Run(fmt.Sprintf("%s of %d", ask.name, size), func(b *testing.B) {
				for b.Loop() {
					if got := n.Ask(b, token, http.MethodPost, "/api/children/search", ask.body); got.Status != http.StatusOK {
						b.Fatal(got)
					}
				}
			})
		}
	}
}

// enrol fills a nursery in one act; every fifth child has left, most have
// been in two classes and have two guardians.
func enrol(b *testing.B, n *testkit.Nursery, size int) {
	b.Helper()
	families, given := []rune("赵钱孙李周吴郑王冯陈高欧郭龚"), []rune("子涵宇轩梓萱一诺浩然欣怡芷若俊杰诗雨安琪")
	nicknames := []string{"糖糖", "小满", "豆豆", "年年", "米粒", "果果", "多多", "圆圆"}
	r := rand.New(rand.NewPCG(1, 5000))
	testkit.Must(b, n.Store.Do(n.Director, func(ctx context.Context) error {
		var classes []roster.Class
		for i := range max(size/50, 4) {
			class, err := n.Roster.AddClass(ctx, roster.Class{Name: fmt.Sprintf("托大%d班", i+1), Kind: roster.Large, Places: 60})
			if err != nil {
				return err
			}
			classes = append(classes, class)
		}
		for i := range size {
			child := roster.NewChild{
				Child: roster.Child{
					Name:     string(families[r.IntN(len(families))]) + string(given[r.IntN(len(given))]) + string(given[r.IntN(len(given))]),
					Nickname: nicknames[r.IntN(len(nicknames))], BirthDate: testkit.Today.AddMonths(-24 - r.IntN(11)),
				},
				Guardians: []roster.Guardian{{Name: "母亲", Relation: "母亲", Phone: "13905710001"}, {Name: "父亲", Relation: "父亲", Phone: "13905710002"}},
				Placement: roster.Placement{ClassID: classes[r.IntN(len(classes))].ID, Mode: roster.FullDay, From: "2026-03-02", Reason: "入托"},
			}
			id, err := n.Roster.AddChild(ctx, child)
			if err != nil {
				return err
			}
			switch {
			case i%5 == 0:
				err = n.Roster.End(ctx, id, "2026-10-30", "搬家")
			case i%2 == 0:
				err = n.Roster.Place(ctx, roster.Placement{ChildID: id, ClassID: classes[r.IntN(len(classes))].ID, Mode: roster.FullDay, From: "2026-09-01", Reason: "升班"})
			}
			if err != nil {
				return err
			}
		}
		return nil
	}))
}
