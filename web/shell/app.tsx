// The page: a slim rail, one panel that asks, the map, one inspector that explains.
// All workspaces but the first come when they are opened; the styles of boards are loaded before.
import '#web/charts/charts.css'
import '#web/panels/table/table.css'
import '#web/parts/controls/board.css'
import '#web/workspaces/compare/compare.css'
import '#web/workspaces/present/present.css'
import '#web/workspaces/progress/progress.css'
import '#web/workspaces/site/site.css'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { drawing, mapDrawn, mapTrouble } from '#web/map/current.ts'
import { boardTexts, language, t } from '#web/messages/index.ts'
import { editing, leaveQuestion } from '#web/panels/editor/editing.ts'
import { EditorSlot, EditorToast } from '#web/panels/editor/editor-slot.tsx'
import { MapFrame } from '#web/panels/frame/map-frame.tsx'
import { panelFolding } from '#web/panels/frame/panel-folding.ts'
import { Inspector } from '#web/panels/inspector/inspector.tsx'
import { dialog, listenToKeys } from '#web/panels/search/commands.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { useMedia, WALL } from '#web/parts/controls/use-media.ts'
import { Announcer } from '#web/parts/focus/announcer.tsx'
import { keepFocus } from '#web/parts/focus/keep-focus.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { dressPage } from '#web/shell/dress-page.ts'
import { keepOpenedThings } from '#web/shell/opened-things.ts'
import { PageDialog } from '#web/shell/page-dialog.tsx'
import { PageNotes } from '#web/shell/page-notes.tsx'
import { pageTitle } from '#web/shell/page-title.ts'
import { PrintPage } from '#web/shell/print-page.tsx'
import { Rail } from '#web/shell/rail.tsx'
import { SheetGrip, sheetHeight } from '#web/shell/sheet-grip.tsx'
import { SkipLinks, type SkipTarget } from '#web/shell/skip-links.tsx'
import { siting } from '#web/state/answers/siting.ts'
import { keepMotion } from '#web/state/preferences.ts'
import { loadData, loading } from '#web/state/region/lists.ts'
import { addedScene } from '#web/state/story/added-scene.ts'
import { closeOpened } from '#web/state/view/opened.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { whenIdle } from '#web/state/when-idle.ts'
import { LayoutPanel } from '#web/workspaces/layout/layout.tsx'
import { LayoutBoard } from '#web/workspaces/layout/layout-views.tsx'
import { asking } from '#web/workspaces/site/asking.ts'
import { SiteBoard } from '#web/workspaces/site/site-views.tsx'

const sitePanel: Load = async () => (await import('#web/workspaces/site/site.tsx')).SitePanel
const siteResults: Load = async () =>
  (await import('#web/workspaces/site/ranking/site-results.tsx')).SiteResults
const comparePanel: Load = async () =>
  (await import('#web/workspaces/compare/compare.tsx')).ComparePanel
const presentPanel: Load = async () =>
  (await import('#web/workspaces/present/present.tsx')).PresentPanel
const progressPanel: Load = async () =>
  (await import('#web/workspaces/progress/progress.tsx')).ProgressPanel
const windowNote: Load = async () =>
  (await import('#web/workspaces/site/windows/window-note.tsx')).WindowNote
const returnBar: Load = async () =>
  (await import('#web/workspaces/present/return-bar.tsx')).ReturnBar
const storyToast: Load = async () => (await import('#web/panels/story/story-toast.tsx')).StoryToast
const wall: Load = async () => (await import('#web/workspaces/layout/wall/wall.tsx')).Wall
const tableDrawer: Load = async () => (await import('#web/panels/table/table.tsx')).TableDrawer
const asBoard = (words: VNode) => <main class="board">{words}</main>
const asPanel = (words: VNode) => <aside class="panel site-ask">{words}</aside>
const asPresent = (words: VNode) => <aside class="panel present">{words}</aside>
const asResults = (words: VNode) => <aside class="inspector site-results">{words}</aside>

export function App() {
  const { workspace, layoutView, siteView, theme, tableOpen, selection, windows, onStage } =
    view.value
  const lang = language.value
  const isWall = useMedia(WALL)
  dressPage(lang, theme)
  const title = pageTitle(view.value)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (dialog.peek() !== null || drawing.peek() || leaveQuestion() || closeOpened()) return
      if (view.peek().tableOpen) changeView({ tableOpen: false })
      else if (view.peek().selection) changeView({ selection: null })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(listenToKeys, [])
  useEffect(keepMotion, [])
  useEffect(keepFocus, [])
  useEffect(keepOpenedThings, [])
  useEffect(fetchAhead, [])
  const board = workspace === 'layout' && layoutView !== 'map' ? layoutView : null
  const answer = workspace === 'site' && siteView !== 'map' ? siteView : null
  const withMap =
    workspace !== 'compare' && workspace !== 'progress' && board === null && answer === null
  const isAllSeen =
    loading.value.kind === 'ready' && (!withMap || mapDrawn.value || mapTrouble.value !== null)
  useEffect(() => {
    if (isAllSeen) setTimeout(whenIdle, LEFT_ALONE_MILLISECONDS, fetchLater)
  }, [isAllSeen])
  return (
    <div
      class={`app at-${workspace}`}
      data-sheet={sheetHeight.value}
      data-panel={panelFolding.value}
      data-asking={String(asking.value)}
    >
      <SkipLinks targets={skipTargets(withMap, selection !== null)} />
      <Rail />
      {loading.value.kind === 'failed' ? (
        <main class="failed">
          <p role="alert">
            {t('common.failed')} {problemText(loading.value.problem)}
          </p>
          <button type="button" class="primary" onClick={() => void loadData()}>
            {t('common.retry')}
          </button>
        </main>
      ) : (
        <>
          {workspace === 'layout' && board === null && <LayoutPanel />}
          {board !== null && <LayoutBoard id={board} />}
          {workspace === 'site' && <Lazy load={sitePanel} until={asPanel} />}
          {workspace === 'compare' && <Lazy load={comparePanel} until={asBoard} />}
          {workspace === 'present' && <Lazy load={presentPanel} until={asPresent} />}
          {workspace === 'progress' && <Lazy load={progressPanel} until={asBoard} />}
          {withMap && <SheetGrip />}
          {withMap && (
            <MapFrame
              note={workspace === 'site' && windows.onMap ? <Lazy load={windowNote} /> : undefined}
            />
          )}
          {withMap && workspace === 'layout' && isWall && !selection && <Lazy load={wall} />}
          {answer !== null && <SiteBoard id={answer} />}
          {workspace === 'site' && answer === null && <SiteAside />}
          {/* The matrix explains what is selected in its own place. */}
          {workspace === 'layout' && board !== 'matrix' && selection && editing.value === null && (
            <Inspector />
          )}
          <EditorSlot />
          {tableOpen && <Lazy load={tableDrawer} />}
        </>
      )}
      {/* A story is left for a question. */}
      {onStage && workspace !== 'present' && <Lazy load={returnBar} />}
      <PageNotes />
      <EditorToast />
      {addedScene.value !== null && <Lazy load={storyToast} />}
      <PageDialog />
      <Announcer />
      <PrintPage />
    </div>
  )
}

/** Beside the map of siting: the answer; before anything is asked, what is selected, else nothing. */
function SiteAside() {
  if (siting.value.kind !== 'unasked') return <Lazy load={siteResults} until={asResults} />
  return view.value.selection && editing.value === null ? <Inspector /> : null
}

/** What can be skipped to: beside a map the panel asks and, where something is answered, explains. */
function skipTargets(withMap: boolean, isSelected: boolean): SkipTarget[] {
  const { workspace } = view.value
  if (!withMap) return workspace === 'site' ? ['result', 'panel'] : ['result']
  const hasResult = workspace === 'site' || (workspace === 'layout' && isSelected)
  return [...(hasResult ? (['result'] as const) : []), 'map', 'panel']
}

/** For so long after the first picture the line is left to whoever opened the page. */
const LEFT_ALONE_MILLISECONDS = 2000

/** Boards that nobody has opened yet: nobody waits for them, and what does not come is asked for when they are opened. */
function fetchLater(): void {
  import('#web/shell/later-files.ts')
    .then(({ fetchLaterFiles }) => fetchLaterFiles())
    .catch(() => {})
}

const TOUCHES = ['pointermove', 'pointerdown', 'keydown']

/** The table says everything again where the network has gone: it is fetched at the first touch, not when it is opened. */
function fetchAhead(): () => void {
  const stop = () => {
    for (const name of TOUCHES) removeEventListener(name, onTouch)
  }
  const onTouch = () => {
    stop()
    // What does not come now is asked for when it is opened.
    Promise.all([tableDrawer(), boardTexts()]).catch(() => {})
  }
  for (const name of TOUCHES) addEventListener(name, onTouch)
  return stop
}
