// Is it the best there is? Greedy at once; then proven, or bounded with the gap that is left.
import type { GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import { t } from '#web/messages/index.ts'

type GapsProofProps = { proof: GapFillingResult['proof'] | null; isProving: boolean }

export function GapsProof({ proof, isProving }: GapsProofProps) {
  const said = isProving
    ? t('gaps.proving')
    : proof?.kind === 'proven'
      ? t('gaps.proven')
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
