// What may a source say of a row, and how does it stand to what the row holds?

/** Collections and tables whose rows sources are quoted on. */
export const STATED_OF = ['parks', 'companies', 'hubs', 'links', 'targets'] as const

export const STATED_FIELDS = [
  'capacity',
  'output',
  'place',
  'address',
  'park',
  'area',
  'land',
  'firms',
  'investment',
  'opened',
] as const

/**
 * taken: what the row holds · conflicts: differs from it, and neither is proved wrong · earlier: differs
 * because it is older · confirms: says the same · adds: the row has no cell for it, or it is not firm
 * enough to be one · hint: no address was kept, so nobody can look it up.
 */
export const STANDINGS = ['taken', 'conflicts', 'earlier', 'confirms', 'adds', 'hint'] as const

/**
 * documented: a page shows it · creating: on the list of those working towards it · implied, claimed: not
 * shown · to_check: where to look is known.
 */
export const CERTIFICATE_STATUSES = [
  'documented',
  'creating',
  'implied',
  'claimed',
  'to_check',
] as const
