// Without an open cell: which windows are missed, what the answer assumed, what others do.

import { trafficAssumptions } from '#geodata/analysis/jit/assumptions.ts'
import type { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { view } from '#web/state/view/store.ts'
import { hourFactorsOf } from '#web/state/view/windows.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'
import { type Cell, shownOf } from '#web/workspaces/site/windows/windows-cells.ts'
import { WindowComparisons } from '#web/workspaces/site/windows/windows-comparisons.tsx'
import { partName, plantName, shareRange } from '#web/workspaces/site/windows/windows-words.ts'

type Props = { cells: readonly Cell[]; result: JitWindowResult }

export function WindowsSummary({ cells, result }: Props) {
  const missed = cells.filter(({ verdict }) => verdict === 'fails' || verdict === 'unlikely')
  const byPlant = [...Map.groupBy(missed, ({ plant }) => plant)]
  // The user's settings replace those that were not sent to the server.
  const { windows } = view.value
  const own = trafficAssumptions({ ...windows, hourFactors: hourFactorsOf(windows) })
  const others = result.assumptions.filter(({ id }) => !own.some((one) => one.id === id))
  const assumptions = [...own, ...others]
  return (
    <div class="window-detail">
      <h2>{t('windows.missed', { count: missed.length })}</h2>
      {missed.length === 0 && <p>{t('windows.noneMissed')}</p>}
      <ul class="window-missed">
        {byPlant.map(([plant, its]) => (
          <li key={plant.id}>
            <b>{plantName(plant)}</b>
            <ul>
              {its.map((cell) => (
                <li key={cell.part.productId}>
                  <button
                    type="button"
                    class="quiet"
                    onClick={() =>
                      changeWindows({
                        cell: { productId: cell.part.productId, plantId: plant.id },
                      })
                    }
                  >
                    <span class={`window-mark ${cell.verdict}`} aria-hidden="true" />
                    {partName(cell.part)} <small>{missedWords(cell)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <details class="site-more">
        <summary>{t('windows.assumptions', { count: assumptions.length })}</summary>
        <ul>
          {assumptions.map((one) => (
            <li key={one.id}>
              <span>
                <Words of={say(one.text)} />{' '}
                <b>
                  {one.valueHigh === null || one.valueHigh === one.value
                    ? one.value
                    : `${one.value}–${one.valueHigh}`}
                </b>
              </span>
              <small>
                {t(`windows.kind.${one.kind}`)} · <Words of={one.source} />
              </small>
            </li>
          ))}
        </ul>
      </details>
      <WindowComparisons comparisons={result.comparisons} />
    </div>
  )
}

/** "surely missed, on time 0–12 %" */
function missedWords(cell: Cell): string {
  const { share } = shownOf(cell)
  const verdict = t(`windows.verdict.${cell.verdict}`)
  return share ? t('windows.shareOf', { verdict, share: shareRange(share) }) : verdict
}
