// English texts of scenes that are given away one by one, as data.
import type { away as zh } from '#web/messages/zh-CN/away.ts'

export const away: Record<keyof typeof zh, string> = {
  title: 'Take away: scene {scene}',
  features: 'What the map shows (GeoJSON)',
  featuresHow: 'Its layers, filters and rings, with source, date and precision.',
  noFeatures: 'This scene has no map, so no features.',
}
