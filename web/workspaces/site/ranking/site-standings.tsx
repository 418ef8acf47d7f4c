// How does a candidate stand to what was asked of it? Met, not met, perhaps or unknown, with the source.

import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { needTold } from '#web/parts/words/need-words.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'

type SiteStandingsProps = { candidate: Candidate; asked: SitingResult['needs'] }

export function SiteStandings({ candidate, asked }: SiteStandingsProps) {
  if (candidate.needs.length === 0) return null
  return (
    <div class="site-standings">
      <h3>{t('question.needsFound')}</h3>
      <ul>
        {candidate.needs.map((found) => {
          const { id, standing, source, isHard } = found
          const need = asked.find((one) => one.id === id)
          return (
            <li key={id} data-standing={standing}>
              {(standing === 'unknown' || standing === 'perhaps') && (
                <i class="hatch-swatch" aria-hidden="true" />
              )}
              <b>{t(`question.standing.${standing}`)}</b>{' '}
              <span>
                {need ? say(need.title) : id}
                {need?.amount && need.unit
                  ? ` ${need.amount} ${t(`site.needUnit.${need.unit}`)}`
                  : ''}{' '}
                ({isHard ? t('site.needHard') : t('site.needWish')})
              </span>
              <small title={inReadersWords(source)}>{needTold(found, need?.unit ?? null)}</small>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
