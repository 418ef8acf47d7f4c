// Where do the points of a candidate come from? Criterion by criterion, with source and age.

import { amountText } from '#geodata/analysis/told/amount-text.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import { byWeight } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import { type TermRow, TermTable } from '#web/parts/controls/term-table.tsx'
import { ageText } from '#web/parts/words/age-text.ts'
import { centralText, rangeText, unitWord } from '#web/parts/words/measured.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { shownRange } from '#web/state/view/shown-range.ts'

type SiteTermsProps = { candidate: Candidate; result: SitingResult; name: string }

export function SiteTerms({ candidate, result, name }: SiteTermsProps) {
  return (
    <TermTable
      caption={t('site.termTable', { name })}
      heads={[
        t('site.colTerm'),
        t('site.colMeasured'),
        t('site.colValue'),
        t('site.colWeight'),
        t('site.colContribution'),
      ]}
      rows={byWeight(candidate.terms).flatMap((term) => {
        const criterion = result.criteria.find(({ id }) => id === term.criterion)
        return criterion ? [rowOf(term, criterion)] : []
      })}
      total={{ title: t('site.total'), points: candidate.score.toFixed(1) }}
    />
  )
}

function rowOf(term: SitingTerm, criterion: SitingResult['criteria'][number]): TermRow {
  const { known, raw, value, valueLow, valueHigh } = term
  const { best, worst } = criterion
  const unit = unitWord(term.unit)
  const why = term.reason ? say(term.reason) : shortSource(term.source)
  return {
    id: term.criterion,
    title: say(criterion.title),
    source: term.source,
    note: known
      ? `${why} · ${ageText(term.asOf)}`
      : `${why} · ${t('site.countedAs', { points: term.contribution.toFixed(1) })}`,
    measured: centralText(term),
    range: rangeText(term, shownRange.value),
    unit,
    value: {
      best,
      worst,
      raw: known ? raw : null,
      value,
      valueLow,
      valueHigh,
      label: t('site.valueLabel', {
        best: `${amountText(best, term.unit)} ${unit}`,
        worst: `${amountText(worst, term.unit)} ${unit}`,
        value: known ? value.toFixed(2) : `${valueLow.toFixed(2)}–${valueHigh.toFixed(2)}`,
      }),
    },
    weight: term.weight,
    points: known
      ? term.contribution.toFixed(1)
      : `${term.contributionLow.toFixed(0)}–${term.contributionHigh.toFixed(0)}`,
  }
}
