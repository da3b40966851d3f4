import type { ActionId } from '../../shared/contract/program-actions.ts'

/** What only the host can do for the services: each is absent where the host cannot. `host.info` declares them. */
export interface HostPort {
  /**
   * Asks the user for a place and writes the file there, whole or not at all.
   * @returns false when the user gave up.
   * @throws Failure
   */
  saveFile?(fileName: string, bytes: Uint8Array): Promise<boolean>
  /** What the window shows, laid out as it would be printed. */
  printToPdf?(): Promise<Uint8Array>
  /** Asks the user for a folder; null when the user gave up. */
  chooseFolder?(): Promise<string | null>
  /** Opens a folder in the system's own window. */
  openFolder?(path: string): Promise<unknown>
  /** Greys everything in its own menus but these. */
  showMenu?(enabled: readonly ActionId[]): void
}
