// English texts of gap filling and location-allocation.
import type { gaps as zh } from '#web/messages/zh-CN/gaps.ts'

export const gaps: Record<keyof typeof zh, string> = {
  title: 'Gap filling',
  lead: 'A gap is a product that a plant takes in without a known supplier within the minutes set below. Whom to recruit first, and where, to fill most of them?',
  sentence:
    'Within {minutes} minutes {gaps} of {plants} plants have no known supplier of {product} ({range}); {park} would fill most, {filled}.',
  sentenceNone:
    'Within {minutes} minutes all {plants} plants have a known supplier of {product} at the middle of the trips, so there is no gap ({range}).',
  sentenceNowhere:
    'Within {minutes} minutes {gaps} of {plants} plants have no known supplier of {product} ({range}), and no park is near enough to fill any.',
  firstSame: '{first} is also first of the ranking: it fills most and scores highest.',
  firstAmong: '{count} parks fill {filled}; {first}, the first of the ranking, is one of them.',
  firstDiffers:
    'The first of the ranking is {first}, which fills {own}: here only filled gaps count, there {count} criteria; {first} leads most by “{criterion}”, {points} points more than {park} (rank {rank}).',
  firstUnranked:
    'The first of the ranking is {first}, which fills {own}; {park} is not ranked, either failing a constraint or not being a candidate.',
  firstNotPark:
    '{first}, the first of the ranking, is none of the parks counted here: the two cannot be compared.',
  settings: 'Conditions',
  recruits: 'Recruit',
  recruitsUnit: 'firms',
  mostInPark: 'At most per park',
  assignedOnly: 'Only in parks assigned the segment',
  order: 'Recruits in order',
  fills: '{count} fill {filled} of {gaps} gaps; the sourcing rate goes from {from}% to {to}%.',
  doubt:
    'Filled: {filled}. Gaps today: {gaps}, since of many firms only the segment or a rough place is known.',
  adds: 'fills {count} ({range}), +{points} points',
  which: 'Which {count} plants',
  lookAt: 'See the site: {title}',
  mapLabel: '{title}, {count} plants gained',
  sitesMap: '{sites} new sites and the {count} plants they newly serve',
  'mark.gained': 'newly served',
  'mark.served': 'served already',
  'mark.open': 'still without',
  hectaresEach: 'Land for each',
  hectares: 'ha',
  landUnknown: 'land unknown',
  none: 'There is no gap that could be filled: allow more minutes, or parks without the assignment.',
  look: 'See the site',
  greedy: 'Greedy (at least 63% of the best without limits per park, half of it with them)',
  proving: 'Looking for the best choice; until it is found, a good one is shown',
  proven: 'Proven the best, and so is greedy',
  provenBetter: 'Proven the best; greedy falls {short} short',
  bounded: 'At most {percent}% from the best',
  notProven: 'Not proven, greedy is shown.',
  sites: 'Where to put this product',
  askProduct: 'Choose a product on the left.',
  siteCount: 'New sites',
  siteUnit: '',
  objective: 'Aim',
  'objective.coverage': 'Most plants covered',
  'objective.minutes': 'Least minutes',
  covers:
    '“{product}” in {sites}: plants within {minutes} minutes go from {before} to {after} (of {all}).',
  brings:
    '“{product}” in {sites}: the mean minutes to the plants go from {before} to {after} (240 where nobody serves).',
  served: 'The nearest supplier of each plant',
  plant: 'Vehicle plant',
  today: 'Today',
  withNew: 'With the new sites',
  nobody: 'no known supplier',
  method:
    'Maximal coverage (Church & ReVelle 1974) and p-median (ReVelle & Swain 1970): greedy with exchanges at once, exact by HiGHS; existing firms stay, trips at their middle.',
}
