// English texts of a story that was given away as a file.
import type { given as zh } from '#web/messages/zh-CN/given.ts'

export const given: Record<keyof typeof zh, string> = {
  bar: 'This file',
  theme: 'Light or dark',
  ask: 'Ask',
  askTitle: 'Ask the map',
  askLead:
    'Drag the pin or move it with the arrow keys; the rings follow. Nothing is sent anywhere: this file works them out.',
  back: 'Back to scene {scene}',
  one: 'Vehicle park, the “1”',
  undecided: 'Undecided (no document names one)',
  pinMoved: 'The pin and the rings move to the “1” that you set.',
  nearest: 'Parks nearest to the “1”',
  nearestUndecided: 'Minutes from the nearest candidate',
  minutes: '{minutes} min',
  computing: 'Working it out…',
  about: 'About this file',
  asOf: 'Figures as of {date}',
  made: 'Made by Park Atlas on {date}, from data version {hash}. Later corrections are not in this file.',
  network: 'Rings and minutes after a drag are worked out on “{name}”.',
  limits:
    'It works out rings and truck minutes; for rankings, comparisons, look-ups and edits open Park Atlas.',
  offline: 'This file asks nothing of any network and sends nothing anywhere.',
  licences: 'Licences of its programs and fonts',
  failed:
    'The contents cannot be read; the file may be cut off. Get it again, or have Park Atlas make it anew.',
  unreadable: 'This file was made by another version; have it made anew.',
  take: 'Take away: one web file',
  takeHow: 'Opens offline, and the pin can be dragged.',
  handout: 'Make a handout (PDF)',
  handoutNotes: 'With notes and likely questions',
  handoutHow: 'A4 to print: each scene with its map, figures and sources.',
  handoutDraft: 'Made of the draft as it is now; its pages say “draft”.',
  handoutMaking: 'Making the handout…',
  handoutDone: '{pages} pages made, saved as “{name}”.',
  handoutFailed: 'The handout was not made.',
  takeSize: '{megabytes} MB',
}
