import { type Library, type LibraryOptions, openLibrary } from '../../../../electron/store/library.ts'

/** Opens a library for a test: quiet, on the real clock unless told otherwise. */
export function openTestLibrary(dataDir: string, options: Partial<LibraryOptions> = {}): Library {
  return openLibrary({ dataDir, clock: () => new Date(), log: () => {}, ...options })
}
