// Which parks are on their way to become specialty parks, by which criteria, and on what evidence?
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/layout/stages/stages.css'
import { inSight } from '#web/api/asked.ts'
import { listFeatures } from '#web/api/client.ts'
import { language, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { planName } from '#web/parts/words/home-words.ts'
import { edits, parks } from '#web/state/region/lists.ts'
import {
  type Criterion,
  type Evidence,
  type StageRow,
  stageDifferences,
  stageRows,
} from '#web/workspaces/layout/stages/stages-known.ts'
import { StagesMatrix } from '#web/workspaces/layout/stages/stages-matrix.tsx'
import { StagesTimeline } from '#web/workspaces/layout/stages/stages-timeline.tsx'

export function StagesBoard() {
  const { answer, again } = useAnswer(async (signal) => {
    const [criteria, evidence] = await Promise.all([
      listFeatures<Criterion>('stage-criteria', signal),
      listFeatures<Evidence>('stage-evidence', signal),
    ])
    return { criteria, evidence }
  }, String(edits.value))
  const known = inSight(answer)
  const rows = known && stageRows(parks.value, known.criteria, known.evidence)
  return (
    <div class="stages-board">
      <header>
        <h1>{t('stages.title')}</h1>
        <p class="lead">{rows ? conclusionOf(rows) : t('stages.lead')}</p>
        {rows && <Differences rows={rows} />}
        <p class="site-note">
          <Words of={t('stages.noList', { plan: planName() })} />
        </p>
      </header>
      <AnswerStatus answer={answer} again={again} said={rows && conclusionOf(rows)} />
      {rows && known && rows.length === 0 && <p>{t('parkIndex.empty')}</p>}
      {rows && known && rows.length > 0 && (
        <>
          <StagesTimeline />
          <StagesMatrix rows={rows} criteria={known.criteria} />
        </>
      )}
    </div>
  )
}

function conclusionOf(rows: readonly StageRow[]): string {
  const count = (test: (row: StageRow) => boolean) => rows.filter(test).length
  return t('stages.conclusion', {
    total: rows.length,
    recognised: count(({ read }) => read.stage === 'recognised'),
    creating: count(({ read }) => read.stage === 'creating'),
    open: count(({ read }) => read.higherOpen),
  })
}

/** Why figures here differ from the map's legend and from the record, where they do. */
function Differences({ rows }: { rows: readonly StageRow[] }) {
  const { jointCreating, partsCreating, operating } = stageDifferences(rows)
  if (jointCreating + operating.length === 0) return null
  return (
    <p class="site-note">
      {jointCreating > 0 && t('stages.jointApart', { joint: jointCreating, parts: partsCreating })}{' '}
      {operating.map(({ park: { id, properties }, read }) => (
        <span key={id}>
          {t('stages.operatingRead', {
            name: language.value === 'en' ? properties.labelEn : properties.labelZh,
            record: t('layout.stage.operating'),
            read: t(`layout.stage.${read.stage}`),
          })}{' '}
        </span>
      ))}
    </p>
  )
}
