// Does an answer say on which roads, of which day, it stands?
import { beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { basisText } from '#web/parts/words/basis-line.tsx'
import { changeView } from '#web/state/view/store.ts'

beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})
const network = (date: string) => ({
  network: { name: { zh: '骨架路网（示意）', en: 'Skeleton network (schematic)' }, date },
})

it('says the date of the roads in a sentence, and no checksum', () => {
  changeView({ language: 'zh-CN' })
  expect(basisText(network('2026-11'))).toBe('所用路网：骨架路网（示意），2026年11月。')
  changeView({ language: 'en' })
  expect(basisText(network('2026-11'))).toBe('Roads: Skeleton network (schematic), Nov 2026.')
  expect(basisText(network(''))).toBe('Roads: Skeleton network (schematic), of an unknown date.')
})
