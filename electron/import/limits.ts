/** What one imported paper may cost. Far above any real paper, far below what hurts a small office machine. */
export const LARGEST_FILE = 30_000_000
export const LARGEST_PART = 60_000_000
export const MOST_CHARACTERS = 2_000_000
export const MOST_ENTRIES = 5_000
export const DEEPEST_XML = 400
