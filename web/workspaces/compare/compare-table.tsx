// The one table: a row per condition in its own unit, a column per candidate, best and worst marked.

import type { ComponentChildren } from 'preact'
import { ANYTHING, type Verdict, verdicts } from '#geodata/analysis/decision/verdicts.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { DotStrip } from '#web/charts/dot-strip.tsx'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { say, t } from '#web/messages/index.ts'
import { likelyDuration, minutesText } from '#web/messages/minutes-text.ts'
import { districtName } from '#web/parts/words/district-name.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { levelName } from '#web/parts/words/level-name.ts'
import { measuredText, unitWord } from '#web/parts/words/measured.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { termRows } from '#web/state/answers/compare.ts'
import type { Column, Row } from '#web/workspaces/compare/column.ts'
import { ColumnMark, needRows } from '#web/workspaces/compare/compare-needs.tsx'

type CompareTableProps = { columns: Column[]; result: SitingResult | null }

export function CompareTable({ columns, result }: CompareTableProps) {
  const groups = [
    ...(result
      ? [
          ...(result.needs.length > 0
            ? [{ title: t('compare.groupNeeds'), rows: needRows(columns, result) }]
            : []),
          { title: t('compare.groupScore'), rows: scoreRows(columns, result) },
          { title: t('compare.groupTerms'), rows: criterionRows(columns, result) },
        ]
      : []),
    { title: t('compare.groupPark'), rows: parkRows(columns) },
    ...(result ? [{ title: t('compare.groupDoubt'), rows: doubtRows(columns, result) }] : []),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('compare.table')} tabIndex={0}>
      <table class="compare-table">
        <caption class="visually-hidden">{t('compare.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.colRow')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <LetterBadge index={column.index} />
                <span>{column.name}</span>
                {result && <ColumnMark column={column} result={result} />}
              </th>
            ))}
            <th scope="col" class="strip-column">
              <span class="visually-hidden">{t('progress.colScale')}</span>
            </th>
            <th scope="col">{t('compare.colSource')}</th>
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr class="group">
              <th scope="rowgroup" colSpan={columns.length + 3}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.title} <abbr>{row.unit}</abbr>
                </th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]?.id} class={cell.isBad ? 'bad' : undefined}>
                    <Mark verdict={cell.verdict} />
                    {cell.text ?? (
                      <span class="unknown" title={cell.reason}>
                        {t('compare.unknown')}
                      </span>
                    )}
                  </td>
                ))}
                <td class="strip-column">
                  {row.strip && <DotStrip values={row.strip} label={row.title} />}
                </td>
                <td class="source" title={inReadersWords(row.source)}>
                  <Words of={shortSource(row.source)} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p class="compare-legend">
        ▲ {t('compare.best')} · ▽ {t('compare.worst')} ·{' '}
        <i class="hatch-swatch" aria-hidden="true" />
        {t('compare.unknownNote')}
      </p>
    </section>
  )
}

function Mark({ verdict }: { verdict: Verdict }): ComponentChildren {
  if (!verdict) return null
  return (
    <span class={`mark ${verdict}`}>
      <span aria-hidden="true">{verdict === 'best' ? '▲' : '▽'}</span>
      <span class="visually-hidden">{t(`compare.${verdict}`)} </span>
    </span>
  )
}

const candidateIn = (result: SitingResult, { candidateId }: Column) =>
  result.ranking.find((one) => one.id === candidateId) ?? null

function scoreRows(columns: Column[], result: SitingResult): Row[] {
  const found = columns.map((column) => candidateIn(result, column))
  const marks = verdicts(
    found.map((one) => one && { low: one.scoreLikely[0], high: one.scoreLikely[1] }),
    false,
  )
  const withEnds = (middle: number, low: number, high: number) =>
    low === high ? `${middle}` : t('compare.withEnds', { middle, low, high })
  const notRanked = t('compare.notRanked')
  return [
    {
      key: 'score',
      title: t('compare.score'),
      unit: '',
      cells: found.map((one, index) => ({
        text: one
          ? withEnds(
              Math.round(one.score),
              Math.round(one.scoreLikely[0]),
              Math.round(one.scoreLikely[1]),
            )
          : notRanked,
        verdict: marks[index] ?? null,
      })),
      strip: found.map((one) => ({
        raw: one?.score ?? null,
        low: one?.scoreLikely[0] ?? 0,
        high: one?.scoreLikely[1] ?? 0,
      })),
      source: '',
    },
    {
      key: 'rank',
      title: t('compare.rank', { count: result.ranking.length }),
      unit: '',
      cells: found.map((one) => ({
        text: one ? withEnds(one.rank, ...one.rankLikely) : notRanked,
        verdict: null,
      })),
      source: '',
    },
  ]
}

function criterionRows(columns: Column[], result: SitingResult): Row[] {
  const ids = columns.map(({ candidateId }) => candidateId)
  const rows = termRows(result, ids).map(
    ({ criterion, terms, verdicts: marks }): Row => ({
      key: criterion.id,
      title: say(criterion.title),
      unit: unitWord(criterion.unit),
      cells: terms.map((term, index) => ({
        text: term ? measuredText(term) : t('compare.notRanked'),
        verdict: marks[index] ?? null,
        ...(term?.reason ? { reason: say(term.reason) } : {}),
      })),
      strip: terms.map((term) => ({
        raw: term?.known ? term.raw : null,
        low: term?.rawLikely?.[0] ?? term?.rawLow ?? 0,
        high: term?.rawLikely?.[1] ?? term?.rawHigh ?? 0,
      })),
      source: [...new Set(terms.flatMap((term) => (term ? term.source.split('; ') : [])))].join(
        '; ',
      ),
    }),
  )
  return [...rows, farthestRow(columns, result)]
}

function farthestRow(columns: Column[], result: SitingResult): Row {
  const found = columns.map((column) => candidateIn(result, column))
  const farthest = found.map((one) => {
    const durations = (one?.plants ?? []).flatMap((plant) => likelyDuration(plant) ?? [])
    return durations.sort((a, b) => b.centralSeconds - a.centralSeconds)[0] ?? null
  })
  const marks = verdicts(
    farthest.map((one, index) => {
      if (!found[index]) return null
      return one ? { low: one.lowSeconds, high: one.highSeconds } : ANYTHING
    }),
    true,
  )
  return {
    key: 'farthest',
    title: t('compare.farthest'),
    unit: unitWord('minutes'),
    cells: farthest.map((one, index) => ({
      text: found[index] ? one && minutesText(one) : t('compare.notRanked'),
      verdict: marks[index] ?? null,
    })),
    strip: farthest.map((one) => ({
      raw: one?.centralSeconds ?? null,
      low: one?.lowSeconds ?? 0,
      high: one?.highSeconds ?? 0,
    })),
    source: say(result.basis.network.name),
  }
}

function parkRows(columns: Column[]): Row[] {
  const row = (
    key: string,
    title: string,
    unit: string,
    read: (park: NonNullable<Column['park']>['properties']) => string | number | null,
    compared: 'more' | null = null,
  ): Row => {
    const values = columns.map(({ park }) => (park ? read(park.properties) : null))
    const intervals = values.map((value, index) => {
      if (!columns[index]?.park) return null
      return typeof value === 'number' ? { low: value, high: value } : ANYTHING
    })
    const marks = compared ? verdicts(intervals, false) : []
    return {
      key,
      title,
      unit,
      cells: columns.map(({ park }, index) => ({
        text: park
          ? values[index] === null || values[index] === ''
            ? null
            : String(values[index])
          : t('compare.notAPark'),
        verdict: marks[index] ?? null,
      })),
      source: [
        ...new Set(columns.flatMap(({ park }) => park?.properties.source.split(';') ?? [])),
      ].join(';'),
    }
  }
  const squareKilometers = unitWord('squareKilometers')
  return [
    row('district', t('compare.district'), '', districtName),
    row('level', t('compare.level'), '', (park) => levelName(park.level)),
    row('stage', t('compare.stage'), '', (park) => t(`compare.stage_${park.stage}`)),
    row(
      'planned',
      t('compare.plannedArea'),
      squareKilometers,
      (park) => park.plannedAreaSquareKilometers,
    ),
    row(
      'developed',
      t('compare.developedArea'),
      squareKilometers,
      (park) => park.developedAreaSquareKilometers,
    ),
    row(
      'firms',
      t('compare.knownFirms'),
      unitWord('companies'),
      (park) => park.companyCount,
      'more',
    ),
    row('position', t('compare.position'), '', (park) =>
      park.coordPrecision === 'unknown' ? null : t(`compare.precision_${park.coordPrecision}`),
    ),
  ]
}

function doubtRows(columns: Column[], result: SitingResult): Row[] {
  return [
    {
      key: 'flags',
      title: t('compare.flags'),
      unit: '',
      cells: columns.map((column) => {
        const one = candidateIn(result, column)
        const unknown = one?.terms.filter(({ known }) => !known) ?? []
        const words = [
          ...(one?.flags.map(say) ?? []),
          ...unknown.flatMap(({ reason }) => (reason ? [say(reason)] : [])),
        ]
        const none = one ? t('compare.noFlags') : t('compare.notRanked')
        return { text: words.length ? words.join('；') : none, verdict: null }
      }),
      source: '',
    },
  ]
}
