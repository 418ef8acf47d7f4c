// Do the methods agree on the first, and what does TOPSIS say of the others?
import { t } from '#web/messages/index.ts'
import { naming } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Drawn } from '#web/workspaces/site/sensitivity/study.ts'

const MOST_ROWS = 6

export function SensitivityOpinions({ result, found }: Drawn) {
  const { nameOf, titleOf } = naming(result)
  const { ranking, criteria } = found.topsis
  const placeOf = new Map(ranking.map(({ id }, index) => [id, index + 1]))
  const isShown = (id: string, place: number) => place < MOST_ROWS || ranking[0]?.id === id
  return (
    <section aria-labelledby="sensitivity-topsis">
      <h2 id="sensitivity-topsis">
        {t('sensitivity.topsisTitle')} <small>{t('sensitivity.topsisHint')}</small>
      </h2>
      <p>{opinionSentence(found, nameOf)}</p>
      {ranking.length === 0 ? (
        <p>{t('sensitivity.topsisNone')}</p>
      ) : (
        <>
          <table class="sensitivity-topsis">
            <thead>
              <tr>
                <th scope="col">{t('sensitivity.colCandidate')}</th>
                <th scope="col">{t('sensitivity.colSum')}</th>
                <th scope="col">{t('sensitivity.colTopsis')}</th>
                <th scope="col">{t('sensitivity.colCloseness')}</th>
              </tr>
            </thead>
            <tbody>
              {result.ranking.flatMap(({ id, rank }, index) => {
                if (!isShown(id, index)) return []
                const place = placeOf.get(id)
                const closeness = ranking.find((one) => one.id === id)?.closeness ?? 0
                return [
                  <tr key={id} class={place !== rank ? 'differs' : undefined}>
                    <th scope="row">{nameOf(id)}</th>
                    <td>{rank}</td>
                    <td>{place}</td>
                    <td>{closeness.toFixed(2)}</td>
                  </tr>,
                ]
              })}
            </tbody>
          </table>
          <p class="site-note">
            {t('sensitivity.topsisCriteria', {
              criteria: criteria.map(titleOf).join(t('site.and')),
            })}
          </p>
        </>
      )}
    </section>
  )
}

/** Who is first by each way of judging; said as one where they agree. */
function opinionSentence(found: Drawn['found'], nameOf: (id: string) => string): string {
  const mostOften = (kind: 'anyWeights' | 'doubtfulInputs') =>
    found.chances.reduce((most, one) => (one[kind] > most[kind] ? one : most)).id
  const opinions = [
    { method: t('sensitivity.methodSum'), id: found.firstId ?? '' },
    ...found.topsis.ranking.slice(0, 1).map(({ id }) => ({
      method: t('sensitivity.methodTopsis'),
      id,
    })),
    { method: t('sensitivity.methodAny'), id: mostOften('anyWeights') },
    { method: t('sensitivity.methodDoubt'), id: mostOften('doubtfulInputs') },
  ]
  const byWinner = Map.groupBy(opinions, ({ id }) => id)
  if (byWinner.size === 1) {
    return t('sensitivity.opinionsAgree', { first: nameOf(found.firstId ?? '') })
  }
  return t('sensitivity.opinionsDiffer', {
    opinions: [...byWinner]
      .map(([id, methods]) =>
        t('sensitivity.opinion', {
          methods: methods.map(({ method }) => method).join(t('site.and')),
          name: nameOf(id),
        }),
      )
      .join('; '),
  })
}
