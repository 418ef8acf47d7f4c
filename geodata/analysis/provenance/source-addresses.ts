// Which of the references of a source are addresses, and does each lead anywhere by its form?

/** A reference that is meant as an address: it begins like one. */
const MEANT = /^(?:[a-z][a-z0-9+.-]*:\/\/?|www\.)/i
/** Scheme, a host with a dot in it, then no blank and nothing that no address holds. */
const WELL_FORMED = /^https?:\/\/[^\s/?#.]+(?:\.[^\s/?#.]+)+(?:[/?#][^\s<>"]*)?$/i
/** What stands after an address is said of it: "https://example.org/a (2019)", "https://example.org/a（转载）". */
const SAID_AFTER = /^(\S+?)(?:\s+.*|[（(][^）)]*[）)])?$/u
const SAID_GONE =
  /(?:链接|网址|网页|页面|原文)[^;；。]{0,8}(?:失效|打不开|已删|无法访问|不存在|下线)|(?:link|page|address|url)[^;.]{0,24}(?:dead|gone|broken|404|no longer)/i

export type AddressFault = 'ill-formed' | 'said-gone'

/** The references of a source: they are joined by ";". */
export function referencesOf(source: string): string[] {
  return source
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The address in a reference without what is said after it; null: the reference is none. */
function addressIn(reference: string): string | null {
  if (!MEANT.test(reference)) return null
  return SAID_AFTER.exec(reference)?.[1] ?? reference
}

/** Whether at least one reference is an address that can be followed. */
export function hasAddress(source: string): boolean {
  return referencesOf(source).some((reference) => {
    const address = addressIn(reference)
    return address !== null && WELL_FORMED.test(address)
  })
}

/**
 * Addresses that lead nowhere: by their form, or because the reference itself or the note of the row says that they are
 * gone. Nothing is fetched: an address that is well-formed and that nobody complains of is taken as good.
 */
export function lostAddresses(
  source: string,
  note: string,
): { reference: string; fault: AddressFault }[] {
  const references = referencesOf(source)
  const lost = references.flatMap((reference): { reference: string; fault: AddressFault }[] => {
    const address = addressIn(reference)
    if (address === null) return []
    if (!WELL_FORMED.test(address)) return [{ reference, fault: 'ill-formed' }]
    return SAID_GONE.test(reference.slice(address.length))
      ? [{ reference, fault: 'said-gone' }]
      : []
  })
  // A note does not say of which of several addresses it speaks: all are named.
  const isSaid = SAID_GONE.test(note) && lost.length === 0
  const addresses = references.filter((reference) => addressIn(reference) !== null)
  return isSaid ? addresses.map((reference) => ({ reference, fault: 'said-gone' })) : lost
}
