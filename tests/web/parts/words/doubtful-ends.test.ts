// Which places met the roads doubtfully?
import { expect, it } from 'vitest'
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
  for (const word of [firm.nameEn, firm.detail.en, '1 place meets']) expect(said).toContain(word)
})
