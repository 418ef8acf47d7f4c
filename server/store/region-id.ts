// Which region is meant? A store may hold several; today each holds one.

export type RegionId = string & { readonly regionId: unique symbol }
