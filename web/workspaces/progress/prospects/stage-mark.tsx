// The stage of a project as the filling of a diamond: more of it is filled the nearer it is to producing.
import type { ProspectStage } from '#geodata/contract/editable/prospects.ts'

const FILLED: Record<ProspectStage, string | null> = {
  talks: null,
  signed: 'M-8 0H8L0 8z',
  building: 'M-4 -4H4L8 0 0 8 -8 0z',
  producing: 'M0 -8L8 0 0 8 -8 0z',
}

export function StageMark({ stage }: { stage: ProspectStage }) {
  const filled = FILLED[stage]
  return (
    <svg class="pool-mark" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
      {filled && <path d={filled} fill="currentColor" />}
      <path d="M0 -8L8 0 0 8 -8 0z" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  )
}
