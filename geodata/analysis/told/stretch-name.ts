// By what name does a person know a stretch of road, wherever it is read?
import { type Say, sayIn } from '#geodata/analysis/told/rich.ts'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Stretch = Pick<
  DisruptionResult['links'][number],
  'id' | 'name' | 'ref' | 'fromName' | 'toName' | 'endsAre' | 'structure'
>

/** Number and name of the road, both ends, and what carries it: bridge or tunnel. */
export function stretchName(stretch: Stretch): Bilingual {
  return { zh: nameIn(stretch, sayIn('zh-CN')), en: nameIn(stretch, sayIn('en')) }
}

/** In a narrow column: the number of the road, else its name, and the first name of each end without its brackets. */
export function stretchLabel(stretch: Stretch): Bilingual {
  const { ref, name, fromName, toName } = stretch
  const short = (end: string) => (end.split('/')[0] ?? '').replace(/[(（][^)）]*[)）]/g, '').trim()
  return stretchName({
    ...stretch,
    name: ref ? '' : name,
    fromName: short(fromName) || fromName,
    toName: short(toName) || toName,
  })
}

function nameIn(
  { id, name, ref, fromName, toName, endsAre, structure }: Stretch,
  say: Say,
): string {
  const ends = [...new Set([fromName, toName].filter(Boolean))].join(say('—', ' – '))
  const where = endsAre === 'near' && ends ? say(`（${ends}附近）`, `(near ${ends})`) : ends
  const unnamed = say(`路段 ${id}`, `Street ${id}`)
  const words = [ref, name, where].filter(Boolean).join(' ') || unnamed
  if (!structure) return words
  return structure === 'bridge'
    ? say(`${words}（桥）`, `${words} (bridge)`)
    : say(`${words}（隧道）`, `${words} (tunnel)`)
}
