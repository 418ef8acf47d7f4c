// The file asks for no surface in siting, so that what draws it stays out.
export const drawSurface = () => () => {}
