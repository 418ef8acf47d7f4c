// Which of the leading ones is ahead of which, and in how many of the draws?

import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { t } from '#web/messages/index.ts'
import { naming } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Drawn } from '#web/workspaces/site/sensitivity/study.ts'

const MOST = 6

export function SensitivityBefore({ result, found }: Drawn) {
  const { nameOf } = naming(result)
  const leading = found.chances.slice(0, MOST)
  return (
    <div>
      <h2 id="sensitivity-before">
        {t('sensitivity.beforeTitle')} <small>{t('sensitivity.beforeHint')}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="sensitivity-before" aria-labelledby="sensitivity-before" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sensitivity.colCandidate')}</th>
              {leading.map(({ id }) => (
                <th key={id} scope="col">
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {leading.map(({ id }, row) => (
              <tr key={id}>
                <th scope="row">{nameOf(id)}</th>
                {leading.map((other, column) => (
                  <td key={other.id}>
                    {row === column ? '' : chanceText(found.before[row]?.[column] ?? 0.5)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
