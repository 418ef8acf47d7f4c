// What does the page say, in the language of the view?
import { computed } from '@preact/signals'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { ask as askEn } from '#web/messages/en/ask.ts'
import { basemaps as basemapsEn } from '#web/messages/en/basemaps.ts'
import { brief as briefEn } from '#web/messages/en/brief.ts'
import { common as commonEn } from '#web/messages/en/common.ts'
import { compare as compareEn } from '#web/messages/en/compare.ts'
import { edit as editEn } from '#web/messages/en/edit.ts'
import { filters as filtersEn } from '#web/messages/en/filters.ts'
import { firms as firmsEn } from '#web/messages/en/firms.ts'
import { keys as keysEn } from '#web/messages/en/keys.ts'
import { layout as layoutEn } from '#web/messages/en/layout.ts'
import { map as mapEn } from '#web/messages/en/map.ts'
import { matrix as matrixEn } from '#web/messages/en/matrix.ts'
import { network as networkEn } from '#web/messages/en/network.ts'
import { one as oneEn } from '#web/messages/en/one.ts'
import { present as presentEn } from '#web/messages/en/present.ts'
import { progress as progressEn } from '#web/messages/en/progress.ts'
import { ranking as rankingEn } from '#web/messages/en/ranking.ts'
import { shell as shellEn } from '#web/messages/en/shell.ts'
import { site as siteEn } from '#web/messages/en/site.ts'
import { stages as stagesEn } from '#web/messages/en/stages.ts'
import { ask } from '#web/messages/zh-CN/ask.ts'
import { basemaps } from '#web/messages/zh-CN/basemaps.ts'
import { brief } from '#web/messages/zh-CN/brief.ts'
import { common } from '#web/messages/zh-CN/common.ts'
import { compare } from '#web/messages/zh-CN/compare.ts'
import { edit } from '#web/messages/zh-CN/edit.ts'
import { filters } from '#web/messages/zh-CN/filters.ts'
import { firms } from '#web/messages/zh-CN/firms.ts'
import { keys } from '#web/messages/zh-CN/keys.ts'
import { layout } from '#web/messages/zh-CN/layout.ts'
import { map } from '#web/messages/zh-CN/map.ts'
import { matrix } from '#web/messages/zh-CN/matrix.ts'
import { network } from '#web/messages/zh-CN/network.ts'
import { one } from '#web/messages/zh-CN/one.ts'
import { present } from '#web/messages/zh-CN/present.ts'
import { progress } from '#web/messages/zh-CN/progress.ts'
import { ranking } from '#web/messages/zh-CN/ranking.ts'
import { shell } from '#web/messages/zh-CN/shell.ts'
import { site } from '#web/messages/zh-CN/site.ts'
import { stages } from '#web/messages/zh-CN/stages.ts'
import { view } from '#web/state/store.ts'

const CHINESE = {
  ask,
  basemaps,
  shell,
  common,
  layout,
  map,
  filters,
  edit,
  keys,
  site,
  compare,
  present,
  progress,
  brief,
  firms,
  network,
  one,
  ranking,
  matrix,
  stages,
}
type Texts = typeof CHINESE
/** English must say everything that Chinese says. */
type Same<T> = { [Area in keyof T]: Record<keyof T[Area], string> }
const ENGLISH: Same<Texts> = {
  ask: askEn,
  basemaps: basemapsEn,
  shell: shellEn,
  common: commonEn,
  layout: layoutEn,
  map: mapEn,
  filters: filtersEn,
  edit: editEn,
  keys: keysEn,
  site: siteEn,
  compare: compareEn,
  present: presentEn,
  progress: progressEn,
  brief: briefEn,
  firms: firmsEn,
  network: networkEn,
  one: oneEn,
  ranking: rankingEn,
  matrix: matrixEn,
  stages: stagesEn,
}

export type MessageKey = {
  [Area in keyof Texts]: `${Area}.${keyof Texts[Area] & string}`
}[keyof Texts]

export const language = computed<'zh-CN' | 'en'>(
  () => view.value.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'),
)

const formats = new Map<string, IntlMessageFormat>()

/** The text of a key with its values put in; numbers as the language writes them. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  const [area, ...name] = key.split('.')
  const texts: Record<string, Record<string, string>> = language.value === 'en' ? ENGLISH : CHINESE
  const text = texts[area ?? '']?.[name.join('.')] ?? key
  const cached = `${language.value}/${key}`
  const format = formats.get(cached) ?? new IntlMessageFormat(text, language.value)
  formats.set(cached, format)
  return String(format.format(values))
}

/** The side of a bilingual text that the view reads. */
export function say(text: Bilingual): string {
  return language.value === 'en' ? text.en : text.zh
}

/** A name in the view's language, Chinese where no English one is known. */
export function nameOf(named: { nameZh: string; nameEn: string | null }): string {
  return language.value === 'en' ? named.nameEn || named.nameZh : named.nameZh
}
