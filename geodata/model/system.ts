// The segment systems: the one thing hue stands for, on the map, in charts and in tables.

export const SYSTEMS = [
  'power',
  'driving',
  'cockpit',
  'v2x',
  'material',
  'traditional',
  'vehicle',
] as const

export type System = (typeof SYSTEMS)[number]

/** The character that says the system again wherever colour says it. */
export const SYSTEM_LETTER: Record<System, string> = {
  power: 'E',
  driving: 'D',
  cockpit: 'C',
  v2x: 'X',
  material: 'M',
  traditional: 'T',
  vehicle: 'V',
}
/** In Chinese. */
export const SYSTEM_CHARACTER: Record<System, string> = {
  power: '电',
  driving: '驾',
  cockpit: '舱',
  v2x: '联',
  material: '材',
  traditional: '转',
  vehicle: '整',
}
