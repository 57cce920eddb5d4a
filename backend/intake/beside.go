package intake

import "yayuan/backend/excel"

// parts gives a sheet as the tables that stand side by side in it: lists
// printed in two columns of names repeat their whole heading to the right.
// Each part keeps its columns' places; usually there is one.
func parts(m *matcher, g *grid) []*grid {
	starts := m.starts(g)
	if len(starts) < 2 {
		return []*grid{g}
	}
	grids := make([]*grid, 0, len(starts))
	for i, from := range starts {
		until := g.width
		if i+1 < len(starts) {
			until = starts[i+1] - 1
		}
		if i == 0 {
			from = 1
		}
		grids = append(grids, newGrid(window(g.sheet, from, until)))
	}
	return grids
}

// window blanks what stands outside some columns, but for rows that hold one
// text: a title or a class over the whole width is everybody's.
func window(sheet excel.Sheet, from, until int) excel.Sheet {
	part := excel.Sheet{Name: sheet.Name, Hidden: sheet.Hidden, Merged: sheet.Merged}
	for _, row := range sheet.Rows {
		cells := make([]excel.Cell, 0, until)
		if count, _ := words(row); count == 1 {
			cells = append(cells, row.Cells...)
		} else {
			for column := 1; column <= until; column++ {
				cell := excel.Cell{}
				if column >= from {
					cell = row.At(column)
				}
				cells = append(cells, cell)
			}
		}
		kept := excel.Row{Number: row.Number, Hidden: row.Hidden, Cells: cells}
		if count, _ := words(kept); count > 0 {
			part.Rows = append(part.Rows, kept)
		}
	}
	return part
}

// starts gives the first columns of tables side by side: the owner's heading
// comes again and around it all the others at the same distance.
func (m *matcher) starts(g *grid) []int {
	for _, row := range g.sheet.Rows {
		b, ok := bestBlock(m, g, row.Number, 2)
		if !ok {
			continue
		}
		first, owners := 0, []int{}
		for column := 1; column <= g.width; column++ {
			path, headed := b.paths[column]
			if !headed {
				continue
			}
			if first == 0 {
				first = column
			}
			if one, ok := m.resolve(path); ok && one.field == m.reg.Owner {
				owners = append(owners, column)
			}
		}
		if len(owners) < 2 {
			return nil
		}
		starts := []int{first}
		for _, owner := range owners[1:] {
			distance := owner - owners[0]
			if !repeated(b, starts[len(starts)-1], first, distance) {
				return nil
			}
			starts = append(starts, first+distance)
		}
		return starts
	}
	return nil
}

// repeated tells whether the headings from the first column up to those of the
// next table come again at a distance.
func repeated(b block, last, first, distance int) bool {
	span, count := first+distance-last, 0
	for column := first; column < first+span; column++ {
		path := b.paths[column]
		again := b.paths[column+distance]
		if len(path) == 0 {
			continue
		}
		if len(again) == 0 || tidy(path[len(path)-1]) != tidy(again[len(again)-1]) {
			return false
		}
		count++
	}
	return count >= 2
}

func tidy(heading string) string {
	text, _ := tidyHeading(heading)
	return text
}
