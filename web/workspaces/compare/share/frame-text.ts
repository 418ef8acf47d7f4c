// How is a kept comparison put into a page of somebody else?

/** What is put into another page, so that the comparison behind the link is shown there. */
export function frameText(link: string, title: string): string {
  const named = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe src="${link}&embed=1" title="${named}" width="100%" height="720"></iframe>`
}
