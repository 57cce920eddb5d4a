package roster

import (
	"cmp"
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

var (
	positionList = []lists.Option{
		{Value: "director", Label: "负责人", Words: []string{"园长", "所长", "托育负责人", "执行园长", "副园长"}},
		{Value: "caregiver", Label: "保育人员", Words: []string{"保育员", "主班", "配班", "主班老师", "配班老师", "教师", "老师", "育婴员", "托育师", "保育师", "带班老师", "生活老师"}},
		{Value: "health", Label: "保健人员", Words: []string{"保健员", "保健医", "保健医生", "卫生保健人员", "校医"}},
		{Value: "cook", Label: "炊事人员", Words: []string{"厨师", "炊事员", "厨工", "食堂", "帮厨"}},
		{Value: "guard", Label: "保安人员", Words: []string{"保安", "保安员", "门卫"}},
		{Value: "other", Label: "其他", Words: []string{"其它", "行政", "财务", "会计", "后勤", "保洁", "保洁员", "出纳", "行政人员"}},
	}
	educationList = []lists.Option{
		{Value: "primary", Label: "小学"}, {Value: "junior", Label: "初中"},
		{Value: "senior", Label: "高中（中专）", Words: []string{"高中", "中专", "中职", "职高", "技校", "中专/高中", "高中/中专"}},
		{Value: "college", Label: "大专", Words: []string{"专科", "高职"}},
		{Value: "bachelor", Label: "本科", Words: []string{"大学本科", "大学", "学士"}},
		{Value: "master", Label: "研究生", Words: []string{"硕士", "硕士研究生", "博士", "研究生及以上"}},
	}
	hireList = []lists.Option{
		{Value: "contract", Label: "劳动合同", Words: []string{"合同制", "合同", "正式", "全职", "在编"}},
		{Value: "dispatch", Label: "劳务派遣", Words: []string{"派遣"}}, {Value: "part_time", Label: "兼职", Words: []string{"非全日制"}},
		{Value: "retired", Label: "退休返聘", Words: []string{"返聘"}}, {Value: "intern", Label: "实习", Words: []string{"实习生"}},
		{Value: "other", Label: "其他", Words: []string{"其它"}},
	}
)

func staffColumns() []lists.Column[Staff] {
	id := column("idNumber", "身份证号", lists.Number, func(m *Staff) *string { return &m.IDNumber },
		"身份证号码", "身份证", "证件号码", "证件号", "公民身份号码", "居民身份证号", "居民身份证号码", "身份证件号码")
	id.Mask, id.Opens = MaskID, identity.RevealID
	id.Set = func(m *Staff, v string) error { m.IDNumber = NormalID(v); return nil }
	phone := column("phone", "电话", lists.Phone, func(m *Staff) *string { return &m.Phone },
		"联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "移动电话")
	phone.Mask, phone.Opens = MaskPhone, identity.RevealPhone
	return []lists.Column[Staff]{
		column("name", "姓名", lists.Name, func(m *Staff) *string { return &m.Name }, "名字", "员工姓名", "教师姓名", "职工姓名"),
		column("number", "工号", lists.Text, func(m *Staff) *string { return &m.Number }, "员工编号", "职工编号", "人员编号"),
		choiceColumn("sex", "性别", sexOptions, func(m *Staff) *Sex { return &m.Sex }),
		choiceColumn("position", "岗位", positionList, func(m *Staff) *string { return &m.Position }, "职务", "岗位类别", "工作岗位", "人员类别", "岗位名称", "任职岗位"),
		phone,
		dayColumn("birthDate", "出生日期", func(m *Staff) *day.Day { return &m.BirthDate }, "出生年月日", "出生年月", "生日"),
		id,
		choiceColumn("education", "学历", educationList, func(m *Staff) *string { return &m.Education }, "文化程度", "最高学历", "学历层次"),
		column("major", "专业", lists.Text, func(m *Staff) *string { return &m.Major }, "所学专业", "毕业专业"),
		column("title", "职称", lists.Text, func(m *Staff) *string { return &m.Title }, "技术职称", "专业技术职务"),
		choiceColumn("hireType", "用工形式", hireList, func(m *Staff) *string { return &m.HireType }, "用工性质", "聘用形式", "用工类型"),
		dayColumn("worksSince", "从业起始日期", func(m *Staff) *day.Day { return &m.WorksSince }, "从事托育工作时间", "从业时间", "参加工作时间", "从教时间"),
		column("contractNumber", "合同编号", lists.Text, func(m *Staff) *string { return &m.ContractNumber }, "劳动合同编号"),
		dayColumn("contractFrom", "合同开始", func(m *Staff) *day.Day { return &m.ContractFrom }, "合同起始日期", "合同开始日期", "合同签订日期"),
		dayColumn("contractUntil", "合同到期", func(m *Staff) *day.Day { return &m.ContractUntil }, "合同终止日期", "合同结束日期", "合同到期日期", "合同到期日"),
		dayColumn("joinedOn", "入职日期", func(m *Staff) *day.Day { return &m.JoinedOn }, "入职时间", "到岗日期", "到岗时间", "入园日期", "上岗时间", "来园时间"),
		dayColumn("leftOn", "离职日期", func(m *Staff) *day.Day { return &m.LeftOn }, "离职时间", "离岗日期"),
	}
}

func (s *Imports) staffList() lists.List {
	return lists.Of(lists.Table[Staff]{Key: "staff", Name: "教职工", Right: identity.WriteStaff, Columns: staffColumns(),
		Rows: s.store.everyStaff, ID: func(m Staff) string { return m.ID }, New: func(id string) Staff { return Staff{ID: id} },
		Alike: alikeStaff, Person: func(m Staff) string { return m.ID },
		Add: func(ctx context.Context, m Staff, _ string) (id string, err error) {
			if m.ID, err = freshOr[staffRow](ctx, s.store, m.ID); err != nil {
				return "", err
			}
			return s.AddStaff(ctx, m)
		},
		Change: func(ctx context.Context, _, now Staff, _ string) error { return s.ChangeStaff(ctx, now, Keep{}) },
		Usual: &lists.Usual{Subjects: []string{"员工", "教职工", "职工", "教师", "老师", "人员", "工作人员", "保育人员", "保育员", "托育人员"},
			Others:  []string{"紧急联系人", "应急联系人", "配偶", "推荐人", "介绍人", "家属", "父亲", "母亲", "负责人", "填表人"},
			Foreign: []string{"监护人", "家长", "入托日期", "小名", "托育形式", "过敏"},
			Telling: []string{"position", "education", "joinedOn", "title", "hireType", "major", "worksSince", "number"},
			Birth:   "birthDate", Sex: "sex", IDNumber: "idNumber"},
		TakeBack: s.takeBackStaff})
}

// alikeStaff: the same ID number, or the same name and nothing that speaks
// against it.
func alikeStaff(a, b Staff) bool {
	if a.IDNumber != "" && b.IDNumber != "" {
		return a.IDNumber == b.IDNumber
	}
	apart := a.Phone != "" && b.Phone != "" && a.Phone != b.Phone || a.BirthDate != "" && b.BirthDate != "" && a.BirthDate != b.BirthDate
	return a.Name == b.Name && !apart
}

var staffUsed = fault.Define(fault.Conflict, "roster.list_staff_used")

// takeBackStaff takes somebody off every list whom an import added by mistake:
// only while nobody has given a class or a login.
func (s *Imports) takeBackStaff(ctx context.Context, m Staff, back lists.Back) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	accounts, err := s.people.Accounts(ctx, []string{m.ID})
	if err != nil {
		return err
	}
	classes, err := s.store.assignmentsOf(ctx, m.ID)
	if err != nil {
		return err
	}
	if _, has := accounts[m.ID]; has || len(classes) > 0 {
		return staffUsed
	}
	if err := s.people.ChangePerson(ctx, m.ID, m.Name, false); err != nil {
		return err
	}
	if err := s.store.voidStaff(ctx, m.ID); err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.void_staff", Kind: "person", Subject: m.ID, Reason: back.Reason})
}

// staffRef names a member of staff in a row.
type staffRef struct {
	StaffID string
	Staff   string
}

func (r staffRef) same(other staffRef) bool {
	if r.StaffID != "" && other.StaffID != "" {
		return r.StaffID == other.StaffID
	}
	return r.Staff == other.Staff
}

func staffRefColumns[T any](of func(*T) *staffRef) (name, number lists.Column[T]) {
	name = fixedColumn(column("staffName", "姓名", lists.Name, func(t *T) *string { return &of(t).Staff }, "员工姓名"))
	number = column("staffId", "员工编号", lists.Text, func(t *T) *string { return &of(t).StaffID })
	number.Ref = true
	return name, number
}

// settledStaff drops the number of somebody who is not on the staff here.
func (s *Service) settledStaff(ctx context.Context, r *staffRef) error {
	if r.StaffID == "" {
		return nil
	}
	_, found, err := s.store.staffMember(ctx, r.StaffID)
	if !found {
		r.StaffID = ""
	}
	return err
}

// who finds the member of staff that a row names.
func (s *Service) who(ctx context.Context, r staffRef) (string, error) {
	if r.StaffID != "" {
		if _, found, err := s.store.staffMember(ctx, r.StaffID); err != nil || found {
			return r.StaffID, err
		}
	}
	staff, err := s.store.everyStaff(ctx)
	if err != nil {
		return "", err
	}
	id, several := "", false
	for _, m := range staff {
		if m.Name == r.Staff {
			several = id != ""
			id = cmp.Or(id, m.ID)
		}
	}
	switch {
	case id == "":
		return "", listStaffUnknown.At("staffName").With("name", r.Staff)
	case several:
		return "", listStaffSeveral.At("staffName").With("name", r.Staff)
	}
	return id, nil
}
