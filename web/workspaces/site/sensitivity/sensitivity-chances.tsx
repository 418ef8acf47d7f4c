// How often is each candidate first when weights, inputs or both are in doubt?
import { t } from '#web/messages/index.ts'
import { naming } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Drawn } from '#web/workspaces/site/sensitivity/study.ts'

const KINDS = [
  ['anyWeights', 'sensitivity.anyWeights'],
  ['nearWeights', 'sensitivity.nearWeights'],
  ['doubtfulInputs', 'sensitivity.doubtfulInputs'],
  ['nearWeightsAndDoubtfulInputs', 'sensitivity.both'],
] as const

/** The likeliest are shown in the order of the ranking; the others are counted together. */
const MOST_ROWS = 8
/** Rarer winners have a bar too thin for a whisker. */
const WHISKER_FROM = 0.005

export function SensitivityChances({ result, found }: Drawn) {
  const { nameOf } = naming(result)
  // Of a share of one half it is the largest, 0.5 ÷ √draws.
  const draws = Math.round((0.5 / found.standardError) ** 2)
  const likeliest = (chance: (typeof found.chances)[number]) =>
    Math.max(...KINDS.map(([id]) => chance[id]))
  const [least = 0] = found.chances
    .map(likeliest)
    .sort((a, b) => b - a)
    .slice(MOST_ROWS)
  const shown = found.chances.filter((chance) => likeliest(chance) > least)
  const rest = found.chances.length - shown.length
  return (
    <section aria-labelledby="sensitivity-chances">
      <h2 id="sensitivity-chances">
        {t('sensitivity.chancesTitle')} <small>{t('sensitivity.chancesHint', { draws })}</small>
      </h2>
      <table class="sensitivity-chances">
        <thead>
          <tr>
            <th scope="col">{t('sensitivity.colCandidate')}</th>
            {KINDS.map(([id, key]) => (
              <th key={id} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((chance) => (
            <tr key={chance.id} data-candidate={chance.id}>
              <th scope="row">{nameOf(chance.id)}</th>
              {KINDS.map(([id]) => (
                <td key={id}>
                  <ChanceBar share={chance[id]} draws={draws} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p class="site-note">
          {t('sensitivity.otherChances', {
            count: rest,
            percent: Math.floor(least * 100) + 1,
          })}
        </p>
      )}
    </section>
  )
}

function ChanceBar({ share, draws }: { share: number; draws: number }) {
  const error = Math.sqrt((share * (1 - share)) / draws)
  return (
    <span
      class="sensitivity-chance"
      title={t('sensitivity.chance', {
        percent: (share * 100).toFixed(1),
        error: (error * 100).toFixed(1),
      })}
    >
      <span aria-hidden="true">
        <i class="bar" style={{ width: `${share * 100}%` }} />
        {share >= WHISKER_FROM && (
          <i
            class="error"
            style={{
              left: `${Math.max(0, share - error) * 100}%`,
              width: `${2 * error * 100}%`,
            }}
          />
        )}
      </span>
      {Math.round(share * 100)}%
    </span>
  )
}
