// Which scenes no longer hold, now that the data are as they are? Told to whoever presents before the audience sees it.
import type { ClaimAnswer, Scene, SceneCheck, Story } from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { ask } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'

/** Per scene id; empty until they are known. */
export function useChecks({ id }: Story): ReadonlyMap<string, SceneCheck> {
  const path = `/api/stories/${encodeURIComponent(id)}/check`
  const { answer } = useAnswer((signal) => ask<{ items: SceneCheck[] }>(path, { signal }), id)
  return new Map(inSight(answer)?.items.map((check) => [check.sceneId, check]))
}

/** What of a scene does not hold for certain; the worst first. */
function doubtfulClaims({ claims }: SceneCheck): ClaimAnswer[] {
  const order = ['fails', 'unknown', 'unproven']
  return claims
    .filter(({ standing }) => standing !== 'holds')
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
}

/** Beside the title of a scene, in one word. */
export function CheckMark({ check }: { check: SceneCheck | undefined }) {
  if (!check) return null
  const [worst] = doubtfulClaims(check)
  if (check.missing.length > 0) return <em class="present-check">{t('present.check.missing')}</em>
  return worst ? <em class="present-check">{t(`present.check.${worst.standing}`)}</em> : null
}

/** In sentences: what was claimed, what it is now and was then, and what is no longer there. */
export function CheckWords({ scene, check }: { scene: Scene; check: SceneCheck | undefined }) {
  if (!check) return null
  const claims = doubtfulClaims(check)
  if (claims.length + check.missing.length === 0) return null
  return (
    <ul class="present-checks">
      {claims.map((answer) => (
        <li key={JSON.stringify(answer.claim)}>{claimWords(scene, answer)}</li>
      ))}
      {check.missing.map(({ pointer, came, expected }) => (
        <li key={pointer}>{t('present.notThere', { came, expected: say(expected) })}</li>
      ))}
    </ul>
  )
}

function claimWords({ figures }: Scene, { claim, standing, now }: ClaimAnswer): string {
  const label = figures.find(({ id }) => id === claim.figureId)?.label
  const told = {
    label: label ? say(label) : claim.figureId,
    value: claim.value,
    now: now ? say(now) : t('present.unknown'),
    standing: t(`present.check.${standing}`),
  }
  const words = t(`present.claim.${claim.is}`, told)
  return claim.was === null ? words : words + t('present.claimWas', { was: claim.was })
}
