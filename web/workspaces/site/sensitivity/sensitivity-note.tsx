// What would change the first place, in two sentences beside the question.
import '#web/workspaces/site/sensitivity/sensitivity.css'
import { firstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { t } from '#web/messages/index.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { changeView } from '#web/state/view/store.ts'
import { firmnessSentences } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'

export function SensitivityNote() {
  const result = ranked.value
  if (!result || result.ranking.length === 0) return null
  return (
    <section class="sensitivity-note" aria-labelledby="sensitivity-note">
      <h2 id="sensitivity-note">
        {t('sensitivity.title')}
        <button type="button" class="quiet" onClick={() => changeView({ siteView: 'sensitivity' })}>
          {t('sensitivity.more')}
        </button>
      </h2>
      {firmnessSentences(result, firstPlaceChanges(result)).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
