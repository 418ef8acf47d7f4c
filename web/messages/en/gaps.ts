// English texts of gap filling and location-allocation.
import type { gaps as zh } from '#web/messages/zh-CN/gaps.ts'

export const gaps: Record<keyof typeof zh, string> = {
  title: 'Gap filling',
  lead: 'A gap is a product that a plant takes in without a known supplier within X minutes. Whom to recruit first, and where, to fill most of them?',
  settings: 'Conditions',
  recruits: 'Recruit',
  recruitsUnit: 'firms',
  mostInPark: 'At most per park',
  assignedOnly: 'Only in parks assigned the segment',
  order: 'Recruits in order',
  fills: '{count} fill {filled} of {gaps} gaps; the sourcing rate goes from {from}% to {to}%.',
  adds: 'fills {count}, +{points} points',
  landUnknown: 'land unknown',
  none: 'There is no gap that could be filled: allow more minutes, or parks without the assignment.',
  look: 'See the site',
  greedy: 'Greedy (at least 63% of the best without limits per park, half of it with them)',
  proving: 'Proving… greedy until then',
  proven: 'Proven the best',
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
