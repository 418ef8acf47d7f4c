// What has come of a step, in a line or two.
import type { Import } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import type { ImportStepId } from '#web/state/view/imported.ts'
import { systemName } from '#web/workspaces/layout/import/coordinate-words.ts'
import { doneBefore, namesToFill } from '#web/workspaces/layout/import/ready-words.ts'
import {
  isSystemOpen,
  isTakenBack,
  writableRows,
} from '#web/workspaces/layout/import/step-states.ts'

export function stepLines(step: ImportStepId, one: Import): string[] {
  if (step === 'file') return fileLines(one)
  if (one.state === 'reading' || one.state === 'refused') return []
  switch (step) {
    case 'columns':
      return columnLines(one)
    case 'coordinates':
      return coordinateLines(one)
    case 'rows':
      return rowLines(one)
    case 'writing':
      if (isTakenBack(one)) return [t('imports.line.undone')]
      return one.state === 'written'
        ? [t('imports.line.written', { count: writableRows(one) })]
        : [t('imports.line.writing')]
  }
}

function fileLines(one: Import): string[] {
  const { fileName, written, counts, state, progress, above, headerLines } = one
  if (state === 'reading') {
    return [fileName, t('imports.line.reading', { percent: Math.round(progress * 100) })]
  }
  if (state === 'refused') return [fileName, t('imports.line.refused')]
  const { rows } = counts
  const others = [
    { words: 'above', count: above.length },
    { words: 'headers', count: headerLines.length },
    { words: 'blank', count: counts.passedOver },
  ] as const
  const told = others.filter(({ count }) => count > 0)
  return [
    fileName,
    ...(written ? [t('imports.line.encoding', { encoding: written.encoding })] : []),
    told.length > 0
      ? t('imports.line.rowsWithout', {
          rows,
          others: told
            .map(({ words, count }) => t(`imports.besides.${words}`, { count }))
            .join(t('common.listSeparator')),
        })
      : t('imports.line.rows', { rows }),
  ]
}

/** So many are named; the rest are counted. */
const NAMED = 3

function columnLines(one: Import): string[] {
  const { headers } = one
  const names = namesToFill(one)
  const taken = headers.filter(({ column }) => column !== null).length
  const left = headers.filter(({ column }) => column === null).map(({ header }) => header)
  const named = left
    .slice(0, NAMED)
    .map((header) => t('imports.quoted', { text: header }))
    .join(t('common.listSeparator'))
  return [
    t('imports.line.columns', { all: headers.length, taken }),
    ...(left.length > 0
      ? [
          t(left.length > NAMED ? 'imports.line.leftMany' : 'imports.line.left', {
            names: named,
            count: left.length,
          }),
        ]
      : []),
    ...(names === '' ? [] : [t('imports.line.missing', { names })]),
  ]
}

export function coordinateLines(one: Import): string[] {
  const { answer, systems, others, rowsWith, rowsWithout } = one.coordinates
  if (answer === 'none') return [t('imports.line.noPlaces')]
  const named = (key: string | null) => {
    const found = [...systems, ...others].find((system) => system.key === key)
    return found ? systemName(found) : ''
  }
  const [first] = systems
  const said = !isSystemOpen(one)
    ? t('imports.line.confirmed', { system: named(one.choices.system) })
    : answer === 'told' && first
      ? t('imports.line.like', { system: systemName(first) })
      : t('imports.line.open')
  return [said, t('imports.line.withPlaces', { rowsWith, rowsWithout })]
}

function rowLines(one: Import): string[] {
  const { doubtful, refused } = one.counts
  if (one.state === 'judging') return [t('imports.state.judging')]
  const isReady = doneBefore(one) === null || writableRows(one) === 0
  return [
    t(isReady ? 'imports.line.ready' : 'imports.line.readyBefore', {
      ready: writableRows(one),
      doubtful,
      before: t(namesToFill(one) !== '' ? 'imports.before.some' : 'imports.before.system'),
    }),
    ...(refused > 0 ? [t('imports.line.refusedRows', { count: refused })] : []),
  ]
}
