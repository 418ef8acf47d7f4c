// What is a table called that takes files?
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { say } from '#web/messages/index.ts'

export function tableTitle(table: string): string {
  const titles: Readonly<Record<string, Bilingual>> = TITLES
  const title = titles[table]
  return title ? say(title) : table
}
