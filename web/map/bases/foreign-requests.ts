// Pieces of maps from other hosts are asked for by the page itself, under the page's own policy.
//
// A worker runs under the policy that its script was once served with, and that script is kept for
// a year: it would not know the hosts a user allowed since. So it passes such requests to the page.
import { addProtocol, type RequestParameters } from 'maplibre-gl'

const BY_PAGE = 'page'

addProtocol(BY_PAGE, async ({ url, type }, { signal }) => {
  const response = await fetch(url.slice(`${BY_PAGE}://`.length), { signal })
  if (!response.ok) {
    throw Object.assign(new Error(`${response.status} for ${url}`), { status: response.status })
  }
  return {
    data: type === 'json' ? await response.json() : await response.arrayBuffer(),
    cacheControl: response.headers.get('Cache-Control') ?? '',
    expires: response.headers.get('Expires') ?? '',
  }
})

/** For the map's `transformRequest`. */
export function byPage(url: string): RequestParameters {
  const foreign = /^https?:/.test(url) && !url.startsWith(`${location.origin}/`)
  return { url: foreign ? `${BY_PAGE}://${url}` : url }
}
