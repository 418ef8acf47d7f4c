// What does it mean to move a project from one stage to another, and what does its row say then?
import { type ProspectProperties, STAGE_DATE } from '#geodata/analysis/prospects/prospect.ts'
import { PROSPECT_STAGES, type ProspectStage } from '#geodata/contract/editable/prospects.ts'

/** next: the stage after this one; skips: a later one; back: an earlier one. */
export type StageStep = 'none' | 'next' | 'skips' | 'back'

const placeOf = (stage: ProspectStage) => PROSPECT_STAGES.indexOf(stage)

export function stageStep(from: ProspectStage, to: ProspectStage): StageStep {
  const by = placeOf(to) - placeOf(from)
  if (by === 0) return 'none'
  if (by < 0) return 'back'
  return by === 1 ? 'next' : 'skips'
}

/** The stage after this one; null: it is the last. */
export function stageAfter(stage: ProspectStage): ProspectStage | null {
  return PROSPECT_STAGES[placeOf(stage) + 1] ?? null
}

/**
 * The row once the project is in a stage, since a date as exactly as it is known; null: nobody knows. What was skipped
 * stays without a date, and later stages lose theirs: they are not reached.
 */
export function movedTo(
  row: ProspectProperties,
  stage: ProspectStage,
  date: string | null,
): ProspectProperties {
  const moved: ProspectProperties = { ...row, stage, [STAGE_DATE[stage]]: date }
  for (const later of PROSPECT_STAGES.slice(placeOf(stage) + 1)) moved[STAGE_DATE[later]] = null
  return moved
}
