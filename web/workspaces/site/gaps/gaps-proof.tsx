// Is it the best there is? Greedy at once; then proven, or bounded with the gap that is left.
import type { GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import { t } from '#web/messages/index.ts'

type GapsProofProps = {
  proof: GapFillingResult['proof'] | null
  isProving: boolean
  /** By how much greedy fell short of what is shown. */
  greedyShort: number
}

export function GapsProof({ proof, isProving, greedyShort }: GapsProofProps) {
  const said = isProving
    ? t('gaps.proving')
    : proof?.kind === 'proven'
      ? greedyShort > 1e-9
        ? t('gaps.provenBetter', { short: Math.round(10 * greedyShort) / 10 })
        : t('gaps.proven')
      : proof?.kind === 'bounded'
        ? t('gaps.bounded', { percent: (100 * (proof.gapShare ?? 0)).toFixed(1) })
        : t('gaps.greedy')
  return (
    <p class="gaps-proof" role="status" data-kind={isProving ? 'proving' : (proof?.kind ?? 'none')}>
      {isProving && <progress aria-hidden="true" />}
      {said}
    </p>
  )
}
