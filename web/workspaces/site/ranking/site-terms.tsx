// Where do the points of a candidate come from? Criterion by criterion, with source and age.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { byWeight, toneClass } from '#web/charts/score-bar.tsx'
import { ValueFunction } from '#web/charts/value-function.tsx'
import { say, t } from '#web/messages/index.ts'
import { ageText } from '#web/parts/words/age-text.ts'
import { amount, measuredText, unitWord } from '#web/parts/words/measured.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'

type SiteTermsProps = { candidate: Candidate; result: SitingResult; name: string }

export function SiteTerms({ candidate, result, name }: SiteTermsProps) {
  return (
    <table class="site-terms">
      <caption class="visually-hidden">{t('site.termTable', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('site.colTerm')}</th>
          <th scope="col">{t('site.colMeasured')}</th>
          <th scope="col">{t('site.colValue')}</th>
          <th scope="col">{t('site.colWeight')}</th>
          <th scope="col">{t('site.colContribution')}</th>
        </tr>
      </thead>
      <tbody>
        {byWeight(candidate.terms).map((term, index) => {
          const criterion = result.criteria.find(({ id }) => id === term.criterion)
          if (!criterion) return null
          const measured = measuredText(term)
          const unit = unitWord(term.unit)
          return (
            <tr key={term.criterion}>
              <th scope="row">
                <i
                  class={`swatch ${toneClass(index)}`}
                  style="background:currentColor"
                  aria-hidden="true"
                />
                <span>
                  {say(criterion.title)}
                  <small title={term.source}>
                    {term.reason ? say(term.reason) : shortSource(term.source)}
                    {' · '}
                    {ageText(term.asOf)}
                  </small>
                </span>
              </th>
              <td>
                {measured === null ? (
                  <span class="unknown">{t('site.unknown')}</span>
                ) : (
                  <>
                    {measured} <abbr>{unit}</abbr>
                  </>
                )}
              </td>
              <td>
                <ValueFunction
                  best={criterion.best}
                  worst={criterion.worst}
                  raw={term.known ? term.raw : null}
                  value={term.value}
                  valueLow={term.valueLow}
                  valueHigh={term.valueHigh}
                  label={t('site.valueLabel', {
                    best: `${amount(criterion.best, term.unit)} ${unit}`,
                    worst: `${amount(criterion.worst, term.unit)} ${unit}`,
                    value: term.known
                      ? term.value.toFixed(2)
                      : `${term.valueLow.toFixed(2)}–${term.valueHigh.toFixed(2)}`,
                  })}
                />
              </td>
              <td>{Math.round(term.weight * 100)}%</td>
              <td>
                <b>
                  {term.known
                    ? term.contribution.toFixed(1)
                    : `${term.contributionLow.toFixed(0)}–${term.contributionHigh.toFixed(0)}`}
                </b>
              </td>
            </tr>
          )
        })}
        <tr class="total">
          <th scope="row" colSpan={4}>
            {t('site.total')}
          </th>
          <td>
            <b>{candidate.score.toFixed(1)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
