// The ways to read coordinates that may be chosen by hand, grouped as people look for them.
import type { Import, ImportSystem } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'

type Named = Pick<ImportSystem, 'key' | 'words' | 'reading'>
export type SystemGroup = { title: string; systems: Named[] }

/** As xian80-3-105-zone: datum, degrees of a zone, central meridian. */
const SURVEY = /^(cgcs2000|xian80|beijing54)-([36])-/

/** What the data speak for comes first, then degrees, then each datum with its zones of 3° and of 6°. */
export function systemGroups({ systems, others }: Import['coordinates']): SystemGroup[] {
  const groups = new Map<string, Named[]>()
  const put = (title: string, system: Named) => {
    groups.set(title, [...(groups.get(title) ?? []), system])
  }
  for (const system of systems) put(t('imports.group.likely'), system)
  const [degrees, surveyed] = [others.filter(isDegrees), others.filter((one) => !isDegrees(one))]
  for (const system of degrees) put(t('imports.group.degrees'), system)
  for (const system of surveyed) put(surveyTitle(system), system)
  return [...groups].map(([title, systems]) => ({ title, systems }))
}

const isDegrees = ({ key }: Named) => !SURVEY.test(key)

function surveyTitle({ key }: Named): string {
  const [, datum, zone = ''] = SURVEY.exec(key) ?? []
  return t(`imports.group.${datum as 'xian80'}`, { degrees: zone })
}
