// May this stage lead other screens?
import { isWithoutServer } from '#web/api/reach.ts'
import { ownView } from '#web/state/view/store.ts'

/** A story in a file has nobody to ask; a screen that follows leads nobody. */
export const canLead = () => !isWithoutServer() && ownView.value.followId === null
