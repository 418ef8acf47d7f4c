// One candidate on one page of paper: why it stands where it does, each term with its range and source, what was asked.

import type { ComponentChildren } from 'preact'
import { wholePercent } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import { byWeight, ScoreBar } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import { type DrawnWay, likelyDuration } from '#web/messages/minutes-text.ts'
import { ageText } from '#web/parts/words/age-text.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { centralText, rangeText, unitWord } from '#web/parts/words/measured.ts'
import { needTold } from '#web/parts/words/need-words.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { SiteWhy } from '#web/workspaces/site/ranking/site-why.tsx'

type CandidateSheetProps = { candidate: Candidate; result: RankedAnswer; foot: string }

/** The sources of a page, each with its number. */
function citations() {
  const sources: string[] = []
  const cite = (source: string): string =>
    inReadersWords(source)
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((one) => (sources.includes(one) ? sources.indexOf(one) + 1 : sources.push(one)))
      .join(', ')
  return { sources, cite }
}

export function SiteCandidateSheet({ candidate, result, foot }: CandidateSheetProps) {
  const { sources, cite } = citations()
  const terms = termRows(candidate, result, cite)
  const needs = needRows(candidate, result, cite)
  const title = t('document.candidate', { rank: candidate.rank, name: candidateName(candidate) })
  return (
    <section class="print-page" aria-label={title}>
      <h2>{title}</h2>
      <p>{standingText(candidate, result)}</p>
      <ScoreBar
        terms={candidate.terms}
        label={t('site.termTable', { name: candidateName(candidate) })}
      />
      <SiteWhy candidate={candidate} result={result} />
      {terms}
      {needs}
      {candidate.flags.length > 0 && (
        <Listed title={t('site.flags')} texts={candidate.flags.map(say)} />
      )}
      <Listed title={t('document.plants')} texts={candidate.plants.map(timed)} />
      <Listed
        title={t('site.suppliers')}
        texts={candidate.suppliers.map((one) =>
          t('document.serving', {
            supplier: timed(one),
            inputs: one.serves.map(({ title: input }) => say(input)).join(t('print.between')),
          }),
        )}
      />
      {candidate.nearestHub && (
        <Listed title={t('site.hub')} texts={[timed(candidate.nearestHub)]} />
      )}
      <h3>{t('document.sources')}</h3>
      <ol class="print-sources">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
      <p class="print-credits">{foot}</p>
    </section>
  )
}

function standingText(candidate: Candidate, { isSettled }: RankedAnswer): string {
  const { rank, rankLikely, rankLow, rankHigh, score, scoreLikely, scoreLow, scoreHigh } = candidate
  const figures = {
    score: score.toFixed(1),
    low: scoreLow.toFixed(0),
    high: scoreHigh.toFixed(0),
    rank,
    rankLow,
    rankHigh,
  }
  if (!isSettled) return t('document.standingBounds', figures)
  return t('document.standing', {
    ...figures,
    likelyLow: scoreLikely[0].toFixed(1),
    likelyHigh: scoreLikely[1].toFixed(1),
    rankFrom: rankLikely[0],
    rankTo: rankLikely[1],
    chance: chanceText(candidate.chanceFirst),
  })
}

type Cite = (source: string) => string

function termRows({ terms }: Candidate, { criteria }: RankedAnswer, cite: Cite) {
  const heads = [
    t('site.colTerm'),
    t('site.colMeasured'),
    t('site.range.likely'),
    t('site.range.bounds'),
    t('site.colWeight'),
    t('site.colContribution'),
    t('document.source'),
  ]
  return (
    <Table heads={heads}>
      {byWeight(terms).map((term) => {
        const title = criteria.find(({ id }) => id === term.criterion)?.title
        return (
          <tr key={term.criterion}>
            <th scope="row">{title ? say(title) : term.criterion}</th>
            <td class="number">{measured(term)}</td>
            <td class="number">{rangeText(term, 'likely') ?? ''}</td>
            <td class="number">{rangeText(term, 'bounds') ?? ''}</td>
            <td class="number">{wholePercent(term.weight)}%</td>
            <td class="number">{pointsText(term)}</td>
            <td>
              {[
                `[${cite(term.source)}] ${ageText(term.asOf)}`,
                ...(term.reason ? [say(term.reason)] : []),
              ].join(t('print.between'))}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function measured(term: SitingTerm): string {
  const text = centralText(term)
  return text === null ? t('site.unknown') : `${text} ${unitWord(term.unit)}`
}

/** With what nine in ten draws bring. */
function pointsText({ known, contribution, contributionLikely: [low, high] }: SitingTerm): string {
  const range = `${low.toFixed(1)}–${high.toFixed(1)}`
  if (!known) return range
  return low.toFixed(1) === high.toFixed(1)
    ? contribution.toFixed(1)
    : `${contribution.toFixed(1)} (${range})`
}

function needRows({ needs }: Candidate, result: RankedAnswer, cite: Cite) {
  if (needs.length === 0) return null
  const heads = [
    t('question.needsFound'),
    t('document.finding'),
    t('document.known'),
    t('document.source'),
  ]
  return (
    <Table heads={heads}>
      {needs.map((found) => {
        const need = result.needs.find(({ id }) => id === found.id)
        const asked = need?.amount && need.unit ? ` ${need.amount} ${unitOfNeed(need.unit)}` : ''
        const force = found.isHard ? t('site.needHard') : t('site.needWish')
        return (
          <tr key={found.id}>
            <th scope="row">{`${need ? say(need.title) : found.id}${asked} (${force})`}</th>
            <td>{t(`question.standing.${found.standing}`)}</td>
            <td>{needTold(found, need?.unit ?? null)}</td>
            <td>{`[${cite(found.source)}]`}</td>
          </tr>
        )
      })}
    </Table>
  )
}

const unitOfNeed = (unit: NonNullable<RankedAnswer['needs'][number]['unit']>) =>
  t(`site.needUnit.${unit}`)

function Table({ heads, children }: { heads: readonly string[]; children: ComponentChildren }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Listed({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <p>
      <b>{title}</b> {texts.join(t('print.between'))}
    </p>
  )
}

/** By name, with its truck minutes and what is likely of them. */
function timed(one: DrawnWay & { nameZh: string; nameEn: string }): string {
  const name = say({ zh: one.nameZh, en: one.nameEn })
  const duration = likelyDuration(one)
  if (!duration) return `${name} ${t('site.unknown')}`
  const [low, central, high] = [
    duration.lowSeconds,
    duration.centralSeconds,
    duration.highSeconds,
  ].map((seconds) => Math.round(seconds / 60))
  return low === high ? `${name} ${central}` : `${name} ${central} (${low}–${high})`
}
