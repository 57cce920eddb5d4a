package roster

import (
	"testing"

	"yayuan/backend/day"
)

var list = []Collector{
	{ID: "m", Kind: ByGuardian, Name: "陈敏", Relation: "母亲"},
	{ID: "old", Kind: ByGuardian, Name: "陈立", Relation: "爷爷", Until: "2026-06-30"},
	{ID: "aunt", Kind: Standing, Name: "陈 洁", Relation: "姑姑", From: "2026-09-01", Until: "2026-12-31"},
	{ID: "soon", Kind: Standing, Name: "何姐", Relation: "阿姨", From: "2026-12-01"},
	{ID: "once", Kind: Once, Name: "周平", Relation: "邻居", From: "2026-11-23", Until: "2026-11-23"},
	{ID: "used", Kind: Once, Name: "吴越", Relation: "同事", From: "2026-11-23", Until: "2026-11-23", UsedBy: "e"},
	{ID: "dad", Kind: Never, GuardianID: "f", Name: "刘强", Relation: "父亲", From: "2026-10-01"},
	{ID: "past", Kind: Never, Name: "黄海", Relation: "舅舅", From: "2025-01-01", Until: "2025-12-31"},
}

func TestTheListSaysWhoMayCollectOnADay(t *testing.T) {
	const on day.Day = "2026-11-23"
	for _, c := range []struct {
		about string
		named Named
		on    day.Day
		want  Verdict
		who   string
	}{
		{"a chosen guardian", Named{CollectorID: "m", Name: "陈敏", Relation: "母亲"}, on, Allowed, "m"},
		{"a name typed with other spaces", Named{Name: "陈洁"}, on, Allowed, "aunt"},
		{"only the relation, in another word", Named{Relation: "妈妈"}, on, Allowed, "m"},
		{"one of two by relation, of whom one is past", Named{Relation: "爷爷或外公"}, on, Ended, "old"},
		{"the first and the last day count", Named{Name: "陈洁"}, "2026-12-31", Allowed, "aunt"},
		{"the day after the last", Named{Name: "陈洁"}, "2027-01-01", Ended, "aunt"},
		{"before the first day", Named{Name: "何姐"}, on, NotYet, "soon"},
		{"authorised for the day", Named{CollectorID: "once", Name: "周平"}, on, Allowed, "once"},
		{"authorised for another day", Named{Name: "周平"}, "2026-11-24", Ended, "once"},
		{"authorised once, and used", Named{Name: "吴越"}, on, Used, "used"},
		{"who must not, by name", Named{Name: "刘强", Relation: "叔叔"}, on, Forbidden, "dad"},
		{"who must not, by relation alone", Named{Relation: "爸爸"}, on, Forbidden, "dad"},
		{"who must not, chosen from the list", Named{CollectorID: "dad", Name: "刘强"}, on, Forbidden, "dad"},
		{"before the ban", Named{Name: "刘强"}, "2026-09-30", Stranger, ""},
		{"a ban that is over says nothing", Named{Name: "黄海"}, on, Stranger, ""},
		{"a chosen line with another name typed over it", Named{CollectorID: "m", Name: "刘强", Relation: "母亲"}, on, Forbidden, "dad"},
		{"nobody of the list", Named{Name: "王五", Relation: "母亲"}, on, Stranger, ""},
		{"a relation that nobody has", Named{Relation: "其他人"}, on, Stranger, ""},
		{"nobody named", Named{}, on, Unknown, ""},
	} {
		verdict, found := Judge(list, c.named, c.on)
		who := ""
		if found != nil {
			who = found.ID
		}
		if verdict != c.want || who != c.who {
			t.Errorf("%s: %s %q, want %s %q", c.about, verdict, who, c.want, c.who)
		}
	}
	if verdict, _ := Judge(nil, Named{Name: "王五"}, on); verdict != Unknown {
		t.Errorf("without a list: %s", verdict)
	}
}

func TestAGuardianWhoMustNotCollectStandsOnTheListOnce(t *testing.T) {
	guardians := []Guardian{{ID: "m", Name: "陈敏"}, {ID: "f", Name: "刘强"}}
	got := collectors("c", guardians, []Collector{list[4], list[6]}, "2026-11-23")
	if len(got) != 3 || got[0].ID != "m" || got[1].ID != "dad" || got[2].ID != "once" {
		t.Errorf("with a ban: %+v", got)
	}
	if got = collectors("c", guardians, []Collector{list[6]}, "2026-09-01"); len(got) != 3 || got[1].ID != "f" {
		t.Errorf("before the ban: %+v", got)
	}
}

func TestAMaskedNumberStandsForThePresentOne(t *testing.T) {
	got := keptPhones([]string{"139****0001", " ", "13700000000", "139****0001"}, []string{"13911110001", "13922220001", "13933330002"})
	want := []string{"13911110001", "13700000000", "13922220001"}
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("kept %v, want %v", got, want)
	}
}
