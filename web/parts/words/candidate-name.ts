// By what name does a candidate of a siting go?
import { say, t } from '#web/messages/index.ts'

export function candidateName(candidate: {
  kind: 'park' | 'pin' | 'site'
  nameZh: string
  nameEn: string
}): string {
  return candidate.kind === 'pin'
    ? t('site.pinName')
    : say({ zh: candidate.nameZh, en: candidate.nameEn })
}
