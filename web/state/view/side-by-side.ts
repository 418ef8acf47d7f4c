// How does the user look at the compared: set against which one, which are put aside, the differences alone?

export type SideBySide = {
  /** The compared that others are set against; null: none. */
  referenceId: string | null
  /** Compared as before, but not shown. */
  hiddenIds: readonly string[]
  onlyDifferences: boolean
}

export const DEFAULT_SIDE: SideBySide = { referenceId: null, hiddenIds: [], onlyDifferences: false }

/** As a word of the address: "differences,against:1,hidden:2"; the compared go by their place in the list. */
export function encodeSide(side: SideBySide, compared: readonly string[]): string {
  const place = (id: string) => compared.indexOf(id) + 1
  const hidden = side.hiddenIds.map(place).filter((one) => one > 0)
  const against = side.referenceId === null ? 0 : place(side.referenceId)
  return [
    side.onlyDifferences && 'differences',
    against > 0 && `against:${against}`,
    ...hidden.map((one) => `hidden:${one}`),
  ]
    .filter(Boolean)
    .join(',')
}

export function decodeSide(words: readonly string[], compared: readonly string[]): SideBySide {
  const idsOf = (name: string) =>
    words.flatMap((word) => {
      const [is, place] = word.split(':')
      const id = is === name ? compared[Number(place) - 1] : undefined
      return id === undefined ? [] : [id]
    })
  return {
    referenceId: idsOf('against')[0] ?? null,
    hiddenIds: [...new Set(idsOf('hidden'))],
    onlyDifferences: words.includes('differences'),
  }
}
