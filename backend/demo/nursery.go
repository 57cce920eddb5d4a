package demo

import (
	"yayuan/backend/day"
	"yayuan/backend/nursery"
)

// nursery writes the profile, the rooms and the papers, so that the lists have
// something that is in order and something that is due.
func (w *writer) nursery() error {
	if err := w.profile(); err != nil {
		return err
	}
	if err := w.rooms(); err != nil {
		return err
	}
	return w.papers()
}

func number(n int64) *int64 { return &n }

func (w *writer) profile() error {
	p, err := w.Nursery.Profile(w.boss)
	if err != nil {
		return err
	}
	p.CreditCode, p.Address, p.LegalPerson, p.Principal = "91330105MA00000000", "杭州市拱墅区青禾路 8 号 1 楼", "林静", "林静"
	p.CreditCode = nursery.WithCheck(p.CreditCode[:17])
	p.Contact, p.Phone, p.RegistrationNumber, p.RegisteredOn, p.Nature = "吴晓", "0571-88000000", "演示 2023-0018", "2023-06-15", "private"
	p.LegalForm, p.Registrar, p.RegistrarName, p.ScopeHasCare = "profit", "market", "杭州市拱墅区市场监督管理局", "yes"
	p.ServiceModes, p.ClassKinds = []string{"full", "half", "dropin"}, []string{"infant", "small", "large", "mixed"}
	p.Premises, p.Floors, p.OpenedOn, p.Meals = "rented", "1 楼", "2023-09-01", "kitchen"
	p.AreaDM2, p.IndoorDM2, p.OutdoorDM2 = number(86000), number(72050), number(21000)
	places := int64(max(70, (w.Children+19)/10*10))
	p.RegisteredPlaces, p.InclusivePlaces, p.UsablePlaces = number(places), number(places/2), number(places-4)
	for weekday := 1; weekday <= 5; weekday++ {
		p.Hours = append(p.Hours, nursery.Hours{Weekday: weekday, From: "07:30", Until: "18:00"})
	}
	_, err = w.Nursery.Change(w.boss, p)
	return err
}

func (w *writer) rooms() error {
	for _, each := range []struct {
		name, kind         string
		area, places, beds int64
	}{
		{"向日葵教室", "class", 7200, 20, 20}, {"蒲公英教室", "class", 6800, 15, 15}, {"小豆苗教室", "class", 5600, 10, 10},
		{"共享活动室", "activity", 4800, 0, 0}, {"保健观察室", "observation", 820, 0, 1}, {"厨房", "kitchen", 2600, 0, 0},
		{"户外沙水区", "outdoor", 21000, 0, 0},
	} {
		room := nursery.Room{Name: each.name, Kind: each.kind, Floor: "1 楼", AreaDM2: number(each.area)}
		if each.places > 0 {
			room.Places = number(each.places)
		}
		if each.beds > 0 {
			room.Beds = number(each.beds)
		}
		if _, err := w.Nursery.SaveRoom(w.boss, room); err != nil {
			return err
		}
	}
	return nil
}

// papers lie around the last day of log: an insurance that ends within the
// month and was renewed once, a fire check that is soon due.
func (w *writer) papers() error {
	last := w.Until
	var renewed string
	for _, each := range []struct {
		kind, number, issuer string
		from, until          day.Day
		remind               int
	}{
		{"licence", "91330105MA000000", "拱墅区市场监督管理局", "2023-05-08", "", 60},
		{"registration", "演示 2023-0018", "拱墅区卫生健康局", "2023-06-15", "", 60},
		{"lease", "QH-2023-08", "青禾物业", "2023-04-01", last.AddMonths(30), 180},
		{"hygiene_evaluation", "演示卫评 2023-041", "拱墅区疾病预防控制中心", "2023-05-26", "", 60},
		{"fire_check", "演示消检 7", "拱墅区消防救援大队", last.AddMonths(-11), "", 60},
		{"food_licence", "JY33301050000000", "拱墅区市场监督管理局", "2023-07-01", last.AddMonths(20), 60},
		{"annual_report", "", "", day.Day(last.AddMonths(-12)[:4] + "-12-20"), "", 30},
		{"liability_insurance", "P-2024-118", "演示保险", last.AddMonths(-23).Add(-10), last.AddMonths(-11).Add(-11), 30},
		{"liability_insurance", "P-2025-126", "演示保险", last.AddMonths(-11).Add(-10), last.Add(18), 30},
	} {
		d := nursery.Document{Kind: each.kind, Number: each.number, Issuer: each.issuer, IssuedOn: each.from, ValidUntil: each.until, RemindDays: each.remind}
		if each.kind == "liability_insurance" {
			d.Renews = renewed
		}
		saved, err := w.Nursery.SaveDocument(w.boss, d)
		if err != nil {
			return err
		}
		if each.kind == "liability_insurance" {
			renewed = saved.ID
		}
	}
	return nil
}
