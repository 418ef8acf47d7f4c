// The answer of a siting on paper: ranks on the map, and the list with the reasons of each.

import { wholePercent } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { byWeight } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import type { PictureAbout } from '#web/panels/print/framed-picture.tsx'
import { groundLegend, type Marked, PrintRegion } from '#web/panels/print/print-region.tsx'
import { PrintSheet, printFoot } from '#web/panels/print/print-sheet.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { measuredText, scoreParts, unitWord } from '#web/parts/words/measured.ts'
import { networkDate } from '#web/parts/words/network-words.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked } from '#web/state/answers/siting.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { view } from '#web/state/view/store.ts'
import { likeliestSaid } from '#web/workspaces/site/ranking/likely.ts'
import { printedCandidates } from '#web/workspaces/site/ranking/printed-candidates.ts'
import { SiteCandidateSheet } from '#web/workspaces/site/ranking/site-candidate-sheet.tsx'
import { inOrder } from '#web/workspaces/site/ranking/site-order.ts'

const DISC_UNITS = 8

/** For a picture of the map as it is. */
export function sitePicture(result: SitingResult): PictureAbout {
  return { title: titleOf(result), lines: linesOf(result), legend: legend() }
}

const titleOf = ({ question: { product, segment } }: SitingResult) =>
  t('print.siteTitle', { made: say(product ?? segment) })

const linesOf = ({ ranking, basis: { network } }: SitingResult) => [
  t('site.count', { count: ranking.length }),
  t('site.basis', { name: say(network.name), date: networkDate(network.date) }),
]

/** null: nothing was asked yet. */
export function SiteSheet() {
  const result = ranked.value
  if (!result) return null
  const candidates = inOrder(result.ranking, view.value.siteOrder)
  const title = titleOf(result)
  const paged = printedCandidates(candidates, view.value)
  return (
    <PrintSheet
      title={title}
      lines={[
        ...linesOf(result),
        likeliestSaid(result).join(' '),
        ...result.notices.map(say),
        t(`document.pages.${paged.because}`, { count: paged.candidates.length }),
      ]}
      map={
        <PrintRegion
          marked={[...plantsOf(result), ...candidates.toReversed().map(markOf)]}
          rings={(rings.value?.features ?? []).map(({ geometry, properties }) => ({
            cutoffMinutes: properties.cutoffMinutes,
            coordinates: geometry.coordinates,
          }))}
        />
      }
      legend={legend()}
      listTitle={t('print.ranking')}
      pages={paged.candidates.map((candidate) => (
        <SiteCandidateSheet
          key={candidate.id}
          candidate={candidate}
          result={result}
          foot={printFoot(title)}
        />
      ))}
      head={[
        t('print.rank'),
        t('layout.name'),
        t('site.total'),
        t('site.chanceShort'),
        t('print.reasons'),
      ]}
    >
      {candidates.map((candidate) => (
        <Row key={candidate.id} candidate={candidate} result={result} />
      ))}
    </PrintSheet>
  )
}

function Row({ candidate, result }: { candidate: Candidate; result: RankedAnswer }) {
  const { rank, rankLikely, flags } = candidate
  const [low, high] = rankLikely
  const { score, range } = scoreParts(candidate)
  return (
    <tr>
      <td class="number">
        <b>{rank}</b>
        {low < high && ` (${low}–${high})`}
      </td>
      <td class="print-name">
        <b class="name">{candidateName(candidate)}</b>
      </td>
      <td class="number">
        <b>{score}</b>
        {range && ` (${range})`}
      </td>
      <td class="number">{result.isSettled ? chanceText(candidate.chanceFirst) : '…'}</td>
      <td>{[...reasonsOf(candidate, result), ...flags.map(say)].join(t('print.between'))}</td>
    </tr>
  )
}

/** Each criterion with what was measured and what it brings, the weightiest first. */
function reasonsOf({ terms }: Candidate, { criteria }: SitingResult): string[] {
  return byWeight(terms).flatMap((term) => {
    const criterion = criteria.find(({ id }) => id === term.criterion)
    if (!criterion) return []
    const measured = measuredText(term)
    const value = measured === null ? t('site.unknown') : `${measured} ${unitWord(term.unit)}`
    const points = term.known
      ? term.contribution.toFixed(1)
      : `${term.contributionLow.toFixed(0)}–${term.contributionHigh.toFixed(0)}`
    return [`${say(criterion.title)} ${value} (${points}/${wholePercent(term.weight)})`]
  })
}

function markOf({ id, lngLat, rank, group }: Candidate): Marked {
  return {
    id,
    lngLat: [lngLat[0], lngLat[1]],
    radius: DISC_UNITS,
    symbol: <RankDisc rank={rank} isFirst={group === 1} />,
  }
}

/** The first and who cannot be told apart from it are filled, as on the map. */
function RankDisc({ rank, isFirst }: { rank: number; isFirst: boolean }) {
  return (
    <>
      <circle
        r={DISC_UNITS - 1}
        fill={isFirst ? 'var(--ink)' : 'var(--bg)'}
        stroke="var(--ink)"
        stroke-width="1"
      />
      <text
        y="3"
        text-anchor="middle"
        font-size="8.500"
        fill={isFirst ? 'var(--on-ink)' : 'var(--ink)'}
      >
        {rank}
      </text>
    </>
  )
}

/** Every plant once, whichever candidate is timed to it. */
function plantsOf({ ranking }: SitingResult): Marked[] {
  const plants = new Map(
    ranking.flatMap(({ plants }) => plants.map((one) => [one.id, one] as const)),
  )
  return [...plants.values()].map(({ id, lngLat }) => ({
    id,
    lngLat: [lngLat[0], lngLat[1]] as LngLat,
    radius: 4,
    symbol: <rect class="mm-plant" x="-3.500" y="-3.500" width="7" height="7" rx="1" />,
  }))
}

function legend() {
  const swatch = (mark: preact.ComponentChildren) => (
    <svg viewBox="-9 -9 18 18" aria-hidden="true">
      {mark}
    </svg>
  )
  return [
    { mark: swatch(<RankDisc rank={1} isFirst />), text: t('print.candidate') },
    {
      mark: swatch(<rect class="mm-plant" x="-3.500" y="-3.500" width="7" height="7" rx="1" />),
      text: t('print.plant'),
    },
    ...(rings.value?.features ?? []).map(({ properties: { cutoffMinutes } }) => ({
      mark: swatch(<circle class={`mm-ring mm-ring-${cutoffMinutes}`} r="7" />),
      text: t('print.rings', { minutes: cutoffMinutes }),
    })),
    ...groundLegend(),
  ]
}
