package main

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// groups has 父亲 and 母亲 over 姓名 and 电话, and a third person whom the
// register does not hold.
func groups() []byte {
	return book("2026秋").lines(1,
		line{"小芽托育园2026年秋季在托婴幼儿花名册"},
		line{"填表日期：２０２６年９月３日　　　填表人：林静"},
		line{"序号", "幼儿信息", nil, nil, nil, nil, "父亲", nil, nil, "母亲", nil, nil, "班级", "紧急联系人", nil, "备注"},
		line{nil, "姓名", "小名", "性别", "出生年月日", "身份证号", "姓名", "工作单位", "电话", "姓名", "工作单位", "电话", nil, "姓名", "电话"},
		line{1, "林沐晴", "沐沐", 2, "2024年3月15日", "33010220240315024x", "林海", "安达物流", "１３９０５７１０００１", "苏敏", "自由职业",
			13805710011, "托大一班", "周桂英", 13700000001},
		line{2, "何　川", "川川", 1, "2023.10.18", number("3.3010620231018E+17"), "何志强", nil, 13905710002, "罗静", nil,
			"0571-85120002", "托大一班", "何大山", 13700000002, "鸡蛋过敏"},
		line{3, "唐果", nil, 1, number("20240802"), "330110202408020313", nil, nil, nil, "唐雨", "市一医院", "138 0571 0013", "托小一班",
			nil, nil, "母亲单独抚养"},
		line{4, "阿依古丽·买买提", "古丽", 2, "2024/2/29", "33010420240229042X", "买买提·吐尔逊", "个体", 13905710004, "阿孜古丽", nil,
			13805710014, "托小一班", "吐尔逊", 13700000004},
		line{5, "孟凡星", "星星", 1, dated{45819, "yyyy-mm-dd"}, "330108202506110055", "孟伟", nil, 13905710005, "陈露", nil,
			"13805710015", "乳儿班", nil, nil},
		line{"合计", nil, "5人"},
		line{"备注：1．身份证号照户口簿填写；2．电话有变请告诉班主任。"},
		line{"填表人：林静", nil, nil, nil, nil, nil, nil, nil, nil, "审核人："},
	).merge([2]string{"A1", "P1"}, [2]string{"A2", "P2"}, [2]string{"A3", "A4"}, [2]string{"B3", "F3"}, [2]string{"G3", "I3"},
		[2]string{"J3", "L3"}, [2]string{"M3", "M4"}, [2]string{"N3", "O3"}, [2]string{"P3", "P4"}, [2]string{"A10", "B10"},
		[2]string{"A11", "P11"}).bytes()
}

// repeated is printed by pages: the headings come again, in each sheet its
// own; the last sheet lists the staff.
func repeated() []byte {
	heading := line{"序号", "姓名", "性别", "出生日期", "家长姓名", "与幼儿关系", "联系电话", "入托时间"}
	first := book("乳儿班")
	first.lines(1, line{"小芽托育园乳儿班花名册"}, heading,
		line{1, "童小米", "女", dated{46034, "yyyy/m/d"}, "童军", "父亲", 13600000001, "2026.9.1"},
		line{2, "叶一", "男", "2025年12月3日", "叶青", "爸爸", 13600000002, "2026.9.1"},
		heading,
		line{3, "白果", "女", "2026/2/5", "白雪", "妈妈", 13600000003, "2026.10.8"},
		line{"共3人"},
	).merge([2]string{"A1", "H1"}, [2]string{"A7", "H7"})
	first.next("托小班").lines(1, line{"小芽托育园托小班花名册"},
		line{"序号", "姓名", "出生日期", "性别", "联系电话", "家长姓名", "与幼儿关系", "入托时间"},
		line{1, "夏至", dated{45782, `yyyy"年"m"月"d"日"`}, "男", 13600000004, "夏雨", "母亲", number("20260901")},
		line{2, "秦朗", "2025-3-9", 1, "13600000005", "秦明", "父亲", "２０２６．９．１"},
	).merge([2]string{"A1", "H1"})
	first.next("托大班").lines(1, line{"小芽托育园托大班花名册"}, heading,
		line{1, "常乐", "女", "2024.4.30", "常青", "父亲", 13600000006, "2026-03-02"},
	).lines(5, line{"小芽托育园托大班花名册（续表）"}, heading,
		line{2, "安然", "女", "2023年11月11日", "安琪", "母亲", 13600000007, "2025年9月1日"},
		line{"注：每学期初更新一次。"},
	).merge([2]string{"A1", "H1"}, [2]string{"A5", "H5"}, [2]string{"A8", "H8"})
	first.next("教职工").lines(1, line{"序号", "姓名", "岗位", "性别", "出生日期", "联系电话", "入职时间", "健康证有效期"},
		line{1, "王芳", "保育人员", "女", "1990-05-06", 13600000099, "2025-03-01", "2027-02-28"})
	return first.bytes()
}

// mac counts days from 1904, as Excel for Mac did for years.
func mac() []byte {
	s := book("名单")
	on := true
	props, err := s.GetWorkbookProps()
	must(err)
	props.Date1904 = &on
	must(s.SetWorkbookProps(&props))
	return s.lines(1, line{"宝宝姓名", "性别", "出生日期", "妈妈电话", "入园日期", "托育形式"},
		line{"郑可", "女", dated{43904, "yyyy/m/d"}, 13500000001, dated{44804, "yyyy/m/d"}, "全天"},
		line{"宋词", "男", dated{43755, `yyyy"年"m"月"d"日"`}, 13500000002, dated{44621, "yyyy/m/d"}, "半日托"},
		line{"姚远", "男", "2024.8.2", 13500000003, dated{44439, "yyyy/m/d"}, "全日托"},
		line{"施然", "女", dated{43951, `yyyy"年"m"月"`}, 13500000004, dated{44804, "yyyy/m/d"}, "全日托"},
		line{"顾念", "男", number("20250117"), 13500000005, "2026/9/1", "计时"},
	).bytes()
}

// fourBytes holds names that GBK cannot write, as a system's export has them.
func fourBytes() []byte {
	text := strings.Join([]string{
		"小芽托育园在托名单,,,,,,,",
		"导出时间：2026-09-03 10:20,,,,,,,",
		"幼儿姓名,性别,出生日期,证件号码,家长姓名,联系电话,家庭住址,备注",
		`赵㛃,女,2024-03-15,33010220240315024X,赵强,13400000001,"西湖区文一西路1号, 2幢101",`,
		`王𬱖,男,2023-10-18,"=""330106202310180138""",王𬭎,13400000002,余杭区闲林街道,对牛奶过敏`,
		"刘䶮,男,2024-08-02,'330110202408020313,刘洋,13400000003,,",
		"𠮷田爱,女,2024-02-29,\t33010420240229042X,李𫖮,13400000004,滨江区,日本籍",
		"喻小㼆,女,2024年9月9日,330102202409090284,喻明,1.34000E+10,萧山区,",
		",,,,,,,",
		"以下空白,,,,,,,",
		"",
	}, "\r\n")
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	must(err)
	return []byte(encoded)
}

// merged spreads a class over its children; the last child has none yet.
func merged() []byte {
	return book("花名册").lines(1, line{"小芽托育园在托婴幼儿名册"},
		line{"班级", "主班老师", "序号", "姓名", "性别", "出生年月", "家长", "电话", "入托时间"},
		line{"托大一班", "王芳", 1, "杜若", "女", "2024.3.15", "杜康", 13300000001, "2026年9月1日"},
		line{nil, nil, 2, "苏木", "男", "2023.10.18", "苏杭", 13300000002},
		line{nil, nil, 3, "白芷", "女", "2024.2.29", "白杨", 13300000003},
		line{"小计", nil, nil, "3人"},
		line{"托小一班", "赵敏", 4, "方糖", "男", "2025.6.11", "方圆", 13300000004, "2026年9月1日"},
		line{nil, nil, 5, "米粒", "女", "2025.1.17", "米兰", 13300000005, "2026年10月8日"},
		line{"小计", nil, nil, "2人"},
		line{nil, nil, 6, "江月", "女", "2025.7.7", "江南", 13300000006, "2026年11月2日"},
		line{"总计", nil, nil, "6人"},
	).merge([2]string{"A1", "I1"}, [2]string{"A3", "A5"}, [2]string{"B3", "B5"}, [2]string{"I3", "I5"}, [2]string{"A6", "C6"},
		[2]string{"A7", "A8"}, [2]string{"B7", "B8"}, [2]string{"A9", "C9"}, [2]string{"A11", "C11"}).bytes()
}

// together writes a person and the phone into one cell, in every way.
func together() []byte {
	return book("通讯录").lines(1, line{"小芽托育园家长通讯录（内部资料，请勿外传）"},
		line{"序号", "宝宝姓名", "性别", "出生日期", "家长姓名及电话", "备用联系人及电话", "家庭住址", "备注"},
		line{1, "钱多多", "男", "2024-01-20", "钱程 13200000001", "孙丽13200000011", "望江街道1号"},
		line{2, "孙小圣", "男", "2023-12-24", "孙悟：132 0000 0002"},
		line{3, "热娜·艾力", "女", "2024-09-09", "艾力·吐尔逊（父亲）13200000003", "古丽（母亲） 13200000013", "闻涛路2号"},
		line{4, "周末", "女", "2025-01-17", "妈妈 周敏 13200000004", nil, nil, "周五接得早"},
		line{5, "吴忧", "男", "2024-05-05", "吴强 13200000005、吴敏 13200000015"},
		line{6, "郑好", "女", "2024-07-07", number("13200000006")},
	).merge([2]string{"A1", "H1"}).bytes()
}

// emptyFirst opens with a sheet that holds nothing, then a cover; last year's
// names lie on a hidden sheet.
func emptyFirst() []byte {
	first := book("Sheet1")
	must(first.SetCellStyle("Sheet1", "A1", "H40", first.style("@")))
	first.next("封面").lines(3, line{nil, "小芽托育园"}, line{nil, "二〇二六年九月"})
	roster := first.next("花名册").lines(1, line{"在托婴幼儿花名册"}, line{"单位：小芽托育园", nil, nil, nil, "2026年9月3日"},
		line{"*序号", "*婴幼儿姓名", "*性别（男/女）", "*出生日期（如2024-01-01）", "*监护人姓名", "*监护人联系电话", "过敏史"},
		line{1, "贺新", "男", dated{45311, "yyyy/m/d"}, "贺伟", 13100000001, "无"},
		line{2, "柳絮", "女", "2024-09-09", "柳青", "13100000002（微信同号）", "花生、芒果"},
		line{3, "丁香", "女", "2024-02-30", "丁宁", 13100000003},
	).merge([2]string{"A1", "G1"})
	must(roster.SetRowVisible("花名册", 5, false))
	roster.next("2025年旧名单").lines(1, line{"姓名", "性别", "出生日期", "监护人电话"}, line{"旧人", "男", "2022-01-01", 13100000099})
	must(roster.SetSheetVisible("2025年旧名单", false))
	return first.bytes()
}
