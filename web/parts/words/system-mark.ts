// By which sign is a system told where there is no room for its name?
import { SYSTEM_CHARACTER, SYSTEM_LETTER, type System } from '#geodata/model/system.ts'
import { language } from '#web/messages/index.ts'

/** A character in Chinese, a letter in English. */
export function systemMark(system: System): string {
  return (language.value === 'en' ? SYSTEM_LETTER : SYSTEM_CHARACTER)[system]
}
