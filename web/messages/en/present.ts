// English texts of the presenter.
import type { present as zh } from '#web/messages/zh-CN/present.ts'

export const present: Record<keyof typeof zh, string> = {
  title: 'Present',
  lead: 'One thought per scene; every figure is worked out live.',
  loading: 'Fetching the stories…',
  none: 'No stories yet.',
  start: 'Start presenting',
  startHere: 'Start from scene {scene}',
  preparing: 'Making the scenes ready: {done} of {total}',
  cancel: 'Stop',
  failed: 'Could not be made ready',
  scenes: '{count, plural, one {# scene} other {# scenes}}',
  scene: 'Scene {scene} of {count}',
  of: '{scene} / {count}',
  keys: '← → change scene, Home End first and last, Esc leaves. A clicker works too.',
  leave: 'Leave the presentation',
  next: 'Next scene',
  previous: 'Previous scene',
  source: 'Source: {source}',
  unknown: 'unknown',
  notes: 'Notes',
  waiting: 'Drawing the map…',
  region: 'Presentation',
  story: 'Story',
}
