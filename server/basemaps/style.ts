// A style of the operator's choice, which the page loads itself (STYLE_URL).
import { type BasemapKind, describe } from '#server/basemaps/setting.ts'

export const style: BasemapKind = {
  kind: 'style',
  entries: (known) =>
    known.styleUrl
      ? [
          {
            kind: 'style',
            id: 'style',
            ...describe(known, 'style', {
              title: { zh: '在线样式', en: 'Online style' },
              licence: 'see its provider',
              // What the sources of the style say of themselves is added by the page.
              attribution: { zh: '', en: '' },
              approvalNumber: null,
            }),
            online: true,
            imagery: false,
            replaces: ['rivers', 'roads'],
            styleUrl: known.styleUrl,
          },
        ]
      : [],
}
