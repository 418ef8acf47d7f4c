// Which figure of the collections stands beside a task of the plan?

/**
 * system: known firms of a system · firms: known firms that make parts · target: the latest figure of a
 * target, figures: all figures of a group · certificates: documented ones of a standard · links: of a
 * kind or all · platforms: of a type or all · stages: parks recognised or being created · areas: parks
 * whose developed area is documented.
 */
export const SHOWN = [
  'system',
  'firms',
  'target',
  'figures',
  'certificates',
  'links',
  'platforms',
  'stages',
  'areas',
] as const
export type Shown = (typeof SHOWN)[number]

/** "links:technology", "links", or empty where there is none to count. */
export const SHOWN_PATTERN = new RegExp(`^((${SHOWN.join('|')})(:[A-Za-z0-9-]+)?)?$`)

/** The kind of figure and what it is of; null: there is none to count. */
export function shownIn(text: string | null): { kind: Shown; of: string | null } | null {
  const [kind, of] = (text ?? '').split(':')
  const known = SHOWN.find((one) => one === kind)
  return known ? { kind: known, of: of ?? null } : null
}
