// Which sources have an address that leads nowhere?
import { type Finder, textOf } from '#geodata/analysis/provenance/known-row.ts'
import { type AddressFault, lostAddresses } from '#geodata/analysis/provenance/source-addresses.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const FAULT: Record<AddressFault, Bilingual> = {
  'ill-formed': { zh: '不是完整的网址', en: 'is no whole address' },
  'said-gone': { zh: '注明已打不开', en: 'is noted to be gone' },
}

/** Fields that hold sources, with the note beside them. */
const SOURCES = [
  { field: 'source', name: { zh: '来源', en: 'Source' } },
  { field: 'stageSource', name: { zh: '阶段的来源', en: 'Source of the stage' } },
] as const

export const addressLost: Finder = ({ rows }) =>
  rows.flatMap((row) =>
    SOURCES.flatMap(({ field, name }) => {
      const lost = lostAddresses(textOf(row, field), textOf(row, 'note'))
      if (lost.length === 0) return []
      return [
        {
          row,
          kind: 'address-lost' as const,
          field,
          name,
          known: {
            zh: lost.map(({ reference, fault }) => `“${reference}”${FAULT[fault].zh}`).join('；'),
            en: lost.map(({ reference, fault }) => `“${reference}” ${FAULT[fault].en}`).join('; '),
          },
          mend: {
            zh: '找到原文的新地址或存档，没有就写文件名和日期',
            en: 'Find where the text is now or was archived; failing that name the document and its date',
          },
        },
      ]
    }),
  )
