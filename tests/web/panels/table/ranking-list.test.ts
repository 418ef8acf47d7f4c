// Does the table of a siting, and the file it is saved as, say what the server answers?
import { describe, expect, it } from 'vitest'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { rankingCsv, rankingList } from '#web/panels/table/ranking-list.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { rerank } from '#web/state/answers/siting-rank.ts'

const built = builtApp()

async function answered(): Promise<SitingResult> {
  const inputs = { productId: 'battery-tray', pins: [{ id: 'pin', lngLat: [106.53, 29.61] }] }
  const response = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs }),
  )
  return SitingResult.parse(await response.json())
}

describe('the table of a siting', () => {
  it('lists every candidate with its ranks, chances, scores and every criterion with its source', async () => {
    const result = await answered()
    const { head, rows } = rankingList(rerank(result, {}))
    expect(rows.map(({ id }) => id)).toEqual(result.ranking.map(({ id }) => id))
    expect(head.length).toBe(6 + result.criteria.length)
    const [first] = result.ranking
    const [row] = rows
    expect(row?.cell(1)).toBe(first?.rank)
    expect(row?.shown?.(1)?.range).toBe(first?.rankLikely.join('–'))
    expect(row?.cell(3)).toBe(first?.chanceFirst)
    expect(row?.cell(4)).toBe(first?.score)
    for (const [index, { raw, source }] of (first?.terms ?? []).entries()) {
      expect(row?.cell(6 + index)).toBe(raw)
      const shown = row?.shown?.(6 + index)
      expect(shown?.title?.length ?? 0, source).toBeGreaterThan(2)
    }
    expect(row?.thing).toEqual({ collection: 'parks', id: first?.id })
    expect(rows.find(({ id }) => id === 'pin')?.thing).toBeNull()
  })

  it('tells nothing likely of weights that nobody has drawn yet', async () => {
    const { rows } = rankingList(rerank(await answered(), { land: 100 }))
    expect(rows[0]?.shown?.(1)?.range).toBe('…')
    expect(rows[0]?.cell(3)).toBeNull()
    expect(rows[0]?.shown?.(3)?.text).toBe('…')
  })

  it('is saved in the order of its rows, unrounded, with its hashes and credits', async () => {
    const result = await answered()
    const ranked = rerank(result, {})
    const rows = rankingList(ranked).rows.toReversed()
    const [head = [], ...lines] = rankingCsv(ranked, rows)
    const column = (name: string) => head.indexOf(name)
    const last = result.ranking.at(-1)
    expect(lines[0]?.[column('Id')]).toBe(last?.id)
    expect(lines[0]?.[column('Score')]).toBe(last?.score)
    expect(lines[0]?.[column('Likely score, high')]).toBe(last?.scoreLikely[1])
    expect(lines[0]?.[column('First of all candidates')]).toBe(last?.chanceFirst)
    const term = last?.terms.find(({ criterion }) => criterion === 'plantMinutes')
    expect(lines[0]?.[column('Mean to vehicle plants, truck minutes')]).toBe(term?.raw)
    expect(lines[0]?.[column('Mean to vehicle plants: likely, low')]).toBe(term?.rawLikely?.[0])
    expect(lines[0]?.[column('Mean to vehicle plants: source')]).toBe(term?.source)
    const notes = lines.slice(result.ranking.length).map(([text]) => String(text))
    expect(notes.join()).toContain(result.basis.dataset.hash)
    expect(notes.join()).toContain(result.basis.parametersHash)
    expect(notes.every((text) => text.startsWith('# '))).toBe(true)
    expect(new Set([head, ...lines].map(({ length }) => length)).size).toBe(1)
  })
})

it('names a file by what it is and its day, without what no file system takes', () => {
  expect(fileName('选址：A/B "c"', new Date(2026, 2, 5))).toBe('选址 A B c 2026-03-05')
})
