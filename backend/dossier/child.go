package dossier

import (
	"context"
	"strconv"
	"strings"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// fileOf joins everything of one child; listed are its rows of the lists.
func (s *Service) fileOf(ctx context.Context, child roster.Child, listed []Section) (document, error) {
	actor, _ := audit.ActorOf(ctx)
	name, err := s.nursery.Name(ctx)
	if err != nil {
		return document{}, err
	}
	doc := document{Nursery: name, Name: child.Name, Nickname: child.Nickname, On: string(s.store.Today()), By: actor.Name, Sections: listed}
	if child.Photo != "" {
		jpeg, err := s.roster.Photo(ctx, child.ID)
		if err != nil {
			return doc, err
		}
		doc.Photo = portrait(jpeg)
	}
	for _, part := range []func(context.Context, string) (Section, error){s.familiar, s.card, s.consentsOf, s.days, s.corrections} {
		section, err := part(ctx, child.ID)
		if err != nil {
			return doc, err
		}
		if !section.empty() {
			doc.Sections = append(doc.Sections, section)
		}
	}
	return doc, nil
}

func (s *Service) card(ctx context.Context, child string) (Section, error) {
	out := Section{Title: "急救卡"}
	card, err := s.roster.CardOf(ctx, child)
	if err != nil || card == nil {
		return out, err
	}
	for _, pair := range [][2]string{{"过敏的先兆", card.Allergy.Signs}, {"过敏怎么做", card.Allergy.Do}, {"惊厥的先兆", card.Febrile.Signs}, {"惊厥怎么做", card.Febrile.Do},
		{"药品", card.Medicine}, {"药在哪里", card.Place}, {"打给谁", card.Call}, {"与谁确认", card.ConfirmedWith}, {"确认日期", string(card.ConfirmedOn)}, {"园方确认人", card.ConfirmedBy}} {
		if pair[1] != "" {
			out.Pairs = append(out.Pairs, pair)
		}
	}
	return out, nil
}

func (s *Service) consentsOf(ctx context.Context, child string) (Section, error) {
	out := Section{Title: "同意与协议", Head: []string{"事项", "决定", "日期", "到期", "编号", "监护人", "方式", "范围", "备注"}}
	kinds, err := s.consents.Of(ctx, child)
	for _, kind := range kinds {
		for _, act := range kind.Acts {
			note := act.Note
			if act.Void {
				note = strings.TrimSpace(note + " 已作废：" + act.VoidReason)
			}
			out.Rows = append(out.Rows, []string{kind.Name, word("consent.decision", string(act.Decision)), string(act.On), string(act.EndsOn), act.Number,
				strings.TrimSpace(act.Guardian + " " + act.Relation), word("consent.signed", act.Signed), strings.Join(act.Scopes, "、"), note})
		}
	}
	return out, err
}

// days is the daily log, one line for each record.
func (s *Service) days(ctx context.Context, child string) (Section, error) {
	out := Section{Title: "一日记录", Note: "每条都是当时记下的；补录、更正和默认的都标出来。", Head: []string{"日期", "时间", "事项", "内容", "记录人", "说明"}}
	entries, err := s.log.OfChild(ctx, child)
	for _, e := range entries {
		what := word("register", string(e.Register))
		if e.Register == dailylog.Meal {
			what = word("period", e.Slot)
		}
		out.Rows = append(out.Rows, []string{string(e.Day), clock(e.HappenedAt), what, said(e), e.ActorName, marked(e)})
	}
	return out, err
}

func clock(at time.Time) string { return at.In(day.Zone).Format("15:04") }

// said is what a record says.
func said(e dailylog.Entry) string {
	var parts []string
	add := func(label, text string) {
		if text != "" {
			parts = append(parts, label+text)
		}
	}
	switch {
	case e.Mark != nil:
		add("", strings.TrimSpace(word("relation", e.Mark.Relation)+" "+e.Mark.Person))
		add("", e.Mark.Note)
	case e.Check != nil:
		if e.Check.Temperature != nil {
			add("", word("method", e.Check.Method)+" "+strconv.FormatFloat(float64(*e.Check.Temperature)/10, 'f', 1, 64)+" ℃")
		}
		for _, each := range [][2]string{{"摸", e.Check.Touch}, {"看", e.Check.Look}, {"问", e.Check.Ask}, {"查", e.Check.Search}} {
			add(each[0]+"：", word("mark", each[1]))
		}
		add("晨检牌：", word("card", e.Check.Card))
		add("所见：", e.Check.Findings)
		add("家长说：", e.Check.ParentSays)
	default:
		add("", word("amount", string(e.Amount)))
	}
	return strings.Join(parts, "；")
}

func marked(e dailylog.Entry) string {
	var marks []string
	for _, each := range []struct {
		is   bool
		word string
	}{{e.Late, "补录"}, {e.Corrected, "更正"}, {e.ByDefault, "默认"}} {
		if each.is {
			marks = append(marks, each.word)
		}
	}
	return strings.TrimSpace(strings.Join(marks, "、") + " " + e.Reason)
}

// corrections are who changed what, when and why. What is sealed is told
// without its values.
func (s *Service) corrections(ctx context.Context, child string) (Section, error) {
	out := Section{Title: "修改记录", Head: []string{"时间", "谁", "做了什么", "哪一项", "原来", "后来", "原因"}}
	records, err := s.roster.History(ctx, child)
	classes := map[string]string{}
	for _, record := range records {
		at := record.At.In(day.Zone).Format("2006-01-02 15:04")
		verb := record.Verb[strings.IndexByte(record.Verb, '.')+1:]
		if known, ok := words.Verbs[verb]; ok {
			verb = known
		}
		if len(record.Changes) == 0 {
			out.Rows = append(out.Rows, []string{at, record.Actor.Name, verb, "", "", "", record.Reason})
		}
		for _, change := range record.Changes {
			field := strings.ReplaceAll(change.Field, ".", "_")
			if known, ok := words.Fields[field]; ok {
				field = known
			}
			old, now := s.value(ctx, classes, change.Field, change.Old), s.value(ctx, classes, change.Field, change.New)
			if change.Person != "" {
				old, now = "", "（已封存）"
			}
			out.Rows = append(out.Rows, []string{at, record.Actor.Name, verb, field, old, now, record.Reason})
		}
	}
	return out, err
}

// value is what a changed value is called; a class by its name.
func (s *Service) value(ctx context.Context, classes map[string]string, field, text string) string {
	if field != "class" || text == "" {
		return word(field, text)
	}
	if _, known := classes[text]; !known {
		classes[text] = text
		if class, err := s.roster.Class(ctx, text); err == nil {
			classes[text] = class.Name
		}
	}
	return classes[text]
}
