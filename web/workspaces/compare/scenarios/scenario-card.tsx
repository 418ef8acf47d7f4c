// One scenario being written: its name, its changes, its place among the others.
import { useState } from 'preact/hooks'
import { differenceOf } from '#geodata/analysis/scenarios/faults.ts'
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import { say, t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { Words } from '#web/parts/words/words.tsx'
import type { ScenarioBook, Written } from '#web/state/answers/scenario-address.ts'
import {
  changeBook,
  faultOf,
  LONGEST_NAME,
  MOST_CHANGES,
  movedScenario,
  withoutScenario,
} from '#web/state/answers/scenarios.ts'
import { companies } from '#web/state/region/firms.ts'
import { districts, hubs, parks } from '#web/state/region/lists.ts'
import { ChangeForm } from '#web/workspaces/compare/scenarios/change-form.tsx'

type ScenarioCardProps = { book: ScenarioBook; place: number; written: Written }

export function ScenarioCard({ book, place, written }: ScenarioCardProps) {
  const fault = faultOf(book, place)
  const { name, unread } = written
  const put = (change: Partial<Written>) =>
    changeBook({
      scenarios: book.scenarios.map((one, index) =>
        index === place ? { ...one, ...change } : one,
      ),
    })
  return (
    <li class="what-if-card">
      <div class="what-if-head">
        <input
          type="text"
          aria-label={t('whatIf.nameOf', { place: place + 1 })}
          aria-invalid={fault === 'longName' || fault === 'nameless'}
          value={name}
          onChange={({ currentTarget }) => put({ name: currentTarget.value })}
        />
        <CardActs book={book} place={place} name={name} />
      </div>
      {fault && (
        <p class="site-bad" role="status">
          {t(`whatIf.fault.${fault}`, {
            most: fault === 'manyChanges' ? MOST_CHANGES : LONGEST_NAME,
            count: name.trim().length,
          })}
        </p>
      )}
      <Changes written={written} put={put} />
      {unread.map((word) => (
        <p class="site-bad" key={word}>
          {t('whatIf.unreadChange', { text: word })}{' '}
          <button
            type="button"
            class="quiet"
            onClick={() => put({ unread: unread.filter((one) => one !== word) })}
          >
            {t('whatIf.drop')}
          </button>
        </p>
      ))}
    </li>
  )
}

type CardActsProps = { book: ScenarioBook; place: number; name: string }

function CardActs({ book, place, name }: CardActsProps) {
  const move = (by: number) => {
    changeBook(movedScenario(book, place, by))
    announce(t('whatIf.moved', { name, place: place + by + 1 }))
  }
  const last = book.scenarios.length - 1
  return (
    <span class="what-if-acts">
      <button
        type="button"
        class="quiet"
        aria-disabled={place === 0}
        aria-label={t('whatIf.earlier', { name })}
        onClick={() => place > 0 && move(-1)}
      >
        ←
      </button>
      <button
        type="button"
        class="quiet"
        aria-disabled={place === last}
        aria-label={t('whatIf.later', { name })}
        onClick={() => place < last && move(1)}
      >
        →
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t('whatIf.remove', { name })}
        onClick={() => {
          changeBook(withoutScenario(book, place))
          announce(t('whatIf.removed', { name }))
        }}
      >
        ×
      </button>
    </span>
  )
}

type ChangesProps = { written: Written; put: (change: Partial<Written>) => void }

/** What is being written: one that is there, by its place; another one; nothing. */
type Writing = { kind: 'change'; index: number } | { kind: 'another' } | null

function Changes({ written: { changes }, put }: ChangesProps) {
  // What is being written belongs to the changes it was begun under; a scenario without any is asked for its first.
  const of = JSON.stringify(changes)
  const [begun, setBegun] = useState<{ of: string; writing: Writing } | null>(null)
  const first: Writing = changes.length === 0 ? { kind: 'another' } : null
  const writing = begun?.of === of ? begun.writing : first
  const setWriting = (next: Writing) => setBegun({ of, writing: next })
  const done = (next: readonly ScenarioChange[]) => {
    setWriting(null)
    put({ changes: next })
  }
  const close = () => setWriting(null)
  return (
    <>
      <ul class="what-if-changes">
        {changes.map((change, index) =>
          writing?.kind === 'change' && writing.index === index ? (
            <li key={index}>
              <ChangeForm
                present={change}
                onDone={(next) => done(changes.map((one, at) => (at === index ? next : one)))}
                onCancel={close}
              />
            </li>
          ) : (
            <ChangeLine
              key={index}
              change={change}
              onEdit={() => setWriting({ kind: 'change', index })}
              onRemove={() => done(changes.filter((_, at) => at !== index))}
            />
          ),
        )}
      </ul>
      {writing?.kind === 'another' && (
        <ChangeForm
          present={null}
          onDone={(change) => done([...changes, change])}
          onCancel={close}
        />
      )}
      {writing === null && (
        <button type="button" class="quiet" onClick={() => setWriting({ kind: 'another' })}>
          + {t('whatIf.another')}
        </button>
      )}
    </>
  )
}

type ChangeLineProps = { change: ScenarioChange; onEdit: () => void; onRemove: () => void }

function ChangeLine({ change, onEdit, onRemove }: ChangeLineProps) {
  const facts = {
    companies: companies.value,
    parks: parks.value,
    districts: districts.value,
    hubs: hubs.value,
  }
  const told = say(differenceOf(facts, change))
  return (
    <li class="what-if-change-line">
      <span>
        <Words of={told} />
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={t('whatIf.editChange', { told })}
        onClick={onEdit}
      >
        {t('whatIf.edit')}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t('whatIf.dropChange', { told })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  )
}
