// Which version of an element is it, and does it say that the element is deleted?
//
// Nodes in columns have two columns for it, in a message of its own; other elements a message each.
// Both may be absent: the version is unknown then, and the element is there.
import { BYTES, Cursor, field, NUMBER } from '#geodata/formats/osm/cursor.ts'

const INFO = { version: field(1, NUMBER), visible: field(6, NUMBER) }
const COLUMNS = { versions: field(1, BYTES), visibles: field(6, BYTES) }
const NOTHING = new Uint8Array(0)

export class ElementInfo {
  /** Counted from 1; 0 where none is said. */
  version = 0
  isGone = false
  readonly #message = new Cursor()
  readonly #versions = new Cursor()
  readonly #visibles = new Cursor()

  forget(): void {
    this.version = 0
    this.isGone = false
    this.#versions.open(NOTHING)
    this.#visibles.open(NOTHING)
  }

  /** Reads the message of one element, which follows. */
  read(element: Cursor): void {
    const info = element.lend(this.#message)
    while (info.at < info.end) {
      const key = info.number()
      if (key === INFO.version) this.version = known(info.number())
      else if (key === INFO.visible) this.isGone = info.number() === 0
      else info.skip(key)
    }
    info.mustBeAtEnd()
  }

  /** Finds the columns of dense nodes in the message that follows. */
  openColumns(dense: Cursor): void {
    const info = dense.lend(this.#message)
    while (info.at < info.end) {
      const key = info.number()
      if (key === COLUMNS.versions) info.lend(this.#versions)
      else if (key === COLUMNS.visibles) info.lend(this.#visibles)
      else info.skip(key)
    }
    info.mustBeAtEnd()
  }

  /** Goes on to the next node of the columns. */
  next(): void {
    const [versions, visibles] = [this.#versions, this.#visibles]
    this.version = versions.at < versions.end ? known(versions.number()) : 0
    this.isGone = visibles.at < visibles.end && visibles.number() === 0
  }

  mustBeAtEnd(): void {
    this.#versions.mustBeAtEnd()
    this.#visibles.mustBeAtEnd()
  }
}

/** Writers that know no version write −1. */
function known(version: number): number {
  return Math.max(0, version)
}
