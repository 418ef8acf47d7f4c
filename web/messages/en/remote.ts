// English texts of the page on a phone that turns the scenes of a presentation.
import type { remote as chinese } from '#web/messages/zh-CN/remote.ts'

export const remote: Record<keyof typeof chinese, string> = {
  title: 'Remote of the presentation',
  enter: 'Enter the six digits that the stage shows',
  code: 'Code',
  pair: 'Pair',
  waiting: 'Paired; waiting for the stage …',
  of: '{scene} / {count}',
  elapsed: 'Elapsed',
  planned: 'planned to here {time}',
  next: 'Next',
  previous: 'Previous',
  black: 'Blank',
  shown: 'Show again',
  nextTitle: 'Next: {title}',
  last: 'This is the last scene.',
  notes: 'Notes',
  noNotes: 'No notes for this scene.',
  lost: 'The connection broke; trying again …',
  away: 'The stage is away; buttons do nothing for now.',
  unreached: 'It did not arrive; press again.',
  over: 'The presentation has ended.',
}
