// Which firms of traditional parts could turn to what, who could buy together, and where small firms find room.
import '#web/workspaces/layout/firms/firms.css'
import { useState } from 'preact/hooks'
import { isSmallFirmSite } from '#geodata/model/target-wording.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useRecorded } from '#web/parts/controls/use-recorded.ts'
import { dataset, edits, parks } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { FirmsPooling } from '#web/workspaces/layout/firms/firms-pooling.tsx'
import { FirmsTable } from '#web/workspaces/layout/firms/firms-table.tsx'

const LIMITS = [30, 60, 90, 120]

export function FirmsBoard() {
  const [withinMinutes, setWithin] = useState(60)
  const recorded = useRecorded()
  const inputs = { ...networkOf(view.value), withinMinutes }
  const question = JSON.stringify([inputs, dataset.value?.hash, edits.value])
  const turning = useAnswer((signal) => execute('transformation', inputs, signal), question)
  const pooled = useAnswer((signal) => execute('pooling', inputs, signal), question)
  const result = inSight(turning.answer)
  const said =
    result &&
    t('firms.lead', {
      firms: result.firms.length,
      ruled: result.firms.filter(({ paths }) => paths.length > 0).length,
      near: result.firms.filter(({ paths }) => paths.some(({ buyers }) => buyers.within > 0))
        .length,
      minutes: result.withinMinutes,
      staged: result.firms.filter(({ id }) => recorded.has(id)).length,
    })
  const groups = inSight(pooled.answer)
  return (
    <div class="firms-board">
      <header>
        <h1>{t('firms.title')}</h1>
        <p class="lead">{said ?? t('firms.loading')}</p>
        <label class="firms-within">
          <span>{t('firms.within')}</span>
          <select
            value={withinMinutes}
            onChange={(event) => setWithin(Number(event.currentTarget.value))}
          >
            {LIMITS.map((count) => (
              <option key={count} value={count}>
                {t('firms.minutes', { count })}
              </option>
            ))}
          </select>
        </label>
      </header>
      <AnswerStatus answer={turning.answer} again={turning.again} said={said} />
      {result && <FirmsTable result={result} recorded={recorded} />}
      <p class="site-note">{t('firms.method')}</p>
      <h2>{t('firms.pooling')}</h2>
      <AnswerStatus answer={pooled.answer} again={pooled.again} />
      {groups && <FirmsPooling result={groups} />}
      <SmallSites />
    </div>
  )
}

/** Only where the official title says so. */
function SmallSites() {
  const sites = parks.value.filter(({ properties }) => isSmallFirmSite(properties.officialStatus))
  return (
    <section>
      <h2>{t('firms.sites')}</h2>
      {sites.length === 0 ? (
        <p class="unknown">{t('firms.noSites')}</p>
      ) : (
        <>
          <p>{t('firms.someSites', { count: sites.length })}</p>
          <ul>
            {sites.map(({ id, properties }) => (
              <li key={id}>
                {nameOf(properties)} <small lang="zh-CN">{properties.officialStatus}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" onClick={() => void openEditor({ collection: 'parks' })}>
        {t('firms.addSite')}
      </button>
    </section>
  )
}
