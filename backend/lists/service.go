package lists

import (
	"context"
	"strconv"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/excel"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Service holds the verbs of the lists.
type Service struct {
	store store
	audit *audit.Log
	lists []List
}

// New makes the service; the areas hand their lists in, in the order in which
// an empty nursery would take them.
func New(s *storage.Store, log *audit.Log, all ...List) *Service {
	return &Service{store: store{s}, audit: log, lists: all}
}

// Lists names the lists that the asking person may bring out and in.
func (s *Service) Lists(ctx context.Context) ([]About, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	var out []About
	for _, each := range s.lists {
		if requireAll(ctx, each.about().Right) == nil {
			out = append(out, each.about())
		}
	}
	return out, nil
}

// requireAll is Require for what is not bound to a class: a list is whole.
func requireAll(ctx context.Context, right identity.Right) error {
	if err := identity.Require(ctx, right); err != nil {
		return err
	}
	if identity.ScopeOf(ctx, right) != identity.All {
		return identity.NotAllowed
	}
	return nil
}

// requireAny refuses who has no list at all.
func (s *Service) requireAny(ctx context.Context) error {
	err := identity.Require(ctx, identity.ReadNursery)
	for _, each := range s.lists {
		if err = requireAll(ctx, each.about().Right); err == nil {
			return nil
		}
	}
	return err
}

func (s *Service) list(ctx context.Context, key string) (List, error) {
	for _, each := range s.lists {
		if each.about().Key == key {
			return each, requireAll(ctx, each.about().Right)
		}
	}
	if err := s.requireAny(ctx); err != nil {
		return nil, err
	}
	return nil, listUnknown
}

// Workbook is a file that goes out.
type Workbook struct {
	Name  string
	Bytes []byte
}

// Export writes a list as a workbook. Numbers are masked unless opened, which
// asks for a reason; each export is kept in the audit.
func (s *Service) Export(ctx context.Context, key string, open bool, reason string) (Workbook, error) {
	chosen, err := s.list(ctx, key)
	if err != nil {
		return Workbook{}, err
	}
	reason = strings.TrimSpace(reason)
	if open && reason == "" {
		return Workbook{}, reasonMissing.At("reason")
	}
	var page sheet
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if page, err = chosen.page(ctx, open); err != nil {
			return err
		}
		changes := []audit.Change{{Field: "rows", New: strconv.Itoa(len(page.Rows))}, {Field: "numbers", New: map[bool]string{true: "open", false: "masked"}[open]}}
		return s.audit.Write(ctx, audit.Entry{Verb: "lists.export", Kind: "list", Subject: key, Reason: reason, Changes: changes})
	})
	if err != nil {
		return Workbook{}, err
	}
	raw, err := excel.Write(page.Page)
	return Workbook{Name: chosen.about().Name + " " + string(s.store.Today()) + ".xlsx", Bytes: raw}, err
}

// Pages gives every list that the asking person may have, nothing masked, for
// an export of everything that asks for its own right and reason.
func (s *Service) Pages(ctx context.Context) ([]excel.Page, error) {
	var pages []excel.Page
	for _, each := range s.lists {
		if err := requireAll(ctx, each.about().Right); err != nil {
			return nil, err
		}
		page, err := each.page(ctx, true)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page.Page)
	}
	return pages, nil
}
