package dailylog

// past is the whole history of some cells: every row that was written into
// them, and which acts were taken back.
type past struct {
	byID   map[string]*Entry
	byAct  map[actCell]*Entry
	undoes map[string]string // an undo and the act that it took back
	undone map[string]bool
}

type actCell struct {
	act string
	cell
}

func newPast(rows []Entry, undos []actRow) past {
	p := past{byID: map[string]*Entry{}, byAct: map[actCell]*Entry{}, undoes: map[string]string{}, undone: map[string]bool{}}
	for i := range rows {
		e := &rows[i]
		p.byID[e.ID], p.byAct[actCell{e.ActID, e.cell()}] = e, e
	}
	for _, undo := range undos {
		p.undoes[undo.ID], p.undone[*undo.Undoes] = *undo.Undoes, true
	}
	return p
}

// shown is the record that a row puts on the board: itself, or, when an undo
// wrote it, the one that the undo brought back; nil for a blank.
func (p past) shown(e *Entry) *Entry {
	if e == nil || e.Void {
		return nil
	}
	taken, isUndo := p.undoes[e.ActID]
	if !isUndo {
		return e
	}
	return p.under(p.byAct[actCell{taken, e.cell()}])
}

// under is the record that comes up when the record of a cell is taken back:
// the one before it, without those that were taken back meanwhile.
func (p past) under(e *Entry) *Entry {
	for e != nil {
		e = p.shown(p.byID[e.Supersedes])
		if e == nil || !p.undone[e.ActID] {
			return e
		}
	}
	return nil
}
