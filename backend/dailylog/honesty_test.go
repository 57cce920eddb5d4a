package dailylog_test

import (
	"net/http"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

// rest writes lunch by default for one child.
func (d classDay) rest(name string) error {
	cell := d.cell(name, dailylog.DefaultAmount, 0)
	cell.ByDefault = true
	_, err := d.lunch(d.ctx, cell)
	return err
}

func TestTheRestIsNotForWhoWasCollectedBeforeOrCameAfter(t *testing.T) {
	d := open(t)
	d.Clock.Set(testkit.Today.At(16, 0))
	testkit.Must(t, d.gate("陈一诺", dailylog.Arrival, 8, 0, nil))
	testkit.Must(t, d.gate("陈一诺", dailylog.Departure, 9, 0, nil))
	d.refused(d.rest("陈一诺"), "dailylog.default_not_present")
	testkit.Must(t, d.gate("欧阳子墨", dailylog.Arrival, 14, 0, nil))
	d.refused(d.rest("欧阳子墨"), "dailylog.default_not_present")
	testkit.Must(t, d.gate("刘=欢", dailylog.Departure, 15, 0, nil))
	d.refused(d.rest("刘=欢"), "dailylog.default_not_present")
	testkit.Must(t, d.gate("赵㛃", dailylog.Arrival, 8, 0, nil))
	testkit.Must(t, d.gate("赵㛃", dailylog.Departure, 15, 30, nil))
	testkit.Must(t, d.rest("赵㛃"))
}

func TestAnUndoOfAClosedDayNeedsAReason(t *testing.T) {
	d := open(t)
	act, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 0))
	testkit.Must(t, err)
	d.Clock.Set(testkit.Today.Add(1).At(9, 0))
	_, err = d.Log.Undo(d.ctx, "", act.ActID, "")
	d.refused(err, "dailylog.reason_missing")
	_, err = d.Log.Undo(d.ctx, "", act.ActID, "记错了班")
	testkit.Must(t, err)
}

func TestNothingIsWrittenDownBeforeItHappens(t *testing.T) {
	d := open(t)
	testkit.Must(t, d.gate("陈一诺", dailylog.Arrival, 9, 0, func(g *dailylog.Gate) { g.EnteredAt = testkit.Today.At(8, 0) }))
	if e := d.row("陈一诺").Recorded("arrival"); !e.EnteredAt.Equal(d.Clock.Now()) || !e.Late {
		t.Errorf("a clock that runs an hour behind hid a late entry: %v, late %v", e.EnteredAt, e.Late)
	}
}

func TestAnActAtTheDoorThatIsSentAgainIsTheSame(t *testing.T) {
	d := open(t)
	token := d.SignIn(t, identity.Caregiver)
	body := map[string]any{"id": storage.NewID(), "actId": storage.NewID(), "childId": d.Kids["陈一诺"], "seen": 0,
		"happenedAt": testkit.Today.At(8, 0), "temperature": nil, "method": "", "touch": "ok", "look": "", "ask": "", "search": "",
		"findings": "手上有疹子", "parentSays": "", "card": ""}
	send := func(child string) testkit.Answer {
		body["childId"] = d.Kids[child]
		return d.Ask(t, token, http.MethodPost, "/api/classes/"+d.Sprouts.ID+"/days/"+string(testkit.Today)+"/checks", body,
			"Idempotency-Key", "lost")
	}
	first := send("陈一诺")
	if again := send("陈一诺"); first.Status != http.StatusOK || again.Body != first.Body {
		t.Errorf("first %s\nagain %s", first.Body, again.Body)
	}
	if taken := send("欧阳子墨"); taken.Status != http.StatusConflict {
		t.Errorf("an id that is taken: %d %s", taken.Status, taken.Body)
	}
	var kept int64
	testkit.Must(t, d.Store.With(t.Context()).Raw("SELECT count(*) FROM idempotency WHERE instr(body, CAST(? AS BLOB)) > 0", "疹子").Scan(&kept).Error)
	if kept != 0 {
		t.Error("a health note lies unsealed in the memory of answers")
	}
}
