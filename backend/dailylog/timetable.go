package dailylog

import "yayuan/backend/roster"

// The timetable a new nursery begins with; its own times replace it.
var firstTimetable = map[roster.Kind][]Period{
	roster.Infant: {
		{Key: "morning_snack", Kind: "snack", Starts: "09:00", Ends: "09:30"},
		{Key: "lunch", Kind: "meal", Starts: "11:00", Ends: "11:45"},
		{Key: "afternoon_snack", Kind: "snack", Starts: "14:30", Ends: "15:00"},
	},
	roster.Small: {
		{Key: "morning_snack", Kind: "snack", Starts: "09:30", Ends: "10:00"},
		{Key: "lunch", Kind: "meal", Starts: "11:15", Ends: "12:00"},
		{Key: "afternoon_snack", Kind: "snack", Starts: "15:00", Ends: "15:30"},
	},
	roster.Large: {
		{Key: "morning_snack", Kind: "snack", Starts: "09:30", Ends: "10:00"},
		{Key: "lunch", Kind: "meal", Starts: "11:15", Ends: "12:00"},
		{Key: "afternoon_snack", Kind: "snack", Starts: "15:00", Ends: "15:30"},
	},
	roster.Mixed: {
		{Key: "morning_snack", Kind: "snack", Starts: "09:30", Ends: "10:00"},
		{Key: "lunch", Kind: "meal", Starts: "11:15", Ends: "12:00"},
		{Key: "afternoon_snack", Kind: "snack", Starts: "15:00", Ends: "15:30"},
	},
}
