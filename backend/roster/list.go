package roster

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/lists"
)

// Lists describes the lists that the roster keeps, in the order in which an
// empty nursery would take them.
func (s *Imports) Lists() []lists.List {
	return []lists.List{s.classList(), s.staffList(), s.stayList(), s.assignmentList(), s.childList(), s.guardianList(), s.pickupList(),
		s.placementList(), s.weekList(), s.leaveList(), s.holdList(), s.groupList(), s.calendarList(), s.bookingList()}
}

// childRef names a child in a row: by its number, else by name and birth date.
type childRef struct {
	ChildID string
	Child   string
	Birth   day.Day
}

func (r childRef) same(other childRef) bool {
	if r.ChildID != "" && other.ChildID != "" {
		return r.ChildID == other.ChildID
	}
	return r.Child == other.Child && (r.Birth == "" || other.Birth == "" || r.Birth == other.Birth)
}

var (
	listChildUnknown = fault.Define(fault.Invalid, "roster.list_child_unknown")
	listChildSeveral = fault.Define(fault.Invalid, "roster.list_child_several")
	listClassUnknown = fault.Define(fault.Invalid, "roster.list_class_unknown")
	listStaffUnknown = fault.Define(fault.Invalid, "roster.list_staff_unknown")
	listStaffSeveral = fault.Define(fault.Invalid, "roster.list_staff_several")
	listSlotBad      = fault.Define(fault.Invalid, "roster.list_slot_bad")
)

// settled drops the number of a child that is on no list here.
func (s *Service) settled(ctx context.Context, r *childRef) error {
	if r.ChildID == "" {
		return nil
	}
	_, found, err := s.store.child(ctx, r.ChildID)
	if !found {
		r.ChildID = ""
	}
	return err
}

// childColumns name the child of a row; of is the part of T that does.
func childColumns[T any](of func(*T) *childRef) []lists.Column[T] {
	get := func(t T) childRef { return *of(&t) }
	return []lists.Column[T]{
		{Key: "childName", Heading: "宝宝姓名", Words: []string{"姓名", "婴幼儿姓名", "幼儿姓名"}, Kind: lists.Name, Fixed: true,
			Get: func(t T) string { return get(t).Child }, Set: func(t *T, v string) error { of(t).Child = v; return nil }},
		{Key: "childBirth", Heading: "出生日期", Kind: lists.Day, Fixed: true,
			Get: func(t T) string { return string(get(t).Birth) }, Set: func(t *T, v string) error { of(t).Birth = day.Day(v); return nil }},
	}
}

// childNumber is the column that names the child for the program.
func childNumber[T any](of func(*T) *childRef) lists.Column[T] {
	return lists.Column[T]{Key: "childId", Heading: "宝宝编号", Kind: lists.Text, Ref: true,
		Get: func(t T) string { return of(&t).ChildID }, Set: func(t *T, v string) error { of(t).ChildID = v; return nil }}
}

// whose finds the child that a row names.
func (s *Service) whose(ctx context.Context, r childRef) (string, error) {
	if r.ChildID != "" {
		if _, found, err := s.store.child(ctx, r.ChildID); err != nil || found {
			return r.ChildID, err
		}
	}
	rows, err := s.store.childrenNamed(ctx, r.Child, r.Birth)
	switch {
	case err != nil:
		return "", err
	case len(rows) == 0:
		return "", listChildUnknown.At("childName").With("name", r.Child)
	case len(rows) > 1:
		return "", listChildSeveral.At("childBirth").With("name", r.Child)
	}
	return rows[0].ID, nil
}

// refs names every child that is on a list, a merged registration by the one
// that is kept; ids are those of the kept ones.
func (s *Service) refs(ctx context.Context) (refs map[string]childRef, ids []string, err error) {
	rows, err := s.store.everyChild(ctx)
	if err != nil {
		return nil, nil, err
	}
	known, err := s.store.family(ctx)
	refs = make(map[string]childRef, len(rows))
	for _, row := range rows {
		ids = append(ids, row.ID)
		for _, id := range known.of(row.ID) {
			refs[id] = childRef{ChildID: row.ID, Child: row.Name, Birth: row.BirthDate}
		}
	}
	return refs, ids, err
}

// classNamed finds a class by name.
func (s *Service) classNamed(ctx context.Context, name, field string) (string, error) {
	classes, err := s.store.everyClass(ctx)
	for _, class := range classes {
		if class.Name == name {
			return class.ID, err
		}
	}
	if err == nil {
		err = listClassUnknown.At(field).With("name", name)
	}
	return "", err
}

func (s *Service) classNames(ctx context.Context) (map[string]string, error) {
	classes, err := s.store.everyClass(ctx)
	names := map[string]string{}
	for _, class := range classes {
		names[class.ID] = class.Name
	}
	return names, err
}

// relabel turns the fields of a verb's faults into the list's columns.
func relabel(err error, from, to string) error {
	var f *fault.Fault
	if !errors.As(err, &f) {
		return err
	}
	var all []*fault.Fault
	for _, each := range append([]*fault.Fault{f}, f.More...) {
		if rest, cut := strings.CutPrefix(each.Field, from); cut {
			each = each.At(to + rest)
		}
		each.More = nil
		all = append(all, each)
	}
	return fault.Join(all)
}

// column makes the column of a text field.
func column[T any](key, heading string, kind lists.Kind, field func(*T) *string, words ...string) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Words: words, Kind: kind,
		Get: func(t T) string { return *field(&t) }, Set: func(t *T, v string) error { *field(t) = v; return nil }}
}

// dayColumn makes the column of a day.
func dayColumn[T any](key, heading string, field func(*T) *day.Day, words ...string) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Words: words, Kind: lists.Day,
		Get: func(t T) string { return string(*field(&t)) }, Set: func(t *T, v string) error { *field(t) = day.Day(v); return nil }}
}

// choiceColumn makes the column of a value out of a few.
func choiceColumn[T any, V ~string](key, heading string, options []lists.Option, field func(*T) *V, words ...string) lists.Column[T] {
	return lists.Column[T]{Key: key, Heading: heading, Words: words, Kind: lists.Choice, Options: options,
		Get: func(t T) string { return string(*field(&t)) }, Set: func(t *T, v string) error { *field(t) = V(v); return nil }}
}

// fixedColumn is a column that is said once.
func fixedColumn[T any](c lists.Column[T]) lists.Column[T] {
	c.Fixed = true
	return c
}

// pairs splits a number that is made of two.
func pairOf(id string) (first, second string) {
	first, second, _ = strings.Cut(id, "/")
	return first, second
}

func sortedBy[T any](rows []T, keys ...func(T) string) []T {
	slices.SortStableFunc(rows, func(a, b T) int {
		for _, key := range keys {
			if order := cmp.Compare(key(a), key(b)); order != 0 {
				return order
			}
		}
		return 0
	})
	return rows
}

var (
	sexOptions = []lists.Option{{Value: string(Male), Label: "男", Words: []string{"男孩", "男宝", "m", "male"}},
		{Value: string(Female), Label: "女", Words: []string{"女孩", "女宝", "f", "female"}}}
	yesNoOptions = []lists.Option{{Value: "yes", Label: "是"}, {Value: "no", Label: "否"}}
	modeList     = func() []lists.Option {
		var out []lists.Option
		for _, each := range modeLabels {
			out = append(out, lists.Option{Value: string(each.mode), Label: each.label, Words: each.words})
		}
		return out
	}()
	kindList = []lists.Option{{Value: string(Infant), Label: "乳儿班"}, {Value: string(Small), Label: "托小班"},
		{Value: string(Large), Label: "托大班"}, {Value: string(Mixed), Label: "混合班"}}
)
