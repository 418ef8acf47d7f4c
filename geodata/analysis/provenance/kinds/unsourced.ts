// Behind which rows stands nothing but say-so?
import { type Finder, textOf } from '#geodata/analysis/provenance/known-row.ts'
import { hasAddress } from '#geodata/analysis/provenance/source-addresses.ts'

/** How sources say themselves that nobody looked it up. */
const UNVERIFIED = /general knowledge|unverified|未经核实|未核|常识/i

/**
 * Unsourced is a row without a source, one whose source says itself that it was not looked up, and one that names
 * neither a class of source nor an address.
 */
export const unsourced: Finder = ({ rows }) =>
  rows.flatMap((row) => {
    const source = textOf(row, 'source')
    const isClassed = !('sourceClass' in row.properties) || row.properties.sourceClass !== 'none'
    const isSourced = source !== '' && !UNVERIFIED.test(source) && (isClassed || hasAddress(source))
    if (isSourced) return []
    return [
      {
        row,
        kind: 'unsourced' as const,
        field: 'source',
        name: { zh: '来源', en: 'Source' },
        known: source
          ? { zh: `只写“${source}”`, en: `Only “${source}” is given` }
          : { zh: '没有写来源', en: 'No source is given' },
        mend: {
          zh: '写明文件号、网址或单位台账，并选来源类别',
          en: 'Name the document, address or ledger, and the class of source',
        },
      },
    ]
  })
