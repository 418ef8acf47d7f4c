// What is worth finding out: which fact would most raise the chance that the first place is right, and whom to ask?
import '#web/workspaces/site/sensitivity/worth-knowing.css'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { CHANCE_KNOWING } from '#geodata/analysis/told/worth-told.ts'
import type { FactToFind } from '#geodata/contract/processes/sensitivity.ts'
import { say, t } from '#web/messages/index.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { Words } from '#web/parts/words/words.tsx'
import { naming } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Drawn } from '#web/workspaces/site/sensitivity/study.ts'

/** The rest is counted: each is worth less than these. */
const MOST_ROWS = 6

export function WorthKnowing({ result, found }: Drawn) {
  const { chanceNow, nowId, facts, uncertainCount } = found.worthKnowing
  const first = nowId === null ? '' : naming(result).nameOf(nowId)
  const shown = facts.slice(0, MOST_ROWS)
  return (
    <section class="worth-knowing" aria-labelledby="worth-knowing">
      <h2 id="worth-knowing">
        {t('sensitivity.worthTitle')}{' '}
        <small>{t('sensitivity.worthNow', { first, chance: chanceText(chanceNow) })}</small>
      </h2>
      {shown.length === 0 ? (
        <p>{t('sensitivity.worthNothing', { count: uncertainCount })}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('sensitivity.colFact')}</th>
                <th scope="col">{t('sensitivity.colAsk')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('progress.colScale')}</span>
                </th>
                <th scope="col">{say(CHANCE_KNOWING)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((fact) => (
                <FactRow
                  key={`${fact.kind} ${fact.subjectId} ${fact.what?.zh}`}
                  fact={fact}
                  chanceNow={chanceNow}
                />
              ))}
            </tbody>
          </table>
          <p class="site-note">
            {t('sensitivity.worthRest', { count: uncertainCount - shown.length })}{' '}
            <button type="button" class="quiet" onClick={() => void keep(found.worthKnowing)}>
              {t('sensitivity.worthList')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function FactRow({ fact, chanceNow }: { fact: FactToFind; chanceNow: number }) {
  const { kind, what, subject, chanceKnowing } = fact
  return (
    <tr>
      <th scope="row">
        <Words of={say(subject)} /> · {factText(fact)}
        <small>{t(`sensitivity.known.${kind}`)}</small>
      </th>
      <td>{askText(fact)}</td>
      <td>
        <WorthScale now={chanceNow} then={chanceKnowing} />
      </td>
      <td title={what ? say(what) : undefined}>
        <b>{chanceText(chanceKnowing)}</b>
      </td>
    </tr>
  )
}

/** From the chance of today to the chance once it is known, of 0 to 100 %. */
export function WorthScale({ now, then }: { now: number; then: number }) {
  const at = (share: number) => `${share * 100}%`
  return (
    <span class="worth-scale" aria-hidden="true">
      <i class="worth-raise" style={{ left: at(now), width: at(Math.max(0, then - now)) }} />
      <i class="worth-now" style={{ left: at(now) }} />
      <i class="worth-then" style={{ left: at(then) }} />
    </span>
  )
}

/** What of it would be known. */
export function factText({ kind, what }: FactToFind): string {
  if (kind === 'place') return t('sensitivity.factPlace')
  const named = what ? say(what) : ''
  return kind === 'maker' ? t('sensitivity.factMaker', { input: named }) : named
}

/** Whoever is there: the park's administration, or the firm. */
export function askText({ subject, isCandidate }: FactToFind): string {
  const name = say(subject)
  return isCandidate ? t('sensitivity.askPark', { name }) : t('sensitivity.askFirm', { name })
}

/** The whole list, to be sent to whom it asks. */
function keep({ facts, chanceNow }: Drawn['found']['worthKnowing']): Promise<void> {
  return saveSheet('park-atlas-worth-finding-out', [
    [
      t('sensitivity.colSubject'),
      t('sensitivity.colFact'),
      t('sensitivity.colAsk'),
      t('sensitivity.colChanceNow'),
      say(CHANCE_KNOWING),
    ],
    ...facts.map((fact) => [
      say(fact.subject),
      factText(fact),
      askText(fact),
      chanceText(chanceNow),
      chanceText(fact.chanceKnowing),
    ]),
  ])
}
