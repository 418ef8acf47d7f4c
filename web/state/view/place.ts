// Where is the user? What the Back button leads back to, apart from how the place looks.
import type { View } from '#web/state/view/view.ts'

/**
 * Equal for views of the same place: workspace, board, opened thing, scene. Camera, filters, years,
 * weights and whatever is typed change how a place looks, and are no step of their own.
 */
export function placeOf(view: View): string {
  const { workspace, selection, tableOpen } = view
  const opened = [selection, tableOpen]
  switch (workspace) {
    case 'layout':
      return JSON.stringify([workspace, view.layoutView, importOf(view), opened])
    case 'site':
      return JSON.stringify([workspace, view.siteView, opened])
    case 'compare':
      return JSON.stringify([workspace, view.comparisonId, opened])
    case 'present':
      // What is selected belongs to the scene; on stage scenes are no steps: Back leads off it.
      return JSON.stringify([workspace, view.storyId, view.onStage || view.scene])
    case 'progress':
      return JSON.stringify([workspace, view.progressBy, view.briefDistrict, view.pool.opened])
  }
}

/** A file under way is a place; its steps are how the place looks. */
const importOf = ({ layoutView, imported }: View) => (layoutView === 'import' ? imported.id : null)
