// What is the level of a park called?
import { t } from '#web/messages/index.ts'

export const LEVELS = ['国家级', '省级', '市级', '省市共建'] as const

/** The level in the view's language; one that is new to us stays as the data have it. */
export function levelName(level: string): string {
  const known = LEVELS.find((one) => one === level)
  return known ? t(`layout.level.${known}`) : level
}
