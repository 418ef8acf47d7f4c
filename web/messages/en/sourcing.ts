// English texts of local sourcing.
import type { sourcing as zh } from '#web/messages/zh-CN/sourcing.ts'

export const sourcing: Record<keyof typeof zh, string> = {
  title: 'Local sourcing rate',
  lead: 'How many of the products a vehicle plant takes in have a known supplier within the truck minutes set below. It counts products and listed firms, not the value of purchases.',
  within: 'At most',
  minutes: '{minutes} minutes',
  said: 'Within {minutes} minutes: of {plants} plants × {products} products, {one}% ({range}) have at least one known supplier and {two}% two or more.',
  sentence:
    'Within {minutes} minutes {served} of {plants} plants can have {product} from a listed firm ({range})',
  countLikely: 'likely {likely}, outer bounds {bounds}',
  countBounds: 'outer bounds {bounds}',
  percent: 'likely {low}–{high}%',
  percentBounds: 'outer bounds {low}–{high}%',
  percentDrawing: 'range being drawn',
  sentenceEnd: '.',
  sentenceOne: '; a new supplier in {park} takes that from {before} to {after}.',
  sentenceTwo:
    '; a new supplier in {park} adds none, but takes those with two or more from {before} to {after}.',
  sentenceNone: '; a new supplier in {park} adds none, and no second source either.',
  region: 'The whole region',
  adds: 'With “{product}” in {park}, {count} more needs have a supplier (+{points} points).',
  notCounted: '“{product}” is not in the denominator: {reason}',
  askFirst: 'Choose a product on the left to see what its arrival would add.',
  candidate: 'The new supplier in',
  candidateOption: '{rank} · {name}: {count} more',
  candidateUnranked: 'not ranked · {name}: {count} more',
  byPlant: 'By vehicle plant',
  bySegment: 'By segment',
  colName: 'Name',
  colOne: 'One or more',
  colTwo: 'Two or more',
  cell: '{count} of {needed}, {range}',
  published: 'Published rates of local supply',
  publishedWhy:
    'Their definitions differ and some contradict each other: most go by value or by assemblies, the rate above by products and driving time. They cannot be compared directly. 70% for 2022 and above 45% for 2025 contradict each other; both are listed with their sources.',
  leftOut: 'Products not counted ({count})',
  method:
    'Filled to the low end of the range shown, hatched to its high end: likely are nine in ten joint draws, the outer bounds every doubt at its worst and at its best (rough or unknown place, or only the segment is known); upright: at the middle of the trips; across: what the new supplier brings.',
}
