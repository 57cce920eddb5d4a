package roster

import (
	"regexp"
	"strings"

	"yayuan/backend/intake"
)

// The keys of the fields of an imported child.
const (
	keyName           = "name"
	keyNickname       = "nickname"
	keySex            = "sex"
	keyBirth          = "birthDate"
	keyDocument       = "documentKind"
	keyIDNumber       = "idNumber"
	keyGuardian       = "guardianName"
	keyRelation       = "guardianRelation"
	keyPhone          = "guardianPhone"
	keySecond         = "guardian2Name"
	keySecondRelation = "guardian2Relation"
	keySecondPhone    = "guardian2Phone"
	keyFather         = "fatherName"
	keyFatherPhone    = "fatherPhone"
	keyMother         = "motherName"
	keyMotherPhone    = "motherPhone"
	keyClass          = "className"
	keyEntered        = "enteredOn"
	keyMode           = "mode"
	keyAllergies      = "allergies"
	keyHousehold      = "household"
	keyAddress        = "address"
	keyNote           = "note"
)

// childWords are how nurseries call a child in their headings.
var childWords = []string{"婴幼儿", "幼儿", "宝宝", "儿童", "孩子", "学生", "小朋友", "婴儿", "小孩", "孩童", "学员", "宝贝", "新生",
	"入托儿童", "入托幼儿", "入托婴幼儿", "在托婴幼儿", "在托幼儿", "在园幼儿", "入园幼儿", "child", "baby"}

// childRegister describes a roster of children as nurseries write it.
func childRegister() intake.Register {
	return intake.Register{
		Subjects: []intake.Subject{
			{Key: "child", Words: childWords},
			{Key: "father", Words: []string{"父亲", "爸爸", "父", "爸", "生父", "father"}},
			{Key: "mother", Words: []string{"母亲", "妈妈", "母", "妈", "生母", "mother"}},
			{Key: "guardian", Next: "guardian2", Words: []string{"监护人", "家长", "法定监护人", "第一监护人", "主要监护人", "主监护人", "第一联系人",
				"联系人", "父母", "父母亲", "父/母", "父亲/母亲", "父亲或母亲", "爸爸/妈妈", "父或母", "爸妈", "guardian", "parent"}},
			{Key: "guardian2", Words: []string{"第二监护人", "其他监护人", "另一监护人", "共同监护人", "第二联系人", "第二家长", "备用联系人"}},
			// People whom the register does not hold; named so that nothing of theirs is taken for another's.
			{Key: "other", Words: []string{"紧急联系人", "应急联系人", "接送人", "委托人", "被委托人", "爷爷", "奶奶", "祖父", "祖母", "外公", "外婆", "姥姥", "姥爷",
				"外祖父", "外祖母", "祖父母", "老师", "教师", "班主任", "保育员", "保育人员", "主班老师", "医生", "介绍人", "推荐人", "园长", "负责人", "经办人",
				"填表人", "兄弟姐妹", "哥哥", "姐姐", "弟弟", "妹妹", "二孩", "大宝"}},
		},
		Attributes: childAttributes(),
		Fields:     childFields(),
		Neutral: []string{"基本信息", "基本情况", "基本资料", "个人信息", "个人情况", "信息", "情况", "资料", "档案", "详情", "基本", "其他", "其它", "花名册", "名册",
			"名单", "登记", "登记表", "信息表", "一览表", "入托", "入园", "在托", "在园", "身份"},
		Barred:  []string{"农历", "阴历", "签字", "签名", "签章", "盖章", "照片", "复印件", "二维码", "核对"},
		Foreign: []string{"岗位", "职务", "职称", "工号", "学历", "入职", "教师资格", "健康证", "从业", "毕业院校", "工资", "政治面貌", "任教", "工龄"},
		Telling: []string{keyGuardian, keyPhone, keyFather, keyFatherPhone, keyMother, keyMotherPhone, keyNickname, keyAllergies, keyEntered, "guardianContact",
			"fatherContact", "motherContact"},
		Asides: []string{"转", "退", "离", "休学", "请假", "新生", "插班", "试托", "双胞", "双胎", "哥哥", "姐姐", "弟弟", "妹妹", "男", "女", "待定",
			"备用", "大班", "小班", "中班", "托班", "乳儿", "全托", "半托", "全日", "半日", "在园", "入园", "入托", "过敏", "已", "未到", "个月", "岁"},
		Owner: keyName, Birth: keyBirth, Sex: keySex, Document: keyDocument,
		Section: sectionClass, Identity: sameRow,
	}
}

func childAttributes() []intake.Attribute {
	return []intake.Attribute{
		{Key: "name", Words: []string{"姓名", "名字", "全名", "中文姓名", "中文名", "name", "fullname"}},
		{Key: "nickname", Words: []string{"小名", "乳名", "昵称", "别名", "nickname"}},
		{Key: "sex", Words: []string{"性别", "男/女", "男女", "性別", "sex", "gender"}},
		{Key: "birth", Words: []string{"出生日期", "出生年月日", "出生年月", "出生日", "出生时间", "出生", "生日", "生日日期", "阳历生日", "公历生日", "公历出生日期", "阳历出生日期",
			"出生年/月/日", "出生年-月-日", "出生年.月.日", "出生年、月、日", "dateofbirth", "birthdate", "birthday", "dob"}},
		{Key: "id", Words: []string{"身份证号", "身份证号码", "身份证", "身份证件号", "身份证件号码", "证件号", "证件号码", "证件编号", "身份证编号", "身份证证号", "身份证明号码", "公民身份号码",
			"公民身份证号", "公民身份证号码", "居民身份证号", "居民身份证号码", "居民身份证", "有效证件号", "有效证件号码", "身份号码", "身份证/护照号", "身份证号/护照号", "身份证/护照号码",
			"身份证或护照号", "证照号码", "idnumber", "idno", "idcard"}},
		{Key: "document", Words: []string{"证件类型", "证件种类", "证件类别", "身份证件类型", "有效证件类型"}},
		{Key: "phone", Words: []string{"电话", "联系电话", "联系方式", "手机", "手机号", "手机号码", "电话号码", "联系手机", "移动电话", "联系号码", "手机电话", "联系电话号码", "联系手机号", "家庭电话",
			"电话/手机", "手机/电话", "联系电话/手机", "常用电话", "固定电话", "号码", "phone", "mobile", "tel", "telephone"}},
		{Key: "relation", Words: relationWords()},
		{Key: "class", Words: []string{"班级", "所在班级", "所属班级", "班别", "班级名称", "入托班级", "就读班级", "分班", "编班", "现班级", "所在班", "班", "入园班级", "在托班级", "class"}},
		{Key: "entered", Words: []string{"入托日期", "入托时间", "入园日期", "入园时间", "入托年月日", "入学日期", "入学时间", "入班日期", "入班时间", "入所日期", "入所时间", "进园时间", "进园日期",
			"入园年月日", "入托年月", "入园年月", "来园日期", "来园时间", "报到日期"}},
		{Key: "mode", Words: []string{"托育形式", "托育类型", "托育方式", "入托形式", "入托方式", "入托类型", "托管形式", "托管方式", "服务形式", "服务类型", "托育服务类型", "托育服务形式", "托位类型", "托班类型",
			"收托形式", "收托方式", "托别", "托育模式", "照护形式", "照护方式"}},
		{Key: "allergies", Words: []string{"过敏史", "过敏情况", "过敏", "过敏原", "过敏源", "食物过敏", "过敏食物", "有无过敏", "有无过敏史", "过敏史情况", "过敏物", "是否过敏", "药物及食物过敏", "食物过敏史",
			"药物过敏史", "过敏信息", "食物药物过敏史"}},
		{Key: "household", Words: []string{"户籍", "户籍地", "户籍所在地", "户口所在地", "户籍地址", "户口", "户口地址", "户籍所在", "户籍住址", "户籍详细地址", "户口簿地址"}},
		{Key: "address", Words: []string{"住址", "家庭住址", "现住址", "居住地址", "居住地", "家庭地址", "联系地址", "现居住地", "现居住地址", "家庭现住址", "常住地址", "常住址", "地址", "详细地址",
			"家庭详细住址", "家庭详细地址", "现住地址", "实际居住地", "目前住址", "address"}},
		{Key: "note", Words: []string{"备注", "备注说明", "附注", "备注信息", "其他备注", "remark", "remarks", "note", "notes"}},
	}
}

func relationWords() []string {
	words := []string{"关系", "亲属关系", "称谓", "称呼", "与被监护人关系", "与被监护人的关系", "与本人关系", "家庭关系", "亲子关系", "relation", "relationship"}
	for _, child := range childWords {
		words = append(words, "与"+child+"关系", "与"+child+"的关系", "和"+child+"关系", "和"+child+"的关系", "同"+child+"关系", "是"+child+"的", child+"关系")
	}
	return words
}

func childFields() []intake.Field {
	child := func(key, label string, kind intake.Kind, attribute string) intake.Field {
		return intake.Field{Key: key, Label: label, Kind: kind, Subject: "child", Attribute: attribute, Bare: true}
	}
	person := func(key, label string, kind intake.Kind, subject, attribute, pair string) intake.Field {
		return intake.Field{Key: key, Label: label, Kind: kind, Subject: subject, Attribute: attribute, Pair: pair}
	}
	sex := child(keySex, "性别", intake.Choice, "sex")
	sex.Options, sex.Unknown = []intake.Option{
		{Value: "男", Words: []string{"1", "m", "male", "boy", "男孩", "男童", "男宝", "男生", "♂", "1男", "男1"}},
		{Value: "女", Words: []string{"2", "f", "female", "girl", "女孩", "女童", "女宝", "女生", "♀", "2女", "女2"}},
	}, intake.SexUnknown
	mode := child(keyMode, "托育形式", intake.Choice, "mode")
	mode.Unknown = intake.ChoiceUnknown
	for _, each := range modeLabels {
		mode.Options = append(mode.Options, intake.Option{Value: each.label, Words: each.words})
	}
	household, address := child(keyHousehold, "户籍", intake.Text, "household"), child(keyAddress, "住址", intake.Text, "address")
	household.Also, address.Also = []string{"guardian"}, []string{"guardian"}
	phone := person(keyPhone, "监护人电话", intake.Phone, "guardian", "phone", "guardianContact")
	phone.Bare = true
	phone.Also = []string{"child"} // a child has no phone of its own
	relation := person(keyRelation, "监护人关系", intake.Text, "guardian", "relation", "")
	relation.Bare = true
	name := child(keyName, "姓名", intake.Name, "name")
	name.Aside = keyNickname
	return []intake.Field{
		name,
		child(keyNickname, "小名", intake.Text, "nickname"),
		sex,
		child(keyBirth, "出生日期", intake.Day, "birth"),
		child(keyDocument, "证件类型", intake.Text, "document"),
		child(keyIDNumber, "身份证号", intake.IDNumber, "id"),
		person(keyGuardian, "监护人姓名", intake.Name, "guardian", "name", "guardianContact"),
		relation, phone,
		person(keySecond, "第二监护人姓名", intake.Name, "guardian2", "name", "guardian2Contact"),
		person(keySecondRelation, "第二监护人关系", intake.Text, "guardian2", "relation", ""),
		person(keySecondPhone, "第二监护人电话", intake.Phone, "guardian2", "phone", "guardian2Contact"),
		person(keyFather, "父亲姓名", intake.Name, "father", "name", "fatherContact"),
		person(keyFatherPhone, "父亲电话", intake.Phone, "father", "phone", "fatherContact"),
		person(keyMother, "母亲姓名", intake.Name, "mother", "name", "motherContact"),
		person(keyMotherPhone, "母亲电话", intake.Phone, "mother", "phone", "motherContact"),
		contactOf("guardianContact", "监护人姓名和电话", "guardian", keyGuardian, keyPhone),
		contactOf("guardian2Contact", "第二监护人姓名和电话", "guardian2", keySecond, keySecondPhone),
		contactOf("fatherContact", "父亲姓名和电话", "father", keyFather, keyFatherPhone),
		contactOf("motherContact", "母亲姓名和电话", "mother", keyMother, keyMotherPhone),
		child(keyClass, "班级", intake.Text, "class"),
		child(keyEntered, "入托日期", intake.Day, "entered"),
		mode,
		child(keyAllergies, "过敏史", intake.Text, "allergies"),
		household, address,
		child(keyNote, "备注", intake.Text, "note"),
	}
}

func contactOf(key, label, subject, name, phone string) intake.Field {
	return intake.Field{Key: key, Label: label, Kind: intake.Contact, Subject: subject, Into: []string{name, phone}}
}

// modeLabels are the modes of care as a roster writes them.
var modeLabels = []struct {
	mode  Mode
	label string
	words []string
}{
	{FullDay, "全日托", []string{"全日", "全天", "全托", "全日制", "全天托", "日托", "整日托", "白托"}},
	{HalfDay, "半日托", []string{"半日", "半天", "半托", "半日制", "半天托"}},
	{Hourly, "计时托", []string{"计时", "小时托", "钟点托", "按时托"}},
	{DropIn, "临时托", []string{"临时", "临托", "临时性", "弹性托"}},
}

var (
	classWord  = regexp.MustCompile(`^[\p{Han}A-Za-z0-9]{1,10}班$`)
	classTitle = regexp.MustCompile(`(?:^|[^\p{Han}])([\p{Han}0-9]{1,6}班)(?:婴幼儿|幼儿|宝宝|儿童|学生)?(?:花名册|名册|名单|信息表|登记表|一览表|通讯录|情况表)`)
	classLabel = regexp.MustCompile(`^班级(?:名称)?[:：]?([\p{Han}A-Za-z0-9]{1,10}班)`)
	classAside = regexp.MustCompile(`[(（][^()（）]*[)）]`)
)

// sectionClass gives the class that a heading over a part of a roster, or the
// name of its sheet, speaks of.
func sectionClass(text string) string {
	text = strings.Join(strings.Fields(text), "")
	if found := classTitle.FindStringSubmatch(text); found != nil {
		return found[1]
	}
	text = strings.Trim(classAside.ReplaceAllString(text, ""), ":：")
	if found := classLabel.FindStringSubmatch(text); found != nil {
		return found[1]
	}
	if classWord.MatchString(text) {
		return text
	}
	return ""
}

// sameRow is what makes two rows the same child: the ID number or, without
// one, name, birth date and a guardian's phone.
func sameRow(values map[string]string) string {
	if number := values[keyIDNumber]; number != "" {
		return "id " + number
	}
	for _, key := range []string{keyPhone, keyFatherPhone, keyMotherPhone, keySecondPhone} {
		if phone := values[key]; phone != "" && values[keyName] != "" && values[keyBirth] != "" {
			return strings.Join([]string{values[keyName], values[keyBirth], phone}, " ")
		}
	}
	return ""
}
