package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yayuan/backend/excel"
	"yayuan/backend/idcard"
)

// role is what a row below a heading is.
type role int

const (
	aRecord  role = iota
	nothing       // blank, a number prepared in advance, advice, a note
	aSection      // a heading over a part: the name of a class
	aFooter
	continued // belongs to the record above, whose name is merged over both
)

var (
	sums       = regexp.MustCompile(`^(合计|总计|小计|共计|累计|总人数|人数合计|合计人数|人数|本页|平均)`)
	heads      = regexp.MustCompile(`^(总?共|计)\d+(人|名|个)`)
	signatures = regexp.MustCompile(`签字|签名|签章|盖章|公章`)
	labels     = regexp.MustCompile(`^(填表|制表|填报|报送|上报|审核|审批|复核|核对|经办|经手|负责|单位|园长|园所|所长|机构|主管|班主任|主班|配班|带班|保育|教师|老师|联系|日期|时间|制单|统计|校对|监制|审定|主办|电话|地址|打印)[^:]{0,10}:`)
	notes      = regexp.MustCompile(`^(备注|注|说明|注意|注意事项|填表说明|填写说明|附注|提示|温馨提示|要求|附件?)([:.、]|\d|$)`)
	signs      = regexp.MustCompile(`^(填表人?|制表人?|审核人?|复核人?|经办人|负责人|园长|统计人|填报人|制单人?|制表日期|填表日期|填报日期|打印日期)$`)
	counts     = regexp.MustCompile(`^(男生?|女生?|男孩|女孩|男童|女童|男宝|女宝|其中|在册|在托|实到|应到|总数|人数)$`)
	pages      = regexp.MustCompile(`^第.{1,4}页|^-?\d+/\d+页|^以下(空白|无正文)|^-*以下空白|^\(?此表|^\(?本表`)
	examples   = regexp.MustCompile(`^\(?(例|举例|示例|样例|例子|填写样例|填写示例|填表示例|范例)\)?([:.、]|\d*$)|\((示例|样例|例)\)`)
	advices    = regexp.MustCompile(`必填|选填|格式|下拉|请填|请选|如:|例如|例:|文本|不超过|填写|yyyy`)
)

// plainWords is a text as footers and notes are looked for.
func plainWords(cell excel.Cell) string {
	return strings.TrimLeft(squeeze(halfWidth(shownText(cell))), "*※★#-—")
}

// judge tells what a row under a table's heading is.
func (t *reading) judge(row excel.Row) role {
	count, first := words(row)
	opening := plainWords(row.At(first))
	switch {
	case t.owner > 0 && t.continues(row.Number):
		return continued
	case t.section(row, count, first) != "":
		return aSection
	case footing(opening) && !t.proven(row):
		t.noted = t.noted || notes.MatchString(opening)
		return aFooter
	case t.advice(row, count), counting(row) && !t.proven(row):
		return nothing
	}
	name := plainWords(row.At(t.owner))
	if name == "" {
		if t.evidence(row) == 0 {
			return nothing
		}
		return aRecord
	}
	if (footing(name) || counts.MatchString(name)) && !t.proven(row) {
		return aFooter
	}
	if count == 1 && (t.noted || !likeName(personName(shownText(row.At(t.owner)))) || t.wide(row.Number, t.owner)) {
		return nothing
	}
	return aRecord
}

func footing(text string) bool {
	return sums.MatchString(text) || heads.MatchString(text) || signatures.MatchString(text) || labels.MatchString(text) ||
		notes.MatchString(text) || pages.MatchString(text) || signs.MatchString(text)
}

// continues tells whether the name's cell is the lower part of a merge.
func (t *reading) continues(row int) bool {
	merge, ok := t.grid.merged(row, t.owner)
	return ok && merge.Top < row && merge.Top > t.block.last && merge.Left == t.owner
}

// wide tells whether a cell is merged over further columns than its heading.
func (t *reading) wide(row, column int) bool {
	merge, ok := t.grid.merged(row, column)
	return ok && merge.Right-merge.Left+1 > max(1, t.block.widths[column])
}

// section gives the heading over a part of the table.
func (t *reading) section(row excel.Row, count, first int) string {
	if count != 1 || t.reg.Section == nil {
		return ""
	}
	if _, mapped := t.byColumn[first]; mapped && first != t.owner {
		return ""
	}
	return t.reg.Section(plainText(shownText(row.At(first))))
}

// proven tells whether a row holds a valid ID number, which no footer does.
func (t *reading) proven(row excel.Row) bool {
	for _, column := range t.table.Columns {
		if field, ok := t.reg.Field(column.Field); ok && field.Kind == IDNumber {
			number, _ := idNumber(row.At(column.Index), false)
			if _, problem := idcard.Read(number); problem == idcard.None {
				return true
			}
		}
	}
	return false
}

// evidence counts the cells that only a record would have, for rows whose
// name is empty.
func (t *reading) evidence(row excel.Row) int {
	count := 0
	for _, column := range t.table.Columns {
		field, ok := t.reg.Field(column.Field)
		cell := row.At(column.Index)
		if !ok || cell.Kind == excel.Blank {
			continue
		}
		switch field.Kind {
		case Day:
			if found, _ := date(cell, t.date1904); found != "" {
				count++
			}
		case Phone:
			if _, problem := phone(cell); problem == "" {
				count++
			}
		case IDNumber:
			if _, problem := idNumber(cell, false); problem == "" || problem == IDPrecisionLost {
				count++
			}
		}
	}
	return count
}

// advice recognises the rows under a heading that say how to fill the table
// in, and the example that they give.
func (t *reading) advice(row excel.Row, count int) bool {
	bracketed, advising := 0, 0
	early := row.Number <= t.block.last+2 && len(t.found) == 0
	for i, cell := range row.Cells {
		if cell.Kind != excel.Text {
			continue
		}
		text := squeeze(halfWidth(cell.Raw))
		if (i+1 == t.owner || i == 0) && examples.MatchString(text) {
			return true
		}
		if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
			bracketed++
		}
		if early && advices.MatchString(text) {
			advising++
		}
	}
	return bracketed == count || early && count > 1 && (advising*2 >= count || bracketed*2 > count)
}

// repeats tells whether a row says again what the heading says.
func (t *reading) repeats(row excel.Row) bool {
	for number := t.block.first; number <= t.block.last; number++ {
		heading, _ := t.grid.row(number)
		same, count := 0, 0
		for column := 1; column <= len(row.Cells); column++ {
			if row.At(column).Kind == excel.Blank {
				continue
			}
			count++
			if squeeze(shownText(row.At(column))) == squeeze(shownText(heading.At(column))) {
				same++
			}
		}
		if count >= 2 && same*5 >= count*4 || count == 1 && same == 1 && utf8.RuneCountInString(shownText(row.At(t.owner))) > 1 && t.owner > 0 && len(t.table.Columns) == 1 {
			return true
		}
	}
	return false
}
