// English texts of the surface of scores.
import type { surface as zh } from '#web/messages/zh-CN/surface.ts'

export const surface: Record<keyof typeof zh, string> = {
  title: 'Everywhere',
  show: 'Everywhere: every hexagon scored by truck minutes',
  askFirst: 'Choose a product above first.',
  computing: 'Measuring every cell…',
  legend: 'Score',
  said: '{count} cells by {terms} criteria of driving time; assignments, land and needs belong to parks and are not in it. A moved weight recolours at once.',
  best: 'The best places',
  pin: 'Put the pin here',
}
