// Which places met the roads doubtfully?
import { expect, it } from 'vitest'
import { nameOf, say, t } from '#web/messages/index.ts'
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'

const firm = {
  id: 'F1',
  nameZh: '河心厂',
  nameEn: 'River firm',
  kind: 'passed-island' as const,
  detail: { zh: '其间可能隔着水面', en: 'perhaps across water' },
}

it('counts and names each with its reason, and takes no room where there is none', () => {
  expect(DoubtfulEnds({ ends: [] })).toBeNull()
  const said = JSON.stringify(DoubtfulEnds({ ends: [firm] }))
  const words = [nameOf(firm), say(firm.detail), t('network.doubtfulEnds', { count: 1 })]
  for (const word of words) expect(said).toContain(word)
})
