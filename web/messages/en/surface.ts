// English texts of the surface of scores.
import type { surface as zh } from '#web/messages/zh-CN/surface.ts'

export const surface: Record<keyof typeof zh, string> = {
  title: 'Everywhere',
  show: 'Everywhere: every hexagon scored by truck minutes',
  askFirst: 'Choose a product above first.',
  computing: 'Measuring every cell…',
  drawing: 'Drawing the likely range of every cell…',
  legend: 'Score',
  unknown: 'Unknown: no truck gets there',
  count:
    '{count} cells. Ranges are nine in ten of {draws} joint draws, the same as in siting. A moved weight recolours at once; ranges follow.',
  leftOut:
    'Not in it: {names}. Only parks have these, so that a score here is not comparable with that of the ranking; parks are scored anew by the same criteria.',
  join: ', ',
  near: '{district}, {kilometers} km from {place}',
  in: '{district}',
  score: '{score} points',
  scoreSure: '{score} points (sure to a point)',
  scoreLikely: '{score} points (likely {low}–{high})',
  sentence: 'By {terms} criteria of driving time the best cell is in {place}: {score}.',
  sentencePark:
    'By {terms} criteria of driving time the best cell is in {place}: {score}; the best park by the same criteria is {park}: {parkScore}. {ahead}',
  'ahead.drawing': 'Their likely ranges are being drawn.',
  'ahead.cell': 'Whatever is uncertain, the cell is ahead of that park.',
  'ahead.park': 'Whatever is uncertain, that park is ahead of the cell.',
  'ahead.unsure': 'Their likely ranges overlap: the cell is not surely better.',
  doubtfulCells:
    '{count, plural, one {# cell meets} other {# cells meet}} the roads in a doubtful way (across water, or by a road apart from the main network): take the minutes as a hint.',
  best: 'The best places',
  pinned: 'The cell of the pin, at its centre',
  pin: 'Put the pin here',
}
