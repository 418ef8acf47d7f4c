// How does a source that holds an address read? By the name of its site, which leads to the page.

export type LinkedPart = { text: string; href: string | null }

const ADDRESS = /(https?:\/\/[^\s，。；、）)]+)/

/** The parts of a text, its addresses as the names of their hosts. */
export function linked(text: string): LinkedPart[] {
  return text
    .split(ADDRESS)
    .filter((part) => part !== '')
    .map((part) => {
      if (!ADDRESS.test(part) || !URL.canParse(part)) return { text: part, href: null }
      return { text: new URL(part).host.replace(/^www\./, ''), href: part }
    })
}
