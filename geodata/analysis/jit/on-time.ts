// Does a part that is called for reach the line in time, how sure is that, and from how far could it?
//
//   order ──loading──▶ ──────drive──────▶ ──gate, unloading──▶ line
//   0                                                        budget
//
//   slack = budget − loading − dock − drive        drive = m × f(hour)
//
// m are the minutes of the kernel in free flow, f the factor of the hour of departure. The time on the
// road is taken as lognormal with median m × f and coefficient of variation c, so σ² = ln(1 + c²), and
// the share of trips in time is closed: P(drive ≤ x) = Φ(ln(x ÷ (m × f)) ÷ σ), x = budget − loading −
// dock. Lognormal times fitted detector data of a freeway best of four families: Emam & Al-Deek 2006,
// Transportation Research Record 1959, 140–148. Median, c, f and the share asked for are planning
// assumptions. Budget, loading and dock are documented intervals, not chances: slack and share are taken
// at their worst and best ends, so a wider input never narrows an answer; the centre takes the middles.
// m has outer bounds, which hold every place and speed there may be, and a likely range, which nine in
// ten joint draws give; slack and share are told of both.
// Verdict: "makes" where even the lowest share by the bounds is at least the one asked for, "fails" where
// not even the highest is: only these are sure. "likely" and "unlikely" where that holds of the likely
// range alone; "perhaps" between. With c = 0 that is the sign of the slack.
// Backwards, a part still makes it from m ≤ x ÷ (f × exp(σ × z) × v), z = Φ⁻¹(share asked for), v the
// factor of speed: the greatest one at worst, the least at best.
// Making the part, and the way from the dock to the line side, are not in it: slack must cover both.
import { normalShareBelow, normalZOf } from '#geodata/analysis/jit/normal.ts'

/** Minutes known to lie between two ends. */
export type Span = { low: number; high: number }
/** [low, central, high]. */
export type Triple = [low: number, central: number, high: number]

export const VERDICTS = ['makes', 'likely', 'perhaps', 'unlikely', 'fails'] as const
export type WindowVerdict = (typeof VERDICTS)[number]

/** What a part may take, apart from the road. */
export type PartMinutes = { budget: Span; loading: Span; dock: Span }

export type Traffic = {
  /** Over free flow, at the hour of departure. */
  hourFactor: number
  /** Standard deviation over mean of the time on the road. */
  variation: number
  /** Share of trips that must be in time, between 0 and 1. */
  requiredShare: number
}

export type WindowAt = {
  /** By the outer bounds of the drive. */
  slackMinutes: Triple
  onTimeShare: Triple
  /** By its likely range. */
  slackLikely: Triple
  onTimeLikely: Triple
  verdict: WindowVerdict
}

const middle = ({ low, high }: Span) => (low + high) / 2

/** Minutes that are left for the road: at worst, in the middle, at best. */
export function minutesForDrive({ budget, loading, dock }: PartMinutes): Triple {
  return [
    budget.low - loading.high - dock.high,
    middle(budget) - middle(loading) - middle(dock),
    budget.high - loading.low - dock.low,
  ]
}

/** One part from one place to one plant; `freeMinutes` are those of the kernel, with bounds and likely ends. */
export function windowAt(
  part: PartMinutes,
  freeMinutes: Triple,
  traffic: Traffic,
  likelyMinutes: Triple = freeMinutes,
): WindowAt {
  const bounds = standingAt(part, freeMinutes, traffic)
  const likely = standingAt(part, likelyMinutes, traffic)
  return {
    slackMinutes: bounds.slack,
    onTimeShare: bounds.share,
    slackLikely: likely.slack,
    onTimeLikely: likely.share,
    verdict: verdictOf(bounds.share, likely.share, traffic.requiredShare),
  }
}

function standingAt(part: PartMinutes, freeMinutes: Triple, traffic: Traffic) {
  const [least, central, most] = minutesForDrive(part)
  const [near, usual, far] = freeMinutes.map((minutes) => minutes * traffic.hourFactor) as Triple
  const share = (limit: number, drive: number) => onTimeShare(limit, drive, traffic.variation)
  return {
    slack: [least - far, central - usual, most - near] as Triple,
    share: [share(least, far), share(central, usual), share(most, near)] as Triple,
  }
}

/** Share of trips of a median that take at most `limit` minutes. */
export function onTimeShare(limit: number, medianMinutes: number, variation: number): number {
  const sigma = sigmaOf(variation)
  if (limit < 0) return 0
  if (sigma === 0 || medianMinutes === 0) return medianMinutes <= limit ? 1 : 0
  return normalShareBelow(Math.log(limit / medianMinutes) / sigma)
}

function verdictOf(
  [surely, , atBest]: Triple,
  [likely, , likelyAtBest]: Triple,
  requiredShare: number,
): WindowVerdict {
  if (surely >= requiredShare) return 'makes'
  if (atBest < requiredShare) return 'fails'
  if (likely >= requiredShare) return 'likely'
  return likelyAtBest < requiredShare ? 'unlikely' : 'perhaps'
}

/** Free-flow minutes from which the part still makes it, whatever the speed between its ends; 0: from nowhere. */
export function latestFreeMinutes(
  part: PartMinutes,
  { hourFactor, variation, requiredShare }: Traffic,
  speed: Span,
): Triple {
  const stretch = hourFactor * Math.exp(sigmaOf(variation) * normalZOf(requiredShare))
  const speeds: Triple = [speed.high, 1, speed.low]
  return minutesForDrive(part).map(
    (limit, end) => Math.max(0, limit) / (stretch * (speeds[end] ?? 1)),
  ) as Triple
}

function sigmaOf(variation: number): number {
  return Math.sqrt(Math.log(1 + variation * variation))
}
