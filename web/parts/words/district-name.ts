// What is the district of a row called?

import { language } from '#web/messages/index.ts'
import { districts } from '#web/state/region/lists.ts'

type Row = { adcode: string | null; districtZh: string }

/** The row's district in the view's language; in Chinese where no English name is known. */
export function districtName({ adcode, districtZh }: Row): string {
  if (language.value !== 'en') return districtZh
  return districts.value.find(({ id }) => id === adcode)?.properties.nameEn || districtZh
}
