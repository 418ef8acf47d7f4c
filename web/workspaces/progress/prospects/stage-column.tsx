// The projects of one stage; what is dropped on it is asked to move there.
import { useState } from 'preact/hooks'
import type { ProspectStage } from '#geodata/contract/editable/prospects.ts'
import { t } from '#web/messages/index.ts'
import {
  type CardProps,
  DRAGGED,
  type Moving,
  ProspectCard,
} from '#web/workspaces/progress/prospects/prospect-card.tsx'
import { StageMark } from '#web/workspaces/progress/prospects/stage-mark.tsx'

/** As many cards at first, and as many more on demand. */
const STEP_CARDS = 40

type Card = Pick<CardProps, 'prospect' | 'claims' | 'ageing'>
type StageColumnProps = Pick<CardProps, 'pool' | 'mostDays' | 'today' | 'setMoving'> & {
  stage: ProspectStage
  /** In the order in which they are shown. */
  cards: readonly Card[]
  moving: Moving | null
}

export function StageColumn({ stage, cards, moving, setMoving, ...shared }: StageColumnProps) {
  const [most, setMost] = useState(STEP_CARDS)
  const [isOver, setOver] = useState(false)
  const rest = cards.length - most
  const isProspect = (event: DragEvent) => event.dataTransfer?.types.includes(DRAGGED) ?? false
  return (
    <section
      class={`pool-stage${isOver ? ' over' : ''}`}
      aria-labelledby={`pool-${stage}`}
      data-stage={stage}
      onDragOver={(event) => {
        if (!isProspect(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!isProspect(event)) return
        event.preventDefault()
        setOver(false)
        const id = event.dataTransfer?.getData(DRAGGED) ?? ''
        const isHere = cards.some(({ prospect }) => prospect.id === id)
        if (!isHere) setMoving({ id, to: stage })
      }}
    >
      <h2 id={`pool-${stage}`}>
        <StageMark stage={stage} /> <span>{t(`records.stage.${stage}`)}</span> <b>{cards.length}</b>
      </h2>
      {cards.length === 0 && <p class="site-note">{t('pool.noneInStage')}</p>}
      <ul>
        {cards.slice(0, most).map((card) => (
          <ProspectCard
            key={card.prospect.id}
            {...card}
            {...shared}
            moving={moving?.id === card.prospect.id ? moving : null}
            setMoving={setMoving}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="quiet no-print" onClick={() => setMost(most + STEP_CARDS)}>
          {t('pool.more', { count: Math.min(rest, STEP_CARDS) })}
        </button>
      )}
    </section>
  )
}
