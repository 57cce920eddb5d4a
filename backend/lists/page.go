package lists

import (
	"context"

	"yayuan/backend/excel"
	"yayuan/backend/identity"
)

// idHeading stands over the last column: the number under which the program
// knows a record, so that a file that comes back meets it again.
const idHeading = "编号"

// sheet is a list as a page, and what the audit says of it.
type sheet struct {
	excel.Page
	Masked bool // has columns that are shown masked
}

// page writes the list. Open leaves nothing masked; who may not open a single
// number of it is refused.
func (l *list[T]) page(ctx context.Context, open bool) (sheet, error) {
	columns := l.known(ctx)
	out := sheet{Page: excel.Page{Name: l.Name, Quiet: 1}}
	for _, c := range columns {
		out.Head = append(out.Head, c.Heading)
		if c.Mask == nil {
			continue
		}
		out.Masked = out.Masked || !open
		if open && identity.ScopeOf(ctx, c.Opens) != identity.All {
			return out, identity.NotAllowed
		}
	}
	out.Head = append(out.Head, idHeading)
	rows, err := l.Rows(ctx)
	if err != nil {
		return out, err
	}
	for _, row := range rows {
		cells := make([]string, 0, len(columns)+1)
		for _, c := range columns {
			value := c.Get(row)
			if open {
				cells = append(cells, c.label(value))
			} else {
				cells = append(cells, c.shown(value))
			}
		}
		out.Rows = append(out.Rows, append(cells, l.ID(row)))
	}
	return out, nil
}
