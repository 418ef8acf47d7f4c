// Beside the ranking: the facts that would do most to settle it, with whom to ask.
import '#web/workspaces/site/sensitivity/worth-knowing.css'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { worthScale } from '#geodata/analysis/told/worth-told.ts'
import { inSight } from '#web/api/asked.ts'
import { say, t } from '#web/messages/index.ts'
import { AskParks } from '#web/panels/questionnaire/ask-parks.tsx'
import { Words } from '#web/parts/words/words.tsx'
import { changeView } from '#web/state/view/store.ts'
import { useSensitivity } from '#web/workspaces/site/sensitivity/use-sensitivity.ts'
import { askText, factText, WorthScale } from '#web/workspaces/site/sensitivity/worth-knowing.tsx'

/** The rest stands on the board. */
const MOST_FACTS = 3

export function WorthFirst() {
  const { answer } = useSensitivity()
  const found = inSight(answer)
  if (answer.kind === 'failed') return null
  // Its place is kept while it is asked for, so that the ranking below stays where it is.
  if (!found) return <section class="worth-first" aria-hidden="true" />
  const { facts, chanceNow, uncertainCount } = found.worthKnowing
  const shown = facts.slice(0, MOST_FACTS)
  return (
    <section class="worth-first" aria-labelledby="worth-first">
      <h3 id="worth-first">
        {t('sensitivity.worthTitle')}
        <small>{shown.length > 0 && say(worthScale(chanceNow))}</small>
      </h3>
      {shown.length === 0 ? (
        <p>{t('sensitivity.worthNothing', { count: uncertainCount })}</p>
      ) : (
        <ol>
          {shown.map((fact) => (
            <li key={`${fact.kind} ${fact.subjectId} ${fact.what?.zh}`}>
              <span class="worth-fact">
                <Words of={say(fact.subject)} /> · {factText(fact)}
                <small>{t('sensitivity.worthAsk', { who: askText(fact) })}</small>
              </span>
              <WorthScale now={chanceNow} then={fact.chanceKnowing} />
              <b>{chanceText(fact.chanceKnowing)}</b>
            </li>
          ))}
        </ol>
      )}
      <button type="button" class="quiet" onClick={() => changeView({ siteView: 'sensitivity' })}>
        {t('sensitivity.worthAll')}
      </button>{' '}
      <AskParks isQuiet />
    </section>
  )
}
