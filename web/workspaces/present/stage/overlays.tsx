// What lies over the scene: all scenes at once, the list of keys.
import { useEffect, useRef } from 'preact/hooks'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import { language, t } from '#web/messages/index.ts'
import { sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { SceneFiles } from '#web/workspaces/present/scene-files.tsx'
import type { Prepared } from '#web/workspaces/present/scenes.ts'
import { cellFrom } from '#web/workspaces/present/stage/grid-cell.ts'
import { KEYS } from '#web/workspaces/present/stage/keys.ts'
import { goTo, presenterDoor, stage } from '#web/workspaces/present/stage/stage.ts'
import { StageDialog } from '#web/workspaces/present/stage/stage-dialog.tsx'
import { canLead } from '#web/workspaces/present/together/can-lead.ts'
import { TogetherSlot } from '#web/workspaces/present/together/together-slots.tsx'

export function Overlays({ prepared, at }: { prepared: Prepared; at: number }) {
  const { overlay } = stage.value
  if (overlay === 'overview') return <Overview prepared={prepared} at={at} />
  if (overlay === 'keys') return <KeyList />
  if (overlay === 'together') return <TogetherSlot />
  if (overlay === 'files') return <FileList prepared={prepared} at={at} />
  return null
}

function Overview({ prepared: { story, figures }, at }: { prepared: Prepared; at: number }) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => buttonsOf(list.current)[at]?.focus(), [])
  const go = (scene: number) => {
    stage.value = { ...stage.peek(), overlay: null }
    goTo(scene)
  }
  const onKey = (event: KeyboardEvent) => {
    const buttons = buttonsOf(list.current)
    const from = buttons.indexOf(document.activeElement as HTMLElement)
    const columns = buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length
    const to = cellFrom(event.key, from, columns, buttons.length)
    if (to === null) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  return (
    <StageDialog id="overview" title={t('present.actOverview')}>
      <ol ref={list} onKeyDown={onKey}>
        {story.scenes.map((scene, index) => (
          <li key={scene.id}>
            <button
              type="button"
              data-kind={scene.kind}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => go(index)}
            >
              <b>{index + 1}</b>
              <span>
                {oneLine(sceneWords(scene, 'title', figures.get(scene.id) ?? []), language.value) ||
                  t('present.untitled')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </StageDialog>
  )
}

const buttonsOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('button') ?? []),
]

/** What the scene hands on: a hall sees it only where the presenter asks for it. */
function FileList({ prepared: { story }, at }: { prepared: Prepared; at: number }) {
  const scene = story.scenes[at]
  return (
    <StageDialog id="files" title={t('present.files')}>
      {scene && <SceneFiles story={story} scene={scene} />}
    </StageDialog>
  )
}

function KeyList() {
  return (
    <StageDialog id="keys" title={t('present.actKeys')}>
      <KeyRows hasPresenter={presenterDoor.value !== null} />
      <p>{t('present.keysNote')}</p>
    </StageDialog>
  )
}

/** What each key does; the presenter's window and other screens have theirs only where there are any. */
export function KeyRows({ hasPresenter }: { hasPresenter: boolean }) {
  return (
    <dl>
      {KEYS.filter(
        ({ act }) => (hasPresenter || act !== 'presenter') && (canLead() || act !== 'together'),
      ).map(({ act, shown, name }) => (
        <div key={act}>
          <dt>
            {shown.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  )
}
