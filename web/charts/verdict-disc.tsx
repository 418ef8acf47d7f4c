// May it come true? A half disc is yours to decide, a full one is to be found out, a struck one cannot be.

export type VerdictDiscKind = 'yours' | 'to-find-out' | 'impossible'

export function VerdictDisc({ kind }: { kind: VerdictDiscKind }) {
  return (
    <svg class="verdict-disc" viewBox="-8 -8 16 16" aria-hidden="true">
      <circle class={kind === 'to-find-out' ? 'full' : undefined} r="6" />
      {kind === 'yours' && <path class="half" d="M0 -6A6 6 0 0 1 0 6Z" />}
      {kind === 'impossible' && <path class="struck" d="M-4.2 4.2L4.2 -4.2" />}
    </svg>
  )
}
