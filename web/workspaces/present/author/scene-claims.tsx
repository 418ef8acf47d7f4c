// What a scene holds to be so, and whether it is: told to the author before the audience sees it.
import type { Claim, LiveFigure, Scene } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'
import { draftCheck, draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { changeScene } from '#web/workspaces/present/author/writing.ts'

/** Rankings and tables have no one number that a claim could be held against. */
const WITHOUT_VALUE: readonly LiveFigure['kind'][] = [
  'ranking',
  'matrix',
  'comparison',
  'disruption',
]
const hasValue = ({ kind }: LiveFigure) => !WITHOUT_VALUE.includes(kind)

const RELATIONS = ['at-most', 'at-least', 'equal'] as const

export function SceneClaims({ scene }: { scene: Scene }) {
  const answers = draftFigures(scene)
  const nowOf = (figureId: string) =>
    answers[scene.figures.findIndex(({ id }) => id === figureId)] ?? null
  const set = (claims: Claim[], field?: string) => changeScene(scene.id, { claims }, field)
  const claimAbout = (figureId: string): Claim => {
    const now = nowOf(figureId)
    const value = typeof now?.value === 'number' ? now.value : 0
    return { figureId, is: 'at-least', value, was: now?.said?.zh ?? null }
  }
  const [first] = scene.figures.filter(hasValue)
  return (
    <details class="author-part" open={scene.claims.length > 0}>
      <summary>{t('author.claimsCount', { count: scene.claims.length })}</summary>
      <p class="site-note">
        {t('author.claimsHint')}
        {!scene.figures.every(hasValue) && ` ${t('author.claimsOfNumbers')}`}
      </p>
      <ul class="author-claims">
        {scene.claims.map((claim, at) => (
          <li key={at}>
            <ClaimRow
              scene={scene}
              claim={claim}
              onClaim={(next, field) =>
                set(
                  scene.claims.map((one, index) => (index === at ? next : one)),
                  field && `${field}/${at}`,
                )
              }
              onFigure={claimAbout}
              onDrop={() => set(scene.claims.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={!first}
        onClick={() => first && set([...scene.claims, claimAbout(first.id)])}
      >
        {t('author.addClaim')}
      </button>
    </details>
  )
}

type ClaimRowProps = {
  scene: Scene
  claim: Claim
  onClaim: (claim: Claim, field?: string) => void
  /** A claim about that figure as it is now. */
  onFigure: (figureId: string) => Claim
  onDrop: () => void
}

function ClaimRow({ scene, claim, onClaim, onFigure, onDrop }: ClaimRowProps) {
  // What is claimed already stays in sight.
  const claimable = scene.figures.filter((one) => hasValue(one) || one.id === claim.figureId)
  const answer = draftCheck(scene)?.claims.find(
    (one) => JSON.stringify(one.claim) === JSON.stringify(claim),
  )
  return (
    <>
      <select
        aria-label={t('author.claimOf')}
        value={claim.figureId}
        onChange={({ currentTarget: { value } }) =>
          onClaim({ ...onFigure(value), is: claim.is, value: claim.value })
        }
      >
        {claimable.map(({ id, label }) => (
          <option key={id} value={id}>
            {say(label) || id}
          </option>
        ))}
      </select>
      <select
        aria-label={t('author.claimIs')}
        value={claim.is}
        onChange={({ currentTarget }) =>
          onClaim({
            ...claim,
            is: RELATIONS.find((one) => one === currentTarget.value) ?? claim.is,
          })
        }
      >
        {RELATIONS.map((one) => (
          <option key={one} value={one}>
            {t(`author.${one}`)}
          </option>
        ))}
      </select>
      <input
        type="number"
        step="any"
        aria-label={t('author.claimValue')}
        value={claim.value}
        onChange={({ currentTarget: { valueAsNumber } }) => {
          if (Number.isFinite(valueAsNumber)) onClaim({ ...claim, value: valueAsNumber }, 'value')
        }}
      />
      <button type="button" class="quiet" aria-label={t('author.dropClaim')} onClick={onDrop}>
        ×
      </button>
      {answer && (
        <span data-standing={answer.standing}>
          {t(`author.standing.${answer.standing}`, { now: answer.now ? say(answer.now) : '' })}
          {claim.was !== null && t('author.was', { was: claim.was })}
        </span>
      )}
    </>
  )
}
