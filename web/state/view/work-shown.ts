// What is seen of the provenance board, as one plain value and as one word of the address?

export type WorkShown = {
  /** Of this kind alone; null: any. The board knows the kinds and standings. */
  kind: string | null
  /** Assigned to this side alone; null: whoever. */
  side: string | null
  /** What has been agreed of it; null: any. */
  standing: string | null
  /** From 1. */
  page: number
}

export const DEFAULT_WORK: WorkShown = { kind: null, side: null, standing: null, page: 1 }

const WORD = /^[a-z-]{1,20}$/
const PAGE = /^[1-9]\d{0,3}$/
const LONGEST_SIDE = 120

/** "kind:old,standing:overdue,side:%E6%9F%90,page:2"; what is default is left out. */
export function encodeWork({ kind, side, standing, page }: WorkShown): string {
  return [
    kind && `kind:${kind}`,
    standing && `standing:${standing}`,
    side && `side:${encodeURIComponent(side)}`,
    page > 1 && `page:${page}`,
  ]
    .filter(Boolean)
    .join(',')
}

/** What it does not understand is left at its default. */
export function decodeWork(text: string | null): WorkShown {
  const words = new Map(
    (text ?? '').split(',').map((word): [string, string] => {
      const colon = word.indexOf(':')
      return [word.slice(0, colon), word.slice(colon + 1)]
    }),
  )
  const word = (name: string) => {
    const given = words.get(name) ?? ''
    return WORD.test(given) ? given : null
  }
  const page = words.get('page') ?? ''
  return {
    kind: word('kind'),
    standing: word('standing'),
    side: sideIn(words.get('side')),
    page: PAGE.test(page) ? Number(page) : 1,
  }
}

function sideIn(text: string | undefined): string | null {
  try {
    return decodeURIComponent(text ?? '').slice(0, LONGEST_SIDE) || null
  } catch {
    return null
  }
}
