// Firm by firm: what it makes, what it could turn to and why, who would buy, how far it has come.

import type {
  TransformationFirm,
  TransformationPath,
  TransformationResult,
} from '#geodata/contract/processes/transformation.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import type { Recorded } from '#web/parts/controls/use-recorded.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'

type FirmsTableProps = { result: TransformationResult; recorded: Recorded }

export function FirmsTable({ result, recorded }: FirmsTableProps) {
  // Those with a rule first; among them those with most sure buyers.
  const surely = ({ paths }: TransformationFirm) =>
    Math.max(-1, ...paths.map(({ buyers }) => buyers.within))
  const firms = [...result.firms].sort((a, b) => surely(b) - surely(a) || a.id.localeCompare(b.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('firms.title')} tabIndex={0}>
      <table class="firms-table">
        <caption class="visually-hidden">{t('firms.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('firms.company')}</th>
            <th scope="col">{t('firms.today')}</th>
            <th scope="col">{t('firms.possible')}</th>
            <th scope="col">{t('firms.buyers', { minutes: result.withinMinutes })}</th>
            <th scope="col">{t('firms.stage')}</th>
          </tr>
        </thead>
        {firms.map((firm) => (
          <Firm key={firm.id} firm={firm} recorded={recorded} />
        ))}
      </table>
    </section>
  )
}

function Firm({ firm, recorded }: { firm: TransformationFirm; recorded: Recorded }) {
  const [first, ...more] = firm.paths
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={Math.max(1, firm.paths.length)}>
          {nameOf(firm)}
          <small title={inReadersWords(firm.source)}>
            <Words of={shortSource(firm.source)} />
          </small>
        </th>
        <td rowSpan={Math.max(1, firm.paths.length)} lang="zh-CN">
          {firm.products || '—'}
        </td>
        {first ? (
          <Path path={first} isPlaced={firm.isPlaced} />
        ) : (
          <td colSpan={2} class="unknown">
            {t('firms.noRule')}
          </td>
        )}
        <td rowSpan={Math.max(1, firm.paths.length)}>
          <Stage firm={firm} recorded={recorded} />
        </td>
      </tr>
      {more.map((path) => (
        <tr key={path.toProductId}>
          <Path path={path} isPlaced={firm.isPlaced} />
        </tr>
      ))}
    </tbody>
  )
}

function Path({ path, isPlaced }: { path: TransformationPath; isPlaced: boolean }) {
  const { buyers, nearest } = path
  const high = buyers.within + buyers.perhaps + buyers.unmeasured
  return (
    <>
      <td>
        {say(path.toProduct)} {path.isThere && <span class="tag">{t('firms.isThere')}</span>}
        <small>{say(path.reason)}</small>
        <small>
          {path.isOurReading ? t('firms.ourReading') : <Words of={shortSource(path.source)} />}
        </small>
      </td>
      <td>
        {isPlaced ? (
          <>
            <b class="number">
              {high === buyers.within
                ? t('firms.sure', { count: high })
                : t('firms.range', { low: buyers.within, high })}
            </b>
            {nearest.length > 0 && (
              <small>
                {t('firms.nearest', {
                  list: nearest
                    .slice(0, 3)
                    .map((one) => `${nameOf(one)} ${minutesText(one.duration)}′`)
                    .join(t('common.listSeparator')),
                })}
              </small>
            )}
          </>
        ) : (
          <span class="unknown">{t('firms.notMeasured')}</span>
        )}
      </td>
    </>
  )
}

function Stage({ firm, recorded }: { firm: TransformationFirm; recorded: Recorded }) {
  const known = recorded.get(firm.id)
  return (
    <span class="firms-stage">
      {known ? t(`firms.stage.${known.stage}`) : <span class="unknown">{t('firms.unknown')}</span>}
      <button
        type="button"
        class="quiet"
        aria-label={t('firms.setStageOf', { name: nameOf(firm) })}
        onClick={() =>
          void openEditor({
            collection: 'transformations',
            ...(known ? { id: known.rowId } : { preset: { companyId: firm.id } }),
          })
        }
      >
        {t('firms.setStage')}
      </button>
    </span>
  )
}
