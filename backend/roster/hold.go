package roster

import (
	"unicode/utf8"

	"yayuan/backend/day"
)

// Proof says whether somebody has shown that a child is well again.
type Proof string

// The answers; empty is not asked yet.
const (
	ProofShown     Proof = "shown"
	ProofMissing   Proof = "missing"
	ProofNotNeeded Proof = "not_needed"
)

func (p Proof) known() bool { return p == ProofShown || p == ProofMissing || p == ProofNotNeeded }

// Hold keeps a child away until a day, and until a proof where one is needed
// (R44, R45). It forbids nothing: a child that comes all the same is
// recorded, and everybody is told.
type Hold struct {
	ID         string
	Episode    string // the hold that was set; changes and the release share it
	ChildID    string
	Source     string // who may lift it knows where it comes from: "roster", "health" …
	From       day.Day
	Until      day.Day // last day of the isolation
	NeedsProof bool
	Wanted     string // which proof is waited for, sealed
	Reason     string // sealed
	ReleasedOn day.Day
	Proof      Proof
	Note       string // sealed, of the release
	By         string
	EnteredAt  string
}

// InForce tells whether the child is to stay away on a day: until it is
// released, or without a proof to wait for until the last day.
func (h Hold) InForce(on day.Day) bool {
	if on < h.From || h.ReleasedOn != "" && on >= h.ReleasedOn {
		return false
	}
	return h.NeedsProof || on <= h.Until
}

// releaseAhead is how many days after its end a hold can be said to be lifted
// beforehand: over a holiday.
const releaseAhead = 14

// Last is the last day of the hold as it stands; a proof may be waited for
// after it.
func (h Hold) Last() day.Day {
	if h.ReleasedOn != "" {
		return min(h.Until, h.ReleasedOn.Add(-1))
	}
	return h.Until
}

func (h Hold) check() error {
	switch {
	case !h.From.Valid():
		return dayBad.At("from")
	case !h.Until.Valid():
		return dayBad.At("until")
	case h.Until < h.From:
		return untilBeforeFrom.At("until")
	case h.Until > h.From.Add(leaveDaysMax):
		return leaveTooLong.At("until").With("max", leaveDaysMax)
	case clean(h.Reason) == "":
		return reasonMissing.At("reason")
	case utf8.RuneCountInString(h.Reason) > textMax:
		return tooLong.At("reason").With("max", textMax)
	case utf8.RuneCountInString(h.Wanted) > textMax:
		return tooLong.At("wanted").With("max", textMax)
	}
	return nil
}

// Release is how a hold ends.
type Release struct {
	Hold  string
	On    day.Day // the first day on which the child may come
	Proof Proof
	Note  string // why early, or why without proof
}

// check refuses a release that nobody could explain later: before the last
// day, or without the proof that was asked for, it needs words.
func (r Release) check(h Hold, today day.Day) error {
	switch {
	case !r.On.Valid():
		return dayBad.At("on")
	case r.On < h.From:
		return untilBeforeFrom.At("on")
	case r.On > max(h.Until, today).Add(releaseAhead): // a slip of the year would keep the child out for good
		return releaseFuture.At("on").With("day", string(max(h.Until, today).Add(releaseAhead)))
	case !r.Proof.known():
		return proofUnknown.At("proof")
	case (r.On <= h.Until || h.NeedsProof && r.Proof != ProofShown) && clean(r.Note) == "":
		return releaseReason.At("note").With("until", string(h.Until))
	}
	return nil
}
