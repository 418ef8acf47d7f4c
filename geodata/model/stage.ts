// Which words do the criteria for the stage of a park use?

/** The stage a criterion shows; support: it shows none by itself. */
export const STAGES_SHOWN = ['creating', 'recognised', 'support'] as const
export type StageShown = (typeof STAGES_SHOWN)[number]

/** Whose criterion it is: the action plan's own words, another mechanism's, or our reading. */
export const STAGE_BASES = ['plan', 'borrowed', 'reading'] as const
export type StageBasis = (typeof STAGE_BASES)[number]

export const VERDICTS = ['met', 'not', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]
