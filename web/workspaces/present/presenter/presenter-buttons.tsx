// The stage's acts as buttons, the two of every minute large.
import type { Story } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { askFullScreen } from '#web/workspaces/present/presenter/ask-full-screen.ts'
import type { Standing } from '#web/workspaces/present/presenter/link.ts'
import type { Tell } from '#web/workspaces/present/presenter/use-stage-of.ts'
import { type Act, KEYS } from '#web/workspaces/present/stage/keys.ts'
import { typedScene } from '#web/workspaces/present/stage/stage-state.ts'

type ButtonsProps = {
  story: Story
  standing: Standing
  /** The number typed so far. */
  typed: string
  tell: Tell
  showKeys: (isShown: boolean) => void
}

export function PresenterButtons({ story, standing, typed, tell, showKeys }: ButtonsProps) {
  const { scene, blank, playing, isAsking, isFull } = standing
  const act = (act: Act) => () => tell({ kind: 'act', act })
  const count = story.scenes.length
  return (
    <footer class="presenter-foot">
      <button type="button" disabled={isAsking || scene === 0} onClick={act('previous')}>
        <Icon path="M14.500 5l-7 7 7 7" />
        {t('present.previous')}
      </button>
      <button
        type="button"
        class="primary"
        disabled={isAsking || (scene === count - 1 && blank === null)}
        onClick={act('next')}
      >
        {t('present.next')}
        <Icon path="M9.500 5l7 7-7 7" />
      </button>
      <p class="presenter-typed" role="status">
        {typed !== '' &&
          (typedScene(typed, count) === null
            ? t('present.noScene', { count })
            : t('present.window.typed', { scene: typed }))}
      </p>
      {isAsking ? (
        <button type="button" aria-keyshortcuts="R" onClick={() => tell({ kind: 'return' })}>
          {t('present.back', { scene: scene + 1 })}
        </button>
      ) : (
        <>
          <Pressed act="black" isOn={blank === 'black'} name="present.actBlack" onPress={act} />
          <Pressed act="play" isOn={playing === 'on'} name="present.window.play" onPress={act} />
          <Pressed act="ask" name="present.ask" onPress={act} />
          <button
            type="button"
            aria-keyshortcuts="F"
            aria-pressed={isFull}
            onClick={() => askFullScreen(standing, tell)}
          >
            {t('present.actFull')}
          </button>
        </>
      )}
      <button type="button" aria-keyshortcuts="?" onClick={() => showKeys(true)}>
        {t('present.actKeys')}
      </button>
    </footer>
  )
}

type PressedProps = {
  act: Act
  isOn?: boolean
  name: MessageKey
  onPress: (act: Act) => () => void
}

function Pressed({ act, isOn, name, onPress }: PressedProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts={KEYS.find((key) => key.act === act)?.shown}
      onClick={onPress(act)}
    >
      {t(name)}
    </button>
  )
}
